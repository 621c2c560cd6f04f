import { describe, expect, it } from 'vitest';
import { manualTime } from './manual-time.ts';

describe('manualTime', () => {
  it('stands still until it is advanced', async () => {
    const time = manualTime(1_000);
    let rang = false;
    time.after(0, () => {
      rang = true;
    });
    await time.turn();
    expect([time.now(), rang]).toEqual([1_000, false]);
    await time.advance(0);
    expect([time.now(), rang]).toEqual([1_000, true]);
  });

  it('runs what falls due in order, each at its own time, and what that leads to', async () => {
    const time = manualTime();
    const seen: [string, number][] = [];
    time.after(20, () => seen.push(['b', time.now()]));
    time.after(10, () => {
      seen.push(['a', time.now()]);
      Promise.resolve().then(() => time.after(5, () => seen.push(['a2', time.now()])));
    });
    time.after(31, () => seen.push(['c', time.now()]));
    await time.advance(30);
    expect(seen).toEqual([
      ['a', 10],
      ['a2', 15],
      ['b', 20],
    ]);
    expect([time.now(), time.waiting]).toEqual([30, 1]);
  });

  it('forgets a timer that is cancelled', async () => {
    const time = manualTime();
    let rang = false;
    const cancel = time.after(1, () => {
      rang = true;
    });
    cancel();
    await time.advance(5);
    expect(rang).toBe(false);
  });
});
