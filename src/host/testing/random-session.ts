import fc from 'fast-check';
import type { ConsentEnding } from '../../contract/consent.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Persona } from '../../contract/persona.ts';
import { Simulator } from '../simulator.ts';
import { HeadlessDocument, listing, type Settled } from './headless.ts';
import { type ManualTime, manualTime } from './manual-time.ts';

/** One thing that happens in a random session. */
export type Deed =
  | { does: 'login'; scopes: string[]; ending: ConsentEnding; sends: boolean }
  | { does: 'store'; key: string; value: string | number }
  | { does: 'local'; key: string; value: string }
  | { does: 'rule'; at: string; outcome: string; times: number }
  | { does: 'forgive' }
  | { does: 'wait'; ms: number }
  | { does: 'grant'; scope: string; granted: boolean }
  | { does: 'background' }
  | { does: 'page' }
  | { does: 'restart'; persona: string; dialect: string };

const scopes = fc.subarray(['auth_base', 'auth_user', 'USER_NAME', 'USER_CONTACTINFO'], { minLength: 1 });
const ending: fc.Arbitrary<ConsentEnding> = fc.oneof(
  { weight: 3, arbitrary: scopes.map((agreed) => ({ ending: 'agree' as const, scopes: agreed })) },
  { weight: 1, arbitrary: fc.constantFrom({ ending: 'reject' as const }, { ending: 'close' as const }) },
);
const does = <T extends Deed['does']>(name: T) => fc.constant(name);
const key = fc.constantFrom('a', 'b', '__proto__', 'cart');

export const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: does('login'), scopes, ending, sends: fc.boolean() }) },
    {
      weight: 2,
      arbitrary: fc.record({
        does: does('store'),
        key,
        value: fc.oneof(fc.string(), fc.integer(), fc.constant('x'.repeat(3_000))),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: does('local'), key, value: fc.string() }) },
    {
      weight: 2,
      arbitrary: fc.record({
        does: does('rule'),
        at: fc.constantFrom('spi.getAuthCode', 'wallet.issueCode'),
        outcome: fc.constantFrom('timeout', 'twice'),
        times: fc.integer({ min: 1, max: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: does('forgive') }) },
    { weight: 1, arbitrary: fc.record({ does: does('wait'), ms: fc.integer({ min: 0, max: 700_000 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: does('grant'), scope: fc.constant('auth_user'), granted: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ does: does('background') }) },
    { weight: 1, arbitrary: fc.record({ does: does('page') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        does: does('restart'),
        persona: fc.constantFrom('lena', 'omar', 'xiaomei'),
        dialect: fc.constantFrom('qi', 'mini-program-platform'),
      }),
    },
  ),
  { maxLength: 12 },
);

export const SESSION_START = 1_790_000_000_000;

/** A simulator without a browser, with the shop in it, on a frozen clock. */
export function emptyHouse(
  personas: readonly Persona[],
  options: { traceLimit?: number; seed?: string } = {},
): {
  simulator: Simulator;
  time: ManualTime;
} {
  const time = manualTime(SESSION_START);
  const simulator = new Simulator({
    time,
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas,
    frozenAt: SESSION_START,
    ...options,
  });
  return { simulator, time };
}

/** Does these deeds in a new session. */
export async function sessionWith(
  personas: readonly Persona[],
  list: readonly Deed[],
  options: { traceLimit?: number; seed?: string } = {},
): Promise<Simulator> {
  const { simulator, time } = emptyHouse(personas, options);
  simulator.open({ dialect: 'mini-program-platform', persona: 'lena' });
  let page = pageOf(simulator);
  for (const deed of list) {
    if (deed.does === 'page') {
      page.close();
      page = pageOf(simulator);
    } else if (deed.does === 'restart') {
      simulator.open({ persona: deed.persona, dialect: deed.dialect });
      page = pageOf(simulator);
    } else await perform(deed, simulator, page);
    await time.turn();
  }
  return simulator;
}

function pageOf(simulator: Simulator): HeadlessDocument {
  if (!simulator.run) throw new Error('nothing runs');
  const page = new HeadlessDocument(simulator.run);
  page.tap();
  return page;
}

async function perform(deed: Deed, simulator: Simulator, page: HeadlessDocument): Promise<void> {
  switch (deed.does) {
    case 'login': {
      simulator.device.autoAnswer = (sheet) => (sheet.kind === 'consent' ? deed.ending : undefined);
      const reply = await page.call('getAuthCode', { scopes: deed.scopes });
      if (deed.sends && 'success' in reply) await post(page, reply);
      return;
    }
    case 'store':
      await page.call('setStorage', { key: deed.key, data: deed.value });
      return;
    case 'local':
      page.raw(`storage 0 local ${JSON.stringify({ op: 'set', key: deed.key, value: deed.value })}`);
      return;
    case 'rule':
      simulator.addRule({ at: deed.at, outcome: deed.outcome, times: deed.times });
      return;
    case 'forgive':
      return simulator.rules.clear();
    case 'wait':
      return simulator.clock.jump(deed.ms);
    case 'grant':
      return simulator.editGrant(simulator.choice.persona, 'shop', [deed.scope], deed.granted);
    case 'background':
      simulator.run?.setForeground(false);
      simulator.run?.setForeground(true);
      return;
    default:
      return;
  }
}

/** Sends the code of a reply to the merchant server, in the body and in the address. */
export function post(page: HeadlessDocument, reply: Settled): Promise<Settled> {
  const { authCode } = (reply as { success: { authCode: string } }).success;
  return page.call('request', {
    url: `https://shop.example/login?code=${authCode}`,
    method: 'POST',
    headers: { authorization: `Bearer ${authCode}` },
    data: { authCode, nested: JSON.stringify({ authCode }) },
  });
}
