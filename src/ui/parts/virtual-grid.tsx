import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { nextLine, wayOf } from '../lib/next-line.ts';
import { useStickyEnd } from '../lib/use-sticky-end.ts';
import { cx } from './class-names.ts';

/** The lines of a long list, for {@link VirtualGrid}. */
export interface Lines {
  count: number;
  scroller: RefObject<HTMLDivElement | null>;
  virtual: Virtualizer<HTMLDivElement, Element>;
  /** The id of a line's element: the list names its active one. */
  idOf(line: number): string;
  /** Brings a line into sight, if it is not. */
  show(line: number): void;
}

/**
 * What a long list needs that only draws what is seen.
 * @param height of a line, in CSS pixels
 * @param atOnce false: while it scrolls, lines are drawn with what else comes, not once more at once
 */
export function useLines({
  count,
  height,
  overscan = 12,
  atOnce = true,
}: {
  count: number;
  height: number | ((line: number) => number);
  overscan?: number;
  atOnce?: boolean;
}): Lines {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => (typeof height === 'number' ? height : height(line)),
    overscan,
    useFlushSync: atOnce,
  });
  return {
    count,
    scroller,
    virtual,
    idOf: (line) => `${id}-${line}`,
    show: (line) => virtual.scrollToIndex(line, { align: 'auto' }),
  };
}

interface Props {
  lines: Lines;
  label: string;
  /** A table, or a list of which one is chosen. */
  role: 'grid' | 'listbox';
  /** The line that is chosen; -1: none. */
  at: number;
  /** The line from which the keys lead, when that is another one. */
  from?(): number;
  /** Lines of a page. */
  page?: number;
  /** Lines that are no choice: the keys pass them by. */
  isPassed?(line: number): boolean;
  /** A key has led to another line. */
  onGo(line: number): void;
  /** It streams in, and its end is followed until one scrolls away from it. */
  followed?: boolean;
  /** Stays above the lines. It is a row of a table. */
  head?: ReactNode;
  /** Width of the lines, where it is not that of the list. */
  width?: number;
  hidden?: boolean;
  className?: string;
  children(line: number): ReactNode;
}

/** A long list or table of which only the lines are drawn that are seen; the focus is its own, and keys lead through it. */
export function VirtualGrid({
  lines,
  label,
  role,
  at,
  from = () => at,
  page = 10,
  isPassed,
  onGo,
  followed = false,
  head,
  width,
  hidden,
  className,
  children,
}: Props) {
  const { count, scroller, virtual, idOf, show } = lines;
  const end = useStickyEnd(scroller, followed ? count : undefined);
  const isGrid = role === 'grid';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it is a grid or a listbox
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={scroller}
      hidden={hidden}
      role={role}
      aria-label={label}
      aria-rowcount={isGrid ? count + (head ? 1 : 0) : undefined}
      aria-activedescendant={at < 0 ? undefined : idOf(at)}
      tabIndex={0}
      onKeyDown={(event) => {
        const way = wayOf(event.key, page);
        if (way === undefined) return;
        event.preventDefault();
        const next = nextLine(from(), way, count, isPassed);
        if (next < 0) return;
        onGo(next);
        show(next);
      }}
      onScroll={end.onScroll}
      className={cx('focus-visible:-outline-offset-2', className)}
    >
      {head}
      <div
        role={isGrid ? 'rowgroup' : 'presentation'}
        className="relative"
        style={{ height: virtual.getTotalSize(), width }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            role="presentation"
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
