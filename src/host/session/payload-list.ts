import { refsIn } from '../payloads.ts';
import type { Trace } from '../trace.ts';

/** Of the values that are kept, those that the events speak of, sorted by their addresses. */
export function payloadsOf({ events, payloads }: Trace): [ref: string, text: string][] {
  const used = refsIn(events);
  const [first] = events;
  if (first?.type === 'checkpoint') refsIn(payloads.value(first.state), used);
  return sortedByRef(payloads.entries().filter(([ref]) => used.has(ref)));
}

export function sortedByRef(entries: Iterable<[ref: string, text: string]>): [ref: string, text: string][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
