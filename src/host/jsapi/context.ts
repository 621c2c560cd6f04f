import type { Dialect } from '../../contract/dialects/schema.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import type { NoticeCode } from '../../contract/notices.ts';
import type { Persona } from '../../contract/persona.ts';
import type { Program } from '../../contract/program.ts';
import type { Caller, Reply, StorageArea, StorageChange } from '../../contract/trace.ts';
import type { Clock } from '../clock.ts';
import type { Device } from '../device.ts';
import type { Payloads } from '../payloads.ts';
import type { ProgramStorage } from '../state.ts';

/**
 * What a JSAPI answers: the payload of `success`, or of `fail` (which always has `error` and `errorMessage`), as JSON
 * for the wire. What came from outside (a server's data, stored values, bytes) has gone through the codec's `encode`.
 */
export type JsapiReply = { success: Json } | { fail: JsonObject };

/** What a request of the program looks like on its way to the merchant server (the step `merchant.request`). */
export interface OutgoingRequest {
  method: string;
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}
/** What came back. `networkError` is one of the platform's codes: 12 network, 13 timeout, … */
export type IncomingResponse =
  | { status: number; headers: Record<string, string>; body: string | Uint8Array }
  | { networkError: number; message: string };

/** Everything that the work behind a `my.*` call may touch: one call of one document of one run. */
export interface JsapiContext {
  readonly run: string;
  readonly program: Program;
  readonly dialect: Dialect;
  readonly persona: Persona;
  /** URL of the calling document. */
  readonly pageUrl: string;
  /** The page that calls: that URL, or of an AXML program `pages/index/index?id=1`. */
  readonly page: string;
  /** The caller of the hops made on behalf of this call. */
  readonly caller: Caller;
  /** Aborted when the document is gone or the program aborted the call. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly device: Device;
  readonly payloads: Payloads;
  /** What the program stored for this persona. */
  storage(): ProgramStorage;
  /** Writes to the program's storage; recorded. */
  store(area: StorageArea, change: StorageChange): void;
  /** Scopes that this persona has granted to this program now. */
  granted(): string[];
  /** Scopes that were asked for in a dialog before: granted now, or declined at the last dialog. */
  askedScopes(): string[];
  /** Gives or withdraws grants as the user does on the settings page. */
  setGrants(granted: string[], withdrawn: string[]): void;
  /** Sends a request through the gate to the merchant server; without a limit (ms) pending as long as it is silent. */
  send(request: OutgoingRequest, limit?: number): Promise<Reply<IncomingResponse>>;
  /** The pages of the program, the current one last; and the way to another one. */
  readonly pages: PageStack;
  notice(code: NoticeCode, params?: Record<string, string | number>): void;
  /**
   * Has the page of an AXML program do it; the answer is what the page says. Never answered when the page is gone: the
   * call ends with its document.
   */
  ask(name: string, args: Json): Promise<JsapiReply>;
}

/** The program's pages as the super app counts them (at most 10). */
export interface PageStack {
  readonly urls: readonly string[];
  /** Shows another page in the frame; `urls` is the stack afterwards. */
  go(urls: readonly string[]): void;
}

/** The work behind one `my.*` name. `args` is what the program passed, decoded and not yet checked. */
export type JsapiHandler = (args: unknown, context: JsapiContext) => Promise<JsapiReply> | JsapiReply;
