import type { EventBody, Payload, TraceEvent } from '../contract/trace.ts';
import type { Clock } from './clock.ts';
import { eachRef, Payloads, refsIn } from './payloads.ts';
import { EMPTY_STATE, evolve, type SimulatorState } from './state.ts';
import { upTo } from './up-to.ts';

/** Events kept before the oldest are folded into the checkpoint. */
export const TRACE_LIMIT = 100_000;
/** Events between two remembered states: so many are folded at most to look at any step. */
const STRIDE = 256;

/**
 * The append-only recording of everything that happened, and the state that is its fold. Bounded: past the limit a
 * tenth of the events is folded into one checkpoint event, which then comes first.
 */
export class Trace {
  readonly payloads: Payloads;
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #listeners = new Set<(event: TraceEvent) => void>();
  readonly #trimListeners = new Set<(firstSeq: number) => void>();
  readonly #replacedListeners = new Set<() => void>();
  /** Requests that are folded away while their hop has no answer: it is still shown, so they are kept. */
  readonly #waiting = new Map<string, Payload>();
  /** How many of the events name each value of the side store. */
  readonly #named = new RefCount();
  #events: TraceEvent[] = [];
  #base: SimulatorState = EMPTY_STATE;
  #state: SimulatorState = EMPTY_STATE;
  /** The state before every {@link STRIDE}-th event, oldest first: what is shared between states costs nothing. */
  #snapshots: { seq: number; state: SimulatorState }[] = [];
  #next = 0;
  #dropped = 0;

  constructor(clock: Clock, options: { limit?: number; payloads?: Payloads } = {}) {
    this.#clock = clock;
    this.payloads = options.payloads ?? new Payloads();
    this.#limit = options.limit ?? TRACE_LIMIT;
  }

  /** Oldest first. The array is the trace's own: read it, do not change it. */
  get events(): readonly TraceEvent[] {
    return this.#events;
  }
  get state(): SimulatorState {
    return this.#state;
  }
  /** How many events there have been, dropped ones included. */
  get length(): number {
    return this.#next;
  }
  /** How many of the oldest are folded into the checkpoint. */
  get dropped(): number {
    return this.#dropped;
  }

