import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../../catalogue/index.ts';
import { DIALECTS } from '../../../contract/dialects/index.ts';
import type { JsonObject } from '../../../contract/json.ts';
import { GRANT_PRESETS } from '../../../contract/ledger.ts';
import { Simulator } from '../../simulator.ts';
import { HeadlessDocument, listing } from '../../testing/headless.ts';
import { manualTime } from '../../testing/manual-time.ts';
import { playScenario } from '../play.ts';
import { checkedScenario, scenarioFromSession } from './from-session.ts';

const START = 1_790_000_000_000;
const ROUTES = [{ method: 'POST', url: 'https://shop.example/login', does: 'login' }] as const;

function session() {
  const time = manualTime(START);
  const simulator = new Simulator({
    time,
    programs: [
      listing('shop', { scopes: ['auth_user', 'USER_NAME'], merchant: { routes: [...ROUTES] } }),
      listing('bank'),
    ],
    dialects: DIALECTS,
    personas: PERSONAS,
  });
  const open = (choice = {}) => new HeadlessDocument(simulator.open(choice));
  const agree = async (scopes = ['auth_user', 'USER_NAME']) => {
    await time.turn();
    const sheet = simulator.device.view.sheets.at(-1);
    if (sheet) simulator.device.answer<'consent'>(sheet.id, { ending: 'agree', scopes });
  };
  const codeOf = (reply: unknown): string => (reply as { success: { authCode: string } }).success.authCode;
  /** A login as a program does it. */
  const login = async (page: HeadlessDocument) => {
    page.tap();
    const reply = page.call('getAuthCode', { scopes: ['auth_user', 'USER_NAME'] });
    await agree();
    const authCode = codeOf(await reply);
    await page.call('request', { url: ROUTES[0].url, method: 'POST', data: { authCode } });
  };
  const replay = async () => {
    const saved = scenarioFromSession(simulator);
    return { ...saved, result: await playScenario(saved.scenario, simulator) };
  };
  return { time, simulator, open, agree, login, codeOf, replay };
}
const texts = (notes: readonly { code: string }[]) => notes.map(({ code }) => code);

