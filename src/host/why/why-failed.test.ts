import { beforeAll, describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/personas.ts';
import { type CatalogueScenario, catalogueScenarios } from '../../catalogue/scenarios/index.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Scenario } from '../../contract/scenario.ts';
import { type Hop, hopStatus } from '../hops.ts';
import { playScenario } from '../scenario/play.ts';
import type { Simulator } from '../simulator.ts';
import { HeadlessDocument, listing } from '../testing/headless.ts';
import { emptyHouse } from '../testing/random-session.ts';
import { whyOf, whySourceOf } from '../testing/why-source.ts';
import type { Cause, WhyLink, WhySource } from './types.ts';
import { whyFailed } from './why-failed.ts';

const house = { programs: [listing('shop')], dialects: DIALECTS, personas: PERSONAS };
const catalogue = catalogueScenarios(DIALECTS);

async function played(scenario: Scenario): Promise<Simulator> {
  const seen: Simulator[] = [];
  const result = await playScenario(scenario, { ...house, onPlayed: (simulator) => seen.push(simulator) });
  const [simulator] = seen;
  if (!simulator) throw new Error(`${scenario.name}: ${result.problems.join(' ')}`);
  return simulator;
}

function named(name: string): CatalogueScenario {
  const found = catalogue.find((scenario) => scenario.name === name);
  if (!found) throw new Error(`no scenario ${name}`);
  return found;
}

const causeIn = (links: readonly WhyLink[]): Cause | undefined => {
  const last = links.at(-1);
  return last?.kind === 'cause' ? last.cause : undefined;
};
const stepsIn = (links: readonly WhyLink[]) =>
  links.flatMap((link) => (link.kind === 'hop' ? [`${link.step} ${link.code ?? link.status}`] : []));

const hopsIn = (links: readonly WhyLink[]) =>
  links.flatMap((link) => (link.kind === 'hop' ? [link.hop] : []));

/** What is wrong with a chain, if anything. */
function problemsOf(hop: Hop, links: readonly WhyLink[], source: WhySource): string[] {
  const hops = hopsIn(links);
  const of = links.map((link) => (link.kind === 'cause' ? link.at : link.hop));
  const cause = causeIn(links);
  const named = cause && 'hop' in cause && cause.hop !== undefined ? [cause.hop] : [];
  const translated =
    hop.step === 'jsapi.getAuthCode' && hopStatus(hop) === 'failed' && hop.origin === 'performed';
  const checks: [boolean, string][] = [
    [links[0]?.kind === 'hop' && hops[0] === hop.id, 'it does not begin with the hop'],
    [cause !== undefined, 'it does not end in a cause'],
    [links.filter(({ kind }) => kind === 'cause').length === 1, 'it has more than one cause'],
    [
      hops.every((id, n) => n === 0 || source.childrenOf(hops[n - 1] ?? '').includes(id)),
      'it leaves the way',
    ],
    [[...of, ...named].every((id) => source.hop(id) !== undefined), 'it names a hop that is not there'],
    [!translated || (links[1]?.kind === 'line' && links[2]?.kind === 'outcome'), 'the dialect has no say'],
  ];
  return checks.flatMap(([good, problem]) => (good ? [] : [problem]));
}

describe('whyFailed, over the whole catalogue', () => {
  const problems: string[] = [];
  /** Where nobody interfered, and nothing but the answer says why. */
  const answered = new Set<string>();
  /** Calls that failed under a rule, and whose cause is another one. */
  const noRule: string[] = [];
  let chains = 0;

  // Room for a busy machine: it takes seconds.
  beforeAll(async () => {
    for (const scenario of catalogue) {
      const simulator = await played(scenario);
      const source = whySourceOf(simulator);
      for (const hop of simulator.hops.rows) {
        const links = whyFailed(hop, source);
        if (hopStatus(hop) === 'ok' && links.length === 0) continue;
        chains++;
        problems.push(...problemsOf(hop, links, source).map((text) => `${scenario.name} ${hop.id}: ${text}`));
        const cause = causeIn(links);
        const called = hop.parent === undefined && hopStatus(hop) !== 'ok';
        if (scenario.rules && called && cause?.why !== 'rule') noRule.push(`${scenario.name}: ${cause?.why}`);
        if (cause?.why !== 'answered') continue;
        const last = source.hop(hopsIn(links).at(-1) ?? '');
        answered.add(`${last?.step} ${last?.code}${cause.detail ? '' : ', without a word'}`);
      }
    }
  }, 300_000);

  it('has a chain for every hop that failed, hangs or is gone, from it down to a cause', () => {
    expect(problems).toEqual([]);
    expect(chains).toBeGreaterThan(3_000);
  });

  it('finds the rule behind what the program saw of it, wherever the rule is', () => {
    expect(noRule).toEqual([]);
  });

  it('leaves it at the answer only where the platform itself says what is wrong with the request', () => {
    expect([...answered].sort()).toEqual([
      'openapi.applyToken AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE',
      'openapi.applyToken INVALID_API',
      'openapi.applyToken INVALID_AUTH_CLIENT',
      'openapi.applyToken PARAM_ILLEGAL',
      'openapi.applyToken REFERENCE_CLIENT_ID_NOT_MATCH',
      'openapi.inquiryUserInfo ACCESS_DENIED',
      'openapi.inquiryUserInfo INVALID_AUTH_CLIENT',
      'openapi.inquiryUserInfo PARAM_ILLEGAL',
    ]);
  });
});

describe('whyFailed says what is behind', () => {
  const cases: [name: string, step: string, cause: object][] = [
    ['qi/consent/reject', 'jsapi.getAuthCode', { why: 'user', ending: 'reject' }],
    ['qi/consent/close', 'jsapi.getAuthCode', { why: 'user', ending: 'close' }],
    ['qi/consent/agree-to-nothing', 'jsapi.getAuthCode', { why: 'user', ending: 'nothing' }],
    ['qi/consent/timeout', 'jsapi.getAuthCode', { why: 'limit', ms: 120_000, jump: expect.any(Number) }],
    [
      'qi/request/bad-scopes',
      'jsapi.getAuthCode',
      { why: 'arguments', detail: expect.stringMatching(/^scopes/) },
    ],
    [
      'qi/request/unknown-scope',
      'jsapi.getAuthCode',
      { why: 'scopes', refused: [[expect.any(String), 'unknown']] },
    ],
    [
      'qi/concurrency/second-call-while-asked',
      'jsapi.getAuthCode',
      { why: 'dialogOpen', hop: 'r1/jsapi.getAuthCode#1' },
    ],
    [
      'qi/concurrency/page-left-while-asked',
      'jsapi.getAuthCode',
      { why: 'gone', reason: 'navigated', seq: expect.any(Number) },
    ],
    ['qi/life/agreement-lapses', 'openapi.inquiryUserInfo', { why: 'lapsed', jump: expect.any(Number) }],
    [
      'token/v1/code-used',
      'openapi.applyToken',
      { why: 'codeUsed', failed: false, hop: expect.stringMatching(/openapi\.applyToken#1$/) },
    ],
    [
      'token/v1/code-expired',
      'openapi.applyToken',
      {
        why: 'codeExpired',
        ms: 600_000,
        jump: expect.any(Number),
        hop: expect.stringMatching(/wallet\.issueCode#1$/),
      },
    ],
    ['token/v1/code-withdrawn', 'openapi.applyToken', { why: 'codeVoid' }],
    ['token/v1/code-invalid', 'openapi.applyToken', { why: 'codeUnknown' }],
    ['qi/jsapi.getAuthCode/unknown-code', 'openapi.applyToken', { why: 'codeUnknown' }],
    [
      'token/v1/code-wrong-client',
      'openapi.applyToken',
      { why: 'otherClient', issuedTo: 'shop', asked: 'another', hop: expect.any(String) },
    ],
    ['token/v1/refresh-used', 'openapi.applyToken', { why: 'tokenUsed', hop: expect.any(String) }],
    ['token/v1/access-expired', 'openapi.inquiryUserInfo', { why: 'tokenExpired', ms: 3_600_000 }],
    ['token/v1/access-invalid', 'openapi.inquiryUserInfo', { why: 'tokenUnknown' }],
    ['qi/spi.showAuthPage/agreed-unasked', 'jsapi.getAuthCode', { why: 'rule', effect: 'reply' }],
    ['qi/wallet.issueCode/never', 'jsapi.getAuthCode', { why: 'rule', effect: 'never' }],
    ['qi/jsapi.getAuthCode/never', 'jsapi.getAuthCode', { why: 'rule', effect: 'never' }],
    ['qi/wallet.issueCode/late', 'jsapi.getAuthCode', { why: 'rule', effect: 'late' }],
    ['qi/merchant.request/network-12', 'jsapi.request', { why: 'rule', effect: 'reply' }],
  ];
  it.each(cases)('%s, %s', async (name, step, cause) => {
    const simulator = await played(named(name));
    const failed = simulator.hops.rows.filter((hop) => hop.step === step && hopStatus(hop) !== 'ok');
    const chains = failed.map((hop) => causeIn(whyFailed(hop, whySourceOf(simulator))));
    expect(chains).toContainEqual(expect.objectContaining(cause));
  });

  it('the whole way: call, line, ending, hops, cause', async () => {
    const simulator = await played(named('qi/consent/reject'));
    expect(whyOf(simulator, 'jsapi.getAuthCode')).toEqual([
      {
        kind: 'hop',
        hop: 'r1/jsapi.getAuthCode#1',
        step: 'jsapi.getAuthCode',
        status: 'failed',
        code: '1001',
      },
      {
        kind: 'line',
        hop: 'r1/jsapi.getAuthCode#1',
        of: { dialect: 'Qi wallet' },
        code: '1001',
        message: 'ERROR_CODE_USER_CANCEL',
        source: '001',
      },
      { kind: 'outcome', hop: 'r1/jsapi.getAuthCode#1', outcome: 'rejected', detail: expect.any(String) },
      expect.objectContaining({ kind: 'hop', step: 'spi.showAuthPage', code: '1001' }),
      expect.objectContaining({ kind: 'hop', step: 'user.authorize', code: 'reject' }),
      {
        kind: 'cause',
        at: expect.stringContaining('user.authorize'),
        cause: { why: 'user', ending: 'reject' },
      },
    ]);
  });

  it('a server that answered 200 and hides that its own call failed', async () => {
    const simulator = await played(named('qi/openapi.applyToken/expired-code'));
    expect(stepsIn(whyOf(simulator, 'jsapi.request'))).toEqual([
      'jsapi.request ok',
      'merchant.request 200',
      'openapi.applyToken EXPIRED_CODE',
    ]);
  });

  it('nothing, when it ended well', async () => {
    const simulator = await played({ name: 'login' });
    expect(whyOf(simulator, 'jsapi.getAuthCode')).toEqual([]);
    expect(whyOf(simulator, 'jsapi.request')).toEqual([]);
    expect(causeIn(whyOf(simulator, 'spi.getAuthCode', 1))).toEqual({ why: 'noAgreement' });
  });
});

describe('whyFailed knows what was done by hand', () => {
  async function stopped(at: string, where: 'request' | 'answer' = 'request') {
    const { simulator, time } = emptyHouse(PERSONAS);
    simulator.addBreakpoint({ at, where });
    const page = new HeadlessDocument(simulator.open({ persona: 'lena', dialect: 'qi' }));
    page.tap();
    simulator.device.autoAnswer = () => ({ ending: 'agree', scopes: ['auth_user'] });
    void page.call('getAuthCode', { scopes: ['auth_user'] });
    const settle = async () => {
      for (let n = 0; n < 5; n++) await time.turn();
    };
    await settle();
    const stop = simulator.stepper.stops[0];
    if (!stop) throw new Error('nothing stopped');
    return { simulator, stop, settle, page };
  }
  const reply = { value: { error: { code: '1002', errorMsg: 'down' } } };

  it('a stop that nobody has decided about', async () => {
    const { simulator } = await stopped('wallet.issueCode');
    expect(causeIn(whyOf(simulator, 'jsapi.getAuthCode'))).toEqual({ why: 'stopped' });
  });

  it.each(['request', 'answer'] as const)(
    'an answer in the place of the real one, at the %s',
    async (where) => {
      const { simulator, stop, settle } = await stopped('wallet.issueCode', where);
      stop.resume({ how: 'answer', reply });
      await settle();
      expect(causeIn(whyOf(simulator, 'jsapi.getAuthCode'))).toEqual({ why: 'person', how: 'answer' });
    },
  );

  it.each(['request', 'answer'] as const)(
    'a documented outcome that was chosen, at the %s',
    async (where) => {
      const { simulator, stop, settle } = await stopped('wallet.issueCode', where);
      stop.resume({ how: 'inject', effect: { reply }, title: 'The backend is down' });
      await settle();
      expect(causeIn(whyOf(simulator, 'jsapi.getAuthCode'))).toEqual({
        why: 'person',
        how: 'outcome',
        title: 'The backend is down',
      });
    },
  );

  it('a hop that was dropped', async () => {
    const { simulator, stop, settle } = await stopped('jsapi.getAuthCode');
    stop.resume({ how: 'drop' });
    await settle();
    expect(causeIn(whyOf(simulator, 'jsapi.getAuthCode'))).toEqual({ why: 'person', how: 'drop' });
  });

  it('a request that was changed so that it is refused', async () => {
    const { simulator, stop, settle } = await stopped('jsapi.getAuthCode');
    stop.resume({ how: 'edit', value: { scopes: 7 } });
    await settle();
    expect(causeIn(whyOf(simulator, 'jsapi.getAuthCode'))).toEqual({ why: 'person', how: 'edit' });
  });

  it('a grant that was taken back in the settings, and where', async () => {
    const { simulator, time } = emptyHouse(PERSONAS);
    const page = new HeadlessDocument(simulator.open({ persona: 'lena', dialect: 'qi' }));
    page.tap();
    simulator.editGrant('lena', 'shop', ['auth_user'], true);
    simulator.editGrant('lena', 'shop', ['auth_user'], false);
    const withdrawn = simulator.trace.events.findLast(({ type }) => type === 'wallet')?.seq;
    void page.call('getAuthCode', { scopes: ['auth_user'] });
    for (let n = 0; n < 5; n++) await time.turn();
    expect(causeIn(whyOf(simulator, 'spi.getAuthCode'))).toEqual({ why: 'withdrawn', seq: withdrawn });
    // The sheet is open: what waits is the user.
    expect(stepsIn(whyOf(simulator, 'jsapi.getAuthCode')).at(-1)).toBe('user.authorize waiting');
    expect(causeIn(whyOf(simulator, 'jsapi.getAuthCode'))).toEqual({ why: 'waiting' });
  });
});
