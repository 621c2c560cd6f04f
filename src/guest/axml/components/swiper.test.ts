// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { press, program, rendered } from './testing.ts';

afterEach(() => void vi.useRealTimers());

const items = (el: ReturnType<typeof program>['el'], count: number) =>
  Array.from({ length: count }, (_, index) => el('swiper-item', { id: `i${index}` }, `item ${index}`));
const offsets = () =>
  Array.from(document.querySelectorAll<HTMLElement>('swiper-item'), ({ style }) =>
    Number(/\((-?[\d.]+)%\)/.exec(style.transform)?.[1]),
  );

describe('swiper', () => {
  it('shows the current item, and a dot for each', async () => {
    const { el, show } = program();
    show(el('swiper', { current: 1, 'indicator-dots': true }, ...items(el, 3)));
    await rendered();
    expect(offsets()).toEqual([-100, 0, 100]);
    expect(Array.from(document.querySelectorAll('a-dot'), ({ className }) => className)).toEqual([
      '',
      'a-on',
      '',
    ]);
  });

  it('goes where current says, and onChange has it', async () => {
    const { el, show, told } = program();
    show(el('swiper', { current: 0, onChange: 'c' }, ...items(el, 3)));
    show(el('swiper', { current: 2, onChange: 'c' }, ...items(el, 3)));
    await rendered();
    expect(offsets()).toEqual([-200, -100, 0]);
    expect(told()).toEqual([['change', { current: 2, source: '' }]]);
  });

  it('goes on by arrow keys, and no further than its ends', async () => {
    const { el, show, told, get } = program();
    show(el('swiper', { onChange: 'c' }, ...items(el, 2)));
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowRight']) press(get('swiper'), key);
    await rendered();
    expect(told()).toEqual([['change', { current: 1, source: 'touch' }]]);
    expect(offsets()).toEqual([-100, 0]);
  });

  it('circular: after the last one comes the first, from the same side', async () => {
    const { el, show, told, get } = program();
    show(el('swiper', { circular: true, current: 2, onChange: 'c' }, ...items(el, 3)));
    await rendered();
    press(get('swiper'), 'ArrowRight');
    expect(offsets()).toEqual([0, -200, -100]);
    get('#i0').dispatchEvent(new Event('transitionend', { bubbles: true }));
    expect(offsets()).toEqual([0, 100, -100]);
    expect(told()).toEqual([['change', { current: 0, source: 'touch' }]]);
    press(get('swiper'), 'ArrowLeft');
    expect(offsets()).toEqual([100, -100, 0]);
  });

  it('vertical moves up and down', async () => {
    const { el, show, get, told } = program();
    show(el('swiper', { vertical: true, onChange: 'c' }, ...items(el, 2)));
    press(get('swiper'), 'ArrowDown');
    expect(told()).toHaveLength(1);
    expect(get('swiper-item').style.transform).toBe('translateY(-100%)');
  });

  it('autoplay goes on after each interval, and begins again at its end', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { el, show, told } = program();
    show(el('swiper', { autoplay: true, interval: '1000', onChange: 'c' }, ...items(el, 2)));
    await rendered();
    vi.advanceTimersByTime(2000);
    expect(told()).toEqual([
      ['change', { current: 1, source: 'autoplay' }],
      ['change', { current: 0, source: 'autoplay' }],
    ]);
  });

  it('items that come and go are put in place', async () => {
    const { el, show } = program();
    show(el('swiper', { 'indicator-dots': true }));
    show(el('swiper', { 'indicator-dots': true }, ...items(el, 3)));
    await rendered();
    expect(offsets()).toEqual([0, 100, 200]);
    show(el('swiper', { 'indicator-dots': true }, ...items(el, 1)));
    await rendered();
    expect(document.querySelectorAll('a-dot')).toHaveLength(1);
  });

  it('what is no swiper-item is an item, too', async () => {
    const { el, show, get } = program();
    show(el('swiper', {}, el('view', { id: 'a' }), el('view', { id: 'b' })));
    await rendered();
    expect([get('#a').style.transform, get('#b').style.transform]).toEqual([
      'translateX(0%)',
      'translateX(100%)',
    ]);
  });

  it('an item whose style is set anew stays in its place', async () => {
    const { el, show } = program();
    const page = (style: string) => el('swiper', {}, el('swiper-item', {}), el('swiper-item', { style }));
    show(page('color: red'));
    show(page('color: blue'));
    await rendered();
    expect(offsets()).toEqual([0, 100]);
  });

  it('what is not shown is out of reach of the keyboard', async () => {
    const { el, show, get } = program();
    show(el('swiper', {}, ...items(el, 2)));
    expect([get('#i0').inert, get('#i1').inert]).toEqual([false, true]);
  });

  it('the height is that of the first item, or of the one that adjust-height names', async () => {
    const { el, show } = program();
    const flowing = () =>
      Array.from(document.querySelectorAll('swiper-item'), ({ classList }) => classList.contains('a-flows'));
    show(el('swiper', { current: 1 }, ...items(el, 2)));
    expect(flowing()).toEqual([true, false]);
    show(el('swiper', { current: 1, 'adjust-height': 'current' }, ...items(el, 2)));
    expect(flowing()).toEqual([false, true]);
    show(el('swiper', { current: 1, 'adjust-height': 'highest' }, ...items(el, 2)));
    expect(flowing()).toEqual([true, true]);
    show(el('swiper', { current: 1, 'adjust-height': 'none' }, ...items(el, 2)));
    expect(flowing()).toEqual([false, false]);
  });
});
