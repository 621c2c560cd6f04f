import { h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps, withoutRpx } from '../element.ts';
import { fire } from '../events.ts';
import { flag, number, plain, text } from './attributes.ts';
import { drag } from './drag.ts';
import { useDone, useRef } from './hooks.ts';

/** `movable-view`: moved by finger, mouse and arrow keys, inside of the movable-area around it. */
export const MovableView: Builtin = ({ tag, attrs, owner, children }) => {
  const element = useRef<HTMLElement>(null);
  const at = useRef({ x: 0, y: 0 });
  const a = plain(attrs);
  const direction = text(a.direction) || 'none';
  const free = (along: 'horizontal' | 'vertical') =>
    !flag(a.disabled) && (direction === 'all' || direction === along);

  /** Into the area; of a view larger than the area, so that it covers that. */
  const put = (x: number, y: number, source: string) => {
    const view = element.current;
    const area = view?.parentElement;
    if (!view || !area) return;
    const inside = (value: number, room: number) =>
      flag(a.outofbounds) ? value : Math.min(Math.max(0, room), Math.max(Math.min(0, room), value));
    const to = {
      x: inside(x, area.clientWidth - view.offsetWidth),
      y: inside(y, area.clientHeight - view.offsetHeight),
    };
    view.style.transform = `translate(${to.x}px, ${to.y}px) scale(${number(a.scalevalue, 1)})`;
    if (to.x === at.current.x && to.y === at.current.y) return;
    at.current = to;
    fire(view, 'change', { ...to, source });
  };
  const pixels = (value: unknown) => {
    const given = withoutRpx(text(value));
    return given.endsWith('vw') ? (number(given, 0) / 100) * innerWidth : number(given, 0);
  };
  useDone(() => put(pixels(a.x), pixels(a.y), ''), [a.x, a.y]);
  useDone(() => put(at.current.x, at.current.y, ''));

  return h(
    'movable-view',
    elementProps(
      owner,
      attrs,
      {
        ref: element,
        tabIndex: direction === 'none' || flag(a.disabled) ? undefined : 0,
        onPointerDown(event: PointerEvent) {
          const { x, y } = at.current;
          const to = (by: { x: number; y: number }) =>
            put(x + (free('horizontal') ? by.x : 0), y + (free('vertical') ? by.y : 0), 'touch');
          drag(
            event,
            (by) => (free('horizontal') && by.x !== 0) || (free('vertical') && by.y !== 0),
            to,
            (by) => {
              to(by);
              if (element.current) fire(element.current, 'changeEnd', { ...at.current });
            },
          );
        },
        onKeyDown(event: KeyboardEvent) {
          const [x, y] = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] }[
            event.key
          ] ?? [0, 0];
          if (event.target !== event.currentTarget || !(x && free('horizontal')) === !(y && free('vertical')))
            return;
          event.preventDefault();
          put(at.current.x + (x ?? 0), at.current.y + (y ?? 0), 'touch');
          if (element.current) fire(element.current, 'changeEnd', { ...at.current });
        },
      },
      tag,
    ),
    children,
  );
};
