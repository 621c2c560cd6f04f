import { codeAnswered, type Outcome, outcomesFor } from '../../contract/outcomes/index.ts';
import type { StepName } from '../../contract/steps.ts';
import type { Ground } from './ground.ts';
import { answer, ask, type CatalogueScenario, type ExpectedAnswer, login, seen, tap } from './make.ts';

/** The steps inside `my.getAuthCode`, in the order in which they happen. */
export const INSIDE: readonly StepName[] = [
  'spi.getAuthorizedScopes',
  'spi.getAuthCode',
  'spi.showAuthPage',
  'user.authorize',
  'wallet.submitConsent',
  'wallet.issueCode',
];

/**
 * Everything that can be made of the steps inside `my.getAuthCode`, one scenario an outcome: what the program sees is
 * the dialect's line for the ending that the outcome's data names.
 */
export function outcomeScenarios(ground: Ground): CatalogueScenario[] {
  const { dialect } = ground;
  return INSIDE.flatMap((step) =>
    outcomesFor(step, dialect).flatMap((outcome): CatalogueScenario[] => {
      const scopes = scopesFor(step, outcome, ground);
      if (!scopes) return [];
      const own = codeAnswered(step, outcome);
      return [
        {
          name: `${dialect.id}/${step}/${outcome.id}`,
          title: outcome.title,
          when: outcome.when,
          source: outcome.source,
          step,
          dialect: dialect.id,
          rules: [{ at: step, outcome: outcome.id, times: 'always' }],
          play: [
            tap,
            ask(dialect, scopes),
            { user: 'agree', optional: true },
            { merchant: 'login', optional: true },
          ],
          expect: {
            answers: [
              seen(dialect, outcome.ends ?? 'granted'),
              ...(own === undefined ? [] : [answer(step, own, 1)]),
            ],
          },
        },
      ];
    }),
  );
}

/** A wallet that supports auth_base alone still answers a request that has it; undefined where that cannot be asked. */
function scopesFor(step: StepName, { id }: Outcome, { ask: scope, silent }: Ground): string[] | undefined {
  if (step !== 'spi.getAuthorizedScopes' || id !== 'auth-base-only') return [scope];
  return silent === 'auth_base' ? ['auth_base', scope] : undefined;
}

/** What can be made of the answer of `my.getAuthCode` itself: every code that the dialect's document lists, and more. */
export function getAuthCodeScenarios(ground: Ground): CatalogueScenario[] {
  const { dialect } = ground;
  const step = 'jsapi.getAuthCode';
  return outcomesFor(step, dialect).map((outcome): CatalogueScenario => {
    const hangs = 'never' in outcome.effect || 'drop' in outcome.effect;
    return {
      name: `${dialect.id}/${step}/${outcome.id}`,
      title: outcome.title,
      when: outcome.when,
      source: outcome.source,
      step,
      dialect: dialect.id,
      rules: [{ at: step, outcome: outcome.id, times: 'always' }],
      play: login(ground),
      expect: {
        answers: hangs ? [] : [answer(step, codeAnswered(step, outcome) ?? null), ...MORE_ANSWERS(outcome)],
        ...(hangs ? { hangs: ['getAuthCode'] } : {}),
      },
    };
  });
}

/** A code that the wallet never issued is refused at the exchange. */
const MORE_ANSWERS = ({ id }: Outcome): ExpectedAnswer[] =>
  id === 'unknown-code' ? [answer('openapi.applyToken', 'INVALID_CODE')] : [];
