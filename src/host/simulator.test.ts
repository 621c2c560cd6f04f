import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import type { ConsentEnding } from '../contract/consent.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import type { JsonObject } from '../contract/json.ts';
import type { Manifest } from '../contract/program.ts';
import type { Effect } from '../contract/rule.ts';
import { stepOfHop } from '../contract/steps.ts';
import { Simulator } from './simulator.ts';
import type { Choice } from './simulator-api.ts';
import { HeadlessDocument, listing } from './testing/headless.ts';
import { manualTime } from './testing/manual-time.ts';
import { fold } from './trace.ts';

const START = 1_790_000_000_000;

function start(choice: Partial<Choice> = {}, manifest: Manifest = {}) {
  const time = manualTime(START);
  const simulator = new Simulator({
    time,
    programs: [listing('shop', manifest)],
    dialects: DIALECTS,
    personas: PERSONAS,
  });
  const run = simulator.open({ dialect: 'mini-program-platform', ...choice });
  const page = new HeadlessDocument(run);
  page.tap();
  const answer = (ending: ConsentEnding | undefined) => {
    simulator.device.autoAnswer = (sheet) => (sheet.kind === 'consent' ? ending : undefined);
  };
  const steps = () => simulator.hops.rows.filter((hop) => !hop.observed).map((hop) => hop.step);
  return { simulator, run, page, time, answer, steps };
}
const login = { scopes: ['auth_user'] };
const codeOf = (reply: unknown) => (reply as { success: { authCode: string } }).success.authCode;
const post = (page: HeadlessDocument, authCode: string) =>
  page.call('request', { url: 'https://shop.example/login', method: 'POST', data: { authCode } });

describe('the whole flow of document 001', () => {
  it('asks, gets consent, exchanges and greets, in the documented order of steps', async () => {
    const { page, answer, steps } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    const authCode = codeOf(await page.call('getAuthCode', login));
    expect(authCode).toMatch(/^\d{13}$/);
    expect(await post(page, authCode)).toMatchObject({ success: { status: 200, data: { ok: true } } });
    expect(steps()).toEqual([
      'jsapi.getAuthCode',
      'spi.getAuthorizedScopes',
      'spi.getAuthCode',
      'spi.showAuthPage',
      'user.authorize',
      'wallet.submitConsent',
      'spi.getAuthCode',
      'wallet.issueCode',
      'jsapi.request',
      'merchant.request',
      'openapi.applyToken',
      'openapi.inquiryUserInfo',
    ]);
  });

  it('never shows the dialog for silent scopes', async () => {
    const { page, steps } = start();
    expect(await page.call('getAuthCode', { scopes: ['auth_base'] })).toHaveProperty('success.authCode');
    expect(steps()).not.toContain('user.authorize');
  });

  it('does not ask again for scopes granted before', async () => {
    const { page, answer, steps } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    await page.call('getAuthCode', login);
    await page.call('getAuthCode', login);
    expect(steps().filter((step) => step === 'user.authorize')).toHaveLength(1);
  });

  it('asks only for what is missing of a mixed request', async () => {
    const { simulator, page } = start();
    simulator.editGrant(simulator.choice.persona, 'shop', ['auth_user'], true);
    const asked: string[][] = [];
    simulator.device.autoAnswer = (sheet) => {
      if (sheet.kind !== 'consent') return undefined;
      asked.push(sheet.scopes.map((scope) => scope.scope));
      return { ending: 'agree', scopes: ['USER_NAME'] };
    };
    await page.call('getAuthCode', { scopes: ['auth_base', 'auth_user', 'USER_NAME'] });
    expect(asked).toEqual([['USER_NAME']]);
  });

  it('grants a part: a code with authSuccessScopes and authErrorScopes', async () => {
    const { page, answer } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    expect(await page.call('getAuthCode', { scopes: ['auth_user', 'USER_NAME'] })).toMatchObject({
      success: { authSuccessScopes: ['auth_user'], authErrorScopes: { USER_NAME: '10001' } },
    });
  });

  it('never passes a userId or a token to the program (document 002, FAQ 3)', async () => {
    const { simulator, page, answer } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    await post(page, codeOf(await page.call('getAuthCode', login)));
    const secrets = Object.keys(simulator.state.wallet.tokens);
    expect(secrets).toHaveLength(2);
    for (const secret of secrets) expect(page.received.join('\n')).not.toContain(secret);
  });
});

