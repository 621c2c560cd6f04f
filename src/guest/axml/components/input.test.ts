// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { press, program, rendered, type } from './testing.ts';

const field = (selector = 'input') => document.querySelector(selector) as HTMLInputElement;

describe('input', () => {
  it('onInput has the value and where the cursor is', () => {
    const { el, told, show } = program();
    show(el('input', { onInput: 'typed' }));
    type(field(), 'abc');
    expect(told()).toEqual([['input', { value: 'abc', cursor: 3 }]]);
  });

  it('onFocus, onBlur and onConfirm have the value', () => {
    const { el, told, show } = program();
    show(el('input', { value: 'x', onFocus: 'f', onBlur: 'b', onConfirm: 'c' }));
    field().focus();
    press(field(), 'Enter');
    expect(told()).toEqual([
      ['focus', { value: 'x' }],
      ['confirm', { value: 'x' }],
      ['blur', { value: 'x' }],
    ]);
  });

  it('confirm-hold keeps the keyboard', () => {
    const { el, show } = program();
    show(el('input', { 'confirm-hold': true }));
    field().focus();
    press(field(), 'Enter');
    expect(document.activeElement).toBe(field());
  });

  it('value is the initial one: what was typed stays until the attribute is another', async () => {
    const { el, show } = program();
    show(el('input', { value: 'a' }));
    type(field(), 'ab');
    show(el('input', { value: 'a', class: 'new' }));
    await rendered();
    expect(field().value).toBe('ab');
    show(el('input', { value: 'c' }));
    expect(field().value).toBe('c');
  });

  it('controlled: shows what setData says, and nothing else', async () => {
    const { el, show, told } = program();
    show(el('input', { value: 'a', controlled: true, onInput: 'typed' }));
    type(field(), 'ab');
    expect(told()).toEqual([['input', { value: 'ab', cursor: 2 }]]);
    await rendered();
    expect(field().value).toBe('a');
  });

  it.each([
    [{ type: 'number' }, 'text', 'numeric'],
    [{ type: 'digit' }, 'text', 'decimal'],
    [{ type: 'idcard' }, 'text', null],
    [{ password: true }, 'password', null],
    [{ type: 'constructor' }, 'text', null],
  ])('%o is a field of type %s with the keyboard %s', (attrs, type, keyboard) => {
    const { el, show } = program();
    show(el('input', attrs));
    expect([field().type, field().getAttribute('inputmode')]).toEqual([type, keyboard]);
  });

  it.each([
    [{}, 140],
    [{ maxlength: '10' }, 10],
    [{ maxLength: 6 }, 6],
    [{ 'max-length': 7 }, 7],
    [{ maxlength: -1 }, -1],
  ])('of %o takes at most %i characters', (attrs, most) => {
    const { el, show } = program();
    show(el('input', attrs));
    expect(field().maxLength).toBe(most);
  });

  it('a limit that is taken away is none', () => {
    const { el, show } = program();
    show(el('input', { maxlength: 5 }));
    show(el('input', { maxlength: -1 }));
    expect(field().maxLength).toBe(-1);
  });

  it('focus is taken and given away when the attribute changes', () => {
    const { el, show } = program();
    show(el('input', { focus: false }));
    expect(document.activeElement).not.toBe(field());
    show(el('input', { focus: true }));
    expect(document.activeElement).toBe(field());
    show(el('input', { focus: false }));
    expect(document.activeElement).not.toBe(field());
  });

  it('selection-start and selection-end hold when it gets the focus', () => {
    const { el, show } = program();
    show(el('input', { value: 'abcdef', focus: true, 'selection-start': 1, selectionEnd: '3' }));
    expect([field().selectionStart, field().selectionEnd]).toEqual([1, 3]);
  });

  it('is found by its placeholder and by its label', () => {
    const { el, show, get } = program();
    show([
      el('label', { for: 'mail' }, 'E-mail'),
      el('input', { id: 'mail', placeholder: 'you@example.com', disabled: '' }),
    ]);
    expect(get<HTMLLabelElement>('label').control).toBe(field());
    expect(field().placeholder).toBe('you@example.com');
    expect(field().disabled).toBe(false);
  });

  it('placeholder-class and placeholder-style give the placeholder its look', () => {
    const { el, show, root } = program();
    document.head.insertAdjacentHTML('beforeend', '<style>.ph { color: rgb(1, 2, 3) }</style>');
    show(el('input', { 'placeholder-class': 'ph', placeholderStyle: 'font-weight: 700' }));
    expect(field().style.getPropertyValue('--a-placeholder-color')).toBe('rgb(1, 2, 3)');
    expect(field().style.getPropertyValue('--a-placeholder-font-weight')).toBe('700');
    expect(root.children).toHaveLength(1);
  });
});

describe('textarea', () => {
  it('counts what is written against maxlength, unless show-count is off', async () => {
    const { el, show, get, told } = program();
    show(el('textarea', { value: 'ab', maxlength: 20, onInput: 'typed' }));
    expect(get('a-count').textContent).toBe('2/20');
    type(field('textarea'), 'abcd');
    expect(told()).toEqual([['input', { value: 'abcd', cursor: 4 }]]);
    await rendered();
    expect(get('a-count').textContent).toBe('4/20');
    show(el('textarea', { 'show-count': false }));
    expect(document.querySelector('a-count')).toBeNull();
  });

  it('Enter writes a new line, and confirms where confirm-type says so', () => {
    const { el, show, told } = program();
    show(el('textarea', { onConfirm: 'c' }));
    expect(press(field('textarea'), 'Enter').defaultPrevented).toBe(false);
    show(el('textarea', { onConfirm: 'c', 'confirm-type': 'send' }));
    expect(press(field('textarea'), 'Enter').defaultPrevented).toBe(true);
    expect(told()).toEqual([['confirm', { value: '' }]]);
  });
});
