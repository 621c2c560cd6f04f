import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../contract/codec.ts';
import { entrySize, STORAGE_LIMITS } from '../../contract/jsapi/storage.ts';
import type { Json } from '../../contract/json.ts';
import { Payloads } from '../payloads.ts';
import { EMPTY_STORAGE, type ProgramStorage } from '../state.ts';
import { areaSize, storageSize } from '../stored.ts';
import { testContext } from '../testing/jsapi-context.ts';
import { checkWrite } from './storage.ts';

const KB = 1024;
/** A value whose JSON has this length. */
const ofLength = (length: number) => 'x'.repeat(length - 2);
/** A program with `count` keys, each of `length` characters with its value. The values lie in the side store. */
const filled = (count: number, length: number): ProgramStorage => ({
  ...EMPTY_STORAGE,
  my: Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`k${n}`, { ref: `v${n}`, size: length - `k${n}`.length }]),
  ),
});

describe('my.setStorage and my.getStorage', () => {
  it('give back what was stored under the key: any JSON', async () => {
    const context = testContext();
    for (const data of ['text', 0, false, null, ['a', { b: [1] }], { deep: { er: 1 } }, ofLength(5_000)]) {
      expect(await context.call('setStorage', { key: 'k', data })).toEqual({ success: {} });
      expect(await context.call('getStorage', { key: 'k' })).toEqual({ success: { data } });
    }
  });

  it('keep bytes, in the tagged form of the wire', async () => {
    const context = testContext();
    const data = { file: new Uint8Array([1, 2, 255]) };
    await context.call('setStorage', { key: 'k', data });
    expect(await context.call('getStorage', { key: 'k' })).toEqual({ success: { data: encode(data) } });
  });

  it('know nothing of a key that was never set, be it one that every object has', async () => {
    const context = testContext();
    for (const key of ['none', 'constructor', '__proto__', 'toString'])
      expect(await context.call('getStorage', { key })).toEqual({ success: { data: null } });
  });

  it('take any text as a key', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', 'constructor', '$map', '0')),
        fc.jsonValue(),
        async (key, data) => {
          const context = testContext();
          expect(await context.call('setStorage', { key, data })).toEqual({ success: {} });
          expect(await context.call('getStorage', { key })).toEqual({ success: { data: encode(data) } });
          expect(await context.call('getStorageInfo')).toMatchObject({ success: { keys: [key] } });
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['setStorage', {}],
    ['setStorage', { key: '', data: 1 }],
    ['setStorage', { key: 5, data: 1 }],
    ['getStorage', {}],
    ['getStorage', { key: '' }],
    ['removeStorage', { key: '' }],
  ])('%s refuses a key that is empty or no text with error 2: %j', async (name, args) => {
    const reply = await testContext().call(name, args);
    expect(reply).toMatchObject({ fail: { error: 2 } });
    expect(JSON.stringify(reply)).toContain('key: expected a string');
  });

  it('refuse a write without data with error 2', async () => {
    expect(await testContext().call('setStorage', { key: 'k' })).toEqual({
      fail: {
        error: 2,
        errorMessage: 'invalid parameter: data: expected the data to store, received nothing',
      },
    });
  });

  it('refuse more than 200 KB under one key with error 14, and store nothing', async () => {
    const context = testContext();
    const limit = STORAGE_LIMITS.key;
    expect(await context.call('setStorage', { key: 'k', data: ofLength(limit) })).toEqual({ success: {} });
    const reply = await context.call('setStorage', { key: 'other', data: ofLength(limit + 1) });
    expect(reply).toMatchObject({ fail: { error: 14 } });
    expect(await context.call('getStorageInfo')).toMatchObject({ success: { keys: ['k'] } });
  });

  it('refuse what would make more than 10 MB for the program with error 12', async () => {
    const context = testContext();
    const { my } = filled(51, 200 * KB);
    for (const [key, value] of Object.entries(my)) context.store('my', { op: 'set', key, value });
    const free = 40 * KB;
    const last = { key: 'last', data: ofLength(free - 'last'.length) };
    expect(await context.call('setStorage', { ...last, data: `${last.data}x` })).toMatchObject({
      fail: { error: 12 },
    });
    expect(await context.call('setStorage', last)).toEqual({ success: {} });
    expect(await context.call('setStorage', { key: 'more', data: 1 })).toMatchObject({ fail: { error: 12 } });
    expect(await context.call('setStorage', { key: 'last', data: 'small' })).toEqual({ success: {} });
    expect(await context.call('setStorage', { key: 'more', data: 1 })).toEqual({ success: {} });
  });
});

