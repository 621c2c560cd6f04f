import { encode } from '../contract/codec.ts';
import { judge } from '../contract/judge.ts';
import type { Delay } from '../contract/rule.ts';
import type { StepName } from '../contract/steps.ts';
import type { Caller, Reply } from '../contract/trace.ts';
import type { Clock } from './clock.ts';
import { drawDelay } from './delay.ts';
import { Passage } from './passage.ts';
import type { Replay } from './replay.ts';
import type { Rules } from './rules.ts';
import type { Stepper } from './stepper.ts';
import { type HopSubject, type RunSubject, scopesIn } from './subject.ts';
import type { Trace } from './trace.ts';

/** What the work behind a hop knows of it. */
export interface HopContext {
  /** The id of this hop: the `parent` of the hops made on its behalf. */
  hop: string;
  /** The caller of the hops made on its behalf. */
  caller: Caller;
  /** Aborted when nobody waits any more: caller gone, timed out, answered in its place. */
  signal: AbortSignal;
}

export type Perform<Req, Ans> = (request: Req, context: HopContext) => Promise<Ans> | Ans;

interface Flight {
  caller: Caller;
  hop: string;
  request: unknown;
  abandon(reason: 'callerGone' | 'aborted'): void;
}

/**
 * The one gate that every hop passes: it records, stops, applies rules, and otherwise lets the work be done. There
 * is no second path between two actors.
 */
export class Gate {
  readonly #trace: Trace;
  readonly #clock: Clock;
  readonly #stepper: Stepper;
  readonly #rules: Rules;
  readonly #subjectOf: (run: string) => RunSubject | undefined;
  readonly #seed: () => string;
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #flights = new Map<string, Flight>();
  #epoch = 0;
  /** Answers hops as an earlier recording did, up to a point. */
  replay: Replay | undefined;

  constructor(parts: {
    trace: Trace;
    clock: Clock;
    stepper: Stepper;
    rules: Rules;
    /** What rules and breakpoints may ask of a run. */
    subjectOf: (run: string) => RunSubject | undefined;
    /** What delays are drawn by. */
    seed: () => string;
  }) {
    this.#trace = parts.trace;
    this.#clock = parts.clock;
    this.#stepper = parts.stepper;
    this.#rules = parts.rules;
    this.#subjectOf = parts.subjectOf;
    this.#seed = parts.seed;
  }

  /**
   * One hop. `deliver` is called with each answer that reaches the asker: not at all, once, or more often, as rules and
   * the user will. An answer that comes when the hop is settled is recorded as ignored and not delivered, except the
   * duplicates that a rule makes on purpose.
   */
  pass<Req, Ans>(
    caller: Caller,
    step: StepName,
    request: Req,
    perform: Perform<Req, Ans>,
    deliver: (reply: Reply<Ans>) => void,
    options: { limit?: number | undefined } = {},
  ): string {
    const hop = this.#nextId(caller, step);
    const parts = { hop, caller, step };
    this.#trace.append({
      type: 'hop.requested',
      hop,
      step,
      request: this.#trace.payloads.put(request),
      ...caller,
    });
    new Passage(this, parts, request, perform, deliver, options.limit).start();
    return hop;
  }

  /** One hop, as a promise of its first answer. Stays pending when nothing ever comes and no limit is given. */
  ask<Req, Ans>(
    caller: Caller,
    step: StepName,
    request: Req,
    perform: Perform<Req, Ans>,
    options: { limit?: number | undefined } = {},
  ): Promise<Reply<Ans>> {
    return new Promise((resolve) => {
      this.pass(caller, step, request, perform, resolve, options);
    });
  }

  /**
   * A hop that was answered before any message could reach the gate: recorded, not stoppable. `instant` says what a rule
   * made of it in the guest; absent where rules have no say.
   */
  observe(
    caller: Caller,
    step: StepName,
    request: unknown,
    reply: Reply,
    instant?: { rule?: string | undefined; injected: boolean },
  ): string {
    const hop = this.#nextId(caller, step);
    const put = (value: unknown) => this.#trace.payloads.put(value);
    this.#trace.append({
      type: 'hop.requested',
      hop,
      step,
      request: put(request),
      observed: true,
      ...caller,
    });
    const counted =
      instant && this.#rules.any
        ? this.#rules.count(this.subject(hop, step, caller, request), instant.rule)
        : undefined;
    if (instant?.injected) {
      const again = this.replay && !this.replay.over ? this.replay.instantAt(hop) : undefined;
      const { effect, title } = again ?? {
        // A rule that was taken back meanwhile has acted all the same.
        effect: counted?.effect ?? { reply: encode(reply) },
        title: counted?.rule.title ?? counted?.rule.id ?? instant.rule ?? '',
      };
      this.#trace.append({ type: 'hop.injected', hop, rule: title, outcome: effect });
    }
    this.#trace.append({
      type: 'hop.answered',
      hop,
      reply: put(reply),
      ...judge(step, reply),
      origin: instant?.injected ? 'injected' : 'observed',
    });
    if (this.replay && !this.replay.over) this.replay.observed({ hop, step, request });
    return hop;
  }

  /** The callers that match are gone: their hops in flight end without an answer. */
  abandon(matches: (caller: Caller, hop: string) => boolean, reason: 'callerGone' | 'aborted'): void {
    for (const flight of [...this.#flights.values()])
      if (matches(flight.caller, flight.hop)) flight.abandon(reason);
  }

  /** Hops that wait for an answer now. */
  get inFlight(): number {
    return this.#flights.size;
  }

  /** Forgets the numbering, for a new session. */
  reset(): void {
    this.abandon(() => true, 'callerGone');
    this.#epoch++;
    this.#counts.clear();
  }

  /** @internal Moves with each new session or rewound one: what belongs to an earlier one is not recorded any more. */
  get epoch(): number {
    return this.#epoch;
  }

  /** @internal */
  get parts() {
    return { trace: this.#trace, clock: this.#clock, stepper: this.#stepper, flights: this.#flights };
  }

  /** @internal */
  get hasRules(): boolean {
    return this.#rules.any;
  }

  /** @internal */
  takeRule(subject: HopSubject) {
    return this.#rules.take(subject);
  }

  /** The rules at steps of a kind, as the guest of a run is told of them. */
  rulesFor(run: RunSubject, isMeantStep: (step: string) => boolean) {
    return this.#rules.told(run, isMeantStep);
  }

  /** @internal */
  delay(delay: Delay, hop: string): number {
    return drawDelay(delay, this.#seed(), hop);
  }

  /** @internal A hop as rules and breakpoints see it. */
  subject(hop: string, step: StepName, caller: Caller, request: unknown): HopSubject {
    return {
      ...this.#subjectOf(caller.run),
      step,
      hop,
      scopes: () =>
        scopesIn(request) ??
        scopesIn(caller.call === undefined ? undefined : this.#flights.get(caller.call)?.request) ??
        [],
    };
  }

  /** @internal Numbers below a settled hop are needed no longer. */
  forget(hop: string): void {
    this.#counts.delete(hop);
  }

  #nextId(caller: Caller, step: StepName): string {
    const parent = caller.parent ?? caller.run;
    const counts = this.#counts.get(parent) ?? new Map<string, number>();
    this.#counts.set(parent, counts);
    const n = (counts.get(step) ?? 0) + 1;
    counts.set(step, n);
    return `${parent}/${step}#${n}`;
  }
}
