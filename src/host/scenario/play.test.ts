import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { PlayItem, Scenario } from '../../contract/scenario.ts';
import { listing } from '../testing/headless.ts';
import { playScenario } from './play.ts';

const house = { programs: [listing('shop')], dialects: DIALECTS, personas: PERSONAS };
const play = (scenario: Omit<Scenario, 'name'>, around = house) =>
  playScenario({ name: 'x', ...scenario }, around);
const problems = async (items: PlayItem[], expected: Scenario['expect'] = {}, more: Partial<Scenario> = {}) =>
  (await play({ ...more, play: items, expect: expected })).problems;
const ask: PlayItem = { call: 'getAuthCode' };

describe('a scenario without a play', () => {
  it('signs the user in: a code, its exchange, the user', async () => {
    const result = await playScenario(
      {
        name: 'login',
        expect: {
          answers: [{ step: 'jsapi.getAuthCode', code: null }],
          steps: ['user.authorize', 'merchant.request', 'openapi.applyToken', 'openapi.inquiryUserInfo'],
          granted: ['auth_user'],
        },
      },
      house,
    );
    expect(result).toEqual({
      name: 'login',
      title: 'login',
      dialect: 'mini-program-platform',
      step: 'jsapi.getAuthCode',
      code: null,
      status: 'passed',
      problems: [],
      codes: expect.arrayContaining([
        { step: 'user.authorize', code: 'agree' },
        { step: 'openapi.applyToken', code: 'SUCCESS', version: 'v1' },
      ]),
      hops: 13,
    });
  });

  it('asks for what the program applied for, in its dialect, at its own server', async () => {
    const routes = [
      { method: 'PUT', url: 'https://own.example/in', does: 'login', codeField: 'data.code' },
    ] as const;
    const program = listing('own', {
      dialect: 'qi',
      scopes: ['USER_NAME'],
      merchant: { routes: [...routes] },
    });
    const result = await play(
      { expect: { answers: [{ step: 'openapi.applyToken', code: 'SUCCESS' }], granted: ['USER_NAME'] } },
      { ...house, programs: [program] },
    );
    expect(result).toMatchObject({ dialect: 'qi', problems: [], status: 'passed' });
  });

  it('comes to the same each time, in whatever order', async () => {
    const [one, two] = await Promise.all([play({}), play({})]);
    expect(one).toEqual(two);
  });
});

describe('what cannot be played is an error', () => {
  it('with the reasons', async () => {
    expect(
      await play({ persona: 'nobody', rules: [{ at: 'spi.getAuthCode', outcome: 'empty' }] }),
    ).toMatchObject({
      status: 'error',
      step: 'spi.getAuthCode',
      code: null,
      hops: 0,
      problems: [expect.stringContaining('persona: expected one of')],
    });
  });
});

describe('a play that does not come as it is written is a failure', () => {
  it.each<[string, PlayItem[], string]>([
    ['no dialog', [{ user: 'agree' }], 'play[0]: the user was to answer, but no consent dialog opened.'],
    [
      'no code',
      [ask, { user: 'reject' }, { merchant: 'login' }],
      'play[2]: getAuthCode: there is no auth code to send.',
    ],
    [
      'no token',
      [ask, { user: 'agree' }, { openapi: 'cancelToken', body: { accessToken: '{{merchant.accessToken}}' } }],
      'play[2]: there is nothing for {{merchant.accessToken}} yet.',
    ],
  ])('%s', async (_what, items, problem) => {
    expect(await problems(items)).toContain(problem);
  });

  it('unless it is optional', async () => {
    expect(
      await problems([
        { user: 'agree', optional: true },
        ask,
        { user: 'reject' },
        { merchant: 'login', optional: true },
      ]),
    ).toEqual([]);
  });
});

describe('what is expected', () => {
  it.each<[Scenario['expect'], string]>([
    [
      { answers: [{ step: 'jsapi.getAuthCode', code: '11' }] },
      'jsapi.getAuthCode: expected 11, found success.',
    ],
    [
      { answers: [{ step: 'spi.getAuthCode', n: 1, code: null }] },
      'answer 1 of spi.getAuthCode: expected success, found 2001.',
    ],
    [
      { answers: [{ step: 'spi.getAuthCode', n: 3, code: null }] },
      'answer 3 of spi.getAuthCode: expected success, found no answer.',
    ],
    [
      { steps: ['user.authorize', 'spi.getAuthorizedScopes'] },
      'steps: spi.getAuthorizedScopes is missing after user.authorize.',
    ],
    [{ absent: ['user.authorize'] }, 'user.authorize: expected not to occur, but it did.'],
    [{ granted: ['auth_base'] }, 'granted: expected auth_base, found auth_user.'],
    [{ hangs: ['getAuthCode'] }, 'my.getAuthCode: expected to hang, but it settled.'],
  ])('%j: %s', async (expected, problem) => {
    expect(await problems([ask, { user: 'agree' }], expected)).toEqual([problem]);
  });

  it('a call that never settles is a failure, unless it is expected to hang', async () => {
    const rules = [{ at: 'jsapi.getAuthCode', outcome: 'never' }];
    expect(await problems([{ ...ask, as: 'mine' }], {}, { rules })).toEqual(['my.mine: it never settled.']);
    expect(await problems([{ ...ask, as: 'mine' }], { hangs: ['mine'] }, { rules })).toEqual([]);
  });

  it('a call whose page was left is none that hangs', async () => {
    expect(await problems([ask, { page: 'reload' }], { granted: [], absent: ['wallet.issueCode'] })).toEqual(
      [],
    );
  });
});

describe('time', () => {
  it('is virtual: a year passes at once, and what waits for it happens on the way', async () => {
    expect(
      await problems([ask, { user: 'agree' }, { wait: '365d' }, { merchant: 'login' }], {
        answers: [{ step: 'openapi.applyToken', code: 'EXPIRED_CODE' }],
      }),
    ).toEqual([]);
  });

  it('goes on by itself when the dialog, or a code, is still to come', async () => {
    const rules = [{ at: 'spi.getAuthCode', outcome: 'slow', times: 'always' as const }];
    expect(
      await problems(
        [ask, { user: 'agree' }, { merchant: 'login' }],
        { answers: [{ step: 'openapi.applyToken', code: 'SUCCESS' }] },
        { rules },
      ),
    ).toEqual([]);
  });
});

describe('the program', () => {
  it('is led to other pages as a browser would be', async () => {
    const second: PlayItem = { call: 'navigateTo', with: { url: 'second.html' } };
    expect(
      await problems([second, { call: 'navigateBack' }], {
        answers: [
          { step: 'jsapi.navigateTo', code: null },
          { step: 'jsapi.navigateBack', code: null },
        ],
      }),
    ).toEqual([]);
  });

  it('asks on its first screen until it is touched', async () => {
    const refusing = { ...house, programs: [listing('shop', { firstScreen: 'refuse' })] };
    const dialect = DIALECTS[0]?.failures.firstScreen.error;
    const first = await play({ play: [ask] }, refusing);
    expect(first.code).toBe(String(dialect));
    const touched = await play({ play: [{ tap: 'Sign in' }, ask, { user: 'agree' }] }, refusing);
    expect(touched.code).toBeNull();
  });
});
