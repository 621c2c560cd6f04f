import type { SourceProblem } from '../contract/axml/source.ts';
import type { AxmlUnit } from '../contract/axml/unit.ts';
import type { Dialect } from '../contract/dialects/schema.ts';
import type { BarAction } from '../contract/jsapi/page-names.ts';
import type { Ledger } from '../contract/ledger.ts';
import type { Persona } from '../contract/persona.ts';
import type { Policies } from '../contract/policies.ts';
import type { Program, ProgramListing } from '../contract/program.ts';
import type { Effect, NewBreakpoint, NewRule } from '../contract/rule.ts';
import type { SessionFile } from '../contract/session-file.ts';
import type { OAuthService } from '../contract/spi.ts';
import type { Reply } from '../contract/trace.ts';
import type { Clock } from './clock.ts';
import type { Damage, LateCheck } from './damage.ts';
import type { Device } from './device.ts';
import type { Gate } from './gate.ts';
import type { HopList } from './hops.ts';
import type { JsapiReply } from './jsapi/context.ts';
import type { RunLink, StopReason } from './link.ts';
import type { Rules } from './rules.ts';
import type { SimulatorState } from './state.ts';
import type { Stepper } from './stepper.ts';
import type { Trace } from './trace.ts';

/** What a run is started with. Absent fields keep what is chosen now. */
export interface Choice {
  program: string;
  dialect: string;
  persona: string;
  /** Id of the OAuthService. */
  service: string;
  /** Id of one of the dialect's silent policies. */
  silentPolicy: string;
  /** Which failure shape `fail` gets; undefined: the dialect's. */
  failureShape: 'both' | 'error' | 'authErrorScopes' | undefined;
}

/** An OAuthService that can be chosen, by name. `create` is called once a run. */
export interface ServiceEntry {
  id: string;
  title: string;
  description: string;
  create(tools: ServiceTools): OAuthService;
}

/** What a service may be given by the host: the in-memory one uses all of it. */
export interface ServiceTools {
  /** Asks the user through the host's consent dialog; the step `user.authorize`. */
  authorize(
    context: { sessionId: string },
    request: { clientId: string; name: string; logo: string; scopes: string[] },
  ): Promise<import('../contract/consent.ts').ConsentEnding>;
  wallet: {
    /** The scopes, of those given, that this user has not agreed to and that are not silent. */
    missingConsent(context: { sessionId: string }, scopes: string[]): string[];
    /** The step `wallet.submitConsent`. */
    submitConsent(context: { sessionId: string }, requested: string[], agreed: string[]): Promise<void>;
    /** The step `wallet.issueCode`; throws with an SPI code when the wallet refuses. */
    issueCode(context: { sessionId: string }, scopes: string[]): Promise<string>;
    /** The scopes that the wallet can grant to this program. */
    grantableScopes(clientId: string): string[];
  };
  clock: { now(): number; wait(ms: number): Promise<void> };
  /** A seeded id: 64 hexadecimal digits, the same for the same parts. */
  id(...parts: (string | number)[]): string;
}

/** One start of a program. */
export interface Run extends RunLink {
  readonly program: Program;
  readonly dialect: Dialect;
  readonly persona: Persona;
  readonly choice: Choice;
  readonly stopped: StopReason | undefined;
  /** Sends `appHide` / `appShow` to the program and ends an open consent dialog as *background*. */
  setForeground(foreground: boolean): void;
  /** The pages that it begins with, the current one last; undefined: the program's first one. */
  readonly start: readonly string[] | undefined;
  /**
   * The user acts on the super app's bar over an AXML program's page. Recorded as an input.
   * @returns what the page answers; undefined when the bar does not have that now
   */
  press(action: BarAction): Promise<JsapiReply | undefined>;
  /** The units of an AXML program that its page has. */
  readonly delivered: readonly string[];
  /** A part that an AXML program asked for could not be had. */
  readonly lacks: boolean;
  /** An edit of an AXML program: puts styles and templates in place, all else stays. `problems`: all that is wrong now. */
  patch(unit: AxmlUnit, problems?: readonly SourceProblem[]): void;
}

/** How a new session begins; what is absent stays, and the clock goes with real time. */
export interface ResetOptions {
  seed?: string | undefined;
  clock?: { at?: number | undefined; frozen?: boolean | undefined; speed?: number | undefined } | undefined;
  policies?: Partial<Policies> | undefined;
  /** What is chosen from now on, without starting it. */
  choice?: Partial<Choice> | undefined;
}

