import type { WalletState } from '../../contract/wallet.ts';
import { suspendClient } from './clients.ts';
import { adoptCode, issueCode, voidCode } from './codes.ts';
import type { CommandType, Decider, Decision, WalletCommand, WalletContext } from './commands.ts';
import { editGrant, forgetProgram, submitConsent } from './consent.ts';
import { exchangeCode, refresh } from './exchange.ts';
import { inquire, revoke } from './tokens.ts';

const deciders: { [K in CommandType]: Decider<K> } = {
  submitConsent,
  issueCode,
  adoptCode,
  voidCode,
  exchangeCode,
  refresh,
  revoke,
  inquire,
  editGrant,
  forgetProgram,
  suspendClient,
};

/**
 * What the wallet backend makes of a command: the events that change its state, and the answer. Pure: time, ids, lives
 * and policies come in; refusals are answers, in the OpenAPI's codes where the OpenAPI asks.
 */
export function decide<T extends CommandType>(
  state: WalletState,
  command: WalletCommand<T>,
  context: WalletContext,
): Decision<T> {
  const type: T = command.type;
  return deciders[type](state, command, context);
}

export type { AnswerTo, CommandType, Decision, WalletCommand, WalletContext } from './commands.ts';
