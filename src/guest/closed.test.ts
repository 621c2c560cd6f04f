import { describe, expect, it } from 'vitest';
import { simulatorUrl } from './closed.ts';

describe('where a program that was opened on its own belongs', () => {
  it.each([
    ['http://shop.localhost:6464/pages/a.html?x', 'http://localhost:6464/?program=shop'],
    ['http://shop.localhost/', 'http://localhost/?program=shop'],
    ['http://localhost:6464/programs/shop/', 'http://localhost:6464/?program=shop'],
    ['https://web.example/sim/programs/api-lab/a/b.html#c', 'https://web.example/sim/?program=api-lab'],
    ['http://192.168.1.2:80/elsewhere/', undefined],
  ])('%s → %s', (address, simulator) => {
    expect(simulatorUrl(address)).toBe(simulator);
  });
});
