import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entrySize } from '../contract/jsapi/storage.ts';
import type { Payload, StorageArea } from '../contract/trace.ts';
import { EMPTY_STORAGE, type ProgramStorage } from './state.ts';
import { areaSize, changedStorage, storageSize, storedAt, storedSize } from './stored.ts';

const area = fc.constantFrom<StorageArea[]>('my', 'local', 'session', 'cookie');
const key = fc.oneof(fc.constantFrom('a', 'b', '7', '__proto__', 'constructor', ''), fc.string());
const value: fc.Arbitrary<Payload> = fc.oneof(
  fc.jsonValue().map((json) => ({ json }) as Payload),
  fc.nat().map((size) => ({ ref: 'a'.repeat(64), size })),
);
const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ op: fc.constant('set' as const), key, value }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('remove' as const), key }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('clear' as const) }) },
);
const sizeOf = (name: string, payload: Payload) =>
  'json' in payload ? entrySize(name, payload.json) : name.length + payload.size;

describe('what a program keeps', () => {
  it('is four maps and their sizes, for any sequence of changes; every earlier one stays, also read from a file', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(area, change), { maxLength: 40 }), fc.boolean(), (changes, fromFile) => {
        const model: Record<StorageArea, Map<string, Payload>> = {
          my: new Map(),
          local: new Map(),
          session: new Map(),
          cookie: new Map(),
        };
        let storage = EMPTY_STORAGE;
        const versions: [ProgramStorage, object][] = [];
        for (const [name, one] of changes) {
          if (fromFile) storage = { ...storage };
          storage = changedStorage(storage, name, one);
          if (one.op === 'clear') model[name].clear();
          else if (one.op === 'remove') model[name].delete(one.key);
          else model[name].set(one.key, one.value);
          const entries = Object.entries(model).map(([at, map]) => [at, Object.fromEntries(map)]);
          versions.push([storage, Object.fromEntries(entries)]);
        }
        for (const [version, expected] of versions) expect({ ...version }).toEqual(expected);
        let total = 0;
        for (const [at, map] of Object.entries(model) as [StorageArea, Map<string, Payload>][]) {
          const size = [...map].reduce((sum, [name, payload]) => sum + sizeOf(name, payload), 0);
          expect(areaSize(storage, at)).toBe(size);
          total += size;
          for (const name of ['a', '__proto__', 'toString', ...map.keys()]) {
            const kept = map.get(name);
            expect(storedAt(storage, at, name)).toEqual(kept);
            expect(storedSize(storage, at, name)).toBe(kept ? sizeOf(name, kept) : 0);
          }
        }
        expect(storageSize(storage)).toBe(total);
      }),
      { numRuns: 150 },
    );
  });
});
