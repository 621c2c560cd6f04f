import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doAtOnce, doInTurns, portions, type Work } from './work.ts';

function* counting(parts: readonly number[], size: number): Work<number> {
  const portion = portions(
    parts.reduce((sum, part) => sum + part, 0),
    size,
  );
  let sum = 0;
  for (const part of parts) {
    sum += part;
    if (portion.add(part)) yield portion.done;
  }
  return sum;
}

describe('work in portions', () => {
  it('comes to the same at once and in turns, and what is done of it only grows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(50)), fc.integer({ min: 1, max: 60 }), async (parts, size) => {
        const said: number[] = [];
        let turns = 0;
        const turn = async () => void turns++;
        const sum = await doInTurns(counting(parts, size), { turn, progress: (done) => said.push(done) });
        expect(sum).toBe(doAtOnce(counting(parts, size)));
        expect(turns).toBe(said.length);
        expect(said).toEqual([...said].sort((a, b) => a - b));
        expect(said.every((done) => done > 0 && done <= 1)).toBe(true);
        expect(said.length).toBeLessThanOrEqual(sum / size);
      }),
    );
  });

  it('is given up when nobody waits any more', async () => {
    let went = 0;
    const work = function* (): Work<string> {
      for (; went < 10; went++) yield went / 10;
      return 'done';
    };
    expect(await doInTurns(work(), { turn: async () => undefined, gone: () => went === 3 })).toBeUndefined();
    expect(went).toBe(3);
  });

  it('passes on what goes wrong', async () => {
    const work = function* (): Work<string> {
      yield 0.5;
      throw new RangeError('no');
    };
    await expect(doInTurns(work(), { turn: async () => undefined })).rejects.toThrow('no');
    expect(() => doAtOnce(work())).toThrow('no');
  });
});
