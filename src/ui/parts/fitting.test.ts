import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InBar, overflowing, widthOf } from './fitting.ts';

const bars = fc
  .array(
    fc.record({ width: fc.integer({ min: 1, max: 90 }), rank: fc.option(fc.integer({ min: 0, max: 3 })) }),
    {
      maxLength: 12,
    },
  )
  .map((items) =>
    items.map(({ width, rank }, at): InBar => ({ id: String(at), width, rank: rank ?? undefined })),
  );
const room = fc.integer({ min: 0, max: 700 });

describe('overflowing', () => {
  it('what is left fits beside the menu, unless all that is left must stay', () => {
    fc.assert(
      fc.property(bars, room, (items, width) => {
        const away = overflowing(items, width, 4, 28);
        const left = items.filter((item) => !away.has(item.id));
        const needed = away.size === 0 ? widthOf(left, 4) : widthOf([...left, { id: '', width: 28 }], 4);
        expect(needed <= width || left.every((item) => item.rank === undefined)).toBe(true);
      }),
    );
  });

  it('what must stay stays, and nothing goes while something of a higher rank is there', () => {
    fc.assert(
      fc.property(bars, room, (items, width) => {
        const away = overflowing(items, width, 4, 28);
        const gone = items.filter((item) => away.has(item.id)).map((item) => item.rank);
        expect(gone).not.toContain(undefined);
        const lowest = Math.min(...gone.map((rank) => rank ?? 0));
        for (const item of items)
          if (!away.has(item.id) && item.rank !== undefined && away.size > 0)
            expect(item.rank).toBeLessThanOrEqual(lowest);
      }),
    );
  });

  it('nothing goes that need not', () => {
    const items = [100, 100, 100].map((width, at) => ({ id: String(at), width, rank: at }));
    expect([...overflowing(items, 308, 4, 28)]).toEqual([]);
    expect([...overflowing(items, 307, 4, 28)]).toEqual(['2']);
  });
});
