import { readScopes, toJsapi } from '../../contract/dialects/translate.ts';
import type { AuthOutcome } from '../../contract/outcome.ts';
import type { APIContext } from '../../contract/spi.ts';
import { idOf } from '../ids.ts';
import type { FlowSessions } from '../oauth/flow-session.ts';
import { authorize } from '../oauth/flow.ts';
import type { RunContext } from '../run-context.ts';
import type { JsapiContext, JsapiReply } from './context.ts';

/**
 * `my.getAuthCode` (documents 001, 002, 004): reads `scopes` as the dialect says, runs the flow of document 000, and
 * shows its outcome as the dialect shows it. `success` has `authCode` and scope fields, `fail` has `error` and
 * `errorMessage` (and `authErrorScopes`).
 */
export async function getAuthCode(
  args: unknown,
  context: JsapiContext,
  run: RunContext,
  document: { sessions: FlowSessions; firstScreen: boolean },
): Promise<JsapiReply> {
  const { dialect, program, persona } = context;
  const { failureShape } = run.choice;
  const shape = failureShape === undefined ? {} : { failureShape };
  const bad = (detail: string): JsapiReply =>
    withDetail(toJsapi(dialect, { kind: 'badArguments', detail, refused: {} }, shape), detail);
  if (args !== undefined && args !== null && (typeof args !== 'object' || Array.isArray(args)))
    return bad('expected one object with scopes, success, fail, complete');
  const read = readScopes(dialect, (args as { scopes?: unknown } | null | undefined)?.scopes);
  if ('problem' in read) return bad(read.problem);

  const call = context.caller.call ?? '';
  const apiContext: APIContext = {
    appId: program.clientId,
    appName: program.name,
    appLogo: program.logo,
    pageUrl: context.pageUrl,
    sessionId: idOf(run.seed, 'session', call).slice(0, 32),
  };
  const outcome: AuthOutcome = await authorize(read.scopes, {
    gate: run.gate,
    caller: context.caller,
    program,
    dialect,
    silentPolicy: run.choice.silentPolicy,
    service: run.service,
    apiContext,
    sessions: document.sessions,
    granted: () => run.wallet.granted(persona.id, program.clientId),
    firstScreen: () => document.firstScreen,
    adoptCode: (code, scopes) => run.wallet.adoptCode({ code, persona: persona.id, clientId: program.clientId, scopes, call }),
    notice: context.notice,
  });
  return toJsapi(dialect, outcome, shape);
}

/** The wallet's message stays the document's; what exactly was wrong follows it. */
function withDetail(reply: JsapiReply, detail: string): JsapiReply {
  if (!('fail' in reply) || typeof reply.fail.errorMessage !== 'string') return reply;
  return { fail: { ...reply.fail, errorMessage: `${reply.fail.errorMessage} (${detail})` } };
}