describe('every ending of the consent dialog', () => {
  const cases: [string, ConsentEnding, ...codes: [number, number, number, number]][] = [
    ['reject', { ending: 'reject' }, 1001, 11, 11, 11],
    ['close', { ending: 'close' }, 1001, 11, 11, 10],
    ['Escape', { ending: 'escape' }, 1001, 11, 11, 3],
    ['the background', { ending: 'background' }, 1001, 11, 10, 10],
    ['agreeing to nothing', { ending: 'agree', scopes: [] }, 1001, 11, 11, 11],
    ['the host failing', { ending: 'failed', message: 'no screen' }, 1000, 3, 1005, 3],
  ];
  for (const [name, ending, qi, mpp, mixed, china] of cases)
    for (const [dialect, error] of [
      ['qi', qi],
      ['mini-program-platform', mpp],
      ['besuperapp', mixed],
      ['alipay-cn', china],
    ] as const)
      it(`${name} is ${error} in ${dialect}, and grants nothing`, async () => {
        const { simulator, page, answer } = start({ dialect });
        answer(ending);
        expect(await page.call('getAuthCode', login)).toMatchObject({ fail: { error } });
        expect(simulator.wallet.granted(simulator.choice.persona, 'shop')).toEqual([]);
        expect(page.stray).toEqual([]);
      });

  it('nobody answering in time is 1003 in qi and 10 in mini-program-platform', async () => {
    for (const [dialect, error] of [
      ['qi', 1003],
      ['mini-program-platform', 10],
    ] as const) {
      const { simulator, page, time } = start({ dialect });
      const reply = page.call('getAuthCode', login);
      await time.advance(120_001);
      expect(await reply).toMatchObject({ fail: { error } });
      expect(simulator.device.view.sheets).toEqual([]);
    }
  });

  it('a document that goes away: no callback, the dialog closes, nothing is granted, a late Agree changes nothing', async () => {
    const { simulator, page, time } = start();
    const reply = page.call('getAuthCode', login);
    let settled = false;
    reply.then(() => {
      settled = true;
    });
    await time.advance(0);
    const [sheet] = simulator.device.view.sheets;
    expect(sheet?.kind).toBe('consent');
    page.close();
    expect(simulator.device.view.sheets).toEqual([]);
    expect(simulator.device.answer(sheet?.id ?? '', { ending: 'agree', scopes: ['auth_user'] })).toBe(false);
    await time.advance(1_000_000);
    expect(settled).toBe(false);
    expect(simulator.wallet.granted(simulator.choice.persona, 'shop')).toEqual([]);
    expect(simulator.hops.rows.find((hop) => hop.step === 'jsapi.getAuthCode')?.abandoned).toBe('callerGone');
  });

  it('a code issued for a caller that is gone is void', async () => {
    const { simulator, page, time } = start();
    simulator.addRule({ at: 'spi.getAuthCode', times: 1, outcome: { late: 5_000 } });
    page.call('getAuthCode', { scopes: ['auth_base'] });
    await time.advance(1_000);
    const [code] = Object.values(simulator.state.wallet.codes);
    expect(code?.status).toBe('live');
    page.close();
    expect(Object.values(simulator.state.wallet.codes)[0]?.status).toBe('void');
    await time.advance(10_000);
    expect(simulator.hops.rows.find((hop) => hop.step === 'spi.getAuthCode')?.ignored).toHaveLength(1);
  });
});

