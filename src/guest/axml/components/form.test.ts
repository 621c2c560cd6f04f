// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { press, program, rendered, type } from './testing.ts';

const everything = ({ el }: ReturnType<typeof program>) => [
  el('input', { name: 'input', value: 'first' }),
  el('textarea', { name: 'area', value: 'long' }),
  el('switch', { name: 'switch', checked: true }),
  el('slider', { name: 'slider', value: '80' }),
  el(
    'radio-group',
    { name: 'radio' },
    el('label', {}, el('radio', { value: 'r1' }), 'one'),
    el('label', {}, el('radio', { value: 'r2', checked: true }), 'two'),
  ),
  el(
    'checkbox-group',
    { name: 'boxes' },
    el('label', {}, el('checkbox', { value: 'c1', checked: true }), 'one'),
    el('label', {}, el('checkbox', { value: 'c2' }), 'two'),
  ),
  el('picker', { name: 'picker', range: ['a', 'b'], value: 1 }, 'b'),
  el('picker-view', { name: 'columns', value: [2] }, el('picker-view-column', {}, el('view'))),
  el('input', { value: 'has no name' }),
];

describe('form', () => {
  it('onSubmit has the value of each component by its name, and the data of the button', () => {
    const page = program();
    const { el, told, get } = page;
    page.show(
      el(
        'form',
        { onSubmit: 'save' },
        el('view', {}, ...everything(page)),
        el('button', { formType: 'submit', 'data-id': 121 }, 'Send'),
      ),
    );
    get('button').click();
    expect(told()).toEqual([
      [
        'submit',
        {
          value: {
            input: 'first',
            area: 'long',
            switch: true,
            slider: 80,
            radio: 'r2',
            boxes: ['c1'],
            picker: 1,
            columns: [2],
          },
          buttonTarget: { dataset: { id: 121 } },
        },
      ],
    ]);
  });

  it('report-submit gives a formId', () => {
    const { el, told, get, show } = program();
    show(el('form', { onSubmit: 'save', 'report-submit': true }, el('button', { 'form-type': 'submit' })));
    get('button').click();
    expect(told()[0]?.[1]).toHaveProperty('formId');
  });

  it('onReset comes when every component is as it was at first', async () => {
    const page = program();
    const { el, told, get } = page;
    page.show(
      el(
        'form',
        { onSubmit: 'save', onReset: 'clear' },
        ...everything(page),
        el('button', { formType: 'reset', id: 'reset' }),
        el('button', { formType: 'submit', id: 'submit' }),
      ),
    );
    get('#submit').click();
    const before = told();
    type(get('input[name=input]'), 'other');
    type(get('textarea'), 'other');
    get('a-switch > input').click();
    get<HTMLInputElement>('slider > input').value = '3';
    get('slider > input').dispatchEvent(new Event('change', { bubbles: true }));
    get('radio > input').click();
    get('checkbox > input').click();
    press(get('picker-view-column'), 'ArrowDown');
    get('#submit').click();
    expect(told()).not.toEqual(before);
    get('#reset').click();
    expect(told()).toEqual([['reset', {}]]);
    await rendered();
    get('#submit').click();
    expect(told()).toEqual(before);
  });

  it('a form inside of a form has its own components', () => {
    const { el, told, get, show } = program();
    show(
      el(
        'form',
        { onSubmit: 'outer' },
        el('input', { name: 'a', value: '1' }),
        el(
          'form',
          { onSubmit: 'inner' },
          el('input', { name: 'b', value: '2' }),
          el('button', { formType: 'submit' }),
        ),
      ),
    );
    get('button').click();
    expect(told()).toEqual([['submit', { value: { b: '2' }, buttonTarget: { dataset: {} } }]]);
  });

  it('Enter in a field does not submit', () => {
    const { el, told, get, show } = program();
    show(
      el(
        'form',
        { onSubmit: 'save' },
        el('input', { name: 'a', onConfirm: 'next' }),
        el('button', { formType: 'submit' }),
      ),
    );
    expect(press(get('input'), 'Enter').defaultPrevented).toBe(true);
    expect(told()).toEqual([['confirm', { value: '' }]]);
  });
});
