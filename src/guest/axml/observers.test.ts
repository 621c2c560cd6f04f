import { describe, expect, it } from 'vitest';
import { parsePath } from './data-path.ts';
import { observersOf } from './observers.ts';

const hears = (names: string, set: string) =>
  observersOf([[names, () => undefined]])[0]?.matches(parsePath(set)) ?? false;

describe('an observer', () => {
  it.each([
    ['a, b', 'b', true],
    ['a, b', 'c', false],
    ['some.field', 'some', true],
    ['some.field', 'some.field', true],
    ['some.field', 'some.field.below', false],
    ['some.field', 'some.other', false],
    ['list[12]', 'list[12]', true],
    ['list[12]', 'list[1]', false],
    ['some.**', 'some.field.below', true],
    ['some.**', 'other', false],
    ['**', 'anything.at[0].all', true],
  ])('of %s, when %s is set: %s', (names, set, expected) => {
    expect(hears(names, set)).toBe(expected);
  });

  it('is given the values of what it watches', () => {
    const [observer] = observersOf([['a.b, c, **', () => undefined]]);
    const data = { a: { b: 1 }, c: 2 };
    expect(observer?.given(data)).toEqual([1, 2, data]);
  });
});
