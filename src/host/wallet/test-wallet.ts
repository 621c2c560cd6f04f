import { DEFAULT_LIVES, EMPTY_WALLET, type WalletEvent, type WalletState } from '../../contract/wallet.ts';
import {
  type AnswerTo,
  type CommandType,
  DEFAULT_HARDENING,
  type WalletCommand,
  type WalletContext,
} from './commands.ts';
import { decide } from './decide.ts';
import { evolve, type Memory } from './evolve.ts';

export const NOON = 1_700_000_000_000;
export const DIGITS = { length: 13, alphabet: 'digits' } as const;

/** A wallet for tests: commands in, answers out, the state folded, the clock moved by hand. */
export class TestWallet {
  state: WalletState = EMPTY_WALLET;
  readonly events: { change: WalletEvent; at: number }[] = [];
  context: WalletContext;
  readonly #memory: Memory | undefined;
  #commands = 0;

  constructor(change: Partial<WalletContext> = {}, memory?: Memory) {
    this.#memory = memory;
    this.context = {
      now: NOON,
      id: (kind, n = 0) => `${this.#commands}/${kind}/${n}`,
      lives: DEFAULT_LIVES,
      hardening: DEFAULT_HARDENING,
      persona: (id) =>
        id === 'nobody'
          ? undefined
          : {
              userId: `id of ${id}`,
              status: id === 'frozen' ? 'FROZEN' : id === 'inactive' ? 'INACTIVE' : 'ACTIVE',
            },
      ...change,
    };
  }

  wait(ms: number): void {
    this.context = { ...this.context, now: this.context.now + ms };
  }

  do<T extends CommandType>(command: WalletCommand<T>): AnswerTo<T> {
    this.#commands++;
    const { events, answer } = decide(this.state, command, this.context);
    this.record(events);
    return answer;
  }

  record(events: readonly WalletEvent[]): void {
    for (const change of events) {
      this.events.push({ change, at: this.context.now });
      this.state = evolve(this.state, change, this.context.now, this.#memory);
    }
  }

  /** Types of the events of the last `n` changes. */
  last(n: number): string[] {
    return this.events.slice(-n).map(({ change }) => change.type);
  }

  agree(scopes: readonly string[], persona = 'alex', clientId = 'shop'): void {
    this.do({ type: 'submitConsent', persona, clientId, requested: scopes, agreed: scopes });
  }

  /** A code for scopes that are all silent. */
  code(scopes: readonly string[] = ['auth_base'], persona = 'alex', clientId = 'shop'): string {
    const answer = this.do({ type: 'issueCode', persona, clientId, scopes, silent: scopes, format: DIGITS });
    if (!answer.ok) throw new Error(answer.message);
    return answer.authCode;
  }

  exchange(code: string, clientId = 'shop'): AnswerTo<'exchangeCode'> {
    return this.do({ type: 'exchangeCode', code, clientId });
  }

  /** The tokens of a new login. */
  login(scopes: readonly string[] = ['auth_base'], persona = 'alex', clientId = 'shop') {
    const answer = this.exchange(this.code(scopes, persona, clientId), clientId);
    if (!answer.ok) throw new Error(answer.code);
    return answer;
  }
}
