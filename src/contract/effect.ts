import type { Json } from './json.ts';

/** What a rule, or a person at a stop, makes of a hop. `reply` is a {@link Reply} in the step's own shape, as JSON. */
export type Effect =
  | { reply: Json }
  /** The hop is not performed and nothing ever comes back. */
  | { never: true }
  /** Performed; the answer is lost. */
  | { drop: true }
  /** Performed after `delay` ms of virtual time. */
  | { delay: number }
  /** Performed; the answer arrives twice. */
  | { twice: true }
  /** Performed; the answer arrives `late` ms of virtual time later. */
  | { late: number };

/** An outcome chosen for a step before it is reached. */
export interface Rule {
  id: string;
  at: string;
  /** Only hops of this program; absent: any. */
  program?: string;
  /** The first of these occurrences that it applies to, counted from 1 for hops that match. Default 1. */
  from?: number;
  /** How many times it applies; null: always. */
  times: number | null;
  effect: Effect;
  /** For the reader: which documented outcome this is. */
  title?: string;
}
