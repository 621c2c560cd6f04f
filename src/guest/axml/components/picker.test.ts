// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './picker-columns.ts';
import { press, program, rendered } from './testing.ts';

const dialog = () => document.querySelector('dialog');
const selects = () => Array.from(document.querySelectorAll('select'));
const texts = (column = 0) => Array.from(selects()[column]?.options ?? [], ({ text }) => text);
const button = (name: string) =>
  Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent === name);

function choose(index: number, column = 0): void {
  const select = selects()[column];
  if (!select) throw new Error('no such column');
  select.selectedIndex = index;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

async function opened(attrs: Record<string, unknown>) {
  const page = program();
  page.show(page.el('picker', { onChange: 'changed', onCancel: 'left', ...attrs }, 'Country'));
  page.get('picker').click();
  await rendered();
  return page;
}

describe('picker', () => {
  it('opens a dialog with the range, its value chosen; onChange has the index', async () => {
    const { told } = await opened({ range: ['France', 'Japan', 'Peru'], value: 1, title: 'Where' });
    expect(dialog()?.getAttribute('aria-label')).toBe('Where');
    expect(texts()).toEqual(['France', 'Japan', 'Peru']);
    expect(selects()[0]?.selectedIndex).toBe(1);
    choose(2);
    await rendered();
    expect(told()).toEqual([]);
    button('OK')?.click();
    await rendered();
    expect(told()).toEqual([['change', { value: 2 }]]);
    expect(dialog()).toBeNull();
  });

  it('range-key names what is shown of objects', async () => {
    await opened({ range: [{ name: 'France' }, { name: 'Japan' }], 'range-key': 'name' });
    expect(texts()).toEqual(['France', 'Japan']);
  });

  it('Cancel and Escape change nothing and fire cancel', async () => {
    const { told, get } = await opened({ range: ['a', 'b'] });
    choose(1);
    button('Cancel')?.click();
    await rendered();
    get('picker').click();
    await rendered();
    expect(selects()[0]?.selectedIndex).toBe(0);
    dialog()?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await rendered();
    expect(dialog()).toBeNull();
    expect(told()).toEqual([
      ['cancel', {}],
      ['cancel', {}],
    ]);
  });

  it('keeps what was chosen until the attribute is another', async () => {
    const { get } = await opened({ range: ['a', 'b'] });
    choose(1);
    button('OK')?.click();
    get('picker').click();
    await rendered();
    expect(selects()[0]?.selectedIndex).toBe(1);
  });

  it('opens by keyboard, and not when disabled', async () => {
    const { el, show, get } = program();
    show(el('picker', { range: ['a'] }));
    press(get('picker'), 'Enter');
    await rendered();
    expect(dialog()).not.toBeNull();
    button('OK')?.click();
    await rendered();
    show(el('picker', { range: ['a'], disabled: true }));
    get('picker').click();
    await rendered();
    expect(dialog()).toBeNull();
  });

  it('a tap in the dialog is none for the elements around the picker', async () => {
    const { root } = await opened({ range: ['a'] });
    let taps = 0;
    root.addEventListener('click', () => taps++);
    button('OK')?.click();
    expect(taps).toBe(0);
  });

  it('mode multiSelector has a column for each list', async () => {
    const { told } = await opened({
      mode: 'multiSelector',
      range: [
        ['a', 'b'],
        ['x', 'y', 'z'],
      ],
      value: [1, 2],
    });
    expect(selects().map(({ selectedIndex }) => selectedIndex)).toEqual([1, 2]);
    choose(0, 1);
    button('OK')?.click();
    expect(told()).toEqual([['change', { value: [1, 0] }]]);
  });

  it('mode time is hours and minutes', async () => {
    const { told } = await opened({ mode: 'time', value: '09:30' });
    expect(selects().map(({ selectedIndex }) => selectedIndex)).toEqual([9, 30]);
    choose(23);
    button('OK')?.click();
    expect(told()).toEqual([['change', { value: '23:30' }]]);
  });

  it('mode date knows how many days a month has', async () => {
    const { told } = await opened({
      mode: 'date',
      value: '2024-01-31',
      start: '2020-01-01',
      end: '2030-01-01',
    });
    choose(1, 1);
    await rendered();
    expect(texts(2)).toHaveLength(29);
    button('OK')?.click();
    expect(told()).toEqual([['change', { value: '2024-02-29' }]]);
  });

  it('writes the date that it reads', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const value = date.toISOString().slice(0, 10);
          const columns = columnsOf({ mode: 'date' });
          const chosen = columns.read(value);
          expect(columns.write(chosen)).toBe(value);
          expect(columns.options(chosen).map((texts, at) => texts[chosen[at] ?? -1])).toEqual(
            value.split('-'),
          );
        },
      ),
    );
  });

  it.each([undefined, null, 'x', {}, [], Number.NaN])('takes %o for a value', async (value) => {
    for (const mode of ['selector', 'multiSelector', 'time', 'date'])
      expect(() =>
        columnsOf({ mode, range: value }).options(columnsOf({ mode, range: value }).read(value)),
      ).not.toThrow();
  });
});
