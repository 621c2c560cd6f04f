import type { Dialect } from '../../contract/dialects/schema.ts';
import type { FailureKind, RefusalReason } from '../../contract/outcome.ts';
import type { Source, StepName } from '../../contract/steps.ts';
import type { EventOf, TraceEvent } from '../../contract/trace.ts';
import type { TokenFamily } from '../../contract/wallet.ts';
import type { Hop, HopStatus } from '../hops.ts';
import type { Payloads } from '../payloads.ts';

/** What is needed of a recording to walk back in it. */
export interface WhySource {
  hop(id: string): Hop | undefined;
  /** Hops made on behalf of this one, oldest first. */
  childrenOf(id: string): readonly string[];
  events: readonly TraceEvent[];
  payloads: Payloads;
  /** The dialect that a run was in; undefined when it is not known any more. */
  dialectOf(run: string): Dialect | undefined;
}

/** What a person did at a stop: a change of the request, an answer of their own, or one of the documented outcomes. */
export type AtStop = Exclude<EventOf<'hop.resumed'>['how'], 'continue'> | 'outcome';

/** What is behind a failure when nothing further down failed. `hop`: where it happened, `seq`: the event. */
export type Cause =
  /** A rule of the developer, by its title, and the kind of its effect. */
  | { why: 'rule'; rule: string; effect: 'reply' | 'never' | 'drop' | 'delay' | 'late' }
  /** A person's decision while it was stopped; `title` of the outcome that they chose. */
  | { why: 'person'; how: AtStop; title?: string }
  | { why: 'stopped' }
  /** It was answered as it was recorded. */
  | { why: 'replayed' }
  /** The user's own answer in the consent dialog; `nothing`: agreed, with nothing granted. */
  | { why: 'user'; ending: string }
  | { why: 'notShown'; detail: string }
  /** Nobody answered within the limit, in virtual ms; `jump`: the clock was moved over it. */
  | { why: 'limit'; ms: number; jump?: number }
  /** Nothing has come yet. */
  | { why: 'waiting' }
  /** The page that asked was left, or the program ended. */
  | { why: 'gone'; reason: string; seq?: number }
  | { why: 'aborted' }
  | { why: 'arguments'; detail: string }
  | { why: 'scopes'; refused: [scope: string, reason: RefusalReason][] }
  | { why: 'firstScreen' }
  /** Another dialog of the program was open; `hop`: the call that had opened it. */
  | { why: 'dialogOpen'; hop?: string }
  /** The user has not agreed to these scopes yet. */
  | { why: 'noAgreement' }
  /** They had agreed, and took it back in the wallet's settings (or its agreement lapsed). */
  | { why: 'withdrawn'; seq: number }
  | { why: 'lapsed'; jump?: number }
  | { why: 'codeUsed'; hop?: string; failed: boolean }
  | { why: 'codeExpired'; hop?: string; ms: number; jump?: number }
  | { why: 'codeVoid'; hop?: string }
  | { why: 'codeUnknown' }
  | { why: 'otherClient'; hop?: string; issuedTo: string; asked: string }
  | { why: 'tokenUsed'; hop?: string }
  | { why: 'tokenExpired'; hop?: string; ms: number; jump?: number }
  | { why: 'tokenEnded'; by: NonNullable<TokenFamily['endedBy']>; hop?: string; seq: number }
  | { why: 'tokenUnknown' }
  | { why: 'suspended'; seq: number }
  /** No route of the program's merchant server takes this request, and it holds no live code. */
  | { why: 'noRoute' }
  /** Nobody interfered: who was asked answered so by itself. */
  | { why: 'answered'; detail: string };

/** One step of the way back, from the failure that is seen to what is behind it. */
export type WhyLink =
  /** A hop on the way; the first one is the hop that was asked about. */
  | { kind: 'hop'; hop: string; step: StepName; status: HopStatus; code: string | undefined }
  /** The line that made the code: of the dialect, or of the OpenAPI's result table. */
  | {
      kind: 'line';
      hop: string;
      of: { dialect: string } | 'results';
      code: string;
      message: string;
      source: Source;
    }
  /** How the call ended in the engine's own words. */
  | { kind: 'outcome'; hop: string; outcome: FailureKind; detail: string }
  /** Always the last one. `at`: the hop that it is the cause of. */
  | { kind: 'cause'; at: string; cause: Cause };
