import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/personas.ts';
import { stepInfo } from '../../contract/steps.ts';
import type { Hop } from '../../host/hops.ts';
import { Payloads } from '../../host/payloads.ts';
import { deeds, sessionWith } from '../../host/testing/random-session.ts';
import { OUTCOMES } from '../store.ts';
import { HopSearch, type Query, searchWords } from './search.ts';
import { hopOf } from './testing/hop.ts';

const payloads = new Payloads();
const finds = (hop: Hop, search: string, more: Partial<Query> = {}) =>
  new HopSearch(payloads).find([hop], { words: searchWords(search), outcome: 'any', minor: true, ...more })
    .length === 1;

describe('HopSearch', () => {
  it('finds a hop by any part of its step, its actors and its code, and wants every word', () => {
    const failed = hopOf({ verdict: 'failed', code: '2001' });
    expect(finds(failed, 'authcode 2001')).toBe(true);
    expect(finds(failed, 'SERVICE')).toBe(true);
    expect(finds(failed, 'authcode 1001')).toBe(false);
  });

  it('finds it by what is in its request and answer, large ones too', () => {
    const hop = hopOf({
      request: { json: { scopes: ['USER_NAME'] } },
      reply: payloads.put({ value: { text: `${'x'.repeat(3_000)} Needle` } }),
    });
    expect(finds(hop, 'user_name')).toBe(true);
    expect(finds(hop, 'needle')).toBe(true);
    expect(finds(hop, 'haystack')).toBe(false);
  });

  it('filters by how the hop ended', () => {
    const filter = (parts: Partial<Hop>, outcome: Query['outcome']) => finds(hopOf(parts), '', { outcome });
    expect(filter({ verdict: 'ok' }, 'ok')).toBe(true);
    expect(filter({ verdict: 'ok' }, 'failed')).toBe(false);
    expect(filter({}, 'waiting')).toBe(true);
    expect(filter({ stopped: 'request' }, 'stopped')).toBe(true);
    expect(filter({ abandoned: 'callerGone' }, 'gone')).toBe(true);
    expect(filter({ injected: 'r', verdict: 'ok' }, 'injected')).toBe(true);
  });

  it('leaves taps and instant calls out unless they are asked for', () => {
    expect(finds(hopOf({ step: 'user.input' }), '', { minor: false })).toBe(false);
    expect(finds(hopOf({ step: 'user.input' }), '')).toBe(true);
  });

  it('finds in a real session what looking through everything would find', async () => {
    const words = fc.constantFrom(
      'getauthcode',
      'reject',
      'auth_',
      'xxxx',
      'lena',
      '2001',
      'spi.',
      '"',
      'user',
    );
    await fc.assert(
      fc.asyncProperty(deeds, fc.array(words, { maxLength: 2 }), async (list, wanted) => {
        const { hops, trace } = await sessionWith(PERSONAS, list);
        const all = (hop: Hop) => {
          const { from, to } = stepInfo(hop.step);
          const said = [hop.request, ...(hop.reply ? [hop.reply] : [])].map((one) =>
            JSON.stringify(trace.payloads.json(one)),
          );
          return [hop.step, from, to, hop.code, hop.origin, hop.injected, ...said].join(' ').toLowerCase();
        };
        const naive = hops.rows.filter((hop) => wanted.every((word) => all(hop).includes(word)));
        const search = new HopSearch(trace.payloads);
        expect(search.find(hops.rows, { words: wanted, outcome: 'any', minor: true })).toEqual(naive);
      }),
      { numRuns: 25 },
    );
  });

  it('finds while hops come and change what it would find among them from the start', () => {
    const change = fc.record({
      at: fc.nat(30),
      code: fc.constantFrom('1001', '2001', undefined),
      verdict: fc.constantFrom<Hop['verdict'][]>('ok', 'failed', undefined),
    });
    const query = fc.record({
      words: fc.constantFrom([], ['2001'], ['spi', '1001']),
      outcome: fc.constantFrom(...OUTCOMES),
      minor: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(change, query, fc.boolean()), { maxLength: 40 }), (moves) => {
        const rows: Hop[] = [];
        const search = new HopSearch(payloads);
        let asked = moves[0]?.[1];
        for (const [{ at, code, verdict }, next, again] of moves) {
          const old = rows[at];
          if (old) Object.assign(old, { code, verdict });
          else
            rows.push(
              hopOf({
                id: `h${rows.length}`,
                index: rows.length,
                code,
                verdict,
                ...(at % 3 ? {} : { step: 'user.input' as const }),
              }),
            );
          search.touch(old?.id ?? `h${rows.length - 1}`);
          if (!again) asked = next;
          search.prepare(rows, 3);
          if (asked) expect(search.find(rows, asked)).toEqual(new HopSearch(payloads).find(rows, asked));
        }
      }),
      { numRuns: 200 },
    );
  });
});
