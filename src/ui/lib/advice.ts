import type { Dialect } from '../../contract/dialects/schema.ts';
import { FAILURE_KINDS, type FailureKind } from '../../contract/outcome.ts';
import type { StepName } from '../../contract/steps.ts';
import type { Hop, HopStatus } from '../../host/hops.ts';
import type { Explain } from '../../messages/explain.ts';
import type { Messages } from '../../messages/index.ts';
import { stepText } from './texts.ts';

/** What is known of a hop's end. */
export interface Ended {
  step: StepName;
  status: HopStatus;
  code: string | undefined;
  abandoned: Hop['abandoned'];
  /** How a `my.getAuthCode` ended in the engine's words, when it was without a code. */
  kind: FailureKind | undefined;
  /** The value of the answer, in the step's own shape. */
  reply: unknown;
  dialect: Pick<Dialect, 'failures'> | undefined;
}

/** What a real wallet does at a step. */
export function walletText(m: Messages, e: Explain, step: StepName): string {
  return callText(e, step)?.wallet ?? stepText(m, step).wallet;
}

/** What the developer's own code should do with this very answer, or while there is none. */
export function adviceFor(m: Messages, e: Explain, ended: Ended): string {
  const { step, status, abandoned } = ended;
  switch (status) {
    case 'stopped':
      return e.stopped;
    case 'gone':
      return abandoned === 'dropped'
        ? e.dropped
        : abandoned === 'aborted'
          ? e.abortedByYou
          : m.stepTexts.goneAdvice;
    case 'waiting':
      return step.startsWith('jsapi.') ? m.stepTexts.waitingAdvice : yours(m, e, step);
    case 'ok':
      return afterSuccess(m, e, ended);
    case 'failed':
      return afterFailure(m, e, ended);
  }
}

function afterSuccess(m: Messages, e: Explain, { step, code, reply }: Ended): string {
  if (step === 'user.authorize') return e.endings[code ?? ''] ?? yours(m, e, step);
  if (step.startsWith('openapi.')) return e.results[code ?? ''] ?? yours(m, e, step);
  if (!step.startsWith('jsapi.')) return yours(m, e, step);
  const success = member(reply, 'success');
  if (success !== undefined && !isObject(success)) return e.jsapiNoShape;
  if (step !== 'jsapi.getAuthCode') return yours(m, e, step);
  if (typeof member(success, 'authCode') !== 'string') return e.noCode;
  const refused = member(success, 'authErrorScopes');
  return isObject(refused) && Object.keys(refused).length > 0 ? e.partly : yours(m, e, step);
}

function afterFailure(m: Messages, e: Explain, ended: Ended): string {
  const { step, kind, dialect, reply } = ended;
  const code = ended.code ?? '';
  switch (step.slice(0, step.indexOf('.'))) {
    case 'jsapi': {
      if (step !== 'jsapi.getAuthCode') return e.jsapi[code] ?? e.jsapiOther;
      // Put in its place, it has no ending: the one that the dialect gives this code first.
      const meant = kind ?? FAILURE_KINDS.find((one) => String(dialect?.failures[one].error) === code);
      return meant ? m.stepTexts.failures[meant] : (e.jsapi[code] ?? e.jsapiOther);
    }
    case 'spi':
      return e.spi[code] ?? e.spiOther;
    case 'user':
      return e.endings[code] ?? (e.endings.failed as string);
    case 'wallet':
      return e.wallet[code] ?? e.spi[code] ?? e.spiOther;
    case 'merchant':
      return isNetwork(reply) ? (e.network[code] ?? e.jsapiOther) : httpAdvice(e, code);
    case 'openapi':
      return e.results[code] ?? (/^\d+$/.test(code) ? httpAdvice(e, code) : e.resultOther);
    default:
      return m.stepTexts.advice[step.slice(0, step.indexOf('.'))] ?? yours(m, e, step);
  }
}

function httpAdvice(e: Explain, status: string): string {
  return e.http[status] ?? e.network[status] ?? (Number(status) >= 500 ? e.http5 : e.http4);
}

const isNetwork = (reply: unknown) => !isObject(reply) || 'networkError' in reply;

function yours(m: Messages, e: Explain, step: StepName): string {
  return callText(e, step)?.yours ?? stepText(m, step).yours;
}

/** `getStorageSync` is `getStorage`, answered at once. */
function callText(e: Explain, step: StepName) {
  if (!step.startsWith('jsapi.') || step === 'jsapi.getAuthCode') return undefined;
  const name = step.slice('jsapi.'.length);
  const own = (key: string) => (Object.hasOwn(e.calls, key) ? e.calls[key] : undefined);
  return own(name) ?? own(name.replace(/Sync$/, ''));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const member = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);
