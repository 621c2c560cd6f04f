import type { Operation } from '../../contract/openapi/index.ts';
import type { Result } from '../../contract/openapi/result.ts';
import type { Persona } from '../../contract/persona.ts';
import type { WalletEvent, WalletState } from '../../contract/wallet.ts';
import type { WalletContext } from '../wallet/commands.ts';

/** A call of the OpenAPI as a merchant server makes it. */
export interface OpenApiRequest {
  method: string;
  /** Path only; a query is ignored. */
  path: string;
  /** Names in any case. */
  headers: Record<string, string>;
  body: string;
}

export interface OpenApiContext extends Omit<WalletContext, 'persona'> {
  state: WalletState;
  /** The client ids of the programs that the platform knows. A program's appId is its client id. */
  knownClients: readonly string[];
  persona(id: string): Persona | undefined;
}

export interface OpenApiAnswer {
  /** HTTP status: 200 whatever the result; the result is in the body (simulator's choice). */
  status: number;
  headers: Record<string, string>;
  /** JSON text. */
  body: string;
  result: Result;
  /** What the call changes in the wallet. */
  events: WalletEvent[];
  /** Absent when the path is none of the OpenAPI's. */
  operation?: Operation;
}

/** What an operation makes of a request that is well formed and of a client that is known. */
export interface Outcome<R extends { result: Result }> {
  response: R;
  events: WalletEvent[];
}

/** The wallet's context out of the OpenAPI's: the user as the wallet knows them. */
export function walletContext(context: OpenApiContext): WalletContext {
  return {
    now: context.now,
    id: context.id,
    lives: context.lives,
    hardening: context.hardening,
    persona: (id) => {
      const persona = context.persona(id);
      return persona && { userId: persona.profile.userId, status: persona.status };
    },
  };
}
