import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barLook } from './bar-look.ts';

const same = (color: string) => color;
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe('a title bar in a colour of the program', () => {
  it('is legible on any colour: WCAG AA', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const background = `#${value.toString(16).padStart(6, '0')}`;
        const look = barLook(background, same);
        const of = luminance(background);
        const contrast = look?.color === 'white' ? 1.05 / (of + 0.05) : (of + 0.05) / 0.05;
        expect(contrast).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('looks as ever without a colour, with none that is one, and with one that is seen through', () => {
    expect(barLook(undefined, same)).toBeUndefined();
    expect(barLook('nonsense', () => undefined)).toBeUndefined();
    expect(barLook('transparent', () => 'rgba(0, 0, 0, 0)')).toBeUndefined();
  });
});
