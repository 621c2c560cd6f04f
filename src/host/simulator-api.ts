import type { Dialect } from '../contract/dialects/schema.ts';
import type { Rule } from '../contract/effect.ts';
import type { Persona } from '../contract/persona.ts';
import type { Program, ProgramListing } from '../contract/program.ts';
import type { OAuthService } from '../contract/spi.ts';
import type { TokenLives } from '../contract/wallet.ts';
import type { Clock } from './clock.ts';
import type { Device } from './device.ts';
import type { Gate } from './gate.ts';
import type { HopList } from './hops.ts';
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
  /** Called when the program asks to be shown another page (`my.reLaunch` from a dead document …). */
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
  /** The run in the device; undefined before the first and after *Stop*. */
  readonly run: Run | undefined;
  /** Switches of the simulator that belong to no dialect. */
  readonly policies: Policies;
  setPolicies(change: Partial<Policies>): void;
  /** Chooses and starts: any earlier run ends as *restarted*. An unknown id throws, saying which ids there are. */
  open(choice?: Partial<Choice>): Run;
  stop(): void;
  /** Gives (or withdraws) grants by hand, as the user would in the wallet's settings. */
  editGrant(persona: string, clientId: string, scopes: string[], granted: boolean): void;
  forgetProgram(persona: string, clientId: string): void;
  addRule(rule: Omit<Rule, 'id'>): string;
  /** Starts a new session: trace, grants, tokens, storage and rules are gone. The seed stays unless given. */
  reset(seed?: string): void;
  /** Replaces the programs (the folder has changed). */
  setPrograms(programs: ProgramListing[]): void;
  /** Called when choice, run, programs, policies or the session changed; not for trace events. */
  onChange(listener: () => void): () => void;
}

export interface Policies {
  lives: TokenLives;
  /** Reuse of a code or refresh token ends its token family (a hardening policy, the simulator's choice). */
  reuseEndsFamily: boolean;
  /** Revoking a token also withdraws the consent behind it. */
  revokeDropsConsent: boolean;
  /** How often the program may steal the keyboard focus from the consent dialog before it is refused. */
  focusThefts: number;
  /** ms before the buttons of the consent dialog work. */
  consentArming: number;
}
