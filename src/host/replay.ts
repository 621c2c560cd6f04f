import { decode, encode } from '../contract/codec.ts';
import { isInstant } from '../contract/instant.ts';
import type { Json } from '../contract/json.ts';
import type { Effect } from '../contract/rule.ts';
import type { StepName } from '../contract/steps.ts';
import type { EventBody } from '../contract/trace.ts';
import type { RecordedHop, ReplayPlan, Stimulus } from './replay-plan.ts';
import { sameButSecrets } from './session/placeholders.ts';
import type { OpenApiCall } from './simulator-api.ts';

/** A hop at the gate, as a replay may go on with it. */
export interface HopInReplay {
  /** As if nothing had been recorded. */
  live(): void;
  /** Does the work, with the request and the effect that it had then. */
  perform(how: { request?: Json; effect?: Effect; rule?: string }): void;
  /** Answers as then, so many times. */
  answer(reply: Json, copies: number): void;
  /** Lets something happen to it that did not happen then. */
  inject(effect: Effect, rule: string): void;
  /** Rules and breakpoints count it. */
  count(): void;
}

/** What a replay needs of the simulator. */
export interface ReplayHost {
  now(): number;
  /** Moves virtual time on, running what falls due. */
  clockTo(at: number): Promise<void>;
  append(body: EventBody): void;
  /** Whether this document of the program is there. */
  isOpen(document: string | undefined): boolean;
  /** Does an input of the user again, as soon as its element is there; `done` when what it led to is recorded. */
  play(input: { type: string; [member: string]: Json }, done: () => void): void;
  setForeground(foreground: boolean): void;
  /** Lets a server call the platform again. */
  callOpenApi(call: OpenApiCall): void;
  setPolicies(body: Extract<EventBody, { type: 'policies' }>): void;
  /** Gives up when nothing has moved for this long: real time. The answer cancels it. */
  whenStuck(task: () => void): () => void;
  /** Called once, before the first hop that is live. */
  over(end: ReplayEnd): void;
}

/** How a replay ended: where it should, or at a hop that is not what it was. */
export type ReplayEnd =
  | { how: 'reached'; hop: string | undefined }
  | { how: 'cancelled' }
  | { how: 'diverged'; hop: string; expected: string; found: string };

/**
 * Runs a program again as it was recorded, up to a hop: a policy of the gate. What the user, services, servers and the
 * wallet answered is answered again, in the order of then; what the super app works out itself is worked out again, and
 * must come out the same. The first difference ends it.
 */
export class Replay {
  readonly #plan: ReplayPlan;
  readonly #host: ReplayHost;
  readonly #then: { effect: Effect; title: string } | undefined;
  readonly #waiting = new Map<string, HopInReplay>();
  readonly #met = new Set<string>();
  readonly #answered = new Set<string>();
  /** How it ended, when it has. */
  readonly finished: Promise<ReplayEnd>;
  #finish: (end: ReplayEnd) => void = () => undefined;
  #over = false;
  #ended: ReplayEnd | undefined;
  #moved: (() => void) | undefined;