describe('my.removeStorage and my.clearStorage', () => {
  it('forget a key, or all of them, and leave the page’s own storage alone', async () => {
    const context = testContext();
    context.store('local', { op: 'set', key: 'mine', value: context.payloads.put('1') });
    await context.call('setStorage', { key: 'a', data: 1 });
    await context.call('setStorage', { key: 'b', data: 2 });
    expect(await context.call('removeStorage', { key: 'a' })).toEqual({ success: { success: true } });
    expect(await context.call('removeStorage', { key: 'a' })).toEqual({ success: { success: true } });
    expect(await context.call('getStorage', { key: 'a' })).toEqual({ success: { data: null } });
    expect(await context.call('clearStorage')).toEqual({ success: { success: true } });
    expect(await context.call('getStorageInfo')).toEqual({
      success: { keys: [], currentSize: 0, limitSize: 10 * KB },
    });
    expect(Object.keys(context.storage().local)).toEqual(['mine']);
  });
});

describe('my.getStorageInfo', () => {
  it('tells the keys in order, and sizes in KB, rounded up', async () => {
    const context = testContext();
    await context.call('setStorage', { key: 'b', data: ofLength(2 * KB) });
    await context.call('setStorage', { key: 'a', data: 1 });
    expect(await context.call('getStorageInfo')).toEqual({
      success: { keys: ['b', 'a'], currentSize: 3, limitSize: 10 * KB },
    });
  });
});

describe('checkWrite', () => {
  const payloads = new Payloads();
  const full = filled(51, 200 * KB);

  it('counts all areas of the program together', () => {
    const free = STORAGE_LIMITS.program - areaSize(full, 'my');
    const both: ProgramStorage = { ...full, local: { l: { ref: 'l', size: free - 'l'.length } } };
    expect(storageSize(both)).toBe(STORAGE_LIMITS.program);
    expect(checkWrite(both, 'session', 's', 1)).toMatchObject({ error: 12 });
    expect(checkWrite(full, 'session', 's', 1)).toBeUndefined();
  });

  it('does not count what the write replaces', () => {
    expect(checkWrite(full, 'my', 'k0', ofLength(200 * KB))).toBeUndefined();
    expect(checkWrite(full, 'local', 'k0', ofLength(200 * KB))).toMatchObject({ error: 12 });
  });

  it('measures an area as the sum of its entries, whether they lie in place or in the side store', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }),
          fc.oneof(fc.jsonValue(), fc.string({ minLength: 2_100 })),
          {
            maxKeys: 8,
          },
        ),
        (values) => {
          const entries = Object.entries(values).map(([key, value]) => [key, encode(value) as Json] as const);
          const area = Object.fromEntries(entries.map(([key, value]) => [key, payloads.put(value)]));
          const again = entries.reduce((sum, [key, value]) => sum + entrySize(key, encode(value)), 0);
          expect(areaSize({ ...EMPTY_STORAGE, my: area }, 'my')).toBe(again);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('refuses exactly what would pass a limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 210 * KB }),
        fc.integer({ min: 45, max: 51 }),
        (length, count) => {
          const storage = filled(count, 200 * KB);
          const total = areaSize(storage, 'my') + length + 'new'.length;
          const expected = length > 200 * KB ? 14 : total > 10 * KB * KB ? 12 : undefined;
          expect(checkWrite(storage, 'my', 'new', ofLength(length))?.error).toBe(expected);
        },
      ),
      { numRuns: 100 },
    );
  });
});