/** A call of the platform's OpenAPI as a server makes it. */
export interface OpenApiCall {
  /** Default: POST. */
  method?: string | undefined;
  /** Path only: `/v1/authorizations/applyToken`. */
  path: string;
  /** Names in any case; `Client-Id` says who asks. */
  headers: Record<string, string>;
  body: object;
}
export interface OpenApiReply {
  status: number;
  headers: Record<string, string>;
  body: object;
}

/** From where a recorded run is live again. */
export interface RunAgain {
  /** The id of the hop that is live again; or the run, all of which is done again. */
  to: { hop: string } | { run: string };
  /** What happens there: it goes on, it stops, or this happens to that hop. */
  then: 'run' | 'pause' | { effect: Effect; title: string };
}

export interface LoadOptions {
  /** Virtual time at which the session goes on when a program is started in it. Default: that of its last event. */
  at?: number;
  /** Looks at what has not been looked at yet, while the recording is already here; what it finds is {@link SimulatorApi.damage}. */
  check?: LateCheck | undefined;
}

/** The simulator, headless: one per page, one per test. */
export interface SimulatorApi {
  readonly trace: Trace;
  readonly clock: Clock;
  readonly gate: Gate;
  readonly stepper: Stepper;
  readonly rules: Rules;
  readonly device: Device;
  readonly hops: HopList;
  readonly state: SimulatorState;
  readonly programs: readonly ProgramListing[];
  readonly dialects: readonly Dialect[];
  readonly personas: readonly Persona[];
  readonly services: readonly ServiceEntry[];
  readonly choice: Choice;
  /** What codes, tokens and ids of this session are made from. */
  readonly seed: string;
  /** The run in the device; undefined before the first and after *Stop*. */
  readonly run: Run | undefined;
  /** Switches of the simulator that belong to no dialect. */
  readonly policies: Policies;
  setPolicies(change: Partial<Policies>): void;
  /** Chooses and starts: any earlier run ends as *restarted*. An unknown id throws, saying which ids there are. */
  open(choice?: Partial<Choice>): Run;
  /** Starts what runs again at the page where it is: its files have changed. Undefined when nothing runs. */
  restart(): Run | undefined;
  stop(): void;
  /**
   * Gives (or withdraws) grants by hand, as the user would in the wallet's settings. `expiresAt` (virtual ms, null:
   * never) is when they lapse, standing ones too; absent, new ones lapse as the policies have it.
   */
  editGrant(
    persona: string,
    clientId: string,
    scopes: string[],
    granted: boolean,
    expiresAt?: number | null,
  ): void;
  /**
   * Makes the wallet know this of a persona with a client id: a preset, or what the persona brings, with other grants and
   * refusals if given. What is asked for without consent is the chosen dialect's. An unknown id is a RangeError.
   */
  setLedger(persona: string, clientId: string, ledger: Ledger): void;
  forgetProgram(persona: string, clientId: string): void;
  /** Adds a rule; the answer is its id. What can never apply is a RangeError or TypeError that says what was expected. */
  addRule(rule: NewRule): string;
  /** Puts another rule in the place of one; it counts from the beginning. */
  changeRule(id: string, rule: NewRule): void;
  /** Adds a breakpoint; the answer is its id. */
  addBreakpoint(breakpoint: NewBreakpoint): string;
  changeBreakpoint(id: string, breakpoint: NewBreakpoint): void;
  /**
   * Starts the recorded run again, up to a hop: everything is answered as it was until then, from there on it is live.
   * What was recorded from the run's start on is replaced.
   */
  runAgain(options: RunAgain): Run;
  /** A server asks the platform by itself, not on behalf of any request: the step `openapi.*`. */
  callOpenApi(call: OpenApiCall): Promise<Reply<OpenApiReply>>;
  /** A recording is looked at, and nothing runs: from {@link load} until a program is started. */
  readonly loaded: boolean;
  /**
   * Takes a recording in place of the session. Nothing runs and time stands still: it can be looked at, run again, or
   * gone on with by starting a program in it. The file must have been read by readSessionFile.
   */
  load(session: SessionFile, options?: LoadOptions): void;
  /** What is not as it was written in the recording that the session is, or has gone on from. */
  readonly damage: Pick<Damage, 'problems' | 'all'>;
  /** Starts a new session: trace, grants, tokens, storage, rules and breakpoints are gone. */
  reset(options?: ResetOptions): void;
  /** Replaces the programs (the folder has changed). */
  setPrograms(programs: ProgramListing[]): void;
  /** Called when choice, run, programs, policies or the session changed; not for trace events. */
  onChange(listener: () => void): () => void;
}
