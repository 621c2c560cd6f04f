import type { Cause } from '../../host/why/types.ts';
import type { Explain } from '../../messages/explain.ts';
import type { Messages } from '../../messages/index.ts';
import { duration } from './time.ts';

/** What is behind a failure, as a sentence. */
export function causeText(m: Messages, e: Explain, cause: Cause): string {
  const t = e.causes;
  const time = (ms: number) => duration(ms, m.units);
  switch (cause.why) {
    case 'rule':
      if (cause.effect === 'reply') return t.rule(cause.rule);
      return cause.effect === 'never' || cause.effect === 'drop'
        ? t.ruleNever(cause.rule)
        : t.ruleLate(cause.rule);
    case 'person':
      return cause.how === 'outcome' ? t.person.outcome(cause.title ?? '') : t.person[cause.how];
    case 'user':
      return t.user[cause.ending] ?? t.userOther(cause.ending);
    case 'notShown':
      return t.notShown(cause.detail);
    case 'limit':
      return t.limit(time(cause.ms));
    case 'gone':
      return t.gone(t.goneReasons[cause.reason] ?? cause.reason);
    case 'arguments':
      return t.arguments(cause.detail);
    case 'scopes':
      return t.scopes(cause.refused.map(([scope, reason]) => `${scope} (${t.refusals[reason]})`).join(', '));
    case 'codeUsed':
      return cause.failed ? t.codeBurnt : t.codeUsed;
    case 'codeExpired':
      return t.codeExpired(time(cause.ms));
    case 'tokenExpired':
      return t.tokenExpired(time(cause.ms));
    case 'otherClient':
      return t.otherClient(cause.issuedTo, cause.asked);
    case 'tokenEnded':
      return t.tokenEnded[cause.by];
    case 'answered':
      return cause.detail === '' ? t.answeredPlain : t.answered(cause.detail);
    default:
      return t[cause.why];
  }
}

/** What the hop that a cause names has to do with it. */
export function causeHopWord(e: Explain, cause: Cause): string {
  switch (cause.why) {
    case 'codeExpired':
    case 'tokenExpired':
    case 'otherClient':
      return e.causes.issuedBy;
    case 'dialogOpen':
      return e.causes.since;
    default:
      return e.causes.by;
  }
}
