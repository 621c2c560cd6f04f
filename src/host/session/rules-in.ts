import { isRuled } from '../../contract/instant.ts';
import type { Rule } from '../../contract/rule.ts';
import { stepOfHop } from '../../contract/steps.ts';
import type { EventOf, Payload } from '../../contract/trace.ts';
import { isTurn } from '../../contract/turns.ts';
import { isMeant, scopesIn } from '../subject.ts';
import type { Trace } from '../trace.ts';

/**
 * The rules that stand at the end of a recording, each with the hops that it has met and acted on, as far as the
 * recording goes back.
 */
export function rulesIn({ state, events, payloads }: Trace): { rule: Rule; seen: number; used: number }[] {
  const counted = new Map((state.rules ?? []).map((rule) => [rule.id, { rule, seen: 0, used: 0 }]));
  if (counted.size === 0) return [];
  const at = new Map<string, { rule: Rule; seen: number; used: number }[]>();
  for (const entry of counted.values()) {
    const others = at.get(entry.rule.at);
    if (others) others.push(entry);
    else at.set(entry.rule.at, [entry]);
  }
  const runs = new Map<string, EventOf<'run.started'>>();
  const requests = new Map<string, Payload>();
  const scopesOf = (request: Payload | undefined) => request && scopesIn(payloads.value(request));
  let standing = new Set(counted.keys());
  for (const event of events) {
    if (event.type === 'run.started') runs.set(event.run, event);
    else if (event.type === 'rules') standing = new Set(event.rules.map((rule) => rule.id));
    else if (event.type === 'hop.injected') {
      // Rules may be called alike: it was the oldest whose turn it was.
      const acted = [...counted.values()].find(
        ({ rule, seen, used }) =>
          standing.has(rule.id) &&
          rule.at === stepOfHop(event.hop) &&
          event.rule === (rule.title ?? rule.id) &&
          isTurn({ from: rule.from, times: rule.times, seen, used }),
      );
      if (acted) acted.used++;
    } else if (event.type === 'hop.requested') {
      const { hop, step, request, call = '' } = event;
      const rules = at.get(step) ?? [];
      if (event.observed && !(rules.length > 0 && isRuled(step, payloads.value(request)))) continue;
      requests.set(hop, request);
      const run = runs.get(event.run);
      const subject = {
        ...(run ? { program: run.program, persona: run.persona } : {}),
        step,
        hop,
        // Read only for rules that ask for it: most do not.
        scopes: () => scopesOf(request) ?? scopesOf(requests.get(call)) ?? [],
      };
      for (const entry of rules)
        if (standing.has(entry.rule.id) && isMeant(step, entry.rule.match, subject)) entry.seen++;
    }
  }
  return [...counted.values()];
}
