import type { Dialect } from '../../contract/dialects/schema.ts';
import { codeAnswered, type Outcome, outcomesFor } from '../../contract/outcomes/index.ts';
import type { StepName } from '../../contract/steps.ts';
import { answer, type CatalogueScenario, codeFor, type ExpectedAnswer } from './make.ts';

/** The steps inside `my.getAuthCode`, in the order in which they happen. */
const INSIDE: readonly StepName[] = [
  'spi.getAuthorizedScopes',
  'spi.getAuthCode',
  'spi.showAuthPage',
  'user.authorize',
  'wallet.submitConsent',
  'wallet.issueCode',
];

/**
 * Everything that can be made of the steps inside `my.getAuthCode`, one scenario an outcome and dialect: what the
 * program sees is the dialect's line for the ending that the outcome's data names.
 */
export function outcomeScenarios(dialect: Dialect): CatalogueScenario[] {
  return INSIDE.flatMap((step) =>
    outcomesFor(step, dialect).map((outcome): CatalogueScenario => {
      const own = codeAnswered(step, outcome);
      return {
        name: `${dialect.id}/${step}/${outcome.id}`,
        title: outcome.title,
        when: outcome.when,
        source: outcome.source,
        step,
        dialect: dialect.id,
        rules: [{ at: step, outcome: outcome.id, times: 'always' }],
        expect: {
          answers: [...(seen(outcome, dialect) ?? []), ...(own === undefined ? [] : [answer(step, own, 1)])],
        },
      };
    }),
  );
}

/** What the program sees, as far as the outcome's data says. */
function seen({ ends, effect }: Outcome, dialect: Dialect): ExpectedAnswer[] | undefined {
  if (ends !== undefined && ends !== 'granted') return [answer('jsapi.getAuthCode', codeFor(dialect, ends))];
  if (ends === 'granted' || 'delay' in effect || 'twice' in effect)
    return [answer('jsapi.getAuthCode', null)];
  return undefined;
}
