import type { RefusalReason } from '../../contract/outcome.ts';
import { BASE_SERVICE_ERROR_CODE } from '../../contract/spi.ts';
import { type Hop, hopStatus } from '../hops.ts';
import { clockJump, grantCause } from './agreement.ts';
import { decidedAt, eventsOf } from './decided.ts';
import { outcomeOf, readable, replyOf } from './recorded.ts';
import { secretCause } from './secret.ts';
import type { Cause, WhySource } from './types.ts';

/** What is behind the failure of a hop below which nothing is to blame. */
export function causeOf(hop: Hop, source: WhySource): Cause {
  const decided = decidedAt(hop, source);
  if (decided) return decided;
  const status = hopStatus(hop);
  if (status === 'gone') return goneCause(hop, source);
  if (status === 'waiting') return { why: 'waiting' };
  if (hop.origin === 'timeout') {
    const end = hop.answeredAt ?? hop.requestedAt;
    const jump = clockJump(source, hop.seq, end);
    return { why: 'limit', ms: end - hop.requestedAt, ...(jump === undefined ? {} : { jump }) };
  }
  const edited = eventsOf(hop, source).some((event) => event.type === 'hop.resumed' && event.how === 'edit');
  if (edited) return { why: 'person', how: 'edit' };
  return ownCause(hop, source) ?? { why: 'answered', detail: detailOf(hop, source) };
}

function ownCause(hop: Hop, source: WhySource): Cause | undefined {
  switch (hop.step) {
    case 'user.authorize':
      return userCause(hop, source);
    case 'jsapi.getAuthCode':
    case 'jsapi.getAuthorize':
      return callCause(hop, source);
    case 'spi.getAuthCode':
      // 2001 is no failure of the service: it says that the user must be asked.
      return hop.code === BASE_SERVICE_ERROR_CODE.ERROR_CODE_AUTH_PENDING_AGREEMENT
        ? (dialogCause(hop, source) ?? grantCause(hop, source))
        : undefined;
    case 'merchant.request':
      return eventsOf(hop, source).some((event) => event.type === 'notice' && event.code === 'noRoute')
        ? { why: 'noRoute' }
        : undefined;
    default:
      return hop.step.startsWith('openapi.') ? secretCause(hop, source) : undefined;
  }
}

function userCause(hop: Hop, source: WhySource): Cause {
  const { ending, message, scopes } = (replyOf(hop, source) ?? {}) as {
    ending?: string;
    message?: string;
    scopes?: unknown[];
  };
  if (ending === 'failed' || ending === undefined) return { why: 'notShown', detail: message ?? '' };
  return { why: 'user', ending: ending === 'agree' && scopes?.length === 0 ? 'nothing' : ending };
}

/** A `my.getAuthCode` that failed by itself, before anybody else was asked or without blame of who was. */
function callCause(hop: Hop, source: WhySource): Cause | undefined {
  const outcome = outcomeOf(hop, source);
  if (!outcome || outcome.kind === 'granted') return undefined;
  switch (outcome.kind) {
    case 'badArguments':
      return { why: 'arguments', detail: outcome.detail };
    case 'noScope':
    case 'noPermission':
      return { why: 'scopes', refused: Object.entries(outcome.refused) as [string, RefusalReason][] };
    case 'firstScreen':
      return { why: 'firstScreen' };
    default:
      return { why: 'answered', detail: outcome.detail };
  }
}

/** A 2001 that could not open a dialog, as another one of the same page was open (or consent is not for the first screen). */
function dialogCause(hop: Hop, source: WhySource): Cause | undefined {
  const call = hop.call === undefined ? undefined : source.hop(hop.call);
  const outcome = call && outcomeOf(call, source);
  if (!call || !outcome || source.childrenOf(call.id).at(-1) !== hop.id) return undefined;
  if (outcome.kind === 'firstScreen') return { why: 'firstScreen' };
  if (outcome.kind !== 'pending' || source.childrenOf(call.id).some((id) => id.includes('spi.showAuthPage')))
    return undefined;
  const asked = source.events.findLast(
    (event) =>
      event.type === 'hop.requested' &&
      event.step === 'spi.showAuthPage' &&
      event.document === hop.document &&
      event.seq < hop.seq,
  );
  const other = asked?.type === 'hop.requested' ? asked.call : undefined;
  return { why: 'dialogOpen', ...(other === undefined ? {} : { hop: other }) };
}

function goneCause(hop: Hop, source: WhySource): Cause {
  if (hop.abandoned === 'aborted') return { why: 'aborted' };
  const end = source.events.find(
    (event) =>
      event.seq >= (hop.endSeq ?? hop.seq) &&
      ((event.type === 'document.closed' && event.document === hop.document && event.run === hop.run) ||
        (event.type === 'run.stopped' && event.run === hop.run)),
  );
  const reason = end?.type === 'document.closed' || end?.type === 'run.stopped' ? end.reason : '';
  return { why: 'gone', reason, ...(end ? { seq: end.seq } : {}) };
}

/** What the answer itself says of its failure, in its own words. */
function detailOf(hop: Hop, source: WhySource): string {
  const words = (value: unknown, ...path: string[]): string | undefined => {
    let found = value;
    for (const key of path)
      found =
        found !== null && typeof found === 'object' ? (found as Record<string, unknown>)[key] : undefined;
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  const reply = hop.reply && readable(hop.reply, source);
  const value = replyOf(hop, source);
  return (
    words(reply, 'failure', 'message') ??
    words(value, 'error', 'errorMsg') ??
    words(value, 'fail', 'errorMessage') ??
    words(value, 'message') ??
    words(value, 'body', 'result', 'resultMessage') ??
    words(outcomeOf(hop, source), 'detail') ??
    ''
  );
}
