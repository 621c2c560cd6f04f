import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { DIALECTS } from '../src/contract/dialects/index.ts';
import { SimulatorPage } from './simulator-page.ts';

/** The loyalty card as its members use it. */
class LoyaltyCard extends SimulatorPage {
  press(name: string): Promise<void> {
    return this.program.getByRole('button', { name }).click();
  }

  goTo(name: 'Card' | 'Extras' | 'Your data'): Promise<void> {
    return this.program.getByRole('link', { name, exact: true }).click();
  }

  /** One extra, by its title. */
  extra(name: string) {
    return this.program.getByRole('region', { name });
  }

  async join(): Promise<void> {
    await this.press('Join');
    await expect(this.program.getByText('40 points', { exact: true })).toBeVisible();
  }

  async asked(): Promise<number> {
    return (await this.steps()).filter((step) => step === 'user.authorize').length;
  }
}

const NAME = 'Put your name on it';
const BIRTHDAY = 'A gift on your birthday';
const NEWS = 'Know before points expire';

test.describe('a card that asks for more as it goes', () => {
  let card: LoyaltyCard;
  test.beforeEach(async ({ page }) => {
    card = new LoyaltyCard(page);
    await card.open({ program: 'loyalty-card' });
  });

  test('joining is silent, and nothing is asked on the first screen', async () => {
    await card.join();
    await expect(card.program.getByText(/^Card \d+$/)).toBeVisible();
    expect(await card.asked()).toBe(0);
    expect(await card.notices()).not.toContain('firstScreen');
  });

  test('a scope is left out, a request is refused and asked again, what was granted is silent', async () => {
    await card.join();
    await card.goTo('Extras');

    await test.step('each extra says why before it asks; the next one waits', async () => {
      await expect(card.extra(NAME)).toContainText('Nobody else sees them.');
      await expect(card.extra(BIRTHDAY)).toHaveCount(0);
      expect(await card.asked()).toBe(0);
    });

    await test.step('personalise, without the picture', async () => {
      await card.press('Personalise my card');
      await card.dialog.getByRole('checkbox', { name: /USER_AVATAR/ }).uncheck();
      await card.agree();
      await expect(card.extra(NAME)).toContainText('Your card says Lena.');
      await expect(card.extra(NAME)).toContainText('Not shared: your picture.');
    });

    await test.step('refuse the birthday: the card says so and goes on', async () => {
      await card.press('Add my birthday');
      await card.dialog.getByRole('button', { name: 'Reject' }).click();
      await expect(card.extra(BIRTHDAY).getByRole('alert')).toContainText('You did not agree');
      await expect(card.extra(BIRTHDAY).getByRole('alert')).toContainText('Code 11');
      await expect(card.extra(NEWS)).toBeVisible();
    });

    await test.step('ask again: the user agrees now', async () => {
      await card.extra(BIRTHDAY).getByRole('button', { name: 'Try again' }).click();
      await card.agree();
      await expect(card.extra(BIRTHDAY)).toContainText('A cake waits for you on March 18.');
    });

    await test.step('share the rest: only the picture is asked for', async () => {
      await card.extra(NAME).getByRole('button', { name: 'Share the rest' }).click();
      await expect(card.dialog.getByRole('checkbox')).toHaveCount(1);
      await card.agree();
      await expect(card.extra(NAME)).toContainText('has your picture');
    });

    await test.step('granted already: silent', async () => {
      const before = await card.asked();
      await card.extra(NAME).getByRole('button', { name: 'Update from my wallet' }).click();
      await expect(card.extra(NAME).getByRole('button', { name: 'Update from my wallet' })).toBeEnabled();
      await card.goTo('Card');
      await card.press('Refresh my points');
      await expect(card.program.getByText('Your points are up to date.')).toBeVisible();
      expect(await card.asked()).toBe(before);
      await expect(card.program.getByText('Hello, Lena')).toBeVisible();
    });
  });

  test('not now puts an extra away without asking, and it can be taken up later', async () => {
    await card.join();
    await card.goTo('Extras');
    await card.extra(NAME).getByRole('button', { name: 'Not now' }).click();
    await expect(card.extra(NAME)).toContainText('You said not now.');
    await card.extra(BIRTHDAY).getByRole('button', { name: 'Not now' }).click();
    expect(await card.asked()).toBe(0);
    await test.step('contact, but no messages', async () => {
      await card.press('Keep me posted');
      await card.dialog.getByRole('checkbox', { name: /SEND_MESSAGE/ }).uncheck();
      await card.agree();
      await expect(card.extra(NEWS)).toContainText('We can reach you at');
      await expect(card.extra(NEWS)).toContainText('Not shared: your permission to send you messages.');
    });
    await card.extra(NAME).getByRole('button', { name: 'Tell me again' }).click();
    await expect(card.extra(NAME).getByRole('button', { name: 'Personalise my card' })).toBeVisible();
  });

  test('agreeing to nothing, a service that fails and a server that cannot be reached have sentences', async () => {
    await card.join();
    await card.goTo('Extras');
    const alert = card.extra(NAME).getByRole('alert');
    await card.press('Personalise my card');
    for (const tick of await card.dialog.getByRole('checkbox').all()) await tick.uncheck();
    await card.agree();
    await expect(alert).toContainText('Your wallet did not share your nickname and picture');
    await card.rule('spi.getAuthCode', { reply: { value: { error: { code: '1003' } } } });
    await card.extra(NAME).getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toContainText('Your wallet did not finish');
    await card.rule('merchant.request', { reply: { value: { networkError: 12, message: 'offline' } } });
    await card.extra(NAME).getByRole('button', { name: 'Try again' }).click();
    await card.agree();
    await expect(alert).toContainText('We could not reach our server.');
    await card.extra(NAME).getByRole('button', { name: 'Try again' }).click();
    await expect(card.extra(NAME)).toContainText('Your card says Lena and has your picture.');
  });

  test('the card is given back: the token is revoked and everything is forgotten', async () => {
    await card.join();
    await card.goTo('Your data');
    await expect(card.program.getByText('Card number')).toBeVisible();
    await card.press('Give my card back');
    await card.page.getByRole('alertdialog').getByRole('button', { name: 'Give it back' }).click();
    await expect(card.program.getByText('We know nothing of you yet.')).toBeVisible();
    expect(await card.steps()).toContain('openapi.cancelToken');
    await card.goTo('Extras');
    await expect(card.program.getByRole('link', { name: 'Get a card first' })).toBeVisible();
  });
});

