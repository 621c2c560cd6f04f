import type { Json } from './json.ts';
import type { Policies } from './policies.ts';
import type { Effect, Rule } from './rule.ts';
import type { StepName } from './steps.ts';
import type { WalletEvent } from './wallet.ts';

/** A recorded value: in place when small, else a reference into the content-addressed payload store. */
export type Payload = { json: Json } | { ref: string; size: number };

/** What came back for a hop: a value in the step's own shape, or a failure of the hop itself. */
export type Reply<T = unknown> = { value: T } | { failure: ReplyFailure };
export interface ReplyFailure {
  kind: 'threw' | 'timeout' | 'network';
  message: string;
}

/** A hop as a reader judges it: green, red, or nothing came. */
export type Verdict = 'ok' | 'failed';

/** Who asks, and on whose behalf. Ids are paths: `jsapi.getAuthCode#2/spi.getAuthCode#1`. */
export interface Caller {
  /** One start of a program in a frame. */
  run: string;
  /** One document of that frame; absent for hops that no document asked for. */
  document?: string;
  /** The call of the program at the root of this chain of hops. */
  call?: string;
  /** The hop on whose behalf this one is made. */
  parent?: string;
}

/** How an answer came about. */
export type AnswerOrigin = 'performed' | 'edited' | 'injected' | 'timeout' | 'replayed' | 'observed';

export type StorageArea = 'my' | 'local' | 'session' | 'cookie';
export type StorageChange =
  | { op: 'set'; key: string; value: Payload }
  | { op: 'remove'; key: string }
  | { op: 'clear' };

export interface RunSettings {
  program: string;
  clientId: string;
  dialect: string;
  persona: string;
  service: string;
  silentPolicy: string;
  /** Which failure shape `fail` gets; absent: the dialect's. */
  failureShape?: 'both' | 'error' | 'authErrorScopes';
}

export type NoticeLevel = 'info' | 'warning' | 'error';

/** The version of the event format. Older recordings are read by host/session/upgrade.ts. */
export const TRACE_VERSION = 2;

export type EventBody =
  | { type: 'session.opened'; version: typeof TRACE_VERSION; seed: string }
  | { type: 'checkpoint'; state: Payload; dropped: number }
  /** `start`: the pages that it begins with, the current one last; absent: the program's first one. */
  | ({ type: 'run.started'; run: string; storage: Payload; start?: string[] } & RunSettings)
  | { type: 'run.stopped'; run: string; reason: string }
  | { type: 'document.opened'; run: string; document: string; url: string }
  | { type: 'document.closed'; run: string; document: string; reason: string }
  | ({ type: 'hop.requested'; hop: string; step: StepName; request: Payload; observed?: true } & Caller)
  | {
      type: 'hop.stopped';
      hop: string;
      where: 'request' | 'answer';
      why: 'step' | 'breakpoint';
      /** The answer that waits to be delivered. */
      reply?: Payload;
    }
  | {
      type: 'hop.resumed';
      hop: string;
      how: 'continue' | 'edit' | 'answer' | 'drop' | 'twice' | 'late';
      edited?: Payload;
      /** Virtual ms. */
      late?: number;
      /** Of the documented outcome that was chosen at an answer. One that is chosen at a request is injected. */
      title?: string;
    }
  | { type: 'hop.injected'; hop: string; rule: string; outcome: Effect }
  | {
      type: 'hop.answered';
      hop: string;
      reply: Payload;
      verdict: Verdict;
      /** The code in the step's own family: JSAPI error, SPI code, resultCode, HTTP status, ending. */
      code?: string;
      origin: AnswerOrigin;
    }
  | { type: 'hop.ignored'; hop: string; reply: Payload; reason: 'late' | 'duplicate' | 'callerGone' }
  | { type: 'hop.abandoned'; hop: string; reason: 'callerGone' | 'dropped' | 'aborted' }
  /** How a `my.getAuthCode` ended in the engine's own words ({@link AuthOutcome}), before a dialect translates it. */
  | { type: 'hop.outcome'; hop: string; outcome: Payload }
  | { type: 'wallet'; hop?: string; change: WalletEvent }
  | {
      type: 'storage';
      hop?: string;
      persona: string;
      program: string;
      area: StorageArea;
      change: StorageChange;
    }
  | { type: 'merchant.kept'; hop?: string; persona: string; program: string; session: MerchantSession }
  /** The merchant server knows this user no more. */
  | { type: 'merchant.forgot'; persona: string; program: string }
  | { type: 'clock'; mode: 'real' | 'frozen'; speed: number; jumped: number }
  | { type: 'rules'; rules: Rule[] }
  | { type: 'policies'; policies: Policies }
  /** What the phone shows over the program: a DeviceView. */
  | { type: 'device'; view: Payload }
  /** The app went to the background, or came back. */
  | { type: 'foreground'; run: string; foreground: boolean }
  /** What the program shows: a {@link ProgramPicture}. */
  | { type: 'picture'; run: string; document: string; picture: Payload }
  /** The page stack of an AXML program, and what its title bar shows: a {@link import('./wire.ts').PagesBody}. */
  | { type: 'pages'; run: string; document: string; pages: Payload }
  | { type: 'raw'; run: string; document: string; direction: 'in' | 'out'; text: Payload }
  | {
      type: 'notice';
      code: string;
      level: NoticeLevel;
      run?: string;
      hop?: string;
      params: Record<string, string | number>;
    };

/** The program's page as it looked, without scripts: never run, only drawn. */
export interface ProgramPicture {
  html: string;
  title: string;
  width: number;
  height: number;
  scrollX: number;
  scrollY: number;
}

/** What the simulated merchant server remembers of one user after a login. It never leaves the server. */
export interface MerchantSession {
  accessToken: string;
  refreshToken: string;
  customerId: string;
}

/** One line of the trace. `at` is virtual time, in ms since the epoch; `seq` counts from 0 and never repeats. */
export type TraceEvent = { seq: number; at: number } & EventBody;
export type EventOf<T extends TraceEvent['type']> = Extract<TraceEvent, { type: T }>;
