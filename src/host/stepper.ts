import { decode, encode } from '../contract/codec.ts';
import type { Json } from '../contract/json.ts';
import type { Resume } from '../contract/resume.ts';
import type { StepName } from '../contract/steps.ts';
import type { Reply } from '../contract/trace.ts';
import { Breakpoints } from './breakpoints.ts';
import type { Clock } from './clock.ts';
import { expectReply } from './reply-shape.ts';
import type { HopSubject } from './subject.ts';
import type { Trace } from './trace.ts';

export type { Resume } from '../contract/resume.ts';

export interface Stop {
  hop: string;
  step: StepName;
  where: 'request' | 'answer';
  why: 'step' | 'breakpoint';
  /** The answer that waits to be delivered, as JSON; absent at a request. */
  reply?: Json;
  resume(decision: Resume): void;
}

export type StepMode = 'run' | 'pause';

/**
 * Stepping, as a policy of the gate: in the mode `pause` every hop stops before it is performed, and at a breakpoint in
 * any mode. Time stands still while anything is stopped.
 */
export class Stepper {
  readonly breakpoints: Breakpoints;
  readonly #trace: Trace;
  readonly #clock: Clock;
  readonly #stops = new Map<string, Stop>();
  readonly #listeners = new Set<() => void>();
  #mode: StepMode = 'run';
  #answers = false;

  constructor(trace: Trace, clock: Clock) {
    this.#trace = trace;
    this.#clock = clock;
    this.breakpoints = new Breakpoints(() => this.#tell());
  }

  get mode(): StepMode {
    return this.#mode;
  }
  /** What is stopped now, oldest first. */
  get stops(): readonly Stop[] {
    return [...this.#stops.values()];
  }
  /** Whether anything could be stopped now. */
  get mayStop(): boolean {
    return this.#mode === 'pause' || this.breakpoints.any;
  }
  /** Whether *Step* stops before answers, too. */
  get answers(): boolean {
    return this.#answers;
  }
  set answers(on: boolean) {
    this.#answers = on;
    this.#tell();
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

  /** Lets everything go on, up to the next breakpoint. */
  run(): void {
    this.#mode = 'run';
    for (const stop of [...this.#stops.values()]) stop.resume({ how: 'continue' });
    this.#tell();
  }

  /** Asked by the gate before a hop is performed, and before its answer is delivered: undefined lets it go on at once. */
  stop(
    subject: HopSubject,
    where: Stop['where'],
    signal: () => AbortSignal,
    reply?: Reply,
  ): Promise<Resume> | undefined {
    const met = this.breakpoints.meets(where, subject);
    const stepped = this.#mode === 'pause' && (where === 'request' || this.#answers);
    if (!met && !stepped) return undefined;
    const { hop, step } = subject;
    const why = met ? 'breakpoint' : 'step';
    this.#trace.append({
      type: 'hop.stopped',
      hop,
      where,
      why,
      ...(reply ? { reply: this.#trace.payloads.put(reply) } : {}),
    });
    return new Promise((resolve) => {
      const key = `${hop} ${where}`;
      const release = this.#clock.hold();
      const resume = (chosen: Resume) => {
        if (!this.#stops.has(key)) return;
        const decision = where === 'answer' ? atAnswer(chosen) : chosen;
        const edited = editedBy(decision, where);
        const payload = edited === undefined ? undefined : this.#trace.payloads.put(decode(edited));
        this.#stops.delete(key);
        release();
        this.#trace.append({
          type: 'hop.resumed',
          hop,
          // What is injected has an event of its own.
          how: decision.how === 'inject' ? 'continue' : decision.how,
          ...(payload ? { edited: payload } : {}),
          ...(decision.how === 'late' ? { late: decision.ms } : {}),
          ...(where === 'answer' && chosen.how === 'inject' ? { title: chosen.title } : {}),
        });
        resolve(decision);
        this.#tell();
      };
      this.#stops.set(key, {
        hop,
        step,
        where,
        why,
        ...(reply ? { reply: encode(reply) } : {}),
        resume,
      });
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

/** The work is done already: what an effect makes of its answer. */
function atAnswer(decision: Resume): Resume {
  if (decision.how !== 'inject') return decision;
  const { effect } = decision;
  if ('reply' in effect) return { how: 'answer', reply: effect.reply };
  if ('twice' in effect) return { how: 'twice' };
  if ('never' in effect || 'drop' in effect) return { how: 'drop' };
  const delay = 'late' in effect ? effect.late : effect.delay;
  if (typeof delay !== 'number') throw new TypeError('effect: expected a delay in ms at an answer');
  return { how: 'late', ms: delay };
}

/** What a person put in place of the request or answer. What cannot be one is their error, and the hop stays stopped. */
function editedBy(decision: Resume, where: Stop['where']): Json | undefined {
  if (decision.how === 'late' && !(decision.ms >= 0 && Number.isFinite(decision.ms)))
    throw new RangeError(`ms: expected a number of at least 0, got ${decision.ms}`);
  if (decision.how === 'inject' && 'reply' in decision.effect)
    expectReply('effect.reply', decision.effect.reply);
  if (decision.how === 'answer') {
    expectReply('reply', decision.reply);
    return decision.reply;
  }
  if (decision.how !== 'edit') return undefined;
  if (where === 'answer') expectReply('value', decision.value);
  return decision.value;
}
