import type { Dialect } from '../contract/dialects/schema.ts';
import type { Persona } from '../contract/persona.ts';
import type { Policies } from '../contract/policies.ts';
import type { Program } from '../contract/program.ts';
import type { WalletEvent, WalletState } from '../contract/wallet.ts';
import type { Clock } from './clock.ts';
import { idOf } from './ids.ts';
import { liveCodeFinder } from './merchant/find-code.ts';
import { handleOpenApi, type OpenApiRequest } from './openapi/handle.ts';
import type { Trace } from './trace.ts';
import {
  type AnswerTo,
  type CommandType,
  decide,
  type WalletCommand,
  type WalletContext,
} from './wallet/decide.ts';
import { historyOf } from './wallet/personas.ts';
import { grantsOf } from './wallet/read.ts';

/**
 * The wallet backend as the rest of the host sees it: commands in, events into the trace, answers out. It keeps
 * nothing; its state is the fold of the trace.
 */
export class WalletBackend {
  readonly #trace: Trace;
  readonly #clock: Clock;
  readonly #policies: () => Policies;
  readonly #seed: () => string;
  readonly #personas: readonly Persona[];

  constructor(parts: {
    trace: Trace;
    clock: Clock;
    policies: () => Policies;
    seed: () => string;
    personas: readonly Persona[];
  }) {
    this.#personas = parts.personas;
    this.#trace = parts.trace;
    this.#clock = parts.clock;
    this.#policies = parts.policies;
    this.#seed = parts.seed;
  }

  get state(): WalletState {
    return this.#trace.state.wallet;
  }

  /** Scopes that this persona has granted to this program, now: what has lapsed counts as never given. */
  granted(persona: string, clientId: string): string[] {
    return grantsOf(this.state, persona, clientId, this.#clock.now()).map((grant) => grant.scope);
  }

  /** Scopes that a dialog has asked this persona for: granted now, or declined at the last one. */
  asked(persona: string, clientId: string): string[] {
    return [
      ...new Set([...this.granted(persona, clientId), ...(this.state.declined[persona]?.[clientId] ?? [])]),
    ];
  }

  /** The user gives and withdraws grants. `silent` are the scopes that need none: no token dies for those. */
  setGrants(
    who: { persona: string; clientId: string; silent: readonly string[] },
    granted: readonly string[],
    withdrawn: readonly string[],
    hop?: string,
  ): void {
    if (granted.length) this.apply({ type: 'editGrant', ...who, scopes: granted, granted: true }, hop);
    if (withdrawn.length) this.apply({ type: 'editGrant', ...who, scopes: withdrawn, granted: false }, hop);
  }

  adoptCode(code: { code: string; persona: string; clientId: string; scopes: string[]; call: string }): void {
    this.apply({ type: 'adoptCode', ...code }, code.call);
  }

  /** The caller of this call is gone: its codes that nobody received are void. */
  voidCodesOf(call: string): void {
    for (const code of Object.values(this.state.codes))
      if (code.call === call && code.status === 'live')
        this.apply({ type: 'voidCode', code: code.code }, call);
  }

  /** The live code that a piece of text is or holds, if any. */
  liveCodeIn(text: string): string | undefined {
    return liveCodeFinder(this.state, this.#clock.now())(text);
  }

  /** What the personas did before the session began. */
  remember(clientIds: readonly string[]): void {
    for (const persona of this.#personas) this.#record(historyOf(persona, clientIds), undefined);
  }

  /**
   * Decides a command; its events go into the trace. `hop` is on whose behalf, and what ids depend on. With `then`, it
   * happened at that moment of the past (virtual ms), when the user's account was active.
   */
  apply<T extends CommandType>(command: WalletCommand<T>, hop?: string, then?: number): AnswerTo<T> {
    const context = this.#context(hop);
    const past: Partial<WalletContext> =
      then === undefined || then >= context.now
        ? {}
        : {
            now: then,
            past: true,
            persona: (id) => {
              const user = context.persona(id);
              return user && { ...user, status: 'ACTIVE' };
            },
          };
    const { events, answer } = decide(this.state, command, { ...context, ...past });
    this.#record(events, hop);
    return answer;
  }

  /** One call of the platform's OpenAPI; what it changes goes into the trace. */
  openApi(
    request: OpenApiRequest,
    hop: string,
    known: { clients: readonly Program[]; personas: readonly Persona[]; dialect: Dialect },
  ): { status: number; headers: Record<string, string>; body: string } {
    const { events, ...response } = handleOpenApi(request, {
      ...this.#context(hop),
      state: this.state,
      knownClients: known.clients.map((program) => program.clientId),
      persona: (id) => known.personas.find((persona) => persona.id === id),
    });
    this.#record(events, hop);
    return { status: response.status, headers: response.headers, body: response.body };
  }

  #userOf(id: string) {
    const persona = this.#personas.find((known) => known.id === id);
    return persona && { userId: persona.profile.userId, status: persona.status };
  }

  #record(events: readonly WalletEvent[], hop: string | undefined): void {
    for (const change of events) this.#trace.append({ type: 'wallet', ...(hop ? { hop } : {}), change });
  }

  #context(hop = 'by hand'): WalletContext {
    const { lives, reuseEndsFamily, revokeDropsConsent } = this.#policies();
    const seq = this.#trace.length;
    return {
      now: this.#clock.now(),
      // What is done by hand has no hop of its own: its place in the trace tells two of them apart.
      id: (kind: string, n = 0) => idOf(this.#seed(), kind, hop, n, hop === 'by hand' ? seq : 0),
      lives,
      persona: (id: string) => this.#userOf(id),
      hardening: {
        codeReuseEndsFamily: reuseEndsFamily,
        refreshReuseEndsFamily: reuseEndsFamily,
        revokeDropsConsent,
      },
    };
  }
}
