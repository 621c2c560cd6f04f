import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hop, HopList } from '../../host/hops.ts';
import { rowOf } from './row-of.ts';

describe('rowOf', () => {
  it('finds each step where a search from the end would, and none that is not listed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200)), fc.nat(200), (seqs, listed) => {
        const all = seqs.sort((a, b) => a - b).map((seq) => ({ id: `r1/x#${seq}`, seq }) as Hop);
        const hops = { get: (id: string) => all.find((hop) => hop.id === id) } as HopList;
        const rows = all.filter(({ seq }) => seq % 3 !== listed % 3).map(({ id }) => id);
        for (const hop of all) expect(rowOf(rows, hop, hops)).toBe(rows.lastIndexOf(hop.id));
        expect(rowOf(rows, undefined, hops)).toBe(-1);
      }),
    );
  });
});
