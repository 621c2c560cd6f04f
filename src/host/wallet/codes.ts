import type { AuthCode } from '../../contract/wallet.ts';
import type { AnswerTo, Decider, IssueRefusal } from './commands.ts';
import { codeOf, codeStatus, isGranted, isSuspended } from './read.ts';
import { newAuthCode } from './secrets.ts';

/**
 * Issues an auth code, bound to user, program and scopes (document 001: the wallet backend verifies the authorization
 * information and generates the authCode). Refused when a scope is neither silent nor granted, when there is nothing
 * to authorize, when the program is suspended, and for an account that is INACTIVE. A FROZEN account gets its codes
 * and its `status` tells the merchant (simulator's choice: that the documents have the status needs it so).
 */
export const issueCode: Decider<'issueCode'> = (state, command, context) => {
  const { persona, clientId } = command;
  const scopes = [...new Set(command.scopes)];
  const refuse = (reason: IssueRefusal, message: string, missing: string[] = []) => ({
    events: [],
    answer: { ok: false, reason, missing, message } satisfies AnswerTo<'issueCode'>,
  });
  if (isSuspended(state, clientId))
    return refuse('clientSuspended', `The mini program ${clientId} is suspended.`);
  const user = context.persona(persona);
  if (!user) return refuse('unknownUser', `The wallet has no user ${persona}.`);
  if (user.status === 'INACTIVE') return refuse('userInactive', "The user's account is not active.");
  if (scopes.length === 0) return refuse('noScope', 'No scope to authorize.');
  const missing = scopes.filter(
    (scope) => !command.silent.includes(scope) && !isGranted(state, persona, clientId, scope, context.now),
  );
  if (missing.length > 0)
    return refuse('notGranted', `The user has not agreed to ${missing.join(', ')}.`, missing);
  const authCode = newAuthCode(context.id, command.format, (code) => codeOf(state, code) !== undefined);
  const code: AuthCode = {
    code: authCode,
    persona,
    clientId,
    scopes,
    consented: scopes.filter((scope) => !command.silent.includes(scope)),
    ...(command.call === undefined ? {} : { call: command.call }),
    issuer: 'wallet',
    issuedAt: context.now,
    expiresAt: context.now + context.lives.code,
    status: 'live',
  };
  return {
    events: [{ type: 'code.issued', code }],
    answer: { ok: true, authCode, scopes, expiresAt: code.expiresAt },
  };
};

/**
 * Registers a code that a service made. A code that the wallet knows already stays what it is: its own, or one that
 * the service has given out before, which then is used or expired as any other.
 */
export const adoptCode: Decider<'adoptCode'> = (state, command, { now, lives }) => {
  if (codeOf(state, command.code)) return { events: [], answer: { adopted: false } };
  const code: AuthCode = {
    code: command.code,
    persona: command.persona,
    clientId: command.clientId,
    scopes: [...new Set(command.scopes)],
    ...(command.call === undefined ? {} : { call: command.call }),
    issuer: 'service',
    issuedAt: now,
    expiresAt: now + lives.code,
    status: 'live',
  };
  return { events: [{ type: 'code.issued', code }], answer: { adopted: true } };
};

/** The caller is gone before the code reached it. Anything but a live code stays what it is. */
export const voidCode: Decider<'voidCode'> = (state, command, { now }) => {
  const code = codeOf(state, command.code);
  if (!code || codeStatus(code, now) !== 'live') return { events: [], answer: { voided: false } };
  return { events: [{ type: 'code.changed', code: code.code, status: 'void' }], answer: { voided: true } };
};
