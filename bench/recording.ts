import { PERSONAS } from '../src/catalogue/index.ts';
import type { ConsentEnding } from '../src/contract/consent.ts';
import { DIALECTS } from '../src/contract/dialects/index.ts';
import type { Dialect } from '../src/contract/dialects/schema.ts';
import type { Json } from '../src/contract/json.ts';
import type { ProgramListing } from '../src/contract/program.ts';
import type { SessionFile } from '../src/contract/session-file.ts';
import { writeMessage } from '../src/contract/wire.ts';
import { HeadlessDocument } from '../src/host/headless-document.ts';
import type { Payloads } from '../src/host/payloads.ts';
import { stillTime } from '../src/host/scenario/still-time.ts';
import { sessionOf } from '../src/host/session/export.ts';
import { Simulator } from '../src/host/simulator.ts';

const AT = 1_767_225_600_000;
const SHOP: ProgramListing = {
  id: 'bench-shop',
  kind: 'html5',
  manifest: {},
  problems: [],
  sample: false,
  path: 'programs/bench-shop/',
};
const ENDINGS: readonly ConsentEnding['ending'][] = ['agree', 'agree', 'agree', 'reject', 'close'];
const OUTCOMES = ['timeout', 'twice', 'service-error', 'user-cancel'];

/** What is played, and how a turn of the event loop is made. */
export interface Stage {
  simulator: Simulator;
  /** The n-th visit: varied, and the same for the same n. */
  visit(n: number): Promise<void>;
  close(): void;
}

/**
 * A simulator without a page that plays logins of many kinds: personas, dialects and scopes change, users refuse, wallets
 * fail, the program stores values, and its page is recorded as it would look.
 */
export function stage(options: { payloads?: Payloads; pictures?: boolean } = {}): Stage {
  const time = stillTime(AT);
  const simulator = new Simulator({
    time,
    programs: [SHOP],
    dialects: DIALECTS,
    personas: PERSONAS,
    frozenAt: AT,
    ...(options.payloads ? { payloads: options.payloads } : {}),
  });
  let page: HeadlessDocument | undefined;
  return {
    simulator,
    close: time.close,
    async visit(n) {
      if (!page || n % 40 === 0) {
        const dialect = DIALECTS[Math.floor(n / 40) % DIALECTS.length]?.id ?? '';
        const persona = PERSONAS[Math.floor(n / 40) % PERSONAS.length]?.id ?? '';
        page = new HeadlessDocument(
          simulator.open({ dialect, persona }),
          'http://bench-shop.localhost/index.html',
        );
      }
      if (n % 25 === 7)
        simulator.addRule({ at: 'spi.getAuthCode', outcome: OUTCOMES[n % 4] ?? '', times: 1 });
      if (n % 60 === 11) await simulator.clock.jump(60_000);
      await visit(simulator, page, n, options.pictures ?? true);
      while (simulator.clock.untilNext !== undefined && simulator.hops.rows.at(-1)?.verdict === undefined)
        await simulator.clock.jump(simulator.clock.untilNext);
    },
  };
}

async function visit(
  simulator: Simulator,
  page: HeadlessDocument,
  n: number,
  pictures: boolean,
): Promise<void> {
  const dialect = simulator.run?.dialect;
  if (!dialect) return;
  const scopes = scopesOf(dialect, n);
  const ending = ENDINGS[n % ENDINGS.length] ?? 'agree';
  simulator.device.autoAnswer = (sheet) => {
    if (sheet.kind !== 'consent') return undefined;
    return ending === 'agree'
      ? { ending, scopes: sheet.scopes.map(({ scope }) => scope) }
      : ({ ending } as ConsentEnding);
  };
  page.tap(`Sign in ${n}`);
  if (pictures) page.raw(writeMessage('picture', 0, '-', pictureOf(n)));
  const reply = await page.call('getAuthCode', {
    scopes: dialect.scopesParameter.array ? scopes : (scopes[0] ?? ''),
  });
  if ('success' in reply) {
    const { authCode } = reply.success as { authCode: string };
    await page.call('request', {
      url: 'https://bench-shop.example/login',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      data: { authCode, cart: cartOf(n) },
    });
  }
  await page.call('setStorage', { key: `cart-${n % 20}`, data: cartOf(n) });
}

function scopesOf(dialect: Dialect, n: number): string[] {
  const names = dialect.scopes.map(({ name }) => name);
  return [...new Set(['auth_user', names[n % names.length] ?? 'auth_base'])];
}

/** A cart: for every third visit one that is too long to stand in its event. */
function cartOf(n: number): Json {
  const items = n % 3 === 0 ? 40 : 3;
  return Array.from({ length: items }, (_, i) => ({
    sku: `SKU-${(n * 31 + i * 7) % 9_973}`,
    title: `Item ${i} of visit ${n}, freshly baked and delivered within forty minutes`,
    price: ((n + i) % 500) / 100,
  }));
}

/** A page of some 6 kB, another one at each visit. */
function pictureOf(n: number): Json {
  const rows = Array.from(
    { length: 60 },
    (_, i) => `<li class="item" data-n="${n}"><b>Item ${i}</b><span>€${((n * 7 + i) % 90) / 10}</span></li>`,
  );
  return {
    html: `<html><head><style>.item{display:flex}</style></head><body><h1>Visit ${n}</h1><ul>${rows.join('')}</ul></body></html>`,
    title: `Visit ${n}`,
    width: 390,
    height: 768,
    scrollX: 0,
    scrollY: n % 200,
  };
}

/** A session of at least so many events, with its secrets. */
export async function recording(events: number): Promise<SessionFile> {
  const { simulator, visit, close } = stage();
  for (let n = 0; simulator.trace.length < events; n++) await visit(n);
  close();
  return sessionOf(simulator);
}
