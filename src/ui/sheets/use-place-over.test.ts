import { describe, expect, it } from 'vitest';
import { placeOver } from './use-place-over.ts';

describe('placeOver', () => {
  it('crosses the edge of a device that has room around it', () => {
    const place = placeOver({ left: 300, top: 50, width: 400, height: 800 }, { width: 1440, height: 900 });
    expect(place).toEqual({ left: 290, bottom: 40, width: 420, maxHeight: 786 });
  });
  it('stays in the window when the device fills it', () => {
    const place = placeOver({ left: 0, top: 44, width: 390, height: 720 }, { width: 390, height: 844 });
    expect(place.left).toBe(0);
    expect(place.width).toBe(390);
    expect(place.bottom).toBe(70);
  });
});
