import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { entrySize } from '../contract/jsapi/storage.ts';
import { StorageCopy } from './copy.ts';
import { EMPTY } from './testing.ts';

const key = fc.constantFrom('a', 'b', '__proto__', 'constructor', '0');
const area = fc.constantFrom('my' as const, 'local' as const);
const change = fc.oneof(
  fc.record({ op: fc.constant('set' as const), area, key, value: fc.string() }),
  fc.record({ op: fc.constant('remove' as const), area, key }),
  fc.record({ op: fc.constant('clear' as const), area }),
);
type Step = typeof change extends fc.Arbitrary<infer T> ? T : never;
const apply = (copy: StorageCopy, step: Step) => {
  if (step.op === 'set') copy.set(step.area, step.key, step.value);
  else if (step.op === 'remove') copy.remove(step.area, step.key);
  else copy.clear(step.area);
};

describe('the copy of what is stored', () => {
  it('does what a map for each area does, and its sizes are the sums of its entries', () => {
    fc.assert(
      fc.property(fc.array(change), (steps) => {
        const copy = new StorageCopy(EMPTY);
        const model = { my: new Map<string, string>(), local: new Map<string, string>() };
        for (const step of steps) {
          apply(copy, step);
          if (step.op === 'set') model[step.area].set(step.key, step.value);
          else if (step.op === 'remove') model[step.area].delete(step.key);
          else model[step.area].clear();
        }
        for (const name of ['my', 'local'] as const) {
          expect(copy.keys(name)).toEqual([...model[name].keys()]);
          for (const [k, v] of model[name]) expect(copy.get(name, k)).toBe(v);
          expect(copy.size(name)).toBe([...model[name]].reduce((sum, [k, v]) => sum + entrySize(k, v), 0));
        }
        expect(copy.others('my', 'a')).toBe(
          copy.size('my') +
            copy.size('local') -
            (model.my.has('a') ? entrySize('a', model.my.get('a') ?? '') : 0),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('survives the journey to the next document', () => {
    fc.assert(
      fc.property(fc.array(change), (steps) => {
        const copy = new StorageCopy(EMPTY);
        for (const step of steps) apply(copy, step);
        const next = new StorageCopy(JSON.parse(JSON.stringify(copy.toBoot())));
        for (const name of ['my', 'local'] as const) {
          expect(next.size(name)).toBe(copy.size(name));
          for (const k of copy.keys(name)) expect(next.get(name, k)).toEqual(copy.get(name, k));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('the host’s first message cannot know of this document’s writes: they stay', () => {
    const copy = new StorageCopy({ ...EMPTY, local: { old: '1', gone: '1' } });
    copy.set('local', 'mine', '2');
    copy.remove('local', 'old');
    copy.replace({ ...EMPTY, local: { old: 'host', host: 'host' } });
    expect(copy.toBoot().local).toEqual({ mine: '2', host: 'host' });
  });

  it('after that the host’s state wins', () => {
    const copy = new StorageCopy(EMPTY);
    copy.set('local', 'mine', '2');
    copy.settle();
    copy.replace({ ...EMPTY, local: { host: 'host' } });
    copy.replace({ ...EMPTY, local: { mine: 'edited' } });
    expect(copy.toBoot().local).toEqual({ mine: 'edited' });
  });

  it('tells of the program’s writes only', () => {
    const onChange = vi.fn();
    const copy = new StorageCopy(EMPTY, onChange);
    copy.set('my', 'a', 1);
    copy.replace(EMPTY);
    expect(onChange).toHaveBeenCalledOnce();
  });
});
