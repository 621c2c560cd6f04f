import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Keeps a list that streams in at its end, unless the user has scrolled away from it. `count` absent: it does not. */
export function useStickyEnd(
  scroller: RefObject<HTMLElement | null>,
  count: number | undefined,
): { onScroll(): void } {
  const atEnd = useRef(true);
  const before = useRef(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || count === undefined) return;
    if (count < before.current) atEnd.current = true;
    before.current = count;
    if (atEnd.current) element.scrollTop = element.scrollHeight;
  }, [scroller, count]);
  return {
    onScroll() {
      const element = scroller.current;
      if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 48;
    },
  };
}
