import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import { outcomeNamed } from '../contract/outcomes/index.ts';
import { Simulator } from '../host/simulator.ts';
import { HeadlessDocument, listing } from '../host/testing/headless.ts';
import { manualTime } from '../host/testing/manual-time.ts';
import { automationBefore, automationOf } from './install.ts';

function house() {
  const simulator = new Simulator({
    time: manualTime(1_790_000_000_000),
    programs: [listing('shop'), listing('lab')],
    dialects: DIALECTS,
    personas: PERSONAS,
  });
  const automation = automationOf(simulator, Promise.resolve());
  /** As the page does it: a frame for the run, whose document says hello. */
  const greeted = async (opening: Promise<unknown>) => {
    const page = new HeadlessDocument(simulator.run ?? simulator.open());
    await opening;
    return page;
  };
  return { simulator, automation, greeted };
}

describe('window.miniauth', () => {
  it('open resolves at the first document, with what is running', async () => {
    const { automation, greeted } = house();
    await greeted(automation.open({ program: 'lab', dialect: 'qi' }));
    expect(automation.current).toMatchObject({ program: 'lab', dialect: 'qi', service: 'in-memory' });
    automation.stop();
    expect(automation.current).toBeNull();
  });

  it('open rejects when the program ends before it has said hello', async () => {
    const { simulator, automation } = house();
    const opening = automation.open({ program: 'lab' });
    simulator.run?.stop('noHello');
    await expect(opening).rejects.toThrow('noHello');
  });

  it('an unknown id is an error that lists the known ones', async () => {
    const { automation } = house();
    await expect(automation.open({ program: 'no-such' })).rejects.toThrow(
      'expected one of shop, lab, got "no-such"',
    );
    await expect(automation.open({ dialect: 'no-such' })).rejects.toThrow(/mini-program-platform/);
    expect(() => automation.rule({ at: 'getAuthCode', outcome: { never: true } })).toThrow('spi.getAuthCode');
  });

  it('a rule that names a documented outcome is told in the trace by that outcome, as the schema promises', async () => {
    const { automation, greeted } = house();
    const page = await greeted(automation.open({ dialect: 'qi' }));
    automation.rule({ at: 'spi.getAuthCode', outcome: '1003' });
    await page.call('getAuthCode', { scopes: ['auth_base'] });
    const injected = automation.trace().find((event) => event.type === 'hop.injected');
    const qi = DIALECTS.find(({ id }) => id === 'qi');
    expect(injected?.rule).toBe(qi && outcomeNamed('spi.getAuthCode', qi, '1003')?.title);
  });

  it('the trace is plain JSON, each event with its step; raw messages only when asked for', async () => {
    const { automation, greeted } = house();
    const page = await greeted(automation.open());
    await page.call('getAuthCode', { scopes: ['auth_base'] });
    const events = automation.trace();
    expect(JSON.parse(JSON.stringify(events))).toEqual(events);
    expect(events.filter((event) => event.type === 'hop.requested').map((event) => event.step)).toEqual([
      'jsapi.getAuthCode',
      'spi.getAuthorizedScopes',
      'spi.getAuthCode',
      'wallet.issueCode',
    ]);
    expect(events.some((event) => event.type === 'raw')).toBe(false);
    expect(automation.trace({ raw: true }).some((event) => event.type === 'raw')).toBe(true);
    const asked = events.find((event) => event.step === 'spi.getAuthCode');
    expect(asked?.request).toMatchObject({ scopes: ['auth_base'], extendedInfo: { $map: [] } });
  });

  it('pause stops every step, step walks them, run lets go', async () => {
    const { automation, greeted } = house();
    const page = await greeted(automation.open());
    automation.pause();
    const reply = page.call('getAuthCode', { scopes: ['auth_base'] });
    const walked: string[] = [];
    for (let i = 0; i < 3; i++) {
      walked.push(automation.stops()[0]?.step ?? 'nothing');
      expect(automation.step()).toBe(true);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(walked).toEqual(['jsapi.getAuthCode', 'spi.getAuthorizedScopes', 'spi.getAuthCode']);
    automation.run();
    expect(await reply).toHaveProperty('success');
    expect(automation.stops()).toEqual([]);
  });

  it('reset forgets everything; the same seed gives the same codes again', async () => {
    const { automation, greeted } = house();
    const code = async () =>
      (
        (await (await greeted(automation.open())).call('getAuthCode', { scopes: ['auth_base'] })) as {
          success: { authCode: string };
        }
      ).success.authCode;
    const first = await code();
    automation.reset();
    expect(automation.current).toBeNull();
    expect(automation.trace().some((event) => event.type === 'hop.requested')).toBe(false);
    expect(await code()).toBe(first);
    await greeted(automation.open({ seed: 'another' }));
    expect(automation.trace()[0]).toMatchObject({ type: 'session.opened', seed: 'another' });
  });
});

describe('the consent dialog, for tests', () => {
  const asking = async () => {
    const made = house();
    const page = await made.greeted(made.automation.open({ program: 'shop', persona: 'lena' }));
    page.tap();
    const reply = page.call('getAuthCode', { scopes: ['auth_user', 'USER_NAME'] });
    return { ...made, page, reply, asked: await made.automation.consent.wait() };
  };

  it('says what is asked, in words, and of whom', async () => {
    const { automation, asked } = await asking();
    expect(asked).toMatchObject({
      program: 'shop',
      scopes: [{ scope: 'auth_user' }, { scope: 'USER_NAME' }],
    });
    expect(automation.consent.open).toEqual(asked);
  });

  it('can be agreed to in part', async () => {
    const { automation, reply } = await asking();
    automation.consent.agree(['auth_user']);
    expect(await reply).toMatchObject({
      success: { authSuccessScopes: ['auth_user'], authErrorScopes: { USER_NAME: '10001' } },
    });
    expect(automation.consent.open).toBeNull();
  });

  it('can be rejected, or left in each way', async () => {
    const { automation, reply } = await asking();
    automation.consent.reject();
    expect(await reply).toMatchObject({ fail: { error: 11 } });
    const left = await asking();
    left.automation.consent.dismiss('timeout');
    expect(await left.reply).toMatchObject({ fail: { error: 10 } });
  });

  it('takes no scope that it does not ask for, and no answer while it is closed', async () => {
    const { automation } = await asking();
    expect(() => automation.consent.agree(['USER_GENDER'])).toThrow(
      'agree: expected scopes of the dialog (auth_user, USER_NAME), got "USER_GENDER"',
    );
    automation.consent.reject();
    expect(() => automation.consent.agree()).toThrow('expected an open consent dialog');
  });

  it('can be answered always, until the user is asked again', async () => {
    const { automation, page, reply } = await asking();
    automation.consent.reject();
    await reply;
    automation.consent.always({ agree: ['auth_user'] });
    expect(await page.call('getAuthCode', { scopes: ['auth_user', 'USER_NAME'] })).toHaveProperty('success');
    automation.consent.always(null);
    void page.call('getAuthCode', { scopes: ['USER_GENDER'] });
    expect((await automation.consent.wait()).scopes.map(({ scope }) => scope)).toEqual(['USER_GENDER']);
  });
});

describe('the merchant server, for tests', () => {
  it('tells what it was asked, what it asked the platform, and what it keeps', async () => {
    const { automation, greeted } = house();
    const page = await greeted(automation.open({ program: 'shop', persona: 'lena' }));
    expect(automation.merchant.session()).toBeNull();
    automation.consent.always('agree');
    const login = await page.call('getAuthCode', { scopes: ['auth_user'] });
    const { authCode } = (login as { success: { authCode: string } }).success;
    await page.call('request', { url: 'https://shop.example/login', method: 'POST', data: { authCode } });
    expect(automation.merchant.requests()).toMatchObject([
      {
        status: 'ok',
        request: { method: 'POST', url: 'https://shop.example/login' },
        reply: { value: { status: 200 } },
        openapi: [
          { step: 'openapi.applyToken', code: 'SUCCESS' },
          { step: 'openapi.inquiryUserInfo', code: 'SUCCESS' },
        ],
      },
    ]);
    expect(automation.merchant.session()).toHaveProperty('accessToken');
    expect(automation.merchant.session({ persona: 'omar' })).toBeNull();
    expect(automation.persona('lena').profile.userId).toBe(automation.merchant.session()?.customerId);
    expect(() => automation.persona('nobody')).toThrow('persona: expected one of');
  });
});

describe('while the page is starting', () => {
  it('there is ready to wait for, and everything else says so', async () => {
    const early = automationBefore(Promise.resolve());
    await expect(early.ready).resolves.toBeUndefined();
    expect(() => early.trace()).toThrow('wait for miniauth.ready first');
  });
});
