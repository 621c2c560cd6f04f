import type { EventOf, TraceEvent } from '../../contract/trace.ts';
import { type Hop, hopStatus } from '../hops.ts';
import type { Cause, WhySource } from './types.ts';

/** What was decided about a hop, before or in place of what it would have answered: by a person, a rule, or a recording. */
export function decidedAt(hop: Hop, source: WhySource): Cause | undefined {
  if (hopStatus(hop) === 'stopped') return { why: 'stopped' };
  const own = eventsOf(hop, source);
  const decided = own.findLast((event) => event.type === 'hop.resumed' && event.how !== 'continue');
  const injected = own.findLast((event) => event.type === 'hop.injected');
  const bySomebody = hop.origin === 'edited' || hop.origin === 'injected' || hop.origin === 'timeout';
  const pending = hop.verdict === undefined;
  if (injected?.type === 'hop.injected') {
    const effect = effectOf(injected);
    const before = own[own.indexOf(injected) - 1];
    const counts =
      effect && (effect === 'reply' ? hop.origin === 'injected' : pending || hop.origin === 'timeout');
    if (counts && before?.type === 'hop.resumed')
      return { why: 'person', how: 'outcome', title: injected.rule };
    if (counts) return { why: 'rule', rule: injected.rule, effect };
  }
  if (decided?.type === 'hop.resumed' && decided.how !== 'continue' && (bySomebody || pending))
    return decided.title === undefined
      ? { why: 'person', how: decided.how }
      : { why: 'person', how: 'outcome', title: decided.title };
  return hop.origin === 'replayed' ? { why: 'replayed' } : undefined;
}

function effectOf({ outcome }: EventOf<'hop.injected'>) {
  return (['reply', 'never', 'drop', 'delay', 'late'] as const).find((name) => name in outcome);
}

/** The events of the hop itself, oldest first. */
export function eventsOf(hop: Hop, { events }: Pick<WhySource, 'events'>): TraceEvent[] {
  return events.filter((event) => event.seq >= hop.seq && 'hop' in event && event.hop === hop.id);
}
