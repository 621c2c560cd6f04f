import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelBox, laneXs } from './lanes.ts';

describe('laneXs', () => {
  it('gives each of the six actors the middle of an equal part', () => {
    expect(laneXs(600)).toEqual([50, 150, 250, 350, 450, 550]);
  });
});

describe('labelBox', () => {
  it('starts at the left end of an arrow that has room to its right', () => {
    expect(labelBox(50, 150, 600)).toMatchObject({ left: 59.5 });
    expect(labelBox(150, 50, 600)).toMatchObject({ left: 59.5 });
  });
  it('ends at the right end of an arrow at the right edge', () => {
    expect(labelBox(450, 550, 600)).toMatchObject({ right: 59.5 });
  });
  it('never leaves the diagram', () => {
    fc.assert(
      fc.property(fc.integer({ min: 340, max: 2000 }), fc.nat(5), fc.nat(5), (width, a, b) => {
        const xs = laneXs(width);
        const box = labelBox(xs[a] ?? 0, xs[b] ?? 0, width);
        const start = box.left ?? width - (box.right ?? 0) - box.maxWidth;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start + box.maxWidth).toBeLessThanOrEqual(width);
      }),
      { numRuns: 200 },
    );
  });
});
