import { readScopes, toJsapi } from '../../contract/dialects/translate.ts';
import type { AuthOutcome } from '../../contract/outcome.ts';
import type { APIContext } from '../../contract/spi.ts';
import { idOf } from '../ids.ts';
import { authorize } from '../oauth/flow.ts';
import type { FlowSessions } from '../oauth/flow-session.ts';
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
  const call = context.caller.call ?? '';
  const shape = failureShape === undefined ? {} : { failureShape };
  const end = (outcome: AuthOutcome): JsapiReply => {
    run.trace.append({ type: 'hop.outcome', hop: call, outcome: run.trace.payloads.put(outcome) });
    return toJsapi(dialect, outcome, shape);
  };
  const bad = (problem: string): JsapiReply => {
    context.notice('badArguments', { api: 'my.getAuthCode', problem });
    return end({ kind: 'badArguments', detail: problem, refused: {} });
  };
  if (args !== undefined && args !== null && (typeof args !== 'object' || Array.isArray(args)))
    return bad('expected one object with scopes, success, fail, complete');
  const read = readScopes(dialect, (args as { scopes?: unknown } | null | undefined)?.scopes);
  if ('problem' in read) return bad(read.problem);

  const apiContext: APIContext = {
    appId: program.clientId,
    appName: program.name,
    appLogo: program.logo,
    pageUrl: context.page,
    sessionId: idOf(run.seed, 'session', call).slice(0, 32),
  };
  const outcome = await authorize(read.scopes, {
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
    adoptCode: (code, scopes) =>
      run.wallet.adoptCode({ code, persona: persona.id, clientId: program.clientId, scopes, call }),
    notice: context.notice,
  });
  return end(outcome);
}
