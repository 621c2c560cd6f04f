import { decode } from '../contract/codec.ts';
import { judge } from '../contract/judge.ts';
import type { Effect } from '../contract/rule.ts';
import type { StepName } from '../contract/steps.ts';
import type { AnswerOrigin, Caller, Reply } from '../contract/trace.ts';
import type { Gate, HopContext, Perform } from './gate.ts';
import type { HopInReplay } from './replay.ts';
import type { Resume } from './stepper.ts';
import type { HopSubject } from './subject.ts';

/** The reason of every abort: one object, for a fresh one would carry a stack each time. */
const NOBODY_WAITS = new Error('nobody waits for this answer any more');

/** The way of one hop through the gate. */
export class Passage<Req, Ans> {
  readonly #gate: Gate;
  readonly #hop: string;
  readonly #caller: Caller;
  readonly #step: StepName;
  readonly #perform: Perform<Req, Ans>;
  readonly #deliver: (reply: Reply<Ans>) => void;
  readonly #limit: number | undefined;
  readonly #epoch: number;
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
    this.#epoch = gate.epoch;
  }

  start(): void {
    const { clock, flights } = this.#gate.parts;
    flights.set(this.#hop, {
      caller: this.#caller,
      hop: this.#hop,
      request: this.#request,
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
    const { replay } = this.#gate;
    if (replay && !replay.over) return replay.meet(this.#subject(), this.#request, this.#asRecorded());
    this.#live();
  }

  /** From here on nothing is known: stops, rules, and the work. */
  #live(): void {
    const { stepper } = this.#gate.parts;
    const stopped = stepper.mayStop
      ? stepper.stop(this.#subject(), 'request', () => this.#signal())
      : undefined;
    if (!stopped) return this.#applyRules();
    stopped.then((decision) => {
      if (this.#settled) return;
      if (decision.how === 'edit') this.#request = decode(decision.value) as Req;
      if (decision.how === 'answer') return this.#arrive(decode(decision.reply) as Reply<Ans>, 'edited');
      if (decision.how === 'drop') return this.#record('dropped');
      if (decision.how === 'inject') return this.#inject(decision.effect, decision.title);
      if (decision.how === 'twice') this.#copies = 2;
      if (decision.how === 'late') return this.#work('edited', { late: decision.ms });
      this.#applyRules();
    });
  }

  /** What a replay may make of this hop. */
  #asRecorded(): HopInReplay {
    return {
      live: () => !this.#settled && this.#live(),
      perform: ({ request, effect, rule }) => {
        if (request !== undefined) this.#request = decode(request) as Req;
        if (effect) this.#inject(effect, rule);
        else this.#work('performed');
      },
      answer: (reply, copies) => {
        this.#copies = copies;
        this.#arrive(decode(reply) as Reply<Ans>, 'replayed');
      },
      inject: (effect, rule) => this.#inject(effect, rule),
      count: () => {
        const { stepper } = this.#gate.parts;
        stepper.breakpoints.meets('request', this.#subject());
        this.#gate.takeRule(this.#subject());
      },
    };
  }

  #subject(): HopSubject {
    return this.#gate.subject(this.#hop, this.#step, this.#caller, this.#request);
  }

  #applyRules(): void {
    const taken = this.#gate.hasRules ? this.#gate.takeRule(this.#subject()) : undefined;
    if (!taken) return this.#work('performed');
    this.#inject(taken.effect, taken.rule.title ?? taken.rule.id);
  }

  /** `rule` absent: a person chose it at a stop. */
  #inject(effect: Effect, rule: string | undefined): void {
    const { trace, clock } = this.#gate.parts;
    if (rule !== undefined) trace.append({ type: 'hop.injected', hop: this.#hop, rule, outcome: effect });
    if ('reply' in effect) return this.#arrive(decode(effect.reply) as Reply<Ans>, 'injected');
    if ('never' in effect) return;
    if ('delay' in effect) {
      clock.after(this.#gate.delay(effect.delay, this.#hop), () => !this.#settled && this.#work('injected'));
      return;
    }
    if ('twice' in effect) this.#copies = 2;
    this.#work('injected', {
      ...('drop' in effect ? { drop: true } : {}),
      ...('late' in effect ? { late: this.#gate.delay(effect.late, this.#hop) } : {}),
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

  /** An answer, on its way back to the asker: it may be stopped once more. */
  #arrive(reply: Reply<Ans>, origin: AnswerOrigin): void {
    const { replay } = this.#gate;
    const { stepper } = this.#gate.parts;
    if (this.#settled || origin === 'timeout') return this.#end(reply, origin);
    if (replay && !replay.over) return this.#end(replay.arrived(this.#hop, reply) as Reply<Ans>, origin);
    const stopped = stepper.mayStop
      ? stepper.stop(this.#subject(), 'answer', () => this.#signal(), reply)
      : undefined;
    if (!stopped) return this.#end(reply, origin);
    stopped.then((decision) => !this.#settled && this.#afterStop(decision, reply, origin));
  }

  #afterStop(decision: Resume, reply: Reply<Ans>, origin: AnswerOrigin): void {
    switch (decision.how) {
      case 'edit':
        return this.#end(decode(decision.value) as Reply<Ans>, 'edited');
      case 'answer':
        return this.#end(decode(decision.reply) as Reply<Ans>, 'edited');
      case 'drop':
        return this.#record('dropped');
      case 'late':
        this.#gate.parts.clock.after(decision.ms, () => this.#end(reply, origin));
        return;
      case 'twice':
        this.#copies = 2;
        return this.#end(reply, origin);
      default:
        return this.#end(reply, origin);
    }
  }

  #end(reply: Reply<Ans>, origin: AnswerOrigin): void {
    if (this.#epoch !== this.#gate.epoch) return;
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
