import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { remember, rememberedNumber } from '../lib/remembered.ts';
import { cx } from './class-names.ts';

/** How far an arrow key moves a border, in CSS pixels. */
const STEP = 16;

/** The size of a place in CSS pixels, as the person left it. */
export function useRememberedSize(name: string, fallback: number): [number, (size: number) => void] {
  const [size, setSize] = useState(() => rememberedNumber(`size:${name}`, fallback));
  const set = (next: number) => {
    setSize(next);
    remember(`size:${name}`, String(next));
  };
  return [size, set];
}

/**
 * The border behind a place: dragged, or moved with the arrow keys, Home and End; a double click puts it back. It only says
 * what size the place should have; the place's own style says what it can have.
 * @param axis `x`: the places stand side by side; `y`: one above the other
 */
export function Splitter({
  label,
  axis,
  onSize,
  fallback,
}: {
  label: string;
  axis: 'x' | 'y';
  onSize(size: number): void;
  fallback: number;
}) {
  const drag = useRef<{ from: number; size: number }>(undefined);
  const [bounds, setBounds] = useState<{ now: number; max: number }>();
  const measured = (element: Element) => {
    const box = element.previousElementSibling?.getBoundingClientRect();
    const whole = element.parentElement?.getBoundingClientRect();
    const sides =
      axis === 'x' ? ([box?.width, whole?.width] as const) : ([box?.height, whole?.height] as const);
    return { now: Math.round(sides[0] ?? fallback), max: Math.round(sides[1] ?? fallback) };
  };
  const move = (element: Element, size: number) => {
    onSize(Math.max(0, Math.min(size, measured(element).max)));
    // What it has come to is seen after it is drawn.
    requestAnimationFrame(() => setBounds(measured(element)));
  };
  const at = (event: PointerEvent) => (axis === 'x' ? event.clientX : event.clientY);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { now, max } = measured(event.currentTarget);
    const [less, more] = axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const sizes: Record<string, number | undefined> = {
      [less ?? '']: now - STEP,
      [more ?? '']: now + STEP,
      Home: 0,
      End: max,
    };
    const size = sizes[event.key];
    if (size === undefined) return;
    event.preventDefault();
    move(event.currentTarget, size);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line of a text cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuemin={0}
      aria-valuenow={bounds?.now ?? fallback}
      aria-valuemax={bounds?.max ?? 10_000}
      onFocus={(event) => setBounds(measured(event.currentTarget))}
      onKeyDown={onKeyDown}
      onDoubleClick={(event) => move(event.currentTarget, fallback)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // Over the program's frame, too, the pointer is ours.
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: at(event), size: measured(event.currentTarget).now };
      }}
      onPointerMove={(event) => {
        if (drag.current) move(event.currentTarget, drag.current.size + at(event) - drag.current.from);
      }}
      onLostPointerCapture={() => {
        drag.current = undefined;
      }}
      className={cx(
        'relative z-10 shrink-0 touch-none bg-line transition-colors hover:bg-accent active:bg-accent',
        // The line is thin, what can be taken hold of is not.
        'before:absolute before:content-[""]',
        axis === 'x'
          ? 'w-px cursor-col-resize before:-inset-x-1 before:inset-y-0'
          : 'h-px cursor-row-resize before:inset-x-0 before:-inset-y-1',
      )}
    />
  );
}
