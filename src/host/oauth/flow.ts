import type { Dialect } from '../../contract/dialects/schema.ts';
import { spiCodeToFailure } from '../../contract/dialects/translate.ts';
import type { NoticeCode } from '../../contract/notices.ts';
import type { AuthOutcome, FailureKind, RefusalReason } from '../../contract/outcome.ts';
import type { Program } from '../../contract/program.ts';
import type { APIContext, OAuthService } from '../../contract/spi.ts';
import { type StepName, stepInfo } from '../../contract/steps.ts';
import type { Caller, Reply } from '../../contract/trace.ts';
import type { Gate } from '../gate.ts';
import type { FlowSession, FlowSessions } from './flow-session.ts';
import { noRefusals, planScopes } from './plan.ts';
import {
  oauthResultSchema,
  pageConfirmResultSchema,
  readSpiReply,
  type ServiceResult,
  type SpiAnswer,
  scopeQueryResultSchema,
} from './spi-result.ts';

/** `spi.getAuthCode` runs at most this often for one call (simulator's choice: no document bounds it). */
export const MAX_CODE_CALLS = 2;

/** Endings that are the user's answer: what was asked for counts as refused. */
const BY_THE_USER: ReadonlySet<FailureKind> = new Set([
  'rejected',
  'dismissed',
  'backedOut',
  'backgrounded',
  'cancelled',
]);

/** What one `my.getAuthCode` needs of the run that it happens in. */
export interface FlowContext {
  gate: Gate;
  /** The caller of hops on behalf of the call. */
  caller: Caller;
  program: Program;
  dialect: Dialect;
  silentPolicy: string;
  service: OAuthService;
  apiContext: APIContext;
  sessions: FlowSessions;
  /** Scopes that this persona has granted to this program, now. */
  granted(): string[];
  /** True while the caller's document is the first one and nobody has touched it (002, FAQ 2). */
  firstScreen(): boolean;
  /** Registers a code that a service made itself; false when the wallet has it already. */
  adoptCode(code: string, scopes: string[]): void;
  notice(code: NoticeCode, params?: Record<string, string | number>): void;
}

/**
 * The whole of `my.getAuthCode` between JSAPI and SPI (documents 000 and 001): which scopes can be granted, a code at
 * once or after the user's consent, bounded. Answers in the engine's own words; a dialect translates.
 */
export async function authorize(requested: readonly string[], ctx: FlowContext): Promise<AuthOutcome> {
  const { program, dialect, service, apiContext } = ctx;
  const refused = noRefusals();
  const fail = (kind: FailureKind, detail: string, more: Partial<AuthOutcome> = {}): AuthOutcome =>
    ({ kind, detail, refused, ...more }) as AuthOutcome;
  const session = ctx.sessions.open(apiContext.sessionId, ctx.caller);
  try {
    const ask = spiCaller(ctx, session);

    const scopeAnswer = readSpiReply(
      await ask(
        'spi.getAuthorizedScopes',
        { clientId: program.clientId, extendedInfo: new Map(), apiContext },
        (r) => service.getAuthorizedScopes(r.clientId, r.extendedInfo, r.apiContext),
      ),
      scopeQueryResultSchema,
    );
    if (scopeAnswer.kind !== 'ok') {
      const failure = failureOf(scopeAnswer, 'spi.getAuthorizedScopes', ctx, session);
      // 2001 makes no sense as an answer to "which scopes are there?".
      return fail(failure.kind === 'pending' ? 'serviceError' : failure.kind, failure.detail);
    }
    const supported = scopeAnswer.result.authorizedScopes;
    if (!supported) {
      ctx.notice('serviceShape', {
        step: 'spi.getAuthorizedScopes',
        expected: 'authorizedScopes: string[]',
        received: 'nothing',
      });
      return fail('unknownError', 'getAuthorizedScopes answered without authorizedScopes');
    }

    const planned = () =>
      planScopes({
        dialect,
        silentPolicy: ctx.silentPolicy,
        requested,
        applied: program.scopes,
        supported,
        granted: ctx.granted(),
      });
    const plan = planned();
    Object.assign(refused, plan.refused);
    for (const [scope, reason] of Object.entries(plan.refused)) {
      if (reason === 'unknown') ctx.notice('unknownScope', { scope, dialect: dialect.id });
      if (reason === 'notApplied') ctx.notice('scopeNotApplied', { scope, program: program.id });
    }
    let asked = [...plan.silent, ...plan.granted, ...plan.missing];
    if (asked.length === 0)
      return Object.values(refused).every((reason) => reason === 'unknown')
        ? fail('noScope', 'the wallet knows no requested scope')
        : fail('noPermission', 'no requested scope may be granted to this program');

    for (let round = 1; round <= MAX_CODE_CALLS; round++) {
      const request = {
        clientId: program.clientId,
        scopes: asked,
        oauthFlowType: program.oauthFlowType,
        extendedInfo: new Map<string, string>(),
        apiContext,
      };
      const codeAnswer = readSpiReply(
        await ask('spi.getAuthCode', request, (r) =>
          service.getAuthCode(r.clientId, r.scopes, r.oauthFlowType, r.extendedInfo, r.apiContext),
        ),
        oauthResultSchema,
      );
      if (codeAnswer.kind === 'ok') return settled(codeAnswer.result, asked, refused, ctx);
      const failure = failureOf(codeAnswer, 'spi.getAuthCode', ctx, session);
      if (failure.kind !== 'pending' || round === MAX_CODE_CALLS) return fail(failure.kind, failure.detail);

      if (ctx.sessions.dialogOpen) return fail('pending', 'a consent dialog is open already');
      if (ctx.firstScreen()) {
        ctx.notice('firstScreen');
        if (program.firstScreen === 'refuse')
          return fail('firstScreen', 'consent may not be asked on the first screen');
      }
      const missing = planned().missing;
      ctx.sessions.dialogOpen = true;
      const page = readSpiReply(
        await ask(
          'spi.showAuthPage',
          {
            clientId: program.clientId,
            name: program.name,
            logo: program.logo,
            scopes: missing,
            apiContext,
            extendedInfo: new Map<string, string>(),
          },
          (r) => service.showAuthPage(r.clientId, r.name, r.logo, r.scopes, r.apiContext, r.extendedInfo),
        ),
        pageConfirmResultSchema,
      );
      ctx.sessions.dialogOpen = false;
      const refuseMissing = () => {
        for (const scope of missing) refused[scope] = 'refused';
      };
      if (page.kind !== 'ok') {
        const ended = failureOf(page, 'spi.showAuthPage', ctx, session);
        if (BY_THE_USER.has(ended.kind)) refuseMissing();
        return fail(ended.kind, ended.detail);
      }
      const { ending } = session;
      if (ending && ending.ending !== 'agree') {
        refuseMissing();
        return fail(endingFailure(ending.ending), `the user's answer was ${ending.ending}`);
      }
      // A service that asked through the host's dialog is held to what the user ticked; one that asked in its own
      // way answered for the user.
      if (ending) {
        const now = planned();
        for (const scope of now.missing) refused[scope] = 'refused';
        asked = [...now.silent, ...now.granted];
        if (asked.length === 0) return fail('rejected', 'the user agreed to nothing');
      }
    }
    return fail('pending', 'the authorization is still pending');
  } finally {
    ctx.sessions.close(apiContext.sessionId);
  }
}