for (const dialect of DIALECTS)
  test(`${dialect.id}: whatever the wallet offers is asked for and used, and no unknown scope`, async ({
    page,
  }) => {
    const card = new LoyaltyCard(page);
    await card.open({ program: 'loyalty-card', dialect: dialect.id });
    await card.join();
    await card.goTo('Extras');
    for (const [name, ask] of [
      [NAME, 'Personalise my card'],
      [BIRTHDAY, 'Add my birthday'],
      [NEWS, 'Keep me posted'],
    ] as const) {
      await expect(card.extra(name)).toBeVisible();
      const button = card.extra(name).getByRole('button', { name: ask });
      if ((await button.count()) === 0) {
        await expect(card.extra(name)).toContainText('Your wallet does not');
        continue;
      }
      await button.click();
      await card.agree();
      await expect(card.extra(name).getByRole('button', { name: 'Update from my wallet' })).toBeVisible();
    }
    const notices = await card.notices();
    for (const code of ['unknownScope', 'scopeNotApplied', 'defaultMerchant', 'noRoute', 'firstScreen'])
      expect(notices).not.toContain(code);
    await card.goTo('Card');
    await expect(card.program.getByText(/^Hello, Lena/)).toBeVisible();
  });

test('a wallet without data, and one whose account is frozen, have sentences', async ({ page }) => {
  const card = new LoyaltyCard(page);
  await card.open({ program: 'loyalty-card', persona: 'sam' });
  await card.join();
  await card.goTo('Extras');
  await card.extra(NAME).getByRole('button', { name: 'Not now' }).click();
  await card.press('Add my birthday');
  await card.agree();
  await expect(card.extra(BIRTHDAY)).toContainText('has nothing to tell');
  await card.start({ persona: 'viktor' });
  await card.press('Join');
  await expect(card.program.getByRole('alert')).toContainText('Your wallet account is not active');
});

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target).join(', ')}`);
}

for (const theme of ['light', 'dark'] as const)
  test(`no accessibility violations and nothing cut off at 320 px: ${theme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 320, height: 720 });
    const card = new LoyaltyCard(page);
    await card.open({ program: 'loyalty-card' });
    const wide = async () => {
      const frame = await card.frame();
      return frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    };
    const check = async () => {
      expect(await violations(page)).toEqual([]);
      expect(await wide()).toBe(0);
    };
    await check();
    await card.join();
    await check();
    await card.goTo('Extras');
    await card.press('Personalise my card');
    await card.dialog.getByRole('button', { name: 'Reject' }).click();
    await expect(card.program.getByRole('alert')).toBeVisible();
    await check();
    await card.extra(NAME).getByRole('button', { name: 'Try again' }).click();
    await card.agree();
    await expect(card.extra(NAME)).toContainText('Your card says');
    await check();
    await card.goTo('Your data');
    await expect(card.program.getByText('Card number')).toBeVisible();
    await check();
  });
