import { z } from 'zod/mini';
import type { ConsentEnding, ConsentRequest } from '../contract/consent.ts';
import { isSilent, scopeWords } from '../contract/dialects/translate.ts';
import { describeForPersona } from '../contract/scopes.ts';
import { BASE_SERVICE_ERROR_CODE, type SpiErrorCode } from '../contract/spi.ts';
import { stepInfo } from '../contract/steps.ts';
import type { Reply } from '../contract/trace.ts';
import type { HopContext } from './gate.ts';
import { idOf } from './ids.ts';
import type { FlowSession } from './oauth/flow-session.ts';
import { WalletRefusal } from './oauth/wallet-refusal.ts';
import { readEnding } from './read-answers.ts';
import type { RunContext } from './run-context.ts';
import type { ServiceTools } from './simulator-api.ts';
import type { IssueRefusal } from './wallet/commands.ts';

const {
  ERROR_CODE_APP_SERVICE_ERROR,
  ERROR_CODE_AUTH_PENDING_AGREEMENT,
  ERROR_CODE_SYSTEM_ERROR,
  ERROR_CODE_TIMEOUT,
  ERROR_CODE_UNKNOWN_ERROR,
} = BASE_SERVICE_ERROR_CODE;

/** Why the wallet issues no code, in the SPI's codes (the simulator's choice: document 000 does not say). */
const ISSUE_REFUSALS: Record<IssueRefusal, SpiErrorCode> = {
  notGranted: ERROR_CODE_AUTH_PENDING_AGREEMENT,
  noScope: ERROR_CODE_APP_SERVICE_ERROR,
  clientSuspended: ERROR_CODE_APP_SERVICE_ERROR,
  userInactive: ERROR_CODE_APP_SERVICE_ERROR,
  unknownUser: ERROR_CODE_SYSTEM_ERROR,
};

/** A wallet hop's answer: a value, or an error in the SPI's codes. */
type WalletReply<T> = T | { error: { code: string; errorMsg: string } };

/**
 * What the host gives to an OAuthService: its dialog, the wallet backend, its clock and ids. Each use is a hop of its
 * own, on behalf of the SPI call that the service is answering.
 */
export function serviceTools(
  run: Omit<RunContext, 'service'>,
  sessionOf: (sessionId: string) => FlowSession,
): ServiceTools {
  const { gate, device, wallet, persona, program, dialect, choice, clock } = run;
  const silent = (scope: string) => isSilent(dialect, scope, choice.silentPolicy);
  const granted = () => wallet.granted(persona.id, program.clientId);

  const present = async (request: ConsentRequest, hop: HopContext): Promise<ConsentEnding> => {
    const own = new Set(granted());
    try {
      return await device.present(
        run.id,
        {
          kind: 'consent',
          program: { name: request.name, logo: request.logo },
          user: {
            name: persona.profile.userName?.fullName ?? persona.profile.nickName ?? persona.title,
            avatar: persona.profile.avatar ?? '',
          },
          scopes: request.scopes.map((scope) => ({
            scope,
            label: scopeWords(dialect, scope),
            data: describeForPersona(scope, persona),
            required: dialect.scopes.find((line) => line.name === scope)?.required ?? false,
          })),
          granted: [...own].map((scope) => scopeWords(dialect, scope)),
          perScopeTicks: dialect.consent.perScopeTicks,
        },
        hop.signal,
      );
    } catch (error) {
      return { ending: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  };

  const walletHop = async <T extends object>(
    step: 'wallet.submitConsent' | 'wallet.issueCode',
    sessionId: string,
    request: object,
    perform: (hop: HopContext) => WalletReply<T>,
  ): Promise<T> => {
    const reply = await gate.ask(
      sessionOf(sessionId).caller,
      step,
      request,
      (_request, hop) => perform(hop),
      {
        limit: stepInfo(step).limit,
      },
    );
    return walletValue(reply, step);
  };

  return {
    async authorize(context, request) {
      const reply = await gate.ask(sessionOf(context.sessionId).caller, 'user.authorize', request, present, {
        limit: stepInfo('user.authorize').limit,
      });
      const ending = readEnding(reply);
      sessionOf(context.sessionId).ending = ending;
      return ending;
    },
    wallet: {
      missingConsent: (_context, scopes) => {
        const own = new Set(granted());
        return scopes.filter((scope) => !silent(scope) && !own.has(scope));
      },
      async submitConsent(context, requested, agreed) {
        await walletHop('wallet.submitConsent', context.sessionId, { requested, agreed }, (hop) => {
          wallet.apply(
            { type: 'submitConsent', persona: persona.id, clientId: program.clientId, requested, agreed },
            hop.hop,
          );
          return {};
        });
      },
      async issueCode(context, scopes) {
        const call = sessionOf(context.sessionId).caller.call ?? '';
        const { length, alphabet } = dialect.authCode;
        const { authCode } = await walletHop<{ authCode?: unknown }>(
          'wallet.issueCode',
          context.sessionId,
          { scopes },
          (hop) => {
            const answer = wallet.apply(
              {
                type: 'issueCode',
                persona: persona.id,
                clientId: program.clientId,
                scopes,
                silent: scopes.filter(silent),
                call,
                format: { length, alphabet },
              },
              hop.hop,
            );
            return answer.ok
              ? { authCode: answer.authCode }
              : { error: { code: ISSUE_REFUSALS[answer.reason], errorMsg: answer.message } };
          },
        );
        if (authCode === undefined || typeof authCode === 'string') return authCode ?? '';
        throw new WalletRefusal(ERROR_CODE_UNKNOWN_ERROR, 'wallet.issueCode: authCode is no text');
      },
      grantableScopes: () => dialect.scopes.map((scope) => scope.name),
    },
    clock: { now: () => clock.now(), wait: (ms) => clock.wait(ms) },
    id: (...parts) => idOf(run.seed, ...parts),
  };
}

const refusalSchema = z.object({ code: z.string(), errorMsg: z._default(z.string(), '') });

function walletValue<T extends object>(reply: Reply<WalletReply<T>>, step: string): T {
  if ('failure' in reply) {
    throw new WalletRefusal(
      reply.failure.kind === 'timeout' ? ERROR_CODE_TIMEOUT : ERROR_CODE_SYSTEM_ERROR,
      `${step}: ${reply.failure.message}`,
    );
  }
  const { value } = reply;
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new WalletRefusal(ERROR_CODE_UNKNOWN_ERROR, `${step}: the answer is no object`);
  if (!('error' in value)) return value;
  const error = refusalSchema.safeParse(value.error);
  if (!error.success) throw new WalletRefusal(ERROR_CODE_UNKNOWN_ERROR, `${step}: the error has no code`);
  throw new WalletRefusal(error.data.code, error.data.errorMsg);
}