function settled(
  result: ServiceResult,
  asked: string[],
  refused: Record<string, RefusalReason>,
  ctx: FlowContext,
): AuthOutcome {
  const serviceCodes = result.authErrorScopes;
  for (const scope of Object.keys(serviceCodes ?? {})) refused[scope] ??= 'service';
  const more = serviceCodes ? { serviceCodes } : {};
  if (!result.authCode) {
    ctx.notice('serviceNoCode', { step: 'spi.getAuthCode' });
    return { kind: 'emptyCode', detail: 'the service answered without an authCode', refused, ...more };
  }
  const granted = (result.authSuccessScopes ?? asked).filter((scope) => !(scope in (serviceCodes ?? {})));
  for (const scope of asked) if (!granted.includes(scope)) refused[scope] ??= 'service';
  ctx.adoptCode(result.authCode, granted);
  return { kind: 'granted', authCode: result.authCode, granted, refused, ...more };
}

/** Asks the service through the gate; the hop on whose behalf the service acts is remembered for its own hops. */
function spiCaller(ctx: FlowContext, session: FlowSession) {
  return <Req, Ans>(
    step: StepName,
    request: Req,
    perform: (request: Req) => Promise<Ans>,
  ): Promise<Reply<Ans>> =>
    ctx.gate.ask(
      ctx.caller,
      step,
      request,
      (edited: Req, hop) => {
        session.enter(hop);
        return perform(edited);
      },
      { limit: stepInfo(step).limit },
    );
}

/** A service's failure in the engine's words, with the notices that its developer needs. */
function failureOf(
  answer: Exclude<SpiAnswer<unknown>, { kind: 'ok' }>,
  step: StepName,
  ctx: FlowContext,
  session: FlowSession,
): { kind: FailureKind; detail: string } {
  switch (answer.kind) {
    case 'timeout':
      return { kind: 'timeout', detail: `${step} did not answer in time` };
    case 'threw':
      ctx.notice('serviceThrew', { step, message: answer.message.slice(0, 500) });
      return { kind: 'serviceError', detail: `${step} threw: ${answer.message}` };
    case 'shape':
      ctx.notice('serviceShape', { step, expected: answer.expected, received: answer.received });
      return {
        kind: 'unknownError',
        detail: `${step}: expected ${answer.expected}, received ${answer.received}`,
      };
    case 'reactNative':
      ctx.notice('reactNativePage', { step, module: answer.module });
      return { kind: 'unknownError', detail: `${step} wants a React Native page (${answer.module})` };
    case 'error': {
      if (answer.codeWas !== 'string')
        ctx.notice('serviceNumberCode', { step, code: answer.codeWas === 'missing' ? 'none' : answer.code });
      const kind = spiCodeToFailure(answer.code);
      const detail = `${step} answered ${answer.code}${answer.message ? `: ${answer.message}` : ''}`;
      if (
        kind === 'cancelled' &&
        step === 'spi.showAuthPage' &&
        session.ending &&
        session.ending.ending !== 'agree'
      )
        return { kind: endingFailure(session.ending.ending), detail };
      return { kind, detail };
    }
  }
}

function endingFailure(ending: Exclude<NonNullable<FlowSession['ending']>['ending'], 'agree'>): FailureKind {
  switch (ending) {
    case 'reject':
      return 'rejected';
    case 'timeout':
      return 'timeout';
    case 'failed':
      return 'systemError';
    case 'close':
      return 'dismissed';
    case 'escape':
      return 'backedOut';
    case 'background':
      return 'backgrounded';
  }
}
