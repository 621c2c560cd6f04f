import type { Dialect } from '../../contract/dialects/schema.ts';
import { codeAnswered, codeSeen, type Outcome } from '../../contract/outcomes/index.ts';
import type { StepName } from '../../contract/steps.ts';

/** The code that the mini program would see when the outcome happens, else the step's own; undefined when there is none. */
export function outcomeCode(step: StepName, outcome: Outcome, dialect: Dialect): string | undefined {
  const seen = codeSeen(outcome, dialect);
  return seen === undefined ? codeAnswered(step, outcome) : String(seen);
}
