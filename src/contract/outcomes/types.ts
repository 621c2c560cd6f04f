import type { FailureKind } from '../outcome.ts';
import type { Effect } from '../rule.ts';
import type { Source } from '../steps.ts';

/** One thing that a real wallet could have answered at a step, in words, and as what a rule needs to make it happen. */
export interface Outcome {
  /** Unique within its step; stays the same, so that a link or a scenario may name it. */
  id: string;
  /** "The user closes the sheet". */
  title: string;
  /** One sentence on when this happens in a real wallet. */
  when: string;
  source: Source;
  effect: Effect;
  /** How the `my.getAuthCode` around the step ends by it, with the default service; absent: it depends, or none is around. */
  ends?: FailureKind | 'granted';
}
