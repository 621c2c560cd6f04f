import type { Json } from '../../contract/json.ts';
import type { TraceEvent } from '../../contract/trace.ts';
import type { SimulatorApi } from '../simulator-api.ts';
import { Redactor } from './redact.ts';
import { EVENT_NAMES } from './redact-session.ts';

/** Says again what hops say, or how it looked: a session's secrets are in its hops and its state. */
const SAID_ELSEWHERE: ReadonlySet<TraceEvent['type']> = new Set(['raw', 'picture', 'device', 'clock']);

/**
 * What is copied out of a session, without its secrets. What has happened is learned when something is copied, each
 * event once; the same secret is the same placeholder in every copy of a session.
 */
export class CopyRedactor {
  readonly #simulator: Pick<SimulatorApi, 'trace' | 'state' | 'personas'>;
  #redactor: Redactor;
  /** The first event that it has not learned from. */
  #next = 0;

  constructor(simulator: Pick<SimulatorApi, 'trace' | 'state' | 'personas'>) {
    this.#simulator = simulator;
    this.#redactor = new Redactor(simulator.personas);
    simulator.trace.onReplaced(() => this.#startOver());
    simulator.trace.subscribe((event) => event.type === 'session.opened' && this.#startOver());
  }

  /** @param name what the text is the value of: `accessToken`, `authCode` … */
  text(text: string, name = ''): string {
    this.#learn();
    this.#redactor.learn(text, name);
    return this.#redactor.value(text, name);
  }

  /** Takes in what is not in the session itself, and all of the session. */
  learn(value: unknown): void {
    this.#learn();
    this.#redactor.learn(value);
  }

  /** JSON whose secrets have been learned; `name` is the member that it stands under. */
  value(json: Json, name: string): Json {
    return this.#redactor.value(json, name);
  }

  #startOver(): void {
    this.#redactor = new Redactor(this.#simulator.personas);
    this.#next = 0;
  }

  #learn(): void {
    const { trace, state } = this.#simulator;
    const { events, payloads } = trace;
    const fresh = this.#next === 0;
    for (let i = startOf(events, this.#next); i < events.length; i++) {
      const event = events[i];
      if (!event || SAID_ELSEWHERE.has(event.type)) continue;
      for (const [name, member] of Object.entries(event))
        if (!EVENT_NAMES.has(name)) this.#redactor.learn(inFull(member), name);
    }
    // Of what a session no longer holds, its state may still know.
    if (fresh || events[0]?.type === 'checkpoint') this.#redactor.learn([state.wallet, state.merchant]);
    this.#next = trace.length;

    /** A recorded value by what it holds. */
    function inFull(member: unknown): unknown {
      const ref = (member as { ref?: unknown } | null)?.ref;
      const text = typeof ref === 'string' ? payloads.text({ ref }) : undefined;
      return text === undefined ? member : JSON.parse(text);
    }
  }
}

/** Where the first event is whose `seq` is at least this. */
function startOf(events: readonly TraceEvent[], seq: number): number {
  let at = events.length;
  while (at > 0 && (events[at - 1]?.seq ?? 0) >= seq) at--;
  return at;
}