describe('a service that fails', () => {
  const error = (code: string): Effect => ({ reply: { value: { error: { code, errorMsg: '' } } } });
  const cases: [string, Effect, number, number][] = [
    ['SPI 1000', error('1000'), 1000, 3],
    ['SPI 1001 without a dialog', error('1001'), 1001, 11],
    ['SPI 1002', error('1002'), 1002, 3],
    ['SPI 1003', error('1003'), 1003, 10],
    ['SPI 1005', error('1005'), 1000, 3],
    ['a throw', { reply: { failure: { kind: 'threw', message: 'boom' } } }, 1002, 3],
    ['a hang', { never: true }, 1003, 10],
    ['a wrong shape', { reply: { value: 'nonsense' } }, 1000, 3],
    ['a code of the wrong type', { reply: { value: { authCode: 7 } } }, 1000, 3],
    ['no authCode', { reply: { value: {} } }, 1000, 10],
    ['2001 twice', error('2001'), 2001, 3],
  ];
  for (const [name, effect, qi, mpp] of cases)
    for (const [dialect, code] of [
      ['qi', qi],
      ['mini-program-platform', mpp],
    ] as const)
      it(`${name} at spi.getAuthCode is ${code} in ${dialect}`, async () => {
        const { simulator, page, time, answer } = start({ dialect });
        answer({ ending: 'agree', scopes: ['auth_user'] });
        simulator.addRule({ at: 'spi.getAuthCode', times: 'always', outcome: effect });
        const reply = page.call('getAuthCode', login);
        await time.advance(60_000);
        expect(await reply).toMatchObject({ fail: { error: code } });
      });

  it('2001 from getAuthorizedScopes counts as a service error', async () => {
    const { simulator, page } = start({ dialect: 'qi' });
    simulator.addRule({ at: 'spi.getAuthorizedScopes', times: 1, outcome: error('2001') });
    expect(await page.call('getAuthCode', login)).toMatchObject({ fail: { error: 1002 } });
  });

  it('2001 from showAuthPage ends the call as pending', async () => {
    const { simulator, page } = start({ dialect: 'qi' });
    simulator.addRule({ at: 'spi.showAuthPage', times: 1, outcome: error('2001') });
    expect(await page.call('getAuthCode', login)).toMatchObject({ fail: { error: 2001 } });
  });

  it('spi.getAuthCode runs at most twice', async () => {
    const { simulator, page, answer, steps } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    simulator.addRule({ at: 'spi.getAuthCode', times: 'always', outcome: error('2001') });
    await page.call('getAuthCode', login);
    expect(steps().filter((step) => step === 'spi.getAuthCode')).toHaveLength(2);
  });

  it('a code that the service made itself is adopted, and can be exchanged', async () => {
    const { page, steps } = start({ service: 'always-agrees' });
    const reply = await post(page, codeOf(await page.call('getAuthCode', login)));
    expect(reply).toMatchObject({ success: { data: { ok: true } } });
    expect(steps()).not.toContain('user.authorize');
  });
});

describe('arguments and scopes', () => {
  for (const [dialect, bad] of [
    ['qi', 3],
    ['mini-program-platform', 2],
  ] as const) {
    it(`scopes of the wrong type are ${bad} in ${dialect}, and nobody is asked`, async () => {
      for (const scopes of [7, {}, [1], [''], [], null] as never[]) {
        const { page, steps } = start({ dialect });
        expect(await page.call('getAuthCode', { scopes })).toMatchObject({ fail: { error: bad } });
        expect(steps()).toEqual(['jsapi.getAuthCode']);
      }
    });

    it(`an unknown scope alone is ${bad} in ${dialect}, without a dialog`, async () => {
      const { page, steps } = start({ dialect });
      expect(await page.call('getAuthCode', { scopes: ['NO_SUCH'] })).toMatchObject({
        fail: { error: bad, authErrorScopes: { NO_SUCH: '10001' } },
      });
      expect(steps()).not.toContain('spi.showAuthPage');
    });
  }

  it('an unknown scope among others goes to authErrorScopes and the flow goes on', async () => {
    const { page } = start();
    expect(await page.call('getAuthCode', { scopes: ['auth_base', 'NO_SUCH'] })).toMatchObject({
      success: { authSuccessScopes: ['auth_base'], authErrorScopes: { NO_SUCH: '10001' } },
    });
  });

  it('a scope that the program did not apply for is refused with a notice', async () => {
    const { simulator, page } = start({}, { scopes: ['auth_base'] });
    await page.call('getAuthCode', { scopes: ['auth_base', 'auth_user'] });
    expect(simulator.trace.events.some((e) => e.type === 'notice' && e.code === 'scopeNotApplied')).toBe(
      true,
    );
  });

  it('consent on the first screen: a notice under warn, a failure under refuse', async () => {
    for (const firstScreen of ['warn', 'refuse'] as const) {
      const { simulator, run, answer } = start({}, { firstScreen });
      const untouched = new HeadlessDocument(simulator.open());
      expect(run.stopped).toBe('restarted');
      answer({ ending: 'agree', scopes: ['auth_user'] });
      const reply = await untouched.call('getAuthCode', login);
      expect(reply).toHaveProperty(firstScreen === 'warn' ? 'success' : 'fail');
      expect(simulator.trace.events.some((e) => e.type === 'notice' && e.code === 'firstScreen')).toBe(true);
    }
  });
});

