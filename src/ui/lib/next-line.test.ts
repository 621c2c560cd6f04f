import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextLine, wayOf } from './next-line.ts';

describe('nextLine', () => {
  const heads = new Set([0, 3]);
  const isHead = (line: number) => heads.has(line);

  it.each([
    ['the next', 1, 1, 2],
    ['the one before', 2, -1, 1],
    ['past a head, downwards', 2, 1, 4],
    ['past a head, upwards', 4, -1, 2],
    ['not before the first that is no head', 1, -1, 1],
    ['not after the last', 5, 1, 5],
    ['from nowhere to the first', -1, 1, 1],
    ['a page, at most to the end', 1, 10, 5],
    ['the first', 5, Number.NEGATIVE_INFINITY, 1],
    ['the last', 1, Number.POSITIVE_INFINITY, 5],
  ])('is %s', (_name, from, way, line) => {
    expect(nextLine(from, way, 6, isHead)).toBe(line);
  });

  it('is never one that is passed by, and there is one as long as any is left', () => {
    const lines = fc.array(fc.boolean(), { maxLength: 12 });
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: -1, max: 12 }),
        fc.integer({ min: -12, max: 12 }),
        (passed, from, way) => {
          const line = nextLine(from, way, passed.length, (at) => passed[at] ?? true);
          if (passed.includes(false)) expect(passed[line]).toBe(false);
          else expect(line).toBe(-1);
        },
      ),
    );
  });
});

describe('wayOf', () => {
  it('knows the keys of a list, and no others', () => {
    expect(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].map((key) => wayOf(key, 8))).toEqual([
      -1, 1, -8, 8,
    ]);
    expect(wayOf('Enter', 8)).toBeUndefined();
    expect(wayOf('toString', 8)).toBeUndefined();
  });
});
