import type { TraceEvent } from '../../contract/trace.ts';
import { refsIn } from '../../host/payloads.ts';
import { sessionHeadOf } from '../../host/session/export.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';
import { WrittenChunks } from './chunks.ts';
import type { Batch, Head, SessionDatabase } from './database.ts';
import { placeOf } from './kept-session.ts';
import type { Tail } from './tail.ts';

/** Events are written together: after so long, or when there are so many. */
const EVERY = 300;
const MANY = 500;
/** One write takes no more, so that none makes the page wait. */
const MOST = 2_000;

export interface KeeperParts {
  simulator: SimulatorApi;
  database: Pick<SessionDatabase, 'write'>;
  tab: string;
  /** The hop that is selected. */
  selected(): string | undefined;
  /** Real time, ms since the epoch. */
  now(): number;
  /** Runs the task later. */
  later(ms: number, task: () => void): void;
  /** Nothing is written any more. */
  onFailure(error: unknown): void;
}

/** Keeps the session of a tab in the database while it goes on: a few writes a second at most, whatever happens. */
export class Keeper {
  readonly #parts: KeeperParts;
  readonly #undo: (() => void)[];
  #written: WrittenChunks;
  /** Addresses of the values that are stored. */
  #refs: Set<string>;
  /** Events have been taken away since the last write. */
  #lost = true;
  #pending = 0;
  #planned = false;
  #writing: Promise<void> | undefined;
  #over = false;

  /** @param stored what is in the database already */
  constructor(parts: KeeperParts, stored: { written?: WrittenChunks; refs?: Iterable<string> } = {}) {
    this.#parts = parts;
    this.#written = stored.written ?? new WrittenChunks();
    this.#refs = new Set(stored.refs);
    const { simulator } = parts;
    const { trace } = simulator;
    const lost = () => {
      this.#lost = true;
      this.#plan();
    };
    this.#undo = [
      trace.subscribe((event) => {
        if (event.type === 'session.opened') this.#lost = true;
        this.#pending++;
        this.#plan();
      }),
      trace.onTrim(lost),
      trace.onReplaced(lost),
      simulator.onChange(() => this.#plan()),
      simulator.stepper.onChange(() => this.#plan()),
    ];
    this.#plan();
  }

  stop(): void {
    this.#over = true;
    for (const undo of this.#undo) undo();
  }

  /** Writes what is not written; what comes meanwhile has its turn later. */
  flush(): Promise<void> {
    this.#writing ??= this.#writeOn().finally(() => {
      this.#writing = undefined;
      if (this.#left > 0) this.#plan();
    });
    return this.#writing;
  }

  /** What is not written, for a page that is left. */
  tail(): Tail {
    const { simulator, tab } = this.#parts;
    const { events } = simulator.trace;
    if (this.#lost) this.#written.check(events);
    const from = this.#written.end;
    const left = from === undefined ? events : events.filter((event) => event.seq >= from);
    return { tab, head: this.#head(), from, events: left, payloads: this.#fresh(left) };
  }

  #plan(): void {
    if (this.#over) return;
    if (this.#pending >= MANY && !this.#writing) {
      this.#pending = 0;
      void this.flush();
    }
    if (this.#planned) return;
    this.#planned = true;
    this.#parts.later(EVERY, () => {
      this.#planned = false;
      void this.flush();
    });
  }

  /** How many events are not written. */
  get #left(): number {
    if (this.#over) return 0;
    const { events } = this.#parts.simulator.trace;
    const plan = this.#written.plan(events, MOST);
    return plan?.chunks.reduce((sum, chunk) => sum + chunk.events.length, 0) ?? 0;
  }

  async #writeOn(): Promise<void> {
    try {
      do await this.#write();
      while (this.#left >= MANY);
    } catch (error) {
      this.stop();
      this.#parts.onFailure(error);
    }
  }

  async #write(): Promise<void> {
    if (this.#over) return;
    const { simulator, database, tab } = this.#parts;
    const { events } = simulator.trace;
    const dropPayloads = this.#lost ? this.#check(events) : [];
    const next = this.#written.plan(events, MOST);
    this.#pending = 0;
    const chunks = next?.chunks ?? [];
    const payloads = this.#fresh(chunks.flatMap((chunk) => chunk.events));
    const batch: Batch = {
      head: this.#head(),
      chunks,
      payloads,
      dropPayloads,
      keepFrom: next?.keepFrom ?? events[0]?.seq ?? 0,
      dropFrom: next?.dropFrom ?? this.#written.end ?? 0,
    };
    await database.write(tab, batch);
    this.#written.wrote(chunks);
    for (const ref of dropPayloads) this.#refs.delete(ref);
    for (const [ref] of payloads) this.#refs.add(ref);
  }

  /** Finds out what is stored still; the answer is the addresses of the values that nobody speaks of any more. */
  #check(events: readonly TraceEvent[]): string[] {
    this.#lost = false;
    this.#written.check(events);
    const { payloads } = this.#parts.simulator.trace;
    return [...this.#refs].filter((ref) => payloads.text({ ref }) === undefined);
  }

  /** The values that these events speak of and that are not stored. */
  #fresh(events: readonly TraceEvent[]): [ref: string, text: string][] {
    const { payloads } = this.#parts.simulator.trace;
    const refs = refsIn(events);
    for (const event of events) if (event.type === 'checkpoint') refsIn(payloads.value(event.state), refs);
    return [...refs].flatMap((ref) => {
      const text = this.#refs.has(ref) ? undefined : payloads.text({ ref });
      return text === undefined ? [] : [[ref, text]];
    });
  }

  #head(): Head {
    const { simulator, selected, now } = this.#parts;
    return { ...sessionHeadOf(simulator), place: placeOf(simulator, now(), selected()), touched: now() };
  }
}
