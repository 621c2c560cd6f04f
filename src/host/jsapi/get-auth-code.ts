import { readScopes, toJsapi } from '../../contract/dialects/translate.ts';
import { getAuthorizeArgs, OPEN_RESULTS, servesSetting } from '../../contract/jsapi/open.ts';
import type { AuthOutcome } from '../../contract/outcome.ts';
import type { APIContext } from '../../contract/spi.ts';
import { idOf } from '../ids.ts';
import { authorize } from '../oauth/flow.ts';
import type { FlowSessions } from '../oauth/flow-session.ts';
import type { RunContext } from '../run-context.ts';
import { failure, refuse } from './checked.ts';
import type { JsapiContext, JsapiReply } from './context.ts';

/** What an authorization needs of the document that asks. */
type Asking = { sessions: FlowSessions; firstScreen: boolean };

/** Runs the flow of document 000 and keeps its outcome in the trace. */
async function outcomeOf(
  scopes: string[],
  context: JsapiContext,
  run: RunContext,
  document: Asking,
): Promise<AuthOutcome> {
  const { dialect, program, persona } = context;
  const call = context.caller.call ?? '';
  const apiContext: APIContext = {
    appId: program.clientId,
    appName: program.name,
    appLogo: program.logo,
    pageUrl: context.page,
    sessionId: idOf(run.seed, 'session', call).slice(0, 32),
  };
  return authorize(scopes, {
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
    adoptCode: (code, granted) =>
      run.wallet.adoptCode({ code, persona: persona.id, clientId: program.clientId, scopes: granted, call }),
    notice: context.notice,
  });
}

/** Records an outcome and shows it as the dialect does. */
function shown(outcome: AuthOutcome, { dialect, caller }: JsapiContext, run: RunContext): JsapiReply {
  const { failureShape } = run.choice;
  run.trace.append({
    type: 'hop.outcome',
    hop: caller.call ?? '',
    outcome: run.trace.payloads.put(outcome),
  });
  return toJsapi(dialect, outcome, failureShape === undefined ? {} : { failureShape });
}

/**
 * `my.getAuthCode` (documents 001, 002, 004): reads `scopes` as the dialect says, runs the flow of document 000, and
 * shows its outcome as the dialect shows it. `success` has `authCode` and scope fields, `fail` has `error` and
 * `errorMessage` (and `authErrorScopes`).
 */
export async function getAuthCode(
  args: unknown,
  context: JsapiContext,
  run: RunContext,
  document: Asking,
): Promise<JsapiReply> {
  const bad = (problem: string): JsapiReply => {
    context.notice('badArguments', { api: 'my.getAuthCode', problem });
    return shown({ kind: 'badArguments', detail: problem, refused: {} }, context, run);
  };
  if (args !== undefined && args !== null && (typeof args !== 'object' || Array.isArray(args)))
    return bad('expected one object with scopes, success, fail, complete');
  const read = readScopes(context.dialect, (args as { scopes?: unknown } | null | undefined)?.scopes);
  if ('problem' in read) return bad(read.problem);
  return shown(await outcomeOf(read.scopes, context, run, document), context, run);
}

/**
 * What a tap on `<button open-type="getAuthorize" scope="userInfo">` asks of the super app (the platform's page on the
 * button): the user's agreement to a scope behind that data, by the same flow. Success says nothing; the data is
 * then answered by `my.getOpenUserInfo` or `my.getPhoneNumber`. Failures are those of `my.getAuthCode`.
 */
export function getAuthorize(
  args: unknown,
  context: JsapiContext,
  run: RunContext,
  document: Asking,
): Promise<JsapiReply> | JsapiReply {
  const parsed = getAuthorizeArgs.safeParse(args ?? {});
  if (!parsed.success) return refuse(parsed.error.issues, args);
  const { dialect, program } = context;
  const scopes = dialect.scopes
    .map(({ name }) => name)
    .filter((name) => servesSetting(parsed.data.scope, name) && (program.scopes?.includes(name) ?? true));
  const granted = context.granted().find((name) => scopes.includes(name));
  const scope = granted ?? (scopes.includes('auth_user') ? 'auth_user' : scopes[0]);
  if (scope === undefined) return failure(Number(OPEN_RESULTS.notApplied.code), OPEN_RESULTS.notApplied.msg);
  return outcomeOf([scope], context, run, document).then((outcome) => {
    const reply = shown(outcome, context, run);
    return 'success' in reply ? { success: {} } : reply;
  });
}
