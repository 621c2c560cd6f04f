import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePath, valueAt, withValueAt } from './data-path.ts';
import { share } from './share.ts';

/** What crosses to the view of a phone, done the plain way. */
const model = (value: unknown): unknown => JSON.parse(JSON.stringify({ value })).value;
const data = fc.jsonValue({ maxDepth: 4 }).map((value) => model(value));

describe('the data of the view', () => {
  it('is always equal to what was set', () => {
    fc.assert(
      fc.property(fc.array(data, { minLength: 1, maxLength: 6 }), (values) => {
        let view: unknown;
        for (const value of values) {
          view = share(view, value);
          expect(view).toEqual(value);
        }
      }),
    );
  });

  it('keeps the identity of what is equal', () => {
    fc.assert(
      fc.property(data, (value) => {
        const view = share(undefined, value);
        expect(share(view, structuredClone(value))).toBe(view);
      }),
    );
  });

  it('shares nothing with the program', () => {
    fc.assert(
      fc.property(fc.array(data, { minLength: 1 }), (value) => {
        const before = structuredClone(value);
        const view = share(undefined, value);
        value.push('changed in place');
        expect(view).toEqual(before);
      }),
    );
  });

  it('sees what was changed in place, and keeps the rest', () => {
    const rows = [
      { id: 1, tags: ['a'] },
      { id: 2, tags: ['b'] },
    ];
    const view = share(undefined, rows) as typeof rows;
    rows[0]?.tags.push('c');
    const next = share(view, rows) as typeof rows;
    expect(next).toEqual(rows);
    expect(next[0]).not.toBe(view[0]);
    expect(next[1]).toBe(view[1]);
  });

  it('keeps a row that moves, when it is the same object', () => {
    const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];
    const view = share(undefined, rows) as typeof rows;
    const next = share(view, [{ id: 0 }, ...rows.toReversed()]) as typeof rows;
    expect(next.slice(1)).toEqual([...view].reverse());
    expect(next[1]).toBe(view[2]);
    expect(next[3]).toBe(view[0]);
  });

  it('is plain data: no functions, no undefined, dates as texts', () => {
    const given = { a: undefined, b: () => 1, c: [undefined, () => 1], d: new Date(0), e: Number.NaN };
    expect(share(undefined, given)).toEqual({
      c: [null, null],
      d: '1970-01-01T00:00:00.000Z',
      e: Number.NaN,
    });
  });

  it('cannot contain itself', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => share(undefined, loop)).toThrow(TypeError);
  });
});

describe('a path of setData', () => {
  it.each([
    ['a', ['a']],
    ['a.b', ['a', 'b']],
    ['list[0]', ['list', 0]],
    ['a.list[12].name', ['a', 'list', 12, 'name']],
    ['a[b].c', ['a', 'b', 'c']],
    [`a['x y']`, ['a', 'x y']],
    ['[3]', [3]],
    ['', ['']],
    ['...', ['...']],
  ])('%s is %j', (text, path) => {
    expect(parsePath(text)).toEqual(path);
  });

  it('sets that place, makes what is missing, and changes nothing else', () => {
    const step = fc.oneof(fc.constantFrom('a', 'b', '__proto__'), fc.nat(3));
    fc.assert(
      fc.property(data, fc.array(step, { minLength: 1, maxLength: 5 }), fc.string(), (root, path, value) => {
        const before = structuredClone(root);
        const changed = withValueAt(root, path, value);
        expect(root).toEqual(before);
        expect(
          Object.getOwnPropertyDescriptor(valueAt(changed, path.slice(0, -1)) ?? {}, String(path.at(-1)))
            ?.value,
        ).toBe(value);
        expect(({} as Record<string, unknown>).a).toBeUndefined();
      }),
    );
  });

  it('a number makes an array', () => {
    expect(withValueAt({}, ['list', 1, 'name'], 'x')).toEqual({ list: [undefined, { name: 'x' }] });
  });
});
