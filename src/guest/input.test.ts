import { describe, expect, it } from 'vitest';
import { InputLog } from './input.ts';

function log() {
  const sent: [string, string | undefined][] = [];
  const made = new InputLog((type, { value }) => void sent.push([type, value]));
  const add = (type: string, element: object, value?: string) =>
    made.add({
      type,
      element,
      body: { target: '#x', label: 'x', ...(value === undefined ? {} : { value }) },
    });
  return { sent, add, flush: () => made.flush() };
}

describe('the log of what the user does', () => {
  it('joins the input of one field until it changes', () => {
    const { sent, add } = log();
    const field = {};
    for (const value of ['a', 'ab', 'abc']) add('input', field, value);
    expect(sent).toEqual([]);
    add('change', field, 'abc');
    expect(sent).toEqual([
      ['input', 'abc'],
      ['change', 'abc'],
    ]);
  });

  it('input into another field ends the first', () => {
    const { sent, add } = log();
    add('input', { name: 'a' }, 'one');
    add('input', { name: 'b' }, 'two');
    expect(sent).toEqual([['input', 'one']]);
  });

  it('a click comes after what was typed before it', () => {
    const { sent, add } = log();
    add('input', {}, 'typed');
    add('click', {});
    expect(sent).toEqual([
      ['input', 'typed'],
      ['click', undefined],
    ]);
  });

  it('is flushed once', () => {
    const { sent, add, flush } = log();
    add('input', {}, 'typed');
    flush();
    flush();
    expect(sent).toEqual([['input', 'typed']]);
  });
});