describe('concurrency', () => {
  it('a second call that needs consent while the dialog is open fails as pending; a silent one proceeds', async () => {
    const { simulator, page, time } = start({ dialect: 'qi' });
    const first = page.call('getAuthCode', login);
    await time.advance(0);
    expect(await page.call('getAuthCode', { scopes: ['USER_NAME'] })).toMatchObject({
      fail: { error: 2001 },
    });
    expect(await page.call('getAuthCode', { scopes: ['auth_base'] })).toHaveProperty('success');
    expect(simulator.device.view.sheets).toHaveLength(1);
    simulator.device.answer(simulator.device.view.sheets[0]?.id ?? '', {
      ending: 'agree',
      scopes: ['auth_user'],
    });
    expect(await first).toHaveProperty('success');
  });
});

describe('the trace', () => {
  it('parents lead from every hop to the call of the program', async () => {
    const { simulator, page, answer } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    await post(page, codeOf(await page.call('getAuthCode', login)));
    const token = simulator.hops.rows.find((hop) => hop.step === 'openapi.applyToken');
    expect(token?.parent && stepOfHop(token.parent)).toBe('merchant.request');
    for (const hop of simulator.hops.rows)
      if (hop.parent) expect(simulator.hops.get(hop.parent)).toBeDefined();
  });

  it('the state is the fold of the events', async () => {
    const { simulator, page, answer } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    await post(page, codeOf(await page.call('getAuthCode', login)));
    expect(fold(simulator.trace.events)).toEqual(simulator.state);
  });

  it('the same seed and the same calls give the same events, byte for byte, on a frozen clock', async () => {
    const record = async () => {
      const { simulator, page, answer } = start();
      answer({ ending: 'agree', scopes: ['auth_user'] });
      await post(page, codeOf(await page.call('getAuthCode', login)));
      return JSON.stringify(simulator.trace.events);
    };
    expect(await record()).toBe(await record());
  });
});

describe('a run that is done again', () => {
  it('tells how far it is; cancelled, it goes on live from where it is, and so does the clock', async () => {
    const { simulator, page, answer } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    await page.call('getAuthCode', login);
    const target = simulator.hops.rows.find((hop) => hop.step === 'user.authorize');
    const all = target?.index;
    const again = new HeadlessDocument(simulator.runAgain({ to: { hop: target?.id ?? '' }, then: 'pause' }));
    const { replay } = simulator.gate;
    expect([replay?.progress, replay?.ended, simulator.clock.frozen]).toEqual([
      { done: 0, of: all },
      undefined,
      true,
    ]);
    again.tap();
    expect(replay?.progress).toEqual({ done: 1, of: all });
    replay?.cancel();
    expect([replay?.ended, simulator.clock.frozen]).toEqual([{ how: 'cancelled' }, false]);
  });
});

describe('the network of the phone', () => {
  it('without one, no request reaches the merchant server: error 12', async () => {
    const { simulator, page } = start();
    simulator.device.set({ networkType: 'NOTREACHABLE' });
    expect(await post(page, '1234567890123')).toMatchObject({ fail: { error: 12 } });
  });

  it('a request that nobody answers ends with 13, and its hop with it', async () => {
    const { simulator, page, time } = start();
    simulator.addRule({ at: 'merchant.request', times: 1, outcome: { never: true } });
    const reply = post(page, '1234567890123');
    await time.advance(30_001);
    expect(await reply).toMatchObject({ fail: { error: 13 } });
    expect(simulator.gate.inFlight).toBe(0);
  });
});

describe('a bounded trace', () => {
  it('forgets old hops with their events, and knows the same state', async () => {
    const time = manualTime(START);
    const make = (traceLimit?: number) =>
      new Simulator({
        time,
        programs: [listing('shop')],
        dialects: DIALECTS,
        personas: PERSONAS,
        ...(traceLimit === undefined ? {} : { traceLimit }),
      });
    const bounded = make(50);
    const whole = make();
    for (const simulator of [bounded, whole]) {
      const page = new HeadlessDocument(simulator.open());
      for (let i = 0; i < 30; i++) await page.call('getAuthCode', { scopes: ['auth_base'] });
    }
    expect(bounded.trace.events.length).toBeLessThanOrEqual(56);
    expect(bounded.hops.rows.length).toBeLessThan(30);
    expect(bounded.hops.rows.map((hop) => hop.index)).toEqual(bounded.hops.rows.map((_, index) => index));
    expect(bounded.trace.length).toBe(whole.trace.length);
    expect(bounded.state).toEqual(whole.state);
  });
});

