import type { Dialect } from '../../contract/dialects/schema.ts';
import type { Scenario } from '../../contract/scenario.ts';
import type { StepName } from '../../contract/steps.ts';

export type Expectation = NonNullable<Scenario['expect']>;
export type ExpectedAnswer = NonNullable<Expectation['answers']>[number];

/** A scenario of the catalogue: it has everything that a table shows. */
export type CatalogueScenario = Scenario & Required<Pick<Scenario, 'title' | 'when' | 'source' | 'step'>>;

/** An answer that is expected; `code` null: success. `n`: which one, from 1; absent: the last. */
export const answer = (step: StepName, code: string | number | null, n?: number): ExpectedAnswer => ({
  step,
  code: code === null ? null : String(code),
  ...(n === undefined ? {} : { n }),
});

/** The code that a failed `my.getAuthCode` is seen with in a dialect, by the way in which it ended. */
export function codeFor(dialect: Dialect, kind: keyof Dialect['failures']): string {
  // Without the member error there is only authErrorScopes to be seen.
  return dialect.failure.shape === 'authErrorScopes'
    ? 'authErrorScopes'
    : String(dialect.failures[kind].error);
}
