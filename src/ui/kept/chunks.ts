import type { TraceEvent } from '../../contract/trace.ts';
import { upTo } from '../../host/up-to.ts';
import type { Batch, Chunk } from './database.ts';

/** A chunk that is stored, by the very events that it begins and ends with. */
interface Written {
  first: TraceEvent;
  last: TraceEvent;
  count: number;
}

/** A last chunk that is shorter is written again with what comes, so that there are not ever more small ones. */
const SMALL = 200;

/**
 * Which events of a trace are stored. A trace grows at its end; it can also be cut back, folded at its beginning, or be
 * another one altogether: chunks count as stored as long as the trace holds the same events.
 */
export class WrittenChunks {
  #list: Written[] = [];

  /** Takes what was read as stored. */
  static of(chunks: readonly Chunk[]): WrittenChunks {
    const made = new WrittenChunks();
    made.wrote(chunks);
    return made;
  }

  /** The trace has lost events since: forgets the chunks that it does not hold any more. */
  check(events: readonly TraceEvent[]): void {
    const holds = (event: TraceEvent) => events[upTo(events, event.seq - 1)] === event;
    this.#list = this.#list.filter(({ first, last }) => holds(first) && holds(last));
  }

  /** From which `seq` on nothing is stored; undefined: nothing is. */
  get end(): number | undefined {
    const last = this.#list.at(-1)?.last.seq;
    return last === undefined ? undefined : last + 1;
  }

  /** What has to be written next, at most so many events of those that are new; undefined: everything is stored. */
  plan(
    events: readonly TraceEvent[],
    most: number,
  ): Pick<Batch, 'chunks' | 'dropFrom' | 'keepFrom'> | undefined {
    const [oldest] = events;
    if (!oldest) return undefined;
    const [head] = this.#list;
    const before = head ? upTo(events, head.first.seq - 1) : 0;
    const last = this.#list.at(-1);
    const end = last ? upTo(events, last.last.seq - 1) + 1 : 0;
    const from = last && last.count < SMALL ? upTo(events, last.first.seq - 1) : end;
    const fresh = events.slice(end, end + most);
    if (before === 0 && fresh.length === 0) return undefined;
    const chunks: Chunk[] = [];
    if (before > 0) chunks.push({ first: oldest.seq, events: events.slice(0, before) });
    const tail = fresh.length > 0 ? [...events.slice(from, end), ...fresh] : [];
    if (tail[0]) chunks.push({ first: tail[0].seq, events: tail });
    return { chunks, keepFrom: oldest.seq, dropFrom: tail[0]?.seq ?? (last ? last.last.seq + 1 : 0) };
  }

  /** These chunks are stored now, in place of any that begin at or after the last of them. */
  wrote(chunks: readonly Chunk[]): void {
    for (const { events } of chunks) {
      const [first, last] = [events[0], events.at(-1)];
      if (!first || !last) continue;
      this.#list = this.#list.filter((one) => one.first.seq < first.seq || one.first.seq > last.seq);
      this.#list.push({ first, last, count: events.length });
    }
    this.#list.sort((a, b) => a.first.seq - b.first.seq);
  }
}
