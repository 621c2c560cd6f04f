import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageCopy } from '../copy.ts';
import { EMPTY } from '../testing.ts';
import { createAreaStore } from './area-store.ts';
import { createWebStorage } from './web-storage.ts';

type Area = Storage & Record<string, unknown>;

function make() {
  class PageStorage {}
  const copy = new StorageCopy(EMPTY);
  const [send, full] = [vi.fn(() => true), vi.fn()];
  const area = createWebStorage(PageStorage)(createAreaStore(copy, 'local', send, full, () => ({}))) as Area;
  return { area, copy, send, full, PageStorage };
}

describe('Web Storage in an opaque frame', () => {
  let made: ReturnType<typeof make>;
  beforeEach(() => {
    made = make();
  });

  it('is a Storage, with methods, properties, length and keys in agreement', () => {
    const { area, PageStorage } = made;
    area.setItem('a', '1');
    area.b = 2;
    expect(area).toBeInstanceOf(PageStorage);
    expect([area.getItem('a'), area.b, area.getItem('none'), area.none]).toEqual(['1', '2', null, undefined]);
    expect([area.length, area.key(0), area.key(1), area.key(2)]).toEqual([2, 'a', 'b', null]);
    expect(['a' in area, 'none' in area, 'getItem' in area]).toEqual([true, false, true]);
    expect(Object.keys(area)).toEqual(['a', 'b']);
    expect(JSON.stringify(area)).toBe('{"a":"1","b":"2"}');
    expect(Object.getOwnPropertyDescriptor(area, 'a')).toEqual({
      value: '1',
      writable: true,
      enumerable: true,
      configurable: true,
    });
    const seen: string[] = [];
    for (const key in area) if (Object.hasOwn(area, key)) seen.push(key);
    expect(seen).toEqual(['a', 'b']);
    delete area.a;
    area.removeItem('b');
    expect(area.length).toBe(0);
  });

  it('a key with the name of a method is stored, and the method stays', () => {
    const { area } = made;
    area.setItem('getItem', 'x');
    area.setItem('length', 'y');
    expect(area.getItem('getItem')).toBe('x');
    expect(typeof area.getItem).toBe('function');
    expect(area.length).toBe(2);
    expect(Object.keys(area)).toEqual([]);
  });

  it('keys like __proto__ are only keys', () => {
    const { area } = made;
    area.setItem('__proto__', 'x');
    expect(area.getItem('__proto__')).toBe('x');
    expect(area.length).toBe(1);
  });

  it('turns keys and values to strings, as the standard does', () => {
    const { area } = made;
    area.setItem(1 as unknown as string, null as unknown as string);
    area.setItem('o', {} as unknown as string);
    expect([area.getItem('1'), area.getItem('o')]).toEqual(['null', '[object Object]']);
    expect(() => (area.setItem as (key: string) => void)('a')).toThrow(TypeError);
  });

  it('a patched prototype is used by both areas, and `this` must be one', () => {
    const { area, PageStorage } = made;
    const prototype = PageStorage.prototype as Storage;
    const { setItem } = prototype;
    const keys: string[] = [];
    prototype.setItem = function (key, value) {
      keys.push(key);
      setItem.call(this, key, value);
    };
    area.setItem('a', '1');
    expect([keys, area.getItem('a')]).toEqual([['a'], '1']);
    expect(() => setItem.call({} as Storage, 'a', '1')).toThrow(TypeError);
  });

  it('cannot be given accessors or be sealed', () => {
    const { area } = made;
    expect(Reflect.defineProperty(area, 'a', { get: () => 1 })).toBe(false);
    expect(Reflect.preventExtensions(area)).toBe(false);
    Object.defineProperty(area, 'b', { value: 3 });
    expect(area.getItem('b')).toBe('3');
  });

  it('tells the host of every write, and of nothing else', () => {
    const { area, send } = made;
    area.setItem('a', '1');
    area.a = '1';
    area.removeItem('none');
    area.getItem('a');
    area.removeItem('a');
    area.clear();
    area.b = '2';
    area.clear();
    expect(send.mock.calls.map((call) => (call as unknown[])[0])).toEqual([
      { op: 'set', key: 'a', value: '1' },
      { op: 'set', key: 'a', value: '1' },
      { op: 'remove', key: 'a' },
      { op: 'set', key: 'b', value: '2' },
      { op: 'clear' },
    ]);
  });

  it.each([
    ['more than 200 KB under one key', () => undefined, 'x'.repeat(200 * 1024)],
    ['more than a message may carry', (m: typeof made) => void m.send.mockReturnValue(false), 'x'],
  ])('%s is a QuotaExceededError, told, and changes nothing', (_, prepare, value) => {
    const { area, copy, full } = made;
    area.setItem('a', 'old');
    prepare(made);
    expect(() => area.setItem('a', value)).toThrow(expect.objectContaining({ name: 'QuotaExceededError' }));
    expect(() => {
      area.a = value;
    }).toThrow(DOMException);
    expect(copy.get('local', 'a')).toBe('old');
    expect(full).toHaveBeenCalledTimes(2);
  });

  it('more than 10 MB in all areas together is a QuotaExceededError', () => {
    const { area, copy } = made;
    for (let i = 0; i < 51; i++) copy.set('my', `k${i}`, 'x'.repeat(200 * 1024));
    expect(() => area.setItem('a', 'x'.repeat(190 * 1024))).toThrow(DOMException);
  });

  it('does what a plain map of strings does', () => {
    const key = fc.constantFrom('a', 'b', 'c', '0', '__proto__', 'length');
    const step = fc.oneof(
      fc.tuple(fc.constant('set' as const), key, fc.string({ maxLength: 3 })),
      fc.tuple(fc.constant('remove' as const), key, fc.constant('')),
      fc.tuple(fc.constant('clear' as const), key, fc.constant('')),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { area } = make();
        const model = new Map<string, string>();
        for (const [op, k, v] of steps) {
          if (op === 'set') {
            area.setItem(k, v);
            model.set(k, v);
          } else if (op === 'remove') {
            area.removeItem(k);
            model.delete(k);
          } else {
            area.clear();
            model.clear();
          }
        }
        expect(Array.from({ length: area.length }, (_, i) => area.key(i))).toEqual([...model.keys()]);
        for (const [k, v] of model) expect(area.getItem(k)).toBe(v);
      }),
      { numRuns: 150 },
    );
  });
});
