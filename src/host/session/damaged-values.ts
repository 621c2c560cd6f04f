import type { SessionFile } from '../../contract/session-file.ts';
import type { LateCheck } from '../damage.ts';
import { eachRef, isTrue, notTrue } from '../payloads.ts';
import { trueAddresses } from '../true-addresses.ts';

/** Characters of values that are looked at at once: a few milliseconds, and a frame can be drawn. */
const PORTION = 300_000;
/** More are only counted. */
const MOST_NAMED = 20;

type Entry = SessionFile['payloads'][number];

/** Looks whether each value of an opened recording is what its address says, in portions between which everything else goes on. */
export function damagedValues({ events, payloads }: SessionFile): LateCheck {
  return async ({ turn, gone }) => {
    const damaged: number[] = [];
    for (let at = 0; at < payloads.length && !gone(); ) {
      const portion = portionFrom(payloads, at);
      const known = await trueAddresses(portion);
      for (const entry of portion) {
        if (!isTrue(entry, known)) damaged.push(at);
        at++;
      }
      await turn();
    }
    return gone() || damaged.length === 0 ? [] : sentences(damaged, payloads, events);
  };
}

function portionFrom(payloads: readonly Entry[], from: number): Entry[] {
  let room = PORTION;
  let to = from;
  while (to < payloads.length && room > 0) room -= payloads[to++]?.[1].length ?? 0;
  return payloads.slice(from, to);
}

function sentences(
  damaged: readonly number[],
  payloads: readonly Entry[],
  events: SessionFile['events'],
): string[] {
  const named = damaged.slice(0, MOST_NAMED);
  const places = new Map<string, string>();
  for (const [i, event] of events.entries())
    eachRef(event, (ref) => {
      // A step says more than the message in which its value came.
      if (places.get(ref)?.includes(' of ')) return;
      const of = 'hop' in event && event.hop !== undefined ? ` of ${event.hop}` : '';
      if (of || !places.has(ref)) places.set(ref, ` It is in events[${i}], ${event.type}${of}.`);
    });
  const said = named.map((at) => {
    const [ref = ''] = payloads[at] ?? [];
    return `payloads[${at}]: ${notTrue(ref)}.${places.get(ref) ?? ''}`;
  });
  const more = damaged.length - named.length;
  return more > 0 ? [...said, `… and ${more} more.`] : said;
}
