import { describe, expect, it } from 'vitest';
import { DIALECTS, dialectById } from '../contract/dialects/index.ts';
import type { Json } from '../contract/json.ts';
import type { Persona } from '../contract/persona.ts';
import type { StepName } from '../contract/steps.ts';
import { Simulator } from './simulator.ts';
import { HeadlessDocument, listing, type Settled } from './testing/headless.ts';
import { manualTime } from './testing/manual-time.ts';

const user: Persona = {
  id: 'user',
  title: 'User',
  description: 'Never asked before',
  status: 'ACTIVE',
  profile: { userId: '2160120000000001', nickName: 'User' },
  grants: {},
};
const RUBBISH: readonly Json[] = [
  null,
  'OK',
  7,
  true,
  [],
  ['x'],
  { error: null },
  { error: 'no' },
  { ending: 'agree' },
  { ending: 'perhaps' },
  { authCode: 7 },
  { status: 'fine', body: 3 },
  { status: 200, headers: null, body: null },
  { networkError: 'none' },
  { success: 'OK', fail: null },
  { fail: null },
];
const STEPS: readonly StepName[] = [
  'jsapi.getAuthCode',
  'spi.getAuthorizedScopes',
  'spi.getAuthCode',
  'spi.showAuthPage',
  'user.authorize',
  'wallet.submitConsent',
  'wallet.issueCode',
  'jsapi.request',
  'merchant.request',
  'openapi.applyToken',
  'openapi.inquiryUserInfo',
];

/** A login in which a step answers this; the settled calls, and a call made after it all. */
async function login(at: StepName, value: Json) {
  const time = manualTime(1_790_000_000_000);
  const simulator = new Simulator({
    time,
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas: [user],
  });
  const page = new HeadlessDocument(simulator.open());
  page.tap();
  simulator.device.autoAnswer = () => ({ ending: 'agree', scopes: ['auth_user'] });
  simulator.addRule({ at, outcome: { reply: { value } } });
  const settled: Settled[] = [];
  const keep = (reply: Settled) => settled.push(reply);
  page.call('getAuthCode', { scopes: ['auth_user'] }).then(keep);
  await time.advance(300_000);
  const [first] = settled;
  const code = first && 'success' in first && (first.success as { authCode?: Json } | null)?.authCode;
  const live = Object.keys(simulator.state.wallet.codes).at(-1) ?? '';
  page
    .call('request', { url: 'https://m.example/', method: 'POST', data: { code: code || live } })
    .then(keep);
  await time.advance(300_000);
  simulator.rules.clear();
  page.call('getNetworkType').then(keep);
  await time.advance(1_000);
  return { settled, page, simulator };
}

describe.each(STEPS)('whatever %s answers', (step) => {
  it.each(RUBBISH.map((value) => ({ value })))(
    '$value: every call settles, and the next one works',
    async ({ value }) => {
      const { settled, page, simulator } = await login(step, value);
      expect(settled).toHaveLength(3);
      expect(settled[2]).toMatchObject({ success: { networkAvailable: true } });
      expect(page.stray).toEqual([]);
      expect(simulator.gate.inFlight).toBe(0);
      expect(simulator.device.view.sheets).toEqual([]);
    },
  );
});

describe('an answer of the wrong shape', () => {
  const platform = dialectById('mini-program-platform');
  it.each([
    ['spi.getAuthCode', 'OK', platform?.failures.unknownError.error],
    ['wallet.issueCode', 'OK', platform?.failures.unknownError.error],
    ['wallet.submitConsent', null, platform?.failures.unknownError.error],
    ['user.authorize', 'agreed', platform?.failures.systemError.error],
    ['user.authorize', { ending: 'agree' }, platform?.failures.systemError.error],
    ['jsapi.getAuthCode', 'OK', platform?.failures.hostFailure.error],
  ] as const)('%s %j: the program sees %s', async (step, value, error) => {
    const { settled } = await login(step, value as Json);
    expect(settled[0]).toMatchObject({ fail: { error } });
  });

  it.each([
    ['merchant.request', 'OK'],
    ['merchant.request', { status: 200, headers: {}, body: 7 }],
  ] as const)('%s %j: the request fails as a network error', async (step, value) => {
    const { settled } = await login(step, value as Json);
    expect(settled[1]).toMatchObject({ fail: { error: 12 } });
  });
});
