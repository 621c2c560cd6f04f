import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createSettling } from './settle.ts';
import { settled } from './testing.ts';

const quiet = () => ({ notice: vi.fn(), report: vi.fn() });

describe('settling a call', () => {
  it('success: success, then complete, then the promise, all with one and the same object', async () => {
    const order: [string, unknown][] = [];
    const note = (name: string) => (value: unknown) => void order.push([name, value]);
    const settling = createSettling(
      'alert',
      { success: note('success'), fail: note('fail'), complete: note('complete') },
      quiet(),
    );
    settling.promise.then(note('promise'));
    const result = { a: 1 };
    settling.settle('success', result);
    await settled();
    expect(order.map(([name]) => name)).toEqual(['success', 'complete', 'promise']);
    expect(order.every(([, value]) => value === result)).toBe(true);
  });

  it('failure: fail, then complete, then the rejection', async () => {
    const order: string[] = [];
    const settling = createSettling(
      'alert',
      {
        success: () => order.push('success'),
        fail: () => order.push('fail'),
        complete: () => order.push('complete'),
      },
      quiet(),
    );
    settling.promise.catch(() => order.push('promise'));
    settling.settle('fail', { error: 11 });
    await settled();
    expect(order).toEqual(['fail', 'complete', 'promise']);
  });

  it('each callback runs once, however often and however an answer comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('success', 'fail'), { minLength: 1 }), async (kinds) => {
        const [success, fail, complete] = [vi.fn(), vi.fn(), vi.fn()];
        const settling = createSettling('x', { success, fail, complete }, quiet());
        for (const kind of kinds) settling.settle(kind as 'success' | 'fail', {});
        await settled();
        expect([success.mock.calls.length, fail.mock.calls.length, complete.mock.calls.length]).toEqual(
          kinds[0] === 'success' ? [1, 0, 1] : [0, 1, 1],
        );
      }),
      { numRuns: 50 },
    );
  });

  it('a callback that throws stops neither the others nor the promise, is told and reported', async () => {
    const errors = quiet();
    const complete = vi.fn();
    const boom = new Error('boom');
    const success = () => {
      throw boom;
    };
    const settling = createSettling('alert', { success, complete }, errors);
    settling.settle('success', {});
    expect(complete).toHaveBeenCalledOnce();
    expect(errors.notice).toHaveBeenCalledWith('alert', 'success', boom);
    expect(errors.report).not.toHaveBeenCalled();
    await expect(settling.promise).resolves.toEqual({});
    expect(errors.report).toHaveBeenCalledWith(boom);
  });

  it.each(['success', 'fail', 'complete', 'callback'])(
    'given %s, a rejection is nobody else’s affair; without a callback it is',
    async (name) => {
      const unhandled = vi.fn();
      process.on('unhandledRejection', unhandled);
      const given = createSettling('x', { [name]: () => undefined }, quiet());
      given.settle('fail', { error: 1 });
      await new Promise((resolve) => setImmediate(resolve));
      expect(unhandled).not.toHaveBeenCalled();
      const bare = createSettling('x', { [name]: 'no function' }, quiet());
      bare.settle('fail', { error: 2 });
      await new Promise((resolve) => setImmediate(resolve));
      expect(unhandled).toHaveBeenCalledOnce();
      process.off('unhandledRejection', unhandled);
    },
  );
});
