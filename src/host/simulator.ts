import type { Dialect } from '../contract/dialects/schema.ts';
import { silentScopes } from '../contract/dialects/translate.ts';
import { type Ledger, ledgerSchema } from '../contract/ledger.ts';
import { outcomeNamed } from '../contract/outcomes/index.ts';
import type { Persona } from '../contract/persona.ts';
import { DEFAULT_POLICIES, type Policies } from '../contract/policies.ts';
import { type Program, type ProgramListing, programOf } from '../contract/program.ts';
import { breakpointSchema, type NewBreakpoint, type NewRule, ruleSchema } from '../contract/rule.ts';
import type { SessionFile } from '../contract/session-file.ts';
import { expectShape } from '../contract/shape.ts';
import type { StepName } from '../contract/steps.ts';
import { type Reply, TRACE_VERSION } from '../contract/trace.ts';
import { Clock, type TimeSource } from './clock.ts';
import { Damage } from './damage.ts';
import { Device, type RecordedView } from './device.ts';
import { findById as find } from './find-by-id.ts';
import { Gate } from './gate.ts';
import { HopList } from './hops.ts';
import { DEFAULT_SEED } from './ids.ts';
import { writeLedger } from './ledger.ts';
import { makeRunContext, type RunCast } from './make-run-context.ts';
import { SERVICES } from './oauth/services/index.ts';
import { openApiSender } from './openapi-sender.ts';
import type { Payloads } from './payloads.ts';
import type { ProgramParts } from './program-parts.ts';
import { type Recorder, recordClock, recordOutside, recordView, viewOf } from './recorder.ts';
import { Replay } from './replay.ts';
import { replayHost } from './replay-host.ts';
import { planReplay } from './replay-plan.ts';
import { outcomeProblem, Rules } from './rules.ts';
import { ProgramRun } from './run.ts';
import { startOf } from './run-started.ts';
import { endLeftovers } from './session/leftovers.ts';
import { rulesIn } from './session/rules-in.ts';
import { runsIn } from './session/runs-in.ts';
import type {
  Choice,
  LoadOptions,
  OpenApiCall,
  OpenApiReply,
  ResetOptions,
  Run,
  RunAgain,
  ServiceEntry,
  SimulatorApi,
} from './simulator-api.ts';
import type { SimulatorState } from './state.ts';
import { Stepper } from './stepper.ts';
import { Trace } from './trace.ts';
import { WalletBackend } from './wallet-backend.ts';

export interface SimulatorOptions {
  time: TimeSource;
  programs: ProgramListing[];
  dialects: readonly Dialect[];
  personas: readonly Persona[];
  services?: readonly ServiceEntry[];
  /** What is chosen to begin with; the rest defaults to the first of each list. */
  choice?: Partial<Choice>;
  seed?: string;
  /** Start frozen, at this virtual time. */
  frozenAt?: number;
  /** Base URL of a program's own files, for the guest; the frame floor knows. */
  baseOf?: (program: Program) => string;
  /** Where the parts of AXML programs come from; without it they cannot be run, only played. */
  parts?: ProgramParts;
  traceLimit?: number;
  /** Where recorded values are kept. */
  payloads?: Payloads;
}

/** In the place of a run, for what a server does while no program is open. */
const SERVER = 'server';

/** The simulator, headless: it runs in a page, in a worker and in Node alike. One per page, one per test. */
export class Simulator implements SimulatorApi {
  readonly clock: Clock;
  readonly trace: Trace;
  readonly stepper: Stepper;
  readonly rules = new Rules();
  readonly device = new Device();
  readonly damage: Damage;
  readonly hops = new HopList();
  readonly gate: Gate;
  readonly wallet: WalletBackend;
  readonly dialects: readonly Dialect[];
  readonly personas: readonly Persona[];
  readonly services: readonly ServiceEntry[];
  readonly parts: ProgramParts | undefined;
  readonly #baseOf: (program: Program) => string;
  readonly #listeners = new Set<() => void>();
  readonly #runs = new Map<string, ProgramRun>();
  #programs: readonly ProgramListing[];
  #choice: Choice;
  #policies = DEFAULT_POLICIES;
  #run: ProgramRun | undefined;
  #started = 0;
  #seed: string;
  readonly #recorder: Recorder;
  #loaded = false;

