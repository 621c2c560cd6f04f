import { h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { fire } from '../events.ts';
import { flag, number, plain, text } from './attributes.ts';
import { useDone, useRef } from './hooks.ts';

/** `scroll-view`: an element that the browser scrolls. */
export const ScrollView: Builtin = ({ tag, attrs, owner, children }) => {
  const element = useRef<HTMLElement>(null);
  const was = useRef({ left: 0, top: 0 });
  const a = plain(attrs);
  const x = flag(a.scrollx);
  const y = flag(a.scrolly);
  const behavior = flag(a.scrollwithanimation) ? 'smooth' : 'auto';
  const into = text(a.scrollintoview);

  useDone(() => {
    const left = number(a.scrollleft, Number.NaN);
    const top = number(a.scrolltop, Number.NaN);
    element.current?.scrollTo?.({
      ...(Number.isNaN(left) ? {} : { left }),
      ...(Number.isNaN(top) ? {} : { top }),
      behavior,
    });
  }, [a.scrollleft, a.scrolltop]);
  useDone(() => {
    const box = element.current;
    const child = into && box?.querySelector(`[id=${JSON.stringify(into)}]`);
    if (!box || !child) return;
    const from = box.getBoundingClientRect();
    const to = child.getBoundingClientRect();
    box.scrollTo?.({
      ...(x ? { left: box.scrollLeft + to.left - from.left } : {}),
      ...(y ? { top: box.scrollTop + to.top - from.top } : {}),
      behavior,
    });
  }, [into]);

  const scrolled = ({ currentTarget, target }: Event) => {
    if (target !== currentTarget) return;
    const box = currentTarget as HTMLElement;
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = box;
    const { left, top } = was.current;
    was.current = { left: scrollLeft, top: scrollTop };
    fire(box, 'scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth });
    const upper = number(a.upperthreshold, 50);
    const lower = number(a.lowerthreshold, 50);
    // Each end is told when it is reached, once.
    const reached = (before: number, now: number, end: number) => {
      if (now < before && now <= upper && before > upper) fire(box, 'scrollToUpper', {});
      if (now > before && end - now <= lower && end - before > lower) fire(box, 'scrollToLower', {});
    };
    if (x) reached(left, scrollLeft, scrollWidth - box.clientWidth);
    if (y) reached(top, scrollTop, scrollHeight - box.clientHeight);
  };

  return h(
    'scroll-view',
    elementProps(
      owner,
      attrs,
      {
        ref: element,
        // What scrolls must be reachable by keyboard.
        tabIndex: x || y ? 0 : undefined,
        style: {
          'overflow-x': x ? 'auto' : 'hidden',
          'overflow-y': y ? 'auto' : 'hidden',
          'overscroll-behavior': flag(a.trapscroll) ? 'contain' : undefined,
        },
        onScroll: scrolled,
      },
      tag,
    ),
    children,
  );
};
