import { isRuled } from '../../contract/instant.ts';
import type { Rule } from '../../contract/rule.ts';
import type { EventOf } from '../../contract/trace.ts';
import { isMeant, scopesIn } from '../subject.ts';
import type { Trace } from '../trace.ts';

/**
 * The rules that stand at the end of a recording, each with the hops that it has met and acted on, as far as the
 * recording goes back.
 */
export function rulesIn({ state, events, payloads }: Trace): { rule: Rule; seen: number; used: number }[] {
  const counted = new Map((state.rules ?? []).map((rule) => [rule.id, { rule, seen: 0, used: 0 }]));
  if (counted.size === 0) return [];
  const runs = new Map<string, EventOf<'run.started'>>();
  const requests = new Map<string, unknown>();
  let standing = new Set(counted.keys());
  for (const event of events) {
    if (event.type === 'run.started') runs.set(event.run, event);
    else if (event.type === 'rules') standing = new Set(event.rules.map((rule) => rule.id));
    else if (event.type === 'hop.injected') {
      for (const entry of counted.values())
        if (standing.has(entry.rule.id) && event.rule === (entry.rule.title ?? entry.rule.id)) entry.used++;
    } else if (event.type === 'hop.requested') {
      const run = runs.get(event.run);
      const request = payloads.value(event.request);
      if (event.observed && !isRuled(event.step, request)) continue;
      requests.set(event.hop, request);
      const subject = {
        ...(run ? { program: run.program, persona: run.persona } : {}),
        step: event.step,
        hop: event.hop,
        scopes: () => scopesIn(request) ?? scopesIn(requests.get(event.call ?? '')) ?? [],
      };
      for (const entry of counted.values())
        if (standing.has(entry.rule.id) && isMeant(entry.rule.at, entry.rule.match, subject)) entry.seen++;
    }
  }
  return [...counted.values()];
}
