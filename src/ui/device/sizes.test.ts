import { describe, expect, it } from 'vitest';
import { RIM, screenSize } from './sizes.ts';

describe('screenSize', () => {
  const ample = { width: 2000, height: 2000 };
  it('is the chosen one where there is room', () => {
    expect(screenSize('phone', ample)).toEqual({ width: 390, height: 844 });
    expect(screenSize('tablet', ample)).toEqual({ width: 768, height: 1024 });
  });
  it('is cut, not scaled, where there is not', () => {
    expect(screenSize('phone', { width: 500, height: 700 })).toEqual({ width: 390, height: 700 - 2 * RIM });
  });
  it('takes all room when it shall fill it', () => {
    expect(screenSize('fill', { width: 500, height: 700 })).toEqual({
      width: 500 - 2 * RIM,
      height: 700 - 2 * RIM,
    });
  });
  it('is never below nothing', () => {
    expect(screenSize('small', { width: 0, height: 3 })).toEqual({ width: 0, height: 0 });
  });
});
