import { createContext, h } from 'preact';
import { useContext } from 'preact/hooks';
import type { Builtin } from '../builtin.ts';
import { elementProps, withoutRpx } from '../element.ts';
import { fire } from '../events.ts';
import { entry, flag, number, plain, text } from './attributes.ts';
import { drag, type Move } from './drag.ts';
import { useAgain, useDone, useRef } from './hooks.ts';

/** Tells the swiper around that one of its items has been rendered. */
const Changed = createContext<() => void>(() => undefined);

const EASINGS: Readonly<Record<string, string>> = {
  linear: 'linear',
  easeInCubic: 'cubic-bezier(.32,0,.67,0)',
  easeOutCubic: 'cubic-bezier(.33,1,.68,1)',
  easeInOutCubic: 'cubic-bezier(.65,0,.35,1)',
};

/**
 * `swiper`. The items lie at one place and are shifted by whole widths: where each one is follows from `position`, a number
 * between two items while a finger drags. Of a circular one, each item is on the side from which it comes next.
 */
export const Swiper: Builtin = ({ tag, attrs, owner, children }) => {
  const element = useRef<HTMLElement>(null);
  const track = useRef<HTMLElement>(null);
  const current = useRef(0);
  const count = useRef(0);
  const dragging = useRef(false);
  const again = useAgain();
  const a = plain(attrs);
  const vertical = flag(a.vertical);
  const shown = Math.max(1, number(a.displaymultipleitems, 1));
  const circular = flag(a.circular);
  const duration = number(a.duration, 500);
  const given = number(a.current, 0);
  const adjust = vertical && !flag(a.adjustverticalheight) ? 'none' : text(a.adjustheight) || 'first';

  // Mostly swiper-items; a library's component may have put something else there.
  const items = () => Array.from(track.current?.children ?? []) as HTMLElement[];
  const last = () => Math.max(0, count.current - shown);

  const margins = [a.previousmargin, a.nextmargin].some((margin) => number(margin, 0) !== 0);
  /** @param offsets where each item is, in widths from where the current one is when nothing moves */
  const put = (offsets: readonly number[], transition: string) => {
    for (const [index, item] of items().entries()) {
      const offset = offsets[index] ?? 0;
      item.style.transition = transition;
      item.style.transform = `translate${vertical ? 'Y' : 'X'}(${offset * 100}%)`;
      // What cannot be seen is out of reach, unless margins show a part of it.
      item.inert = !margins && !dragging.current && (offset <= -1 || offset >= shown);
    }
  };
  /** @param from where the items are now @param to where they go @param time of the way, ms */
  const place = (from: number, to: number, time: number) => {
    const { length } = items();
    const way = to - from;
    const offsets = Array.from({ length }, (_, index) => {
      const offset = index - from;
      if (!circular || length < 2) return offset;
      // Half a round to either side of the middle of the way.
      const low = (way - length + shown - 1) / 2;
      return offset - Math.floor((offset - low) / length) * length;
    });
    put(offsets, 'none');
    if (way === 0) return;
    // The browser must have seen where they begin.
    track.current?.getBoundingClientRect();
    put(
      offsets.map((offset) => offset - way),
      time > 0 ? `transform ${time}ms ${entry(EASINGS, a.easingfunction) ?? 'ease'}` : 'none',
    );
  };
  const go = (to: number, source: string, from = current.current) => {
    if (count.current === 0) return;
    const target = circular ? to : Math.min(last(), Math.max(0, to));
    const index = ((target % count.current) + count.current) % count.current;
    const other = index !== current.current;
    current.current = index;
    const still = source === '' && flag(a.disableprogrammaticanimation);
    place(from, target, still ? 0 : duration);
    if (!other) return;
    again();
    if (element.current) fire(element.current, 'change', { current: index, source });
  };
  const source = useRef('');
  const move = (to: number, by: string, from?: number) => {
    source.current = by;
    go(to, by, from);
  };
  const latest = useRef(move);
  latest.current = move;

  const layout = [vertical, circular, shown, margins].join();
  const laidOut = useRef('');
  const sync = () => {
    const all = items();
    const { length } = all;
    const grown = length !== count.current;
    if (grown) {
      count.current = length;
      current.current = Math.max(0, Math.min(last(), current.current || given));
      again();
    }
    const active = text(a.activeclass);
    for (const [index, item] of all.entries()) {
      const on = index === current.current;
      const flows = adjust === 'highest' || (adjust === 'current' ? on : adjust === 'first' && index === 0);
      item.classList.toggle('a-flows', flows);
      if (active) item.classList.toggle(active, on);
    }
    // An item that is new, or whose style the program has set anew, is not in its place.
    if (
      dragging.current ||
      (!grown && layout === laidOut.current && all.every((item) => item.style.transform))
    )
      return;
    laidOut.current = layout;
    place(current.current, current.current, 0);
  };
  const synced = useRef(sync);
  synced.current = sync;
  // The same for all renderings, so that the items are not rendered with the swiper.
  const changed = useRef(() => synced.current());

  useDone(sync);
  useDone(() => {
    if (!track.current) return;
    const observer = new MutationObserver(changed.current);
    observer.observe(track.current, { childList: true });
    return () => observer.disconnect();
  }, []);
  useDone(() => {
    if (given !== current.current && given < count.current) move(given, '');
  }, [given]);
  const playing = flag(a.autoplay);
  const interval = number(a.interval, 5000);
  useDone(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      if (dragging.current || count.current < 2) return;
      latest.current(current.current >= last() && !circular ? 0 : current.current + 1, 'autoplay');
    }, interval);
    return () => clearInterval(timer);
  }, [playing, interval]);

  const pressed = (event: PointerEvent) => {
    if (flag(a.disabletouch) || count.current < 2) return;
    const box = track.current?.getBoundingClientRect();
    const size = ((vertical ? box?.height : box?.width) ?? 0) / shown || 1;
    const along = ({ x, y }: Move) => (vertical ? y : x);
    const from = current.current;
    let at = from;
    drag(
      event,
      ({ x, y }) => Math.abs(vertical ? y : x) > Math.abs(vertical ? x : y),
      (by) => {
        dragging.current = true;
        const free = from - along(by) / size;
        at = circular ? Math.min(from + 1, Math.max(from - 1, free)) : free;
        // Past its ends, it follows slowly.
        if (!circular && at < 0) at /= 3;
        if (!circular && at > last()) at = last() + (at - last()) / 3;
        place(at, at, 0);
        if (element.current)
          fire(
            element.current,
            'transition',
            vertical ? { dx: 0, dy: -along(by) } : { dx: -along(by), dy: 0 },
          );
      },
      (by, speed) => {
        dragging.current = false;
        const far = Math.abs(along(by)) / size > number(a.swiperatio, 0.2);
        const fast = Math.abs(along(speed)) > number(a.swipespeed, 0.05) * 10;
        const turn = far || fast ? -Math.sign(along(by)) : 0;
        latest.current(from + turn, 'touch', at);
      },
    );
  };
  const back = vertical ? 'ArrowUp' : 'ArrowLeft';
  const forth = vertical ? 'ArrowDown' : 'ArrowRight';
  const margin = (value: unknown) => withoutRpx(text(value)) || '0px';

  return h(
    'swiper',
    elementProps(
      owner,
      attrs,
      {
        ref: element,
        role: attrs.role ?? 'group',
        'aria-roledescription': 'carousel',
        tabIndex: 0,
        class: `${vertical ? 'a-vertical' : ''}${flag(a.disabletouch) ? ' a-still' : ''}`,
        onPointerDown: pressed,
        onKeyDown(event: KeyboardEvent) {
          const step = event.key === back ? -1 : event.key === forth ? 1 : 0;
          if (!step || event.target !== event.currentTarget) return;
          event.preventDefault();
          move(current.current + step, 'touch');
        },
        onTransitionEnd(event: TransitionEvent) {
          if (!items().includes(event.target as HTMLElement)) return;
          // It is the swiper's, not the program's.
          event.stopPropagation();
          if (!element.current || event.target !== items()[current.current]) return;
          // A circular one may have all others on one side now.
          place(current.current, current.current, 0);
          fire(
            element.current,
            'animationEnd',
            { current: current.current, source: source.current },
            { bubbles: false },
          );
        },
      },
      tag,
    ),
    h(
      'a-track',
      {
        ref: track,
        style: {
          [vertical ? 'marginTop' : 'marginLeft']: margin(a.previousmargin),
          [vertical ? 'marginBottom' : 'marginRight']: margin(a.nextmargin),
          '--a-part': `${100 / shown}%`,
        },
      },
      h(Changed.Provider, { value: changed.current, children }),
    ),
    flag(a.indicatordots) &&
      h(
        'a-dots',
        {
          'aria-hidden': true,
          style: { '--a-dot': a.indicatorcolor, '--a-dot-on': a.indicatoractivecolor },
        },
        Array.from({ length: count.current }, (_, index) =>
          h('a-dot', { key: index, class: index === current.current ? 'a-on' : undefined }),
        ),
      ),
  );
};

/** `swiper-item`. */
export const SwiperItem: Builtin = ({ tag, attrs, owner, children }) => {
  const changed = useContext(Changed);
  useDone(changed);
  return h('swiper-item', elementProps(owner, attrs, {}, tag), children);
};
