import { decode } from '../contract/codec.ts';
import { judge } from '../contract/judge.ts';
import type { StepName } from '../contract/steps.ts';
import type { AnswerOrigin, Caller, Reply } from '../contract/trace.ts';
import type { Clock } from './clock.ts';
import type { Rules } from './rules.ts';
import type { Stepper } from './stepper.ts';
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
  readonly #programOf: (run: string) => string | undefined;
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #flights = new Map<string, Flight>();

  constructor(parts: {
    trace: Trace;
    clock: Clock;
    stepper: Stepper;
    rules: Rules;
    programOf: (run: string) => string | undefined;
  }) {
    this.#trace = parts.trace;
    this.#clock = parts.clock;
    this.#stepper = parts.stepper;
    this.#rules = parts.rules;
    this.#programOf = parts.programOf;
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

  /** A hop that was answered before any message could reach the gate: recorded, not stoppable. */
  observe(caller: Caller, step: StepName, request: unknown, reply: Reply): string {
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
    this.#trace.append({
      type: 'hop.answered',
      hop,
      reply: put(reply),
      ...judge(step, reply),
      origin: 'observed',
    });
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
    this.#counts.clear();
  }

  /** @internal */
  get parts() {
    return { trace: this.#trace, clock: this.#clock, stepper: this.#stepper, flights: this.#flights };
  }

  /** @internal */
  takeRule(step: StepName, caller: Caller) {
    return this.#rules.take(step, this.#programOf(caller.run));
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

/** The reason of every abort: one object, for a fresh one would carry a stack each time. */
const NOBODY_WAITS = new Error('nobody waits for this answer any more');

/** The way of one hop through the gate. */
class Passage<Req, Ans> {
  readonly #gate: Gate;
  readonly #hop: string;
  readonly #caller: Caller;
  readonly #step: StepName;
  readonly #perform: Perform<Req, Ans>;
  readonly #deliver: (reply: Reply<Ans>) => void;
  readonly #limit: number | undefined;
  /** Made only when somebody looks: most work is done before anybody could go away. */
  #gone: AbortController | undefined;
  #request: Req;
  #settled: 'answered' | 'callerGone' | undefined;
  #timedOut = false;
  #working = false;
  #copies = 1;
  #cancelLimit: (() => void) | undefined;

  constructor(
    gate: Gate,
    parts: { hop: string; caller: Caller; step: StepName },
    request: Req,
    perform: Perform<Req, Ans>,
    deliver: (reply: Reply<Ans>) => void,
    limit: number | undefined,
  ) {
    this.#gate = gate;
    this.#hop = parts.hop;
    this.#caller = parts.caller;
    this.#step = parts.step;
    this.#request = request;
    this.#perform = perform;
    this.#deliver = deliver;
    this.#limit = limit;
  }

  start(): void {
    const { clock, stepper, flights } = this.#gate.parts;
    flights.set(this.#hop, {
      caller: this.#caller,
      hop: this.#hop,
      abandon: (reason) => this.#abandon(reason),
    });
    if (this.#limit !== undefined) {
      const limit = this.#limit;
      this.#cancelLimit = clock.after(limit, () => {
        const message = `no answer within ${limit} ms`;
        this.#arrive({ failure: { kind: 'timeout', message } }, 'timeout');
        this.#timedOut = true;
      });
    }
    const stopped = stepper.stop(this.#hop, this.#step, 'request', () => this.#signal());
    if (!stopped) return this.#applyRules();
    stopped.then((decision) => {
      if (this.#settled) return;
      if (decision.how === 'edit') this.#request = decode(decision.value) as Req;
      if (decision.how === 'answer') return this.#arrive(decode(decision.reply) as Reply<Ans>, 'edited');
      if (decision.how === 'drop') return this.#record('dropped');
      this.#applyRules();
    });
  }

  #applyRules(): void {
    const { trace, clock } = this.#gate.parts;
    const taken = this.#gate.takeRule(this.#step, this.#caller);
    if (!taken) return this.#work('performed');
    const { rule, effect } = taken;
    trace.append({
      type: 'hop.injected',
      hop: this.#hop,
      rule: rule.title ?? rule.id,
      outcome: effect as never,
    });
    if ('reply' in effect) return this.#arrive(decode(effect.reply) as Reply<Ans>, 'injected');
    if ('never' in effect) return;
    if ('delay' in effect) {
      clock.after(effect.delay, () => !this.#settled && this.#work('injected'));
      return;
    }
    if ('twice' in effect) this.#copies = 2;
    this.#work('injected', {
      ...('drop' in effect ? { drop: true } : {}),
      ...('late' in effect ? { late: effect.late } : {}),
    });
  }

  #work(origin: AnswerOrigin, effect: { drop?: boolean; late?: number } = {}): void {
    const signal = () => this.#signal();
    const context: HopContext = {
      hop: this.#hop,
      caller: { ...this.#caller, parent: this.#hop },
      get signal() {
        return signal();
      },
    };
    this.#working = true;
    const arrived = (reply: Reply<Ans>) => {
      this.#working = false;
      if (effect.drop) return this.#record('dropped');
      if (effect.late !== undefined)
        this.#gate.parts.clock.after(effect.late, () => this.#arrive(reply, origin));
      else this.#arrive(reply, origin);
    };
    const threw = (error: unknown) =>
      arrived({
        failure: { kind: 'threw', message: error instanceof Error ? error.message : String(error) },
      });
    let answer: Promise<Ans> | Ans;
    try {
      answer = this.#perform(this.#request, context);
    } catch (error) {
      return threw(error);
    }
    if (answer instanceof Promise) answer.then((value) => arrived({ value }), threw);
    else arrived({ value: answer });
  }

  #signal(): AbortSignal {
    if (!this.#gone) {
      this.#gone = new AbortController();
      if (this.#settled) this.#gone.abort(NOBODY_WAITS);
    }
    return this.#gone.signal;
  }

  #arrive(reply: Reply<Ans>, origin: AnswerOrigin): void {
    const { trace } = this.#gate.parts;
    const payload = trace.payloads.put(reply);
    if (this.#settled) {
      this.#gate.forget(this.#hop);
      const reason =
        this.#settled === 'callerGone'
          ? 'callerGone'
          : this.#timedOut || origin === 'performed'
            ? 'late'
            : 'duplicate';
      trace.append({ type: 'hop.ignored', hop: this.#hop, reply: payload, reason });
      return;
    }
    this.#settle('answered');
    trace.append({
      type: 'hop.answered',
      hop: this.#hop,
      reply: payload,
      ...judge(this.#step, reply),
      origin,
    });
    // A rule that doubles the answer doubles no time limit.
    const copies = origin === 'timeout' ? 1 : this.#copies;
    for (let copy = 1; copy <= copies; copy++) {
      if (copy > 1)
        trace.append({ type: 'hop.ignored', hop: this.#hop, reply: payload, reason: 'duplicate' });
      this.#deliver(reply);
    }
  }

  #abandon(reason: 'callerGone' | 'aborted'): void {
    if (this.#settled) return;
    this.#settle('callerGone');
    this.#gate.parts.trace.append({ type: 'hop.abandoned', hop: this.#hop, reason });
  }

  #record(reason: 'dropped'): void {
    if (!this.#settled) this.#gate.parts.trace.append({ type: 'hop.abandoned', hop: this.#hop, reason });
  }

  #settle(how: 'answered' | 'callerGone'): void {
    this.#settled = how;
    this.#cancelLimit?.();
    this.#gate.parts.flights.delete(this.#hop);
    // Work that goes on may still make hops of its own, and their numbers must not start again.
    if (!this.#working) this.#gate.forget(this.#hop);
    this.#gone?.abort(NOBODY_WAITS);
  }
}