describe('messages of a hostile guest', () => {
  it('change nothing and are noticed', async () => {
    const { simulator, page } = start();
    const before = JSON.stringify(simulator.state.wallet);
    const bad = [
      '',
      'call',
      'call 1 getAuthCode',
      'call 1 getAuthCode {',
      'nonsense 1 x {}',
      'reply 1 success {}',
      'storage 0 wallet {"op":"clear"}',
      'storage 0 local {"op":"set","key":1,"value":2}',
      'observed 0 getAuthCode {"args":{},"reply":{"success":{}}}',
      'notice 0 flood {"params":{}}',
      'notice 0 __proto__ {"params":{}}',
      'input 0 click {"target":7}',
      `call 2 getAuthCode ${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    ];
    for (const text of bad) page.raw(text);
    expect(simulator.trace.events.filter((e) => e.type === 'notice' && e.code === 'badMessage')).toHaveLength(
      bad.length,
    );
    expect(JSON.stringify(simulator.state.wallet)).toBe(before);
  });

  it('a call that is too long is refused before it is parsed', () => {
    const { page } = start();
    page.raw(`call 9 getAuthCode {"scopes":["${'x'.repeat(70_000)}"]}`);
    expect(page.received.at(-2)).toMatch(/^reply 9 fail \{"error":2,/);
  });

  it('what my.getAuthCode says to a message that is not accepted is the dialect’s', () => {
    const { page } = start({ dialect: 'qi' });
    page.raw(`call 9 getAuthCode {"scopes":["${'x'.repeat(70_000)}"]}`);
    expect(page.received.at(-2)).toMatch(/^reply 9 fail \{"error":3,/);
    page.raw('refused 11 getAuthCode {"problem":"a cycle"}');
    expect(page.received.at(-2)).toMatch(/^reply 11 fail \{"error":3,/);
    page.raw('refused 12 alert {"problem":"a cycle"}');
    expect(page.received.at(-2)).toBe('reply 12 fail {"error":2,"errorMessage":"a cycle"}');
    page.raw('call 10 getAuthCode {');
    expect(page.received.at(-2)).toMatch(/^reply 10 fail \{"error":3,/);
  });

  it('names of Object.prototype are no JSAPI', async () => {
    const { page } = start();
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      expect(((await page.call(name)) as { fail: JsonObject }).fail.error).toBe(1);
    expect(({} as JsonObject).polluted).toBeUndefined();
  });

  it('a scope may be called __proto__, and is refused like any other unknown one', async () => {
    const { page } = start();
    await page.call('getAuthCode', { scopes: ['__proto__', 'auth_base'] });
    expect(page.received.at(-1)).toContain('"authErrorScopes":{"__proto__":"10001"}');
  });

  it('own __proto__ keys in arguments pollute nothing', async () => {
    const { page } = start();
    page.raw('call 50 getAuthCode {"scopes":["auth_base"],"__proto__":{"polluted":1}}');
    expect(({} as JsonObject).polluted).toBeUndefined();
  });
});

describe('<button open-type="getAuthorize">', () => {
  it('asks for the scope behind the data by the same flow, and lets the program have it', async () => {
    const { page, answer, steps } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    expect(await page.call('getOpenUserInfo')).toMatchObject({ fail: { error: 40003 } });
    expect(await page.call('getAuthorize', { scope: 'userInfo' })).toEqual({ success: {} });
    expect(steps()).toContain('user.authorize');
    expect(await page.call('getOpenUserInfo')).toHaveProperty('success');
  });

  it('does not ask again for what is granted', async () => {
    const { page, answer, steps } = start();
    answer({ ending: 'agree', scopes: ['auth_user'] });
    await page.call('getAuthCode', login);
    const before = steps().filter((step) => step === 'user.authorize').length;
    expect(await page.call('getAuthorize', { scope: 'userInfo' })).toEqual({ success: {} });
    expect(steps().filter((step) => step === 'user.authorize')).toHaveLength(before);
  });

  it('fails as my.getAuthCode does when the user rejects', async () => {
    const { page, answer } = start();
    answer({ ending: 'reject' });
    expect(await page.call('getAuthorize', { scope: 'userInfo' })).toMatchObject({ fail: { error: 11 } });
  });

  it('fails with 40006 when the program applied for no such scope, with 2 for a scope that is none', async () => {
    const { page } = start({}, { scopes: ['auth_base'] });
    expect(await page.call('getAuthorize', { scope: 'phoneNumber' })).toMatchObject({
      fail: { error: 40006 },
    });
    expect(await page.call('getAuthorize', { scope: 'everything' })).toMatchObject({ fail: { error: 2 } });
  });
});