  /** `then`: what happens to the hop that is reached, instead of what happened. */
  constructor(plan: ReplayPlan, host: ReplayHost, then?: { effect: Effect; title: string }) {
    this.#plan = plan;
    this.#host = host;
    this.#then = then;
    this.finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  get over(): boolean {
    return this.#over;
  }
  /** How it ended; undefined while it goes on. */
  get ended(): ReplayEnd | undefined {
    return this.#ended;
  }
  /** How many of the recorded hops before the target have been made again. */
  get progress(): { done: number; of: number } {
    const { hops, target } = this.#plan;
    return { done: this.#met.size, of: hops.size - (target !== undefined && hops.has(target) ? 1 : 0) };
  }

  /** What is being done again: the hops in the order of then, the one that shall be live (none: all of the run) last. */
  get hops(): ReadonlyMap<string, Pick<RecordedHop, 'step' | 'observed'>> {
    return this.#plan.hops;
  }
  get target(): string | undefined {
    return this.#plan.target;
  }

  /** Starts to do what the user did, as soon as the program is where it was. */
  async start(): Promise<void> {
    for (const stimulus of this.#plan.stimuli) {
      if (!(await this.#ready(stimulus))) return;
      await this.#host.clockTo(stimulus.at);
      if (this.#over) return;
      if (stimulus.kind === 'input') await this.#play(stimulus);
      else this.#apply(stimulus);
    }
    if (this.#over) return;
    const { target, until } = this.#plan;
    await this.#host.clockTo(until);
    if (target === undefined || this.#plan.hops.get(target)?.observed) {
      // What the last input leads to later on belongs to the recording, too.
      for (const [hop, recorded] of this.#plan.hops)
        if ((hop !== target || this.#then) && !(await this.#until(() => this.#isDone(hop, recorded), hop)))
          return;
      this.#end({ how: 'reached', hop: target });
    } else await this.#until(() => this.#over, target);
  }

  cancel(): void {
    this.#end({ how: 'cancelled' });
  }

  /** A hop has come to the gate. */
  meet(subject: { hop: string; step: StepName }, request: unknown, gate: HopInReplay): void {
    const { hop, step } = subject;
    if (hop === this.#plan.target) {
      this.#end({ how: 'reached', hop });
      if (!this.#then) return gate.live();
      gate.count();
      return gate.inject(this.#then.effect, this.#then.title);
    }
    const recorded = this.#plan.hops.get(hop);
    if (!this.#isSame(hop, recorded, step, request)) return gate.live();
    gate.count();
    this.#met.add(hop);
    if (recorded.answers) this.#waiting.set(hop, gate);
    else {
      for (const body of recorded.atRequest) this.#host.append(body);
      gate.perform({
        ...(recorded.edited === undefined ? {} : { request: recorded.edited }),
        ...(recorded.effect ? { effect: recorded.effect } : {}),
        ...(recorded.rule === undefined ? {} : { rule: recorded.rule }),
      });
    }
    this.#move();
  }

  /** What a rule, or what shall happen this time, made of an instant call. */
  instantAt(hop: string): { effect: Effect; title: string } | undefined {
    if (hop === this.#plan.target && this.#then) return this.#then;
    const { effect, rule } = this.#plan.hops.get(hop) ?? {};
    return effect && { effect, title: rule ?? '' };
  }

  /** The recorded instant calls, for the guest: it answers them before anybody can be asked. */
  instant(): { step: StepName; n: number; effect: Effect | undefined }[] {
    return [...this.#plan.hops].flatMap(([hop, { step, observed }]) =>
      observed && isInstant(step) && (hop !== this.#plan.target || this.#then)
        ? [{ step, n: Number(hop.slice(hop.lastIndexOf('#') + 1)), effect: this.instantAt(hop)?.effect }]
        : [],
    );
  }

  /** A synchronous call, or an input of the user, was recorded by the gate. */
  observed({ hop, step, request }: { hop: string; step: StepName; request: unknown }): void {
    if (this.#isSame(hop, this.#plan.hops.get(hop), step, request)) this.#met.add(hop);
    this.#move();
  }

  /** An answer that the super app worked out: the one to deliver. A person who edited it then has edited it now. */
  arrived(hop: string, reply: unknown): unknown {
    this.#answered.add(hop);
    this.#move();
    const recorded = this.#plan.hops.get(hop);
    if (recorded?.reply === undefined || recorded.answers) return reply;
    for (const body of recorded.atAnswer) this.#host.append(body);
    if (recorded.origin === 'edited') return decode(recorded.reply);
    const found = JSON.stringify(encode(reply));
    const expected = JSON.stringify(recorded.reply);
    if (!sameButSecrets(expected, found)) this.#diverge(hop, `the answer ${expected}`, `the answer ${found}`);
    return reply;
  }

  /** The program's document has come or gone. */
  documentChanged(): void {
    this.#move();
  }

  /** The hop was made and, if it was answered then, is answered. */
  #isDone(hop: string, { reply, observed, origin }: RecordedHop): boolean {
    const unanswered = reply === undefined || observed || origin === 'timeout';
    return this.#met.has(hop) && (unanswered || this.#answered.has(hop));
  }

  #isSame(
    hop: string,
    recorded: RecordedHop | undefined,
    step: StepName,
    request: unknown,
  ): recorded is RecordedHop {
    const found = JSON.stringify(encode(request));
    if (recorded && recorded.step === step && sameButSecrets(recorded.request, found)) return true;
    this.#diverge(
      hop,
      recorded ? `${recorded.step} ${recorded.request}` : 'no such call',
      `${step} ${found}`,
    );
    return false;
  }

  #apply(stimulus: Stimulus): void {
    switch (stimulus.kind) {
      case 'answer': {
        const recorded = this.#plan.hops.get(stimulus.hop);
        const gate = this.#waiting.get(stimulus.hop);
        if (!recorded || !gate) return;
        this.#waiting.delete(stimulus.hop);
        return gate.answer(stimulus.reply, recorded.copies);
      }
      case 'server':
        return this.#host.callOpenApi(stimulus.call);
      case 'foreground':
        return this.#host.setForeground(stimulus.foreground);
      case 'policies':
        return this.#host.setPolicies(stimulus.body);
      case 'event':
        return this.#host.append(stimulus.body);
      case 'input':
        return;
    }
  }

  async #play({ hop, input }: Extract<Stimulus, { kind: 'input' }>): Promise<void> {
    // What an earlier input leads to (the click on a label's field, a form's submit) has come of itself.
    if (this.#met.has(hop)) return;
    let done = false;
    this.#host.play(input, () => {
      done = true;
      this.#move();
    });
    await this.#until(() => done, hop, `nothing to do it to at ${String(input.target)}`);
  }

  async #ready(stimulus: Stimulus): Promise<boolean> {
    switch (stimulus.kind) {
      case 'answer':
        return this.#until(() => this.#waiting.has(stimulus.hop), stimulus.hop);
      case 'input':
        // What the program did before the input, it must have done again: a tap on what is not there yet is lost.
        return this.#until(
          () =>
            this.#met.has(stimulus.hop) ||
            (stimulus.after.every((hop) => this.#met.has(hop)) && this.#host.isOpen(stimulus.document)),
          stimulus.hop,
        );
      case 'event': {
        const { hop } = stimulus;
        return hop === undefined ? !this.#over : this.#until(() => this.#met.has(hop), hop);
      }
      default:
        return !this.#over;
    }
  }

  /** True as soon as the condition holds; false when the replay is over before. */
  async #until(condition: () => boolean, hop: string, found = 'nothing'): Promise<boolean> {
    for (;;) {
      if (this.#over) return false;
      if (condition()) return true;
      const cancel = this.#host.whenStuck(() => {
        const recorded = this.#plan.hops.get(hop);
        this.#diverge(hop, recorded ? `${recorded.step} ${recorded.request}` : hop, found);
      });
      await new Promise<void>((resolve) => {
        this.#moved = resolve;
      });
      cancel();
    }
  }

  #move(): void {
    this.#moved?.();
    this.#moved = undefined;
  }

  #diverge(hop: string, expected: string, found: string): void {
    const short = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
    this.#end({ how: 'diverged', hop, expected: short(expected), found: short(found) });
  }

  #end(end: ReplayEnd): void {
    if (this.#over) return;
    this.#over = true;
    this.#ended = end;
    this.#host.over(end);
    // What was under way when the recording ended has no answer in it.
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const gate of waiting) gate.live();
    this.#move();
    this.#finish(end);
  }
}
