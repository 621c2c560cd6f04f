import { ACTORS } from '../../../contract/steps.ts';

export const ROW_HEIGHT = 38;
/** Where the arrow runs, from the top of its row. */
export const ARROW_Y = 27;
/** Half the width of the bar that shows an actor at work. */
export const BAR = 3.5;
/** Below this the diagram is scrolled sideways. */
export const MIN_WIDTH = 340;
/** Below this the actors go by their short names. */
export const NARROW = 600;

/** The x of each actor's life line, in CSS pixels. */
export function laneXs(width: number): number[] {
  const lane = width / ACTORS.length;
  return ACTORS.map((_, i) => Math.round(lane * (i + 0.5)));
}

export interface LabelBox {
  /** Exactly one of the two sides is given. */
  left?: number;
  right?: number;
  maxWidth: number;
}

/**
 * Where the words of an arrow go: from its left end to the right, or, where too little room is left there, from its
 * right end to the left. They may be longer than the arrow.
 * @param from x of the sender
 * @param to x of the receiver
 */
export function labelBox(from: number, to: number, width: number): LabelBox {
  const gap = BAR + 6;
  const left = Math.min(from, to) + gap;
  const right = Math.max(from, to) - gap;
  const roomRight = width - left - 4;
  if (roomRight >= 260 || roomRight >= right) return { left, maxWidth: roomRight };
  return { right: width - right, maxWidth: right - 4 };
}
