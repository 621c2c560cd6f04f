// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { program } from './testing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** jsdom has no pointer events of its own. */
const pointer = (element: Element, type: string) =>
  element.dispatchEvent(Object.assign(new MouseEvent(type, { bubbles: true }), { isPrimary: true }));

it('hover-class comes after hover-start-time and goes hover-stay-time after the release', () => {
  const { el, show, get } = program();
  show(
    el('view', { 'hover-class': 'dark', 'hover-start-time': 30, hoverStayTime: '100' }, el('text', {}, 'x')),
  );
  pointer(get('text'), 'pointerdown');
  vi.advanceTimersByTime(29);
  expect(get('view').className).toBe('');
  vi.advanceTimersByTime(1);
  expect(get('view').className).toBe('dark');
  pointer(get('text'), 'pointerup');
  vi.advanceTimersByTime(99);
  expect(get('view').className).toBe('dark');
  vi.advanceTimersByTime(1);
  expect(get('view').className).toBe('');
});

it('a button has the class button-hover, unless it names another or none', () => {
  const { el, show, get } = program();
  show([el('button', { id: 'a' }), el('button', { id: 'b', 'hover-class': 'none' })]);
  for (const id of ['#a', '#b']) pointer(get(id), 'pointerdown');
  vi.advanceTimersByTime(20);
  expect([get('#a').className, get('#b').className]).toEqual(['a-button button-hover', 'a-button']);
});

it('hover-stop-propagation keeps the elements around as they are', () => {
  const { el, show, get } = program();
  show(
    el(
      'view',
      { 'hover-class': 'out', id: 'out' },
      el('view', { 'hover-class': 'in', id: 'in', 'hover-stop-propagation': true }),
    ),
  );
  pointer(get('#in'), 'pointerdown');
  vi.advanceTimersByTime(50);
  expect([get('#out').className, get('#in').className]).toEqual(['', 'in']);
});
