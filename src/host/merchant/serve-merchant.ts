import type { NoticeCode } from '../../contract/notices.ts';
import type { OpenApiVersion } from '../../contract/openapi/index.ts';
import type { MerchantRoute, Program } from '../../contract/program.ts';
import type { MerchantSession } from '../../contract/trace.ts';
import { type CodeFinder, codeInRequest, fieldOf } from './find-code.ts';
import { type CallOpenApi, merchantFailure, platformClient } from './platform-client.ts';
import type { MerchantRequest } from './request.ts';
import { type Done, type MerchantResponse, plainResponse, routeResponse } from './respond.ts';
import { routeFor } from './routes.ts';

export interface MerchantContext {
  program: Pick<Program, 'clientId' | 'merchant'>;
  /** Whose session it is; the host keeps one per persona and program. */
  persona: string;
  /** Which version of the OpenAPI the server calls. */
  openapi: OpenApiVersion;
  /** The live auth code that a piece of text is or holds. */
  liveCode: CodeFinder;
  /** What the server kept of this user's last login. */
  kept: MerchantSession | undefined;
  keep(session: MerchantSession): void;
  callOpenApi: CallOpenApi;
  notice(code: NoticeCode, params: Record<string, string | number>): void;
}

export type MerchantReply = MerchantResponse | { networkError: 12; message: string };

/** Names under which programs send their code, for routes that log in with a code that is not live any more. */
const CODE_FIELDS = ['authCode', 'auth_code', 'code'];

/**
 * The simulated merchant server of a program: its routes first, in order; then the default merchant, which logs in
 * whoever brings a live code and says so with a notice; anything else is a network error 12 with a notice.
 * Tokens stay here: no answer holds one.
 */
export async function serveMerchant(
  request: MerchantRequest,
  context: MerchantContext,
): Promise<MerchantReply> {
  const route = routeFor(context.program.merchant.routes, request);
  if (route) {
    const done = await perform(route, request, context);
    return route.respond ? routeResponse(route.respond, done) : plainResponse(done);
  }
  const code = codeInRequest(request, context.liveCode);
  if (code !== undefined) {
    context.notice('defaultMerchant', { url: request.url });
    return plainResponse(await login(code, context));
  }
  context.notice('noRoute', { method: request.method, url: request.url });
  return {
    networkError: 12,
    message: `Network Error: no merchant server answers ${request.method} ${request.url}`,
  };
}

function perform(route: MerchantRoute, request: MerchantRequest, context: MerchantContext): Promise<Done> {
  switch (route.does) {
    case 'login': {
      const code = codeOf(route, request, context);
      return code === undefined ? Promise.resolve(merchantFailure('NO_AUTH_CODE')) : login(code, context);
    }
    case 'userInfo':
      return withSession(context, ({ accessToken }) => client(context).userInfo(accessToken));
    case 'refresh':
      return withSession(context, ({ refreshToken }) => renew(refreshToken, context));
    case 'revoke':
      return withSession(context, ({ accessToken }) => client(context).cancel(accessToken));
    case 'none':
      return Promise.resolve({ ok: true });
  }
}

/** The code of a request: in the route's field, else by its value, else in a field with a usual name. */
function codeOf(
  route: MerchantRoute,
  request: MerchantRequest,
  context: MerchantContext,
): string | undefined {
  if (route.codeField !== undefined) return fieldOf(request, route.codeField);
  const live = codeInRequest(request, context.liveCode);
  if (live !== undefined) return live;
  return CODE_FIELDS.map((name) => fieldOf(request, name)).find((value) => value !== undefined);
}

/** Code for tokens, tokens kept, user asked for. What fails first ends it; tokens that were got are kept. */
async function login(code: string, context: MerchantContext): Promise<Done> {
  const platform = client(context);
  const exchanged = await platform.exchange(code);
  if (!exchanged.ok) return exchanged;
  context.keep(exchanged.session);
  return platform.userInfo(exchanged.session.accessToken);
}

async function renew(refreshToken: string, context: MerchantContext): Promise<Done> {
  const renewed = await client(context).renew(refreshToken);
  if (!renewed.ok) return renewed;
  context.keep(renewed.session);
  return { ok: true };
}

function withSession(
  context: MerchantContext,
  work: (session: MerchantSession) => Promise<Done>,
): Promise<Done> {
  return context.kept ? work(context.kept) : Promise.resolve(merchantFailure('NO_SESSION'));
}

function client(context: MerchantContext) {
  return platformClient({
    version: context.openapi,
    clientId: context.program.clientId,
    callOpenApi: context.callOpenApi,
  });
}

export type { MerchantRequest } from './request.ts';