  constructor(options: SimulatorOptions) {
    const { dialects, personas, programs } = options;
    this.clock = new Clock(
      options.time,
      options.frozenAt === undefined ? {} : { frozenAt: options.frozenAt },
    );
    this.damage = new Damage(
      () => options.time.turn(),
      () => this.#tell(),
    );
    this.trace = new Trace(this.clock, {
      ...(options.traceLimit === undefined ? {} : { limit: options.traceLimit }),
      ...(options.payloads ? { payloads: options.payloads } : {}),
    });
    this.stepper = new Stepper(this.trace, this.clock);
    this.gate = new Gate({
      trace: this.trace,
      clock: this.clock,
      stepper: this.stepper,
      rules: this.rules,
      subjectOf: (id) => {
        const run = this.#runs.get(id);
        return run && { program: run.program.id, persona: run.persona.id, dialect: run.dialect };
      },
      seed: () => this.#seed,
    });
    this.dialects = dialects;
    this.personas = personas;
    this.services = options.services ?? SERVICES;
    this.parts = options.parts;
    this.#programs = programs;
    this.#baseOf = options.baseOf ?? (() => '');
    this.#seed = options.seed ?? DEFAULT_SEED;
    this.wallet = new WalletBackend({
      trace: this.trace,
      clock: this.clock,
      policies: () => this.#policies,
      seed: () => this.#seed,
      personas,
    });
    this.#choice = this.#complete({
      program: programs[0]?.id ?? '',
      dialect: dialects[0]?.id ?? '',
      persona: personas[0]?.id ?? '',
      service: this.services[0]?.id ?? '',
      silentPolicy: '',
      failureShape: undefined,
      ...options.choice,
    });
    this.trace.subscribe((event) => this.hops.apply(event));
    this.trace.onTrim((firstSeq) => this.hops.trim(firstSeq));
    this.trace.onReplaced(() => this.hops.rebuild(this.trace.events));
    this.#openSession();
    this.#recorder = recordOutside(this);
  }

  get state(): SimulatorState {
    return this.trace.state;
  }
  get programs() {
    return this.#programs;
  }
  get choice() {
    return this.#choice;
  }
  get run(): Run | undefined {
    return this.#run;
  }
  get policies() {
    return this.#policies;
  }
  get seed() {
    return this.#seed;
  }
  get loaded() {
    return this.#loaded;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setPolicies(change: Partial<Policies>): void {
    this.#policies = { ...this.#policies, ...change };
    this.trace.append({ type: 'policies', policies: this.#policies });
    this.#tell();
  }

  setPrograms(programs: ProgramListing[]): void {
    this.#programs = programs;
    this.#tell();
  }

  open(choice: Partial<Choice> = {}): Run {
    const { choice: next, ...who } = this.#chosen(choice);
    this.#choice = next;
    this.gate.replay?.cancel();
    this.#run?.stop('restarted');
    if (this.#loaded) this.#goOn();
    return this.#start(who);
  }

  restart(): Run | undefined {
    const run = this.#run;
    if (!run || run.stopped) return undefined;
    const { choice: _same, ...who } = this.#chosen({});
    this.gate.replay?.cancel();
    const { place } = run;
    run.stop('restarted');
    return this.#start(who, place);
  }

  /** What a choice comes down to. An unknown id throws, saying which ids there are. */
  #chosen(choice: Partial<Choice>) {
    const next = { ...this.#choice, ...choice };
    const program = this.#withLogo(programOf(find('program', this.#programs, next.program)));
    // A program that names its dialect is run in it, unless another one is asked for.
    if (choice.dialect === undefined && choice.program !== undefined && program.dialect)
      next.dialect = program.dialect;
    const dialect = find('dialect', this.dialects, next.dialect);
    if (choice.silentPolicy === undefined && next.dialect !== this.#choice.dialect) next.silentPolicy = '';
    if (next.silentPolicy) find('silent policy', dialect.silentPolicies, next.silentPolicy);
    const persona = find('persona', this.personas, next.persona);
    const service = find('service', this.services, next.service);
    return { choice: this.#complete(next), program, dialect, persona, service };
  }

  #start(who: RunCast, start?: readonly string[]): ProgramRun {
    const run: ProgramRun = new ProgramRun(
      (made) =>
        makeRunContext(`r${++this.#started}`, made, who, this, {
          choice: this.#choice,
          programs: () => this.#programs.map(programOf),
        }),
      () => this.#baseOf(who.program),
      start,
    );
    this.#run = run;
    this.#loaded = false;
    this.#runs.set(run.id, run);
    this.trace.append(startOf(run, this.trace));
    const noMoreRules = this.rules.onChange(() => run.tellInstant());
    run.onStop(() => {
      noMoreRules();
      this.#runs.delete(run.id);
      this.#tell();
    });
    this.#tell();
    return run;
  }

  stop(): void {
    this.#run?.stop('stopped');
    this.#tell();
  }

  editGrant(...[persona, clientId, scopes, granted, expiresAt]: Parameters<SimulatorApi['editGrant']>): void {
    const silent = this.#silent();
    this.wallet.apply({ type: 'editGrant', persona, clientId, silent, scopes, granted, expiresAt });
  }

  setLedger(personaId: string, clientId: string, given: Ledger): void {
    const ledger = expectShape('ledger', ledgerSchema, given);
    const persona = find('persona', this.personas, personaId);
    const programs = this.#programs.map(programOf).filter((program) => program.clientId === clientId);
    const chosen = programs.find((program) => program.id === this.#choice.program) ?? programs[0];
    if (!chosen)
      throw new RangeError(`client id: expected one of ${this.#clientIds().join(', ')}, got "${clientId}"`);
    writeLedger(ledger, {
      persona,
      programs: [chosen, ...programs.filter((program) => program !== chosen)],
      dialect: find('dialect', this.dialects, this.#choice.dialect),
      silentPolicy: this.#choice.silentPolicy,
      lives: this.#policies.lives,
      now: this.clock.now(),
      wallet: this.wallet,
      trace: this.trace,
    });
  }

  forgetProgram(persona: string, clientId: string): void {
    this.wallet.apply({ type: 'forgetProgram', persona, clientId, silent: this.#silent() });
  }

  #silent(): string[] {
    const dialect = this.dialects.find((known) => known.id === this.#choice.dialect);
    return dialect ? silentScopes(dialect, this.#choice.silentPolicy) : [];
  }

  addRule(given: NewRule): string {
    return this.rules.add(this.#usable(given));
  }
  changeRule(id: string, given: NewRule): void {
    this.rules.change(id, this.#usable(given));
  }

  #usable(given: NewRule): NewRule {
    const rule = expectShape('rule', ruleSchema, given);
    const dialect = find('dialect', this.dialects, this.#choice.dialect);
    const problem = outcomeProblem(rule, dialect);
    if (problem) throw new RangeError(problem);
    if (rule.title !== undefined || typeof rule.outcome !== 'string') return rule;
    const outcome = outcomeNamed(rule.at as StepName, dialect, rule.outcome);
    return outcome ? { ...rule, title: outcome.title } : rule;
  }

  addBreakpoint(breakpoint: NewBreakpoint): string {
    return this.stepper.breakpoints.add(expectShape('breakpoint', breakpointSchema, breakpoint));
  }
  changeBreakpoint(id: string, breakpoint: NewBreakpoint): void {
    this.stepper.breakpoints.change(id, expectShape('breakpoint', breakpointSchema, breakpoint));
  }

  callOpenApi(call: OpenApiCall): Promise<Reply<OpenApiReply>> {
    const dialect = this.#run?.dialect ?? find('dialect', this.dialects, this.#choice.dialect);
    const { gate, wallet, personas } = this;
    const programs = () => this.#programs.map(programOf);
    const send = openApiSender({ gate, wallet, dialect }, { programs, personas });
    return send({ run: this.#run?.id ?? SERVER }, call);
  }

  runAgain({ to, then }: RunAgain): Run {
    const plan = planReplay(this.trace.events, this.trace.payloads, to);
    const { run: started } = plan;
    const program = this.#withLogo(programOf(find('program', this.#programs, started.program)));
    const who = {
      program,
      dialect: find('dialect', this.dialects, started.dialect),
      persona: find('persona', this.personas, started.persona),
      service: find('service', this.services, started.service),
    };
    this.gate.replay?.cancel();
    this.#run?.stop('restarted');
    this.gate.reset();
    this.trace.rewind(started.seq);
    // It stands still only while it is led: that is no part of what happened.
    this.#recorder.quietly(() => this.clock.restart({ at: started.at, frozen: true }));
    this.#restore(started, Number(started.run.slice(1)) - 1);
    this.rules.rewind();
    this.stepper.breakpoints.rewind();
    const effect = typeof then === 'string' ? undefined : then;
    const replay = new Replay(
      plan,
      replayHost({ simulator: this, run: () => this.#run, clock: plan.clock, pauses: then === 'pause' }),
      effect,
    );
    this.gate.replay = replay;
    const run = this.#start(who, started.start);
    run.onDocument(() => replay.documentChanged());
    run.onStop(() => replay.cancel());
    void replay.start();
    return run;
  }

  /** Puts back what a run began with, as far as it is not the trace's: choice, device, policies and the run's number. */
  #restore(settings: SessionFile['choice'], runs: number): void {
    const { state, payloads } = this.trace;
    const { program, dialect, persona, service, silentPolicy, failureShape } = settings;
    this.#choice = { program, dialect, persona, service, silentPolicy, failureShape };
    this.#started = runs;
    const view = (state.device ? payloads.value(state.device) : {}) as Partial<RecordedView>;
    this.device.set({ foreground: true, ...view, sheets: [], toast: undefined, loading: undefined });
    this.#policies = state.policies ?? this.#policies;
  }

  load(session: SessionFile, { at = session.events.at(-1)?.at, check }: LoadOptions = {}): void {
    this.#end();
    this.#recorder.quietly(() => {
      this.trace.load(session.events, session.payloads);
      this.#seed = session.seed;
      this.#restore(session.choice, runsIn(this.trace));
      this.rules.restore(rulesIn(this.trace));
      this.clock.restart({ at, frozen: true });
    });
    this.stepper.pause();
    this.#loaded = true;
    this.damage.begin(check);
    this.#tell();
  }

  /** Time goes as it went in the recording; what was under way in it has nobody who waits for it. */
  #goOn(): void {
    const { mode = 'real', speed = 1 } = this.state.clock ?? {};
    this.#recorder.quietly(() => mode === 'real' && this.clock.run(speed));
    endLeftovers(this);
  }

  #end(): void {
    this.gate.replay?.cancel();
    this.gate.replay = undefined;
    this.#run?.stop('stopped');
    this.#run = undefined;
    this.#runs.clear();
    this.gate.reset();
    this.rules.clear();
    this.stepper.breakpoints.clear();
    this.stepper.run();
  }

  reset({ seed = this.#seed, clock = {}, policies, choice }: ResetOptions = {}): void {
    const chosen = choice && this.#chosen(choice).choice;
    this.#end();
    this.#loaded = false;
    this.damage.begin();
    this.clock.restart(clock);
    if (policies) this.#policies = { ...this.#policies, ...policies };
    this.device.set({ sheets: [], toast: undefined, loading: undefined, clipboard: '', foreground: true });
    this.trace.clear();
    this.hops.clear();
    this.#started = 0;
    this.#seed = seed;
    if (chosen) this.#choice = chosen;
    this.#openSession();
    this.#tell();
  }

  #openSession(): void {
    this.trace.append({ type: 'session.opened', version: TRACE_VERSION, seed: this.#seed });
    this.trace.append({ type: 'policies', policies: this.#policies });
    recordClock(this.trace, this.clock);
    recordView(this.trace, this.trace.payloads.put(viewOf(this.device.view)));
    this.wallet.remember(this.#clientIds());
  }

  /** The SPI wants the URL of the logo (document 000); a manifest names a file of the program. */
  #withLogo(program: Program): Program {
    const base = this.#baseOf(program);
    if (!program.logo || !base || !URL.canParse(program.logo, base)) return program;
    return { ...program, logo: new URL(program.logo, base).href };
  }

  #clientIds(): string[] {
    return [...new Set(this.#programs.map((listing) => programOf(listing).clientId))];
  }

  #complete(choice: Choice): Choice {
    const dialect = this.dialects.find((known) => known.id === choice.dialect);
    return { ...choice, silentPolicy: choice.silentPolicy || (dialect?.silentPolicies[0]?.id ?? '') };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