  append(body: EventBody): TraceEvent {
    const event: TraceEvent = { seq: this.#next++, at: Math.round(this.#clock.now() * 100) / 100, ...body };
    if (event.seq % STRIDE === 0) this.#snapshots.push({ seq: event.seq, state: this.#state });
    this.#events.push(event);
    this.#named.add(event);
    this.#state = evolve(this.#state, event);
    if (this.#events.length > this.#limit * 1.1) this.#bound();
    for (const listener of this.#listeners) listener(event);
    return event;
  }

  /** Called with each event, after the state has taken it in. */
  subscribe(listener: (event: TraceEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called when the oldest events were folded into the checkpoint, with the `seq` of the first that is left. */
  onTrim(listener: (firstSeq: number) => void): () => void {
    this.#trimListeners.add(listener);
    return () => this.#trimListeners.delete(listener);
  }

  /** The state after the event `seq`; before the first one when `seq` is below it. */
  stateAt(seq: number): SimulatorState {
    const near = this.#snapshots[upTo(this.#snapshots, seq) - 1];
    let state = near?.state ?? this.#base;
    for (let i = near ? upTo(this.#events, near.seq - 1) : 0; i < this.#events.length; i++) {
      const event = this.#events[i];
      if (!event || event.seq > seq) break;
      state = event.type === 'checkpoint' ? this.#base : evolve(state, event);
    }
    return state;
  }

  /** Goes back to the moment before the event `seq`: it and all later ones never happened. */
  rewind(seq: number): void {
    const state = this.stateAt(seq - 1);
    const left = upTo(this.#events, seq - 1);
    for (let i = left; i < this.#events.length; i++) this.#named.remove(this.#events[i]);
    this.#events.length = left;
    this.#snapshots.length = upTo(this.#snapshots, seq - 1);
    this.#state = state;
    this.#next = Math.min(this.#next, Math.max(seq, 0));
    for (const listener of this.#replacedListeners) listener();
  }

  /**
   * Takes a recording in place of what is here. Its events are in order, their payloads among `payloads`.
   * @throws when a payload does not match its address
   */
  load(events: readonly TraceEvent[], payloads: Iterable<readonly [ref: string, text: string]>): void {
    this.clear();
    this.payloads.load(payloads);
    for (const event of events) {
      if (event.type === 'checkpoint') {
        this.#base = this.#state = this.payloads.value(event.state) as SimulatorState;
        this.#dropped = event.dropped;
      } else {
        if (event.seq % STRIDE === 0) this.#snapshots.push({ seq: event.seq, state: this.#state });
        this.#state = evolve(this.#state, event);
      }
      this.#events.push(event);
      this.#named.add(event);
      this.#next = event.seq + 1;
    }
    for (const listener of this.#replacedListeners) listener();
  }

  /** Called when events were taken away or replaced: whoever follows them starts over. */
  onReplaced(listener: () => void): () => void {
    this.#replacedListeners.add(listener);
    return () => this.#replacedListeners.delete(listener);
  }

  /** Forgets everything. */
  clear(): void {
    this.#events = [];
    this.#base = EMPTY_STATE;
    this.#state = EMPTY_STATE;
    this.#next = 0;
    this.#dropped = 0;
    this.#snapshots = [];
    this.#waiting.clear();
    this.#named.clear();
    this.payloads.retain(new Set());
  }

  #bound(): void {
    const old = this.#events.slice(0, this.#events.length - this.#limit + 1);
    // Only what was named by the part that goes can be named by nobody now.
    const loose = refsIn([...this.#waiting.values(), this.#base]);
    for (const event of old) {
      refsIn(event, loose);
      this.#named.remove(event);
      if (event.type === 'checkpoint') continue;
      this.#dropped++;
      this.#base = evolve(this.#base, event);
      if (event.type === 'hop.requested') this.#waiting.set(event.hop, event.request);
      else if (event.type === 'hop.resumed' && event.edited) this.#waiting.set(event.hop, event.edited);
      else if (event.type === 'hop.answered' || event.type === 'hop.abandoned')
        this.#waiting.delete(event.hop);
    }
    const last = old.at(-1);
    this.#snapshots.splice(0, upTo(this.#snapshots, last?.seq ?? 0));
    const checkpoint: TraceEvent = {
      seq: last?.seq ?? 0,
      at: last?.at ?? 0,
      type: 'checkpoint',
      state: this.payloads.put(this.#base),
      dropped: this.#dropped,
    };
    this.#events.splice(0, old.length, checkpoint);
    this.#named.add(checkpoint);
    const held = refsIn([this.#base, ...this.#waiting.values()]);
    for (const ref of loose) if (!held.has(ref) && !this.#named.has(ref)) this.payloads.forget(ref);
    for (const listener of this.#trimListeners) listener((last?.seq ?? 0) + 1);
  }
}

/** How often each reference is named by events. */
class RefCount {
  readonly #counts = new Map<string, number>();

  has(ref: string): boolean {
    return this.#counts.has(ref);
  }
  add(event: TraceEvent | undefined): void {
    eachRef(event, (ref) => this.#counts.set(ref, (this.#counts.get(ref) ?? 0) + 1));
  }
  remove(event: TraceEvent | undefined): void {
    eachRef(event, (ref) => {
      const left = (this.#counts.get(ref) ?? 0) - 1;
      if (left > 0) this.#counts.set(ref, left);
      else this.#counts.delete(ref);
    });
  }
  clear(): void {
    this.#counts.clear();
  }
}

/** The fold, from nothing: what {@link Trace.state} must always equal. */
export function fold(events: Iterable<TraceEvent>, from: SimulatorState = EMPTY_STATE): SimulatorState {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
}