describe('scenarioFromSession', () => {
  it('says a login in the words of a scenario, and it passes', async () => {
    const { simulator, open, login, replay } = session();
    await login(open({ dialect: 'qi', persona: 'sam' }));
    const { scenario, notes, result } = await replay();
    expect(scenario).toEqual({
      name: 'recorded/shop-20260921T141320',
      title: 'shop: my.getAuthCode → success',
      step: 'jsapi.getAuthCode',
      program: 'shop',
      dialect: 'qi',
      persona: 'sam',
      clock: { at: '2026-09-21T14:13:20.000Z' },
      seed: simulator.seed,
      play: [
        { tap: 'Sign in' },
        { call: 'getAuthCode', with: { scopes: ['auth_user', 'USER_NAME'] } },
        { user: 'agree' },
        { merchant: 'login' },
      ],
      expect: {
        answers: [
          { step: 'jsapi.getAuthCode', n: 1, code: null },
          { step: 'openapi.applyToken', n: 1, code: null },
          { step: 'openapi.inquiryUserInfo', n: 1, code: null },
          { step: 'merchant.request', n: 1, code: null },
        ],
        steps: expect.arrayContaining(['user.authorize', 'wallet.issueCode', 'openapi.applyToken']),
        granted: ['auth_user', 'USER_NAME'],
      },
    });
    expect([notes, result.problems]).toEqual([[], []]);
  });

  it('keeps what was ticked, time that passed, and calls apart', async () => {
    const { simulator, time, open, agree, codeOf, replay } = session();
    const page = open();
    page.tap();
    const first = page.call('getAuthCode', { scopes: ['auth_user', 'USER_NAME'] });
    await time.advance(3_400);
    await agree(['auth_user']);
    const code = codeOf(await first);
    await simulator.clock.jump(600_000);
    await page.call('request', { url: ROUTES[0].url, method: 'POST', data: { authCode: code } });
    await page.call('getAuthCode', { scopes: ['auth_base'] });
    const { scenario, result } = await replay();
    expect(scenario.play).toEqual([
      { tap: 'Sign in' },
      { call: 'getAuthCode', with: { scopes: ['auth_user', 'USER_NAME'] }, as: 'getAuthCode-1' },
      { wait: 3_400 },
      { user: { agree: ['auth_user'] } },
      { wait: '10m' },
      { merchant: 'login', code: 'getAuthCode-1' },
      { call: 'getAuthCode', with: { scopes: ['auth_base'] }, as: 'getAuthCode-2' },
    ]);
    expect(scenario.expect?.answers).toContainEqual({
      step: 'openapi.applyToken',
      n: 1,
      code: 'EXPIRED_CODE',
    });
    expect(result.problems).toEqual([]);
  });

  it('has rules by the count of the step, whenever they were added, and what was made at a stop', async () => {
    const { simulator, time, open, login, replay } = session();
    const page = open();
    await login(page);
    simulator.addRule({ at: 'spi.getAuthCode', outcome: 'timeout', times: 2 });
    await page.call('getAuthCode', { scopes: ['auth_user'] });
    await page.call('getAuthCode', { scopes: ['auth_user'] });
    simulator.addBreakpoint({ at: 'spi.getAuthCode' });
    const stopped = page.call('getAuthCode', { scopes: ['auth_user'] });
    await time.turn();
    simulator.stepper.stops[0]?.resume({ how: 'answer', reply: { value: { error: { code: '1002' } } } });
    await stopped;
    const { scenario, result } = await replay();
    expect(scenario.rules).toEqual([
      { at: 'spi.getAuthCode', from: 3, times: 2, outcome: 'timeout' },
      { at: 'spi.getAuthCode', from: 5, outcome: expect.anything() },
    ]);
    expect(result.problems).toEqual([]);
    expect(result.codes).toContainEqual({ step: 'spi.getAuthCode', code: '1002' });
  });

  it('calls what was chosen at an answer as it was called then', async () => {
    const { simulator, time, open, login, replay } = session();
    const page = open();
    await login(page);
    simulator.addBreakpoint({ at: 'spi.getAuthCode', where: 'answer' });
    const stopped = page.call('getAuthCode', { scopes: ['auth_user'] });
    await time.turn();
    const effect = { reply: { value: { error: { code: '1002', errorMsg: 'out to lunch' } } } };
    simulator.stepper.stops[0]?.resume({ how: 'inject', effect, title: 'Out to lunch' });
    await stopped;
    const { scenario, notes } = await replay();
    expect(scenario.rules).toEqual([
      { at: 'spi.getAuthCode', from: 3, outcome: effect, title: 'Out to lunch' },
    ]);
    expect(texts(notes)).toContain('editedAnswer');
  });

  it.each(GRANT_PRESETS)('knows where the user stood: %s', async (preset) => {
    const { simulator, open, replay } = session();
    simulator.setLedger('lena', 'shop', { preset });
    const page = open();
    await page.call('getAuthCode', { scopes: ['auth_base'] });
    const { scenario, notes, result } = await replay();
    // Lena has never met any program: that is what she brings.
    expect(scenario.grants).toEqual(preset === 'first-visit' ? undefined : { preset });
    expect([notes, result.problems]).toEqual([[], []]);
  });

  it('has other grants by scope, policies that differ, and says what no words are there for', async () => {
    const { simulator, open, login, replay } = session();
    simulator.setPolicies({ lives: { ...simulator.policies.lives, code: 1_000 }, revokeDropsConsent: true });
    const page = open();
    await login(page);
    simulator.open();
    simulator.open({ persona: 'sam' });
    simulator.editGrant('sam', 'shop', ['USER_NAME'], true);
    simulator.open({ persona: 'sam', dialect: 'qi' });
    const { scenario, notes } = await replay();
    expect(scenario.policies).toEqual({ lives: { code: 1_000 }, revokeDropsConsent: true });
    expect(scenario.grants).toEqual({ granted: ['USER_NAME'], declined: [] });
    expect(scenario.play).toEqual([]);
    expect(texts(notes)).toEqual(['earlierRuns']);
  });

  it('begins with the run that the first event that matters is in, and expects only what came since', async () => {
    const { simulator, open, login } = session();
    const page = open();
    await login(page);
    const from = simulator.trace.length;
    simulator.editGrant('lena', 'shop', ['auth_user'], false);
    await page.call('getAuthCode', { scopes: ['USER_NAME'] });
    const { scenario } = scenarioFromSession(simulator, { from });
    expect(scenario.play?.[0]).toEqual({ tap: 'Sign in' });
    expect(scenario.play).toContainEqual({ grant: { auth_user: false } });
    expect(scenario.expect?.answers).toEqual([{ step: 'jsapi.getAuthCode', n: 2, code: null }]);
    expect((await playScenario(scenario, simulator)).problems).toEqual([]);
  });

  it('a call whose page went away is gone in the play, too; one that was lost hangs', async () => {
    const { simulator, time, open, replay } = session();
    const page = open();
    page.tap();
    void page.call('getAuthCode', { scopes: ['auth_user'] });
    await time.turn();
    page.close();
    if (!simulator.run) throw new Error('nothing runs');
    const second = new HeadlessDocument(simulator.run, 'http://shop.localhost/second.html');
    simulator.addRule({ at: 'jsapi.getAuthCode', outcome: 'never' });
    void second.call('getAuthCode', { scopes: ['auth_user'] });
    await time.turn();
    const { scenario, notes, result } = await replay();
    expect(scenario.play).toContainEqual({ page: 'reload' });
    expect(scenario.expect?.hangs).toEqual(['getAuthCode-2']);
    expect(texts(notes)).toEqual(['otherPage']);
    expect(result.problems).toEqual([]);
  });

  it('has no code or token of the session as text', async () => {
    const { simulator, open, login, replay } = session();
    await login(open());
    const kept = simulator.state.merchant.lena?.shop;
    await simulator.callOpenApi({
      path: '/v1/authorizations/applyToken',
      headers: { 'Client-Id': 'bank' },
      body: { grantType: 'REFRESH_TOKEN', refreshToken: kept?.refreshToken ?? '' },
    });
    const { scenario, result } = await replay();
    expect(scenario.play?.at(-1)).toEqual({
      openapi: 'applyToken',
      client: '{{otherClientId}}',
      body: { grantType: 'REFRESH_TOKEN', refreshToken: '{{merchant.refreshToken}}' },
    });
    const secrets = [kept?.accessToken, kept?.refreshToken, ...Object.keys(simulator.state.wallet.codes)];
    for (const secret of secrets) expect(JSON.stringify(scenario)).not.toContain(secret ?? '-');
    expect(result.problems).toEqual([]);
  });

  it('what nobody plays is said: other requests of a page, things typed, calls that are none', async () => {
    const { open, replay } = session();
    const page = open();
    page.tap();
    page.raw('input 0 input {"target":"#name","label":"Name","value":"x"}');
    await page.call('noSuchCall', {});
    await page.call('request', { url: 'https://shop.example/prices', method: 'GET' });
    const { scenario, notes, result } = await replay();
    expect(scenario.play).toEqual([
      { tap: 'Sign in' },
      { call: 'request', with: { url: 'https://shop.example/prices', method: 'GET' } },
    ]);
    expect(texts(notes)).toEqual(expect.arrayContaining(['typed', 'unknownCall']));
    expect(result.problems).toEqual([]);
  });

  it('nothing was started: a clear error', () => {
    const { simulator } = session();
    expect(() => scenarioFromSession(simulator)).toThrow('no program was started');
  });
});

describe('checkedScenario', () => {
  it('says what comes out otherwise when nobody reacts', async () => {
    const { simulator, time, open, agree } = session();
    const page = open();
    page.tap();
    // Two at once: played one after the other, the second meets the first one's dialog.
    const calls = [
      page.call('getAuthCode', { scopes: ['auth_user'] }),
      page.call('getAuthCode', { scopes: ['USER_NAME'] }),
    ];
    await agree();
    await agree();
    await time.turn();
    void calls;
    const { notes, scenario } = await checkedScenario(simulator);
    const { problems } = await playScenario(scenario, simulator);
    expect(notes.filter(({ code }) => code === 'played')).toHaveLength(problems.length);
    expect(JSON.stringify(notes as unknown as JsonObject[])).not.toContain('undefined');
  });
});
