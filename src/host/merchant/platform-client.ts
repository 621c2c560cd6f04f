import type { Json } from '../../contract/json.ts';
import { type OpenApiVersion, pathsOf } from '../../contract/openapi/index.ts';
import type { MerchantSession } from '../../contract/trace.ts';
import type { Done } from './respond.ts';

/**
 * Calls the platform: the step `openapi.*`. `body` goes out as JSON and comes back parsed. Rejects, with the reason
 * for a reader, when no answer came.
 */
export type CallOpenApi = (
  path: string,
  headers: Record<string, string>,
  body: { [key: string]: Json },
) => Promise<{ status: number; body: unknown }>;

/** What the merchant server says itself, where the platform has no code. */
export const MERCHANT_CODES = {
  NO_AUTH_CODE: 'The request holds no auth code.',
  NO_SESSION: 'Nobody has logged in yet: the merchant server keeps no token of this user.',
  NO_ANSWER: 'The platform did not answer.',
  BAD_ANSWER: 'The answer of the platform is not what its documents say.',
} as const;

/** A failure in the merchant's own words. */
export function merchantFailure(code: keyof typeof MERCHANT_CODES, detail = ''): Done & { ok: false } {
  return { ok: false, resultCode: code, resultMessage: `${MERCHANT_CODES[code]} ${detail}`.trim() };
}

type Renewed = { ok: true; session: MerchantSession } | (Done & { ok: false });

/** The merchant server's calls to the platform, as a real one makes them (document 001, arrow 8). */
export function platformClient(options: {
  version: OpenApiVersion;
  clientId: string;
  callOpenApi: CallOpenApi;
}) {
  const { version, clientId, callOpenApi } = options;
  const paths = pathsOf(version);
  const headers = { 'Client-Id': clientId, 'Content-Type': 'application/json; charset=UTF-8' };
  // A program's appId is its client id.
  const ids: { [key: string]: Json } = version === 'v2' ? { appId: clientId, authClientId: clientId } : {};

  /** The answer when its `resultStatus` is S, else what failed. */
  async function call(
    path: string,
    body: { [key: string]: Json },
  ): Promise<{ ok: true; answer: Record<string, unknown> } | (Done & { ok: false })> {
    let reply: { body: unknown };
    try {
      reply = await callOpenApi(path, headers, { ...ids, ...body });
    } catch (error) {
      return merchantFailure('NO_ANSWER', error instanceof Error ? error.message : String(error));
    }
    const answer = asObject(reply.body);
    const result = asObject(answer?.result);
    if (!answer || typeof result?.resultStatus !== 'string' || typeof result.resultCode !== 'string')
      return merchantFailure('BAD_ANSWER', 'It has no result.');
    if (result.resultStatus === 'S') return { ok: true, answer };
    const message = typeof result.resultMessage === 'string' ? result.resultMessage : '';
    return { ok: false, resultCode: result.resultCode, resultMessage: message };
  }

  async function applyToken(body: { [key: string]: Json }): Promise<Renewed> {
    const called = await call(paths.applyToken, body);
    if (!called.ok) return called;
    const { accessToken, refreshToken, customerId } = called.answer;
    if (typeof accessToken !== 'string' || typeof refreshToken !== 'string' || typeof customerId !== 'string')
      return merchantFailure('BAD_ANSWER', 'accessToken, refreshToken or customerId is missing.');
    return { ok: true, session: { accessToken, refreshToken, customerId } };
  }

  return {
    exchange: (authCode: string): Promise<Renewed> =>
      applyToken({ grantType: 'AUTHORIZATION_CODE', authCode }),
    renew: (refreshToken: string): Promise<Renewed> =>
      applyToken({ grantType: 'REFRESH_TOKEN', refreshToken }),
    async userInfo(accessToken: string): Promise<Done> {
      const called = await call(paths.inquiryUserInfo, { accessToken });
      if (!called.ok) return called;
      const user = asObject(called.answer.userInfo);
      return user ? { ok: true, user: user as Json } : merchantFailure('BAD_ANSWER', 'userInfo is missing.');
    },
    async cancel(accessToken: string): Promise<Done> {
      const called = await call(paths.cancelToken, { accessToken });
      return called.ok ? { ok: true } : called;
    },
  };
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
