import { describe, expect, it } from 'vitest';
import { placeTip } from './tip.ts';

const view = { width: 400, height: 300 };
const tip = { width: 100, height: 20 };

describe('placeTip', () => {
  it('puts the tip under the middle of its target', () => {
    expect(placeTip({ left: 150, top: 50, width: 40, height: 28 }, tip, view)).toEqual({
      left: 120,
      top: 84,
    });
  });
  it('keeps it inside the window on both sides', () => {
    expect(placeTip({ left: 0, top: 50, width: 28, height: 28 }, tip, view).left).toBe(8);
    expect(placeTip({ left: 372, top: 50, width: 28, height: 28 }, tip, view).left).toBe(292);
  });
  it('goes above where there is no room below', () => {
    expect(placeTip({ left: 150, top: 260, width: 40, height: 28 }, tip, view).top).toBe(234);
  });
});
