import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Scenario } from '../../contract/scenario.ts';
import { playScenario } from '../../host/scenario/play.ts';
import { listing } from '../../host/testing/headless.ts';
import { PERSONAS } from '../personas.ts';
import { catalogueScenarios } from './index.ts';

const house = { programs: [listing('shop')], dialects: DIALECTS, personas: PERSONAS };
const catalogue = new Map(catalogueScenarios(DIALECTS).map((scenario) => [scenario.name, scenario]));

/**
 * From outcome to what the mini program sees: document 001 (`qi`), document 004 (`mini-program-platform`), then
 * besuperapp and alipay-cn. Written by hand from the documents and pages: it must not follow from the dialects' data.
 */
const CELLS: readonly [what: string, scenarios: string[], ...codes: [number, number, number, number]][] = [
  ['rejected', ['consent/reject', 'user.authorize/reject'], 1001, 11, 11, 11],
  ['closed', ['consent/close', 'user.authorize/close'], 1001, 11, 11, 10],
  ['Escape or Back', ['consent/escape', 'user.authorize/escape'], 1001, 11, 11, 3],
  ['to the background', ['consent/background', 'concurrency/background-while-asked'], 1001, 11, 10, 10],
  [
    'nobody answers in time',
    ['consent/timeout', 'user.authorize/never', 'user.authorize/lost'],
    1003,
    10,
    10,
    12,
  ],
  [
    'the service hangs, or answers SPI 1003',
    [
      'spi.getAuthorizedScopes/never',
      'spi.getAuthCode/never',
      'spi.showAuthPage/never',
      'spi.getAuthCode/late',
      'spi.getAuthorizedScopes/timeout',
      'spi.getAuthCode/timeout',
      'spi.showAuthPage/timeout',
      'wallet.issueCode/never',
      'wallet.submitConsent/timeout',
    ],
    1003,
    10,
    10,
    12,
  ],
  [
    'the service throws, or answers SPI 1002',
    [
      'spi.getAuthCode/threw',
      'spi.showAuthPage/threw',
      'spi.getAuthCode/service-error',
      'wallet.issueCode/down',
    ],
    1002,
    3,
    1000,
    12,
  ],
  [
    'SPI 1001 of a service',
    ['spi.getAuthCode/user-cancel', 'spi.showAuthPage/user-cancel'],
    1001,
    11,
    1001,
    11,
  ],
  ['SPI 1005', ['spi.getAuthCode/system-error', 'wallet.submitConsent/network'], 1000, 3, 1005, 3],
  [
    'SPI 1000, or the wrong shape',
    [
      'spi.getAuthCode/unknown-error',
      'spi.getAuthorizedScopes/malformed',
      'spi.getAuthCode/malformed',
      'spi.showAuthPage/malformed',
      'wallet.issueCode/malformed',
      'spi.getAuthCode/unlisted-code',
      'spi.getAuthCode/error-without-code',
    ],
    1000,
    3,
    1000,
    3,
  ],
  ['a result without authCode', ['spi.getAuthCode/empty', 'wallet.issueCode/empty'], 1000, 10, 10, 10],
  [
    '2001 still standing',
    ['spi.getAuthCode/pending', 'spi.showAuthPage/pending', 'wallet.issueCode/not-agreed'],
    2001,
    3,
    3,
    3,
  ],
  ['2001 from getAuthorizedScopes', ['spi.getAuthorizedScopes/pending'], 1002, 3, 1000, 12],
  ['bad arguments', ['request/bad-scopes', 'request/no-scopes'], 3, 2, 3, 3],
  ['a scope that nobody knows', ['request/unknown-scope'], 3, 2, 3, 3],
];
const COLUMNS = ['qi', 'mini-program-platform', 'besuperapp', 'alipay-cn'];

/** The scenario, stripped of what it expects: the cell alone says what must come. */
const withoutExpectation = ({ expect: _expected, ...scenario }: Scenario): Scenario => scenario;

describe.each(CELLS)('%s', (_what, names, ...codes) => {
  it.each(names)('%s', async (name) => {
    for (const [column, dialect] of COLUMNS.entries()) {
      const scenario = catalogue.get(`${dialect}/${name}`);
      expect(scenario, `${dialect}/${name}`).toBeDefined();
      if (!scenario) continue;
      const { codes: answered } = await playScenario(withoutExpectation(scenario), house);
      const seen = answered.filter(({ step }) => step === 'jsapi.getAuthCode').map(({ code }) => code);
      expect([dialect, seen]).toEqual([dialect, [String(codes[column])]]);
    }
  });
});

describe('a second call while the dialog is open', () => {
  it.each([
    ['qi', '2001'],
    ['mini-program-platform', '3'],
    ['besuperapp', '3'],
    ['alipay-cn', '3'],
  ])('%s: the second fails as pending, %s, and there is one dialog', async (dialect, code) => {
    const scenario = catalogue.get(`${dialect}/concurrency/second-call-while-asked`);
    const { codes } = await playScenario(withoutExpectation(scenario as Scenario), house);
    expect(codes.filter(({ step }) => step === 'jsapi.getAuthCode')).toEqual([
      { step: 'jsapi.getAuthCode', code },
    ]);
    expect(codes.filter(({ step }) => step === 'user.authorize')).toEqual([
      { step: 'user.authorize', code: 'agree' },
    ]);
  });
});
