import { decode } from '../contract/codec.ts';
import type { Json } from '../contract/json.ts';
import type { StepName } from '../contract/steps.ts';
import type { Clock } from './clock.ts';
import { expectReply } from './reply-shape.ts';
import type { Trace } from './trace.ts';

/** How a stopped hop goes on. `value` is the edited request or answer, as JSON. */
export type Resume =
  | { how: 'continue' }
  | { how: 'edit'; value: Json }
  | { how: 'answer'; reply: Json }
  | { how: 'drop' };

export interface Stop {
  hop: string;
  step: StepName;
  where: 'request' | 'answer';
  resume(decision: Resume): void;
}

export type StepMode = 'run' | 'pause';

/**
 * Stepping, as a policy of the gate: in the mode `pause` every hop stops before it is performed. Time stands still
 * while anything is stopped.
 */
export class Stepper {
  readonly #trace: Trace;
  readonly #clock: Clock;
  readonly #stops = new Map<string, Stop & { release: () => void }>();
  readonly #listeners = new Set<() => void>();
  #mode: StepMode = 'run';

  constructor(trace: Trace, clock: Clock) {
    this.#trace = trace;
    this.#clock = clock;
  }

  get mode(): StepMode {
    return this.#mode;
  }
  /** What is stopped now, oldest first. */
  get stops(): readonly Stop[] {
    return [...this.#stops.values()];
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops before every step from now on. */
  pause(): void {
    this.#mode = 'pause';
    this.#tell();
  }

  /** Lets the oldest stopped hop go on, and stops at the next. True when there was one. */
  step(decision: Resume = { how: 'continue' }): boolean {
    this.#mode = 'pause';
    const [first] = this.#stops.values();
    first?.resume(decision);
    this.#tell();
    return first !== undefined;
  }

  /** Lets everything go on. */
  run(): void {
    this.#mode = 'run';
    for (const stop of [...this.#stops.values()]) stop.resume({ how: 'continue' });
    this.#tell();
  }

  /** Asked by the gate: undefined when the hop may go on at once. */
  stop(
    hop: string,
    step: StepName,
    where: Stop['where'],
    signal: () => AbortSignal,
  ): Promise<Resume> | undefined {
    if (this.#mode !== 'pause' || where === 'answer') return undefined;
    this.#trace.append({ type: 'hop.stopped', hop, where, why: 'step' });
    return new Promise((resolve) => {
      const key = `${hop} ${where}`;
      const release = this.#clock.hold();
      const settle = (decision: Resume) => {
        if (!this.#stops.has(key)) return;
        const edited =
          'value' in decision ? decision.value : 'reply' in decision ? decision.reply : undefined;
        // What cannot be an answer, or be decoded, is an error of who edited; the hop stays stopped.
        if (decision.how === 'answer') expectReply('reply', decision.reply);
        const payload = edited === undefined ? undefined : this.#trace.payloads.put(decode(edited));
        this.#stops.delete(key);
        release();
        this.#trace.append({
          type: 'hop.resumed',
          hop,
          how: decision.how,
          ...(payload ? { edited: payload } : {}),
        });
        resolve(decision);
        this.#tell();
      };
      this.#stops.set(key, { hop, step, where, release, resume: settle });
      // The caller is gone: nothing to go on with, and time must not stand still for it.
      signal().addEventListener('abort', () => {
        if (this.#stops.delete(key)) {
          release();
          this.#tell();
        }
      });
      this.#tell();
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
