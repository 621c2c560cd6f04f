import type { Dialect } from '../contract/dialects/schema.ts';
import type { NoticeCode } from '../contract/notices.ts';
import type { Persona } from '../contract/persona.ts';
import type { Program } from '../contract/program.ts';
import type { OAuthService } from '../contract/spi.ts';
import type { Caller, Reply } from '../contract/trace.ts';
import type { Clock } from './clock.ts';
import type { Device } from './device.ts';
import type { Gate } from './gate.ts';
import type { IncomingResponse, OutgoingRequest, PageStack } from './jsapi/context.ts';
import type { ProgramParts } from './program-parts.ts';
import type { Choice } from './simulator-api.ts';
import type { Trace } from './trace.ts';
import type { WalletBackend } from './wallet-backend.ts';

/** What the documents of a run share: the parts of the simulator, and who is who. */
export interface RunContext {
  readonly id: string;
  readonly program: Program;
  readonly dialect: Dialect;
  readonly persona: Persona;
  readonly choice: Choice;
  readonly trace: Trace;
  readonly clock: Clock;
  readonly gate: Gate;
  readonly device: Device;
  readonly wallet: WalletBackend;
  readonly service: OAuthService;
  readonly pages: PageStack;
  readonly seed: string;
  /** Where the parts of AXML programs come from; undefined: there is no compiler. */
  readonly parts: ProgramParts | undefined;
  notice(code: NoticeCode, params?: Record<string, string | number>, hop?: string): void;
  /** The host has written to the program's storage and the guest may not have heard: the next document is told. */
  storageTouched(): void;
  /** The step `merchant.request` and what follows from it. */
  send(caller: Caller, request: OutgoingRequest, limit?: number): Promise<Reply<IncomingResponse>>;
}
