import type { Dialect } from '../dialects/schema.ts';
import { toJsapi } from '../dialects/translate.ts';
import { isInstant } from '../instant.ts';
import { judge } from '../judge.ts';
import type { StepName } from '../steps.ts';
import type { Reply } from '../trace.ts';
import { onTheWay } from './common.ts';
import { getAuthCodeOutcomes, jsapiOutcomes, pageStorageOutcomes } from './jsapi.ts';
import { malformed } from './malformed.ts';
import { merchantOutcomes } from './merchant.ts';
import { openApiOutcomes } from './openapi.ts';
import { authCodeOutcomes, authorizedScopesOutcomes, authPageOutcomes } from './spi.ts';
import type { Outcome } from './types.ts';
import { consentOutcomes } from './user.ts';
import { issueCodeOutcomes, submitConsentOutcomes } from './wallet.ts';

export type { Outcome } from './types.ts';

/**
 * Everything that a real wallet could have answered at a step, in words: what *Fail it* offers and what a rule can
 * name. Empty for steps that nothing can be made of: inputs of the user, and listeners. Calls that are answered in the
 * frame come at once and once: nothing happens to them on the way.
 */
export function outcomesFor(step: StepName, dialect: Dialect): readonly Outcome[] {
  const known = made.get(dialect) ?? new Map<StepName, readonly Outcome[]>();
  made.set(dialect, known);
  let outcomes = known.get(step);
  if (!outcomes) {
    const own = ownOutcomes(step, dialect);
    if (own.length === 0) return [];
    outcomes = [...own, ...malformed(step), ...(isInstant(step) ? [] : onTheWay(step))];
    known.set(step, outcomes);
  }
  return outcomes;
}

/** Dialects never change, and a rule asks at every hop of its step. */
const made = new WeakMap<Dialect, Map<StepName, readonly Outcome[]>>();

function ownOutcomes(step: StepName, dialect: Dialect): Outcome[] {
  switch (step) {
    case 'spi.getAuthorizedScopes':
      return authorizedScopesOutcomes();
    case 'spi.getAuthCode':
      return authCodeOutcomes(dialect);
    case 'spi.showAuthPage':
      return authPageOutcomes();
    case 'user.authorize':
      return consentOutcomes(dialect);
    case 'wallet.submitConsent':
      return submitConsentOutcomes();
    case 'wallet.issueCode':
      return issueCodeOutcomes();
    case 'merchant.request':
      return merchantOutcomes();
    case 'html5.storage':
      return pageStorageOutcomes();
    case 'jsapi.getAuthCode':
      return getAuthCodeOutcomes(dialect);
    case 'jsapi.getAuthorize':
      return getAuthCodeOutcomes(dialect).filter(({ id }) => id.startsWith('code-'));
    default:
      if (step.startsWith('openapi.')) return openApiOutcomes(step, dialect);
      if (step.startsWith('jsapi.')) return jsapiOutcomes(step.slice('jsapi.'.length));
      return [];
  }
}

/** The outcome of this id at a step, e.g. `close` at `user.authorize`. */
export function outcomeById(step: StepName, dialect: Dialect, id: string): Outcome | undefined {
  return outcomesFor(step, dialect).find((outcome) => outcome.id === id);
}

/** The code that the step itself answers by an outcome, in its own family; undefined when there is no answer or no code. */
export function codeAnswered(step: StepName, outcome: Outcome): string | undefined {
  return 'reply' in outcome.effect ? judge(step, outcome.effect.reply as unknown as Reply).code : undefined;
}

/** The outcome that a person or a file names: by its id, else the first that answers this code. */
export function outcomeNamed(step: StepName, dialect: Dialect, name: string): Outcome | undefined {
  const outcomes = outcomesFor(step, dialect);
  return (
    outcomes.find((outcome) => outcome.id === name) ??
    outcomes.find((outcome) => codeAnswered(step, outcome) === name)
  );
}

/**
 * The code that a mini program under this dialect sees when the outcome happens inside `my.getAuthCode`; undefined when
 * it ends well, or when that depends on more than the outcome.
 */
export function codeSeen(outcome: Outcome, dialect: Dialect): number | string | undefined {
  if (outcome.ends === undefined || outcome.ends === 'granted') return undefined;
  const seen = toJsapi(dialect, { kind: outcome.ends, detail: '', refused: {} }, { failureShape: 'error' });
  const error = 'fail' in seen ? seen.fail.error : undefined;
  return typeof error === 'number' || typeof error === 'string' ? error : undefined;
}
