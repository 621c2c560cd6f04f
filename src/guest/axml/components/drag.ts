/** How far a finger or the mouse has moved since it went down, px. */
export interface Move {
  x: number;
  y: number;
}

/** Before that, it is a tap. */
const SLACK = 5;

/**
 * Follows the pointer from where it went down, once it has moved in a direction that is wanted. The click that ends a
 * drag is no tap.
 * @param wants whether this movement begins a drag; asked once, when it is more than a tap's
 * @param ended the last movement; `speed` in px/ms along both axes
 */
export function drag(
  down: PointerEvent,
  wants: (move: Move) => boolean,
  moved: (move: Move) => void,
  ended: (move: Move, speed: Move) => void,
): void {
  if (!down.isPrimary || down.button !== 0) return;
  const element = down.currentTarget as HTMLElement;
  const stop = new AbortController();
  const on = { signal: stop.signal };
  const at = (event: PointerEvent): Move => ({
    x: event.clientX - down.clientX,
    y: event.clientY - down.clientY,
  });
  let dragging = false;
  let before = down;
  let last = down;

  const end = (event: PointerEvent) => {
    stop.abort();
    if (!dragging) return;
    const move = at(event.type === 'pointercancel' ? last : event);
    const time = Math.max(1, last.timeStamp - before.timeStamp);
    ended(move, { x: (last.clientX - before.clientX) / time, y: (last.clientY - before.clientY) / time });
    const swallow = (click: Event) => click.stopPropagation();
    element.ownerDocument.addEventListener('click', swallow, { capture: true, once: true });
    // Without a click, the next one is another's.
    element.ownerDocument.addEventListener(
      'pointerdown',
      () => element.ownerDocument.removeEventListener('click', swallow, true),
      { capture: true, once: true },
    );
  };
  element.ownerDocument.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      const move = at(event);
      if (!dragging) {
        if (Math.hypot(move.x, move.y) < SLACK) return;
        if (!wants(move)) return stop.abort();
        dragging = true;
      }
      before = last;
      last = event;
      moved(move);
    },
    on,
  );
  for (const type of ['pointerup', 'pointercancel'] as const)
    element.ownerDocument.addEventListener(
      type,
      (event) => {
        if (event.pointerId === down.pointerId) end(event);
      },
      on,
    );
}
