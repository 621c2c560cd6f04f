import { jsapiInfo } from '../../../contract/jsapi/names.ts';
import { STEP_PATTERN } from '../../../contract/rule.ts';
import type { Scenario } from '../../../contract/scenario.ts';
import { BASE_SERVICE_ERROR_CODE } from '../../../contract/spi.ts';
import type { EventOf } from '../../../contract/trace.ts';
import { grantsOf } from '../../wallet/read.ts';
import type { Notes } from './notes.ts';
import type { SessionPart } from './part.ts';
import { stepCounter } from './step-counter.ts';

const { ERROR_CODE_AUTH_PENDING_AGREEMENT } = BASE_SERVICE_ERROR_CODE;

type Expect = NonNullable<Scenario['expect']>;

/** A step that is played, and not only seen. */
const isPlayed = (step: string): boolean =>
  STEP_PATTERN.test(step) &&
  !step.startsWith('plus.') &&
  (!step.startsWith('jsapi.') || jsapiInfo(step.slice('jsapi.'.length))?.kind === 'async');

/** Answers that matter even when all goes well. */
const isTelling = (step: string): boolean =>
  step === 'jsapi.getAuthCode' || step === 'merchant.request' || step.startsWith('openapi.');

/** What goes without saying: successes of what lies between, and the service that wants the user asked first. */
const isUsual = (
  step: string,
  { verdict, code }: Pick<EventOf<'hop.answered'>, 'verdict' | 'code'>,
): boolean =>
  verdict === 'ok'
    ? !isTelling(step)
    : step === 'spi.getAuthCode' && code === ERROR_CODE_AUTH_PENDING_AGREEMENT;

/** What came of the part of the session: codes, the order of steps, what is granted, calls that never settled. */
export function expectedOf(
  { start, events, after, from }: SessionPart,
  nameOf: (hop: string) => string | undefined,
  notes: Notes,
): Expect {
  const countAnswer = stepCounter();
  const hops = new Map<string, { step: Parameters<typeof countAnswer>[0]; seq: number }>();
  const waiting = new Set<string>();
  const lost = new Set<string>();
  const answers: NonNullable<Expect['answers']> = [];
  const steps: string[] = [];
  for (const event of events) {
    if (event.type === 'hop.requested' && !event.observed) {
      hops.set(event.hop, { step: event, seq: event.seq });
      waiting.add(event.hop);
      if (event.seq >= from && isPlayed(event.step)) steps.push(event.step);
    } else if (event.type === 'hop.injected' && 'never' in event.outcome) lost.add(event.hop);
    else if (event.type === 'hop.abandoned') {
      if (event.reason === 'dropped') lost.add(event.hop);
      else waiting.delete(event.hop);
    } else if (event.type === 'hop.answered') {
      const hop = hops.get(event.hop);
      if (!hop) continue;
      waiting.delete(event.hop);
      const { step } = hop.step;
      const n = countAnswer(hop.step);
      const { verdict, code } = event;
      if (event.seq < from || !isPlayed(step) || isUsual(step, event)) continue;
      if (verdict === 'failed' && code === undefined) notes.add('noCode', { step });
      else answers.push({ step, n, code: verdict === 'ok' ? null : (code ?? null) });
    }
  }
  const hangs = [...waiting].flatMap((hop) => {
    const step = hops.get(hop)?.step.step ?? '';
    const name = nameOf(hop);
    return lost.has(hop) && step.startsWith('jsapi.') && name !== undefined ? [name] : [];
  });
  const silent = !events.some((event) => event.type === 'hop.requested' && event.step === 'user.authorize');
  const asked = steps.includes('jsapi.getAuthCode') && silent;
  const last = events.at(-1)?.at ?? start.at;
  return {
    answers: atMost('answers', answers, 100, notes),
    ...(steps.length > 0 ? { steps: atMost('steps', steps, 200, notes) } : {}),
    ...(asked ? { absent: ['user.authorize'] } : {}),
    granted: grantsOf(after.wallet, start.persona, start.clientId, last).map(({ scope }) => scope),
    ...(hangs.length > 0 ? { hangs } : {}),
  };
}

/** As many as a scenario can have; that there were more is said. */
export function atMost<T>(what: string, list: readonly T[], most: number, notes: Notes): T[] {
  if (list.length > most) notes.add('tooLong', { what, most });
  return list.slice(0, most);
}
