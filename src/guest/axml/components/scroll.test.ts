// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { press, program, rendered } from './testing.ts';

/** jsdom lays nothing out: the test says how large things are. */
function sized(element: Element, sizes: Record<string, number>) {
  for (const [name, value] of Object.entries(sizes))
    Object.defineProperty(element, name, { value, configurable: true });
}
function scroll(element: Element, to: { scrollTop?: number; scrollLeft?: number }) {
  Object.assign(element, to);
  element.dispatchEvent(new Event('scroll'));
}

describe('scroll-view', () => {
  const view = (attrs: Record<string, unknown>) => {
    const page = program();
    page.show(
      page.el(
        'scroll-view',
        { onScroll: 's', onScrollToUpper: 'u', onScrollToLower: 'l', ...attrs },
        page.el('view'),
      ),
    );
    const box = page.get('scroll-view');
    sized(box, { scrollHeight: 1000, scrollWidth: 1000, clientHeight: 200, clientWidth: 200 });
    return { ...page, box };
  };

  it('onScroll has where it is and how much there is', () => {
    const { box, told } = view({ 'scroll-y': true });
    scroll(box, { scrollTop: 100 });
    expect(told()).toEqual([
      ['scroll', { scrollLeft: 0, scrollTop: 100, scrollHeight: 1000, scrollWidth: 1000 }],
    ]);
  });

  it('onScrollToLower and onScrollToUpper come within their thresholds, once each time', () => {
    const { box, told } = view({ scrollY: true, 'lower-threshold': 100 });
    const reached = () => told().flatMap(([type]) => (type === 'scroll' ? [] : [type]));
    for (const scrollTop of [300, 699, 700, 750, 800]) scroll(box, { scrollTop });
    expect(reached()).toEqual(['scrollToLower']);
    for (const scrollTop of [400, 51, 50, 0]) scroll(box, { scrollTop });
    expect(reached()).toEqual(['scrollToUpper']);
  });

  it('scroll-x has them for left and right', () => {
    const { box, told } = view({ 'scroll-x': true });
    scroll(box, { scrollLeft: 800 });
    expect(told().map(([type]) => type)).toEqual(['scroll', 'scrollToLower']);
    expect(box.style.overflowX).toBe('auto');
    expect(box.style.overflowY).toBe('hidden');
  });

  it('scroll-top and scroll-into-view scroll when they change', () => {
    const { el, show, get } = program();
    const calls: unknown[] = [];
    Element.prototype.scrollTo = ((options: unknown) =>
      void calls.push(options)) as typeof Element.prototype.scrollTo;
    show(el('scroll-view', { 'scroll-y': true, 'scroll-top': 0 }, el('view', { id: 'row' })));
    calls.length = 0;
    show(
      el(
        'scroll-view',
        { 'scroll-y': true, scrollTop: '40', 'scroll-with-animation': true },
        el('view', { id: 'row' }),
      ),
    );
    expect(calls).toEqual([{ top: 40, behavior: 'smooth' }]);
    calls.length = 0;
    get('#row').getBoundingClientRect = () => ({ top: 70, left: 0 }) as DOMRect;
    show(
      el(
        'scroll-view',
        { 'scroll-y': true, scrollTop: '40', 'scroll-into-view': 'row' },
        el('view', { id: 'row' }),
      ),
    );
    expect(calls).toEqual([{ top: 70, behavior: 'auto' }]);
  });
});

describe('picker-view', () => {
  const page = (attrs: Record<string, unknown> = {}) => {
    const made = program();
    const lines = (...texts: string[]) => texts.map((text) => made.el('view', {}, text));
    made.show(
      made.el(
        'picker-view',
        { value: [1, 0], onChange: 'c', onPickerStart: 's', onPickerEnd: 'e', ...attrs },
        made.el('picker-view-column', {}, ...lines('a', 'b', 'c')),
        made.el('picker-view-column', { 'aria-label': 'Second' }, ...lines('x', 'y')),
      ),
    );
    return made;
  };
  const columns = () => Array.from(document.querySelectorAll('picker-view-column'));

  it('value is the line of each column, in the order of the columns', () => {
    page();
    expect(columns().map(({ scrollTop }) => scrollTop)).toEqual([34, 0]);
    expect(columns().map((column) => column.getAttribute('aria-valuetext'))).toEqual(['b', 'x']);
    expect(columns().map((column) => column.getAttribute('aria-label'))).toEqual(['Column 1', 'Second']);
  });

  it('onChange comes at the end of a scroll, with the lines of all columns', () => {
    const { told } = page();
    const [column] = columns();
    if (!column) throw new Error('no column');
    scroll(column, { scrollTop: 60 });
    scroll(column, { scrollTop: 68 });
    column.dispatchEvent(new Event('scrollend'));
    expect(told()).toEqual([
      ['pickerStart', {}],
      ['change', { value: [2, 0] }],
      ['pickerEnd', {}],
    ]);
  });

  it('a line is chosen by a tap and by arrow keys', () => {
    const { told } = page();
    columns()[0]?.children[2]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    press(columns()[1] as Element, 'ArrowDown');
    press(columns()[1] as Element, 'ArrowDown');
    expect(told()).toEqual([
      ['change', { value: [2, 0] }],
      ['change', { value: [2, 1] }],
    ]);
  });
});

describe('slider', () => {
  const range = () => document.querySelector('input') as HTMLInputElement;
  const to = (value: string, type: string) => {
    range().value = value;
    range().dispatchEvent(new Event(type, { bubbles: true }));
  };

  it('onChanging while it moves, onChange when it stands, both with the number', () => {
    const { el, show, told } = program();
    show(el('slider', { value: '20', onChanging: 'm', onChange: 'c', 'show-value': true }));
    to('30', 'input');
    to('40', 'change');
    expect(told()).toEqual([
      ['changing', { value: 30 }],
      ['change', { value: 40 }],
    ]);
  });

  it('is a range from min to max in steps', async () => {
    const { el, show, get } = program();
    show(el('slider', { min: '25', max: '50', step: 5, value: 35, 'show-value': true }));
    expect([range().min, range().max, range().step, range().value]).toEqual(['25', '50', '5', '35']);
    show(el('slider', { min: '200', max: '500', value: 300 }));
    await rendered();
    expect(range().value).toBe('300');
    expect(get('slider').style.getPropertyValue('--a-at')).toBe('33.33333333333333%');
  });
});

describe('movable-view', () => {
  it('is moved by arrow keys in its direction, inside of its area', () => {
    const { el, show, told, get } = program();
    show(
      el(
        'movable-area',
        {},
        el('movable-view', { direction: 'horizontal', x: 5, onChange: 'c', onChangeEnd: 'e' }, 'me'),
      ),
    );
    sized(get('movable-area'), { clientWidth: 100, clientHeight: 100 });
    sized(get('movable-view'), { offsetWidth: 85, offsetHeight: 85 });
    told();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) press(get('movable-view'), key);
    expect(told()).toEqual([
      ['change', { x: 10, y: 0, source: 'touch' }],
      ['changeEnd', { x: 10, y: 0 }],
      ['change', { x: 15, y: 0, source: 'touch' }],
      ['changeEnd', { x: 15, y: 0 }],
    ]);
  });
});
