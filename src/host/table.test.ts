import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, Table } from './table.ts';

const key = fc.oneof(fc.constantFrom('a', 'b', '7', '1591234', '__proto__', 'constructor', ''), fc.string());
const change = fc.oneof(
  fc.record({ put: key, value: fc.nat() }),
  fc.record({ put: key, value: fc.nat() }),
  fc.record({ remove: key }),
);

describe('Table', () => {
  it('is a Map that keeps every earlier version, for any sequence of changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60, size: 'max' }), (changes) => {
        const model = new Map<string, number>();
        let table = Table.from<number>({});
        const versions: { table: Table<number>; entries: [string, number][] }[] = [];
        for (const one of changes) {
          if ('put' in one) {
            model.set(one.put, one.value);
            table = table.put(one.put, one.value);
          } else {
            model.delete(one.remove);
            table = table.remove(one.remove);
          }
          versions.push({ table, entries: [...model] });
        }
        for (const { table, entries } of versions) {
          expect(table.size).toBe(entries.length);
          expect(table.values()).toEqual(entries.map(([, value]) => value));
          expect(table.record()).toEqual(Object.fromEntries(entries));
          for (const [name, value] of entries) expect(table.get(name)).toBe(value);
          expect(Table.from(table.record()).record()).toEqual(table.record());
        }
      }),
      { numRuns: 150 },
    );
  });

  it('knows only its own members', () => {
    const table = Table.from({ a: 1 });
    for (const name of ['constructor', '__proto__', 'toString', 'b']) expect(table.get(name)).toBeUndefined();
  });

  it('is itself when there is nothing to remove, and builds its values and its record once', () => {
    const table = Table.from({ a: 1 });
    expect(table.remove('b')).toBe(table);
    expect(table.values()).toBe(table.values());
    expect(table.record()).toBe(table.record());
  });

  it('spreads keys over its buckets: a change among a thousand codes copies few of them', () => {
    const filled = new Map<number, number>();
    for (let n = 0; n < 1000; n++) {
      const bucket = bucketOf(String(1591234560204 + n * 7919));
      filled.set(bucket, (filled.get(bucket) ?? 0) + 1);
    }
    expect(Math.max(...filled.values())).toBeLessThan(8);
    expect(Math.max(...filled.keys())).toBeLessThan(1024);
  });
});
