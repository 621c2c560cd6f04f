import type { Dialect } from '../../contract/dialects/schema.ts';
import type { FailureKind } from '../../contract/outcome.ts';
import type { PlayItem, Scenario } from '../../contract/scenario.ts';
import type { StepName } from '../../contract/steps.ts';
import type { Ground } from './ground.ts';

export type ExpectedAnswer = NonNullable<NonNullable<Scenario['expect']>['answers']>[number];

/** A scenario of the catalogue: it has everything that a table shows. */
export type CatalogueScenario = Scenario &
  Required<Pick<Scenario, 'title' | 'when' | 'source' | 'step' | 'dialect'>>;

/** An answer that is expected; `code` null: success. `n`: which one, from 1; absent: the last. */
export const answer = (step: StepName, code: string | number | null, n?: number): ExpectedAnswer => ({
  step,
  code: code === null ? null : String(code),
  ...(n === undefined ? {} : { n }),
});

/** The answer that the program sees: the dialect's line for the way in which the call ended. */
export const seen = (dialect: Dialect, kind: FailureKind | 'granted', n?: number): ExpectedAnswer =>
  answer('jsapi.getAuthCode', kind === 'granted' ? null : codeFor(dialect, kind), n);

/** The code that a failed `my.getAuthCode` is seen with in a dialect, by the way in which it ended. */
export function codeFor({ failure, failures }: Dialect, kind: FailureKind): string {
  // Without the member error there is only authErrorScopes to be seen.
  return failure.shape === 'authErrorScopes' ? 'authErrorScopes' : String(failures[kind].error);
}

/** `my.getAuthCode` for these scopes, as the dialect takes them. */
export const ask = (
  dialect: Dialect,
  scopes: readonly string[],
  as?: string,
): Extract<PlayItem, { call: string }> => ({
  call: 'getAuthCode',
  with: { scopes: dialect.scopesParameter.array ? [...scopes] : (scopes[0] ?? '') },
  ...(as === undefined ? {} : { as }),
});

export const tap: PlayItem = { tap: 'Sign in' };

/** A login for the scope that the user is asked for: agrees if asked, and the merchant server gets what code there is. */
export const login = ({ dialect, ask: scope }: Ground): PlayItem[] => [
  tap,
  ask(dialect, [scope]),
  { user: 'agree', optional: true },
  { merchant: 'login', optional: true },
];
