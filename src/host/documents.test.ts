import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import { Simulator } from './simulator.ts';
import { HeadlessDocument, listing } from './testing/headless.ts';
import { manualTime } from './testing/manual-time.ts';

/** The tables of docs/architecture.md: each arrow of a document, and the events of one login that it is. */
const requested = (step: string) => `${step} asked`;
const answered = (step: string) => `${step} answered`;
const ARROWS_001: [arrow: string, events: string[]][] = [
  ['the mini program calls my.getAuthCode', [requested('jsapi.getAuthCode')]],
  [
    'the app processes the request and displays the authorization page',
    [
      requested('spi.getAuthorizedScopes'),
      answered('spi.getAuthorizedScopes'),
      requested('spi.getAuthCode'),
      answered('spi.getAuthCode'),
      requested('spi.showAuthPage'),
      requested('user.authorize'),
    ],
  ],
  ['the user confirms', [answered('user.authorize')]],
  [
    'the app service calls the authorization service',
    [requested('wallet.submitConsent'), answered('wallet.submitConsent'), answered('spi.showAuthPage')],
  ],
  [
    'the backend verifies, generates the authCode and returns',
    [
      requested('spi.getAuthCode'),
      requested('wallet.issueCode'),
      answered('wallet.issueCode'),
      answered('spi.getAuthCode'),
    ],
  ],
  ['the app service returns the authCode', [answered('jsapi.getAuthCode')]],
  [
    'the mini program sends the authCode to the merchant backend',
    [requested('jsapi.request'), requested('merchant.request')],
  ],
  ['the merchant backend calls applyToken', [requested('openapi.applyToken')]],
  ['the backend returns accessToken information', [answered('openapi.applyToken')]],
];
const ARROWS_002: [arrow: string, event: string][] = [
  ['[1.1] getAuthCode', requested('jsapi.getAuthCode')],
  ['[2] the merchant server API with authCode', requested('merchant.request')],
  ['[2.2] applyToken', requested('openapi.applyToken')],
  ['[2.4] the authorization result', answered('merchant.request')],
];

async function loginEvents(): Promise<string[]> {
  const simulator = new Simulator({
    time: manualTime(1_790_000_000_000),
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas: PERSONAS,
  });
  const page = new HeadlessDocument(simulator.open({ dialect: 'qi' }));
  page.tap();
  simulator.device.autoAnswer = () => ({ ending: 'agree', scopes: ['auth_user'] });
  const reply = (await page.call('getAuthCode', { scopes: ['auth_user'] })) as {
    success: { authCode: string };
  };
  await page.call('request', {
    url: 'https://m.example/',
    method: 'POST',
    data: { code: reply.success.authCode },
  });
  return simulator.trace.events.flatMap((event) => {
    if (event.type !== 'hop.requested' && event.type !== 'hop.answered') return [];
    const step = simulator.hops.get(event.hop)?.step ?? '';
    return simulator.hops.get(event.hop)?.observed
      ? []
      : [event.type === 'hop.requested' ? requested(step) : answered(step)];
  });
}

describe('the arrows of the documents are the steps of a login', () => {
  it('document 001: all nine, in order', async () => {
    const events = await loginEvents();
    const expected = ARROWS_001.flatMap(([, steps]) => steps);
    expect(events.slice(0, expected.length)).toEqual(expected);
    expect(ARROWS_001).toHaveLength(9);
  });

  it('document 002: [1.1] [2] [2.2] [2.4], in order', async () => {
    const events = await loginEvents();
    const places = ARROWS_002.map(([, event]) => events.indexOf(event));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
