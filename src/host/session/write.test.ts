import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import type { SessionFile } from '../../contract/session-file.ts';
import { deeds, sessionWith } from '../testing/random-session.ts';
import { doAtOnce } from '../work.ts';
import { exporting, sessionOf } from './export.ts';
import { writing } from './write.ts';

describe('a session that is written in parts', () => {
  it('is the text that it would be at once', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, fc.nat(40), async (list, times) => {
        const session = sessionOf(await sessionWith(PERSONAS, list));
        const long = { ...session, events: Array.from({ length: times }, () => session.events).flat() };
        for (const file of [session, long, { ...session, $schema: undefined, payloads: [] } as SessionFile])
          expect(doAtOnce(writing(file)).join('')).toBe(JSON.stringify(file));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a long session', () => {
  it('is redacted in portions, and says how far that is', async () => {
    const value = (n: number) => `${n}`.padEnd(9_000, 'x');
    const stores = Array.from({ length: 40 }, (_, n) => ({
      does: 'store' as const,
      key: 'a',
      value: value(n),
    }));
    const work = exporting(await sessionWith(PERSONAS, stores));
    const said: number[] = [];
    for (;;) {
      const { done, value } = work.next();
      if (done) break;
      said.push(value);
    }
    expect(said.length).toBeGreaterThan(5);
    expect(said).toEqual([...new Set(said)].sort((a, b) => a - b));
    expect(said.at(-1)).toBeGreaterThan(0.8);
    expect(said.at(-1)).toBeLessThanOrEqual(1);
  });
});
