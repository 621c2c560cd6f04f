import { describe, expect, it } from 'vitest';
import type { OpenApiVersion } from '../../contract/openapi/index.ts';
import type { Persona } from '../../contract/persona.ts';
import { type MerchantRoute, merchantRouteSchema } from '../../contract/program.ts';
import type { MerchantSession } from '../../contract/trace.ts';
import { handleOpenApi } from '../openapi/handle.ts';
import { TestWallet } from '../wallet/test-wallet.ts';
import { liveCodeFinder } from './find-code.ts';
import { leaksToken } from './leaks-token.ts';
import type { CallOpenApi } from './platform-client.ts';
import { type MerchantRequest, serveMerchant } from './serve-merchant.ts';

const alex: Persona = {
  id: 'alex',
  title: '',
  description: '',
  status: 'ACTIVE',
  profile: { userId: '216610', nickName: 'Lex', avatar: 'a.png' },
  grants: {},
};
const USER = { userId: '216610', status: 'ACTIVE', nickName: 'Lex', avatar: 'a.png' };

/** A program's server before a real platform over a test wallet. `platform` may answer in its place. */
function shop(options: { routes?: unknown[]; version?: OpenApiVersion; platform?: CallOpenApi } = {}) {
  const wallet = new TestWallet({ persona: () => ({ userId: '216610', status: 'ACTIVE' }) });
  const routes: MerchantRoute[] = (options.routes ?? []).map((route) => merchantRouteSchema.parse(route));
  const calls: { path: string; headers: Record<string, string>; body: object }[] = [];
  const notices: [string, object][] = [];
  const sessions: MerchantSession[] = [];
  const platform: CallOpenApi = async (path, headers, body) => {
    const answer = handleOpenApi(
      { method: 'POST', path, headers, body: JSON.stringify(body) },
      {
        ...wallet.context,
        id: (kind, n = 0) => `${calls.length} ${kind} ${n}`,
        state: wallet.state,
        knownClients: ['shop'],
        persona: () => alex,
      },
    );
    wallet.record(answer.events);
    return { status: answer.status, body: JSON.parse(answer.body) };
  };
  const send = async (change: Partial<MerchantRequest>) => {
    const reply = await serveMerchant(
      { method: 'POST', url: 'https://shop.example/login', headers: {}, body: '', ...change },
      {
        program: { clientId: 'shop', merchant: { name: 'Shop', routes } },
        persona: 'alex',
        openapi: options.version ?? 'v1',
        liveCode: liveCodeFinder(wallet.state, wallet.context.now),
        kept: sessions.at(-1),
        keep: (session) => sessions.push(session),
        callOpenApi: (path, headers, body) => {
          calls.push({ path, headers, body });
          return (options.platform ?? platform)(path, headers, body);
        },
        notice: (code, params) => notices.push([code, params]),
      },
    );
    const json = 'body' in reply ? (JSON.parse(reply.body) as Record<string, unknown>) : undefined;
    if ('body' in reply) expect(leaksToken(reply.body, wallet.state)).toBeUndefined();
    return { reply, json };
  };
  const code = (scopes = ['auth_user']) => wallet.code(scopes);
  return { wallet, send, code, calls, notices, sessions };
}

describe('the default merchant', () => {
  it.each(['v1', 'v2'] as const)(
    'logs in whoever brings a live code, as a real server does with %s',
    async (version) => {
      const { send, code, calls, notices, sessions } = shop({ version });
      const { reply, json } = await send({ body: JSON.stringify({ authCode: code() }) });
      expect(reply).toMatchObject({
        status: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
      });
      expect(json).toEqual({ ok: true, user: USER });
      expect(calls.map((call) => call.path)).toEqual([
        `/${version}/authorizations/applyToken`,
        `/${version}/users/inquiryUserInfo`,
      ]);
      expect(calls[0]?.headers).toEqual({
        'Client-Id': 'shop',
        'Content-Type': 'application/json; charset=UTF-8',
      });
      const ids = version === 'v2' ? { appId: 'shop', authClientId: 'shop' } : {};
      expect(calls[0]?.body).toMatchObject({ ...ids, grantType: 'AUTHORIZATION_CODE' });
      expect(calls[1]?.body).toEqual({ ...ids, accessToken: sessions[0]?.accessToken });
      expect(sessions).toHaveLength(1);
      expect(sessions[0]?.customerId).toBe('216610');
      expect(notices).toEqual([['defaultMerchant', { url: 'https://shop.example/login' }]]);
    },
  );

  it('takes the code from the query too', async () => {
    const { send, code } = shop();
    expect((await send({ method: 'GET', url: `/login?code=${code()}` })).json).toMatchObject({ ok: true });
  });

  it('answers what failed, in the code of the platform', async () => {
    const { wallet, send, code, sessions } = shop();
    const body = code();
    wallet.do({ type: 'suspendClient', clientId: 'shop', suspended: true });
    expect((await send({ body })).json).toEqual({
      ok: false,
      resultCode: 'INVALID_AUTH_CLIENT_STATUS',
      resultMessage: 'The status of the auth client is invalid. The mini program is suspended.',
    });
    expect(sessions).toEqual([]);
  });

  it('keeps the tokens when only the question for the user fails', async () => {
    const { send, code, sessions } = shop();
    expect((await send({ body: code(['AGREEMENT_PAY']) })).json).toMatchObject({
      ok: false,
      resultCode: 'ACCESS_DENIED',
    });
    expect(sessions).toHaveLength(1);
  });

  it('is not there for a request without a live code: network error 12, and a notice that says what to add', async () => {
    const { send, code, calls, notices } = shop();
    const spent = code();
    await send({ body: spent });
    notices.length = 0;
    calls.length = 0;
    for (const body of ['', '{"code":"1234567890123"}', spent])
      expect((await send({ method: 'PUT', body })).reply).toEqual({
        networkError: 12,
        message: 'Network Error: no merchant server answers PUT https://shop.example/login',
      });
    expect(notices).toEqual(
      Array.from({ length: 3 }, () => ['noRoute', { method: 'PUT', url: 'https://shop.example/login' }]),
    );
    expect(calls).toEqual([]);
  });
});

describe("a program's routes", () => {
  const login = { url: '/login', does: 'login' };

  it('come before the default merchant, without its notice', async () => {
    const { send, code, notices } = shop({
      routes: [{ ...login, respond: { status: 201, body: { hello: '{{user.nickName}}' } } }],
    });
    const { reply, json } = await send({ body: code() });
    expect(reply).toMatchObject({ status: 201 });
    expect(json).toEqual({ hello: 'Lex' });
    expect(notices).toEqual([]);
  });

  it('log in, ask for the user, refresh and revoke with the tokens that were kept', async () => {
    const { send, code, sessions, wallet } = shop({
      routes: [
        login,
        { url: '/me', method: 'GET', does: 'userInfo' },
        { url: '/refresh', does: 'refresh' },
        { url: '/logout', does: 'revoke' },
      ],
    });
    const me = () => send({ method: 'GET', url: '/me' });
    expect((await send({ body: code() })).json).toEqual({ ok: true, user: USER });
    expect((await me()).json).toEqual({ ok: true, user: USER });
    wallet.wait(3_600_000);
    expect((await me()).json).toMatchObject({ ok: false, resultCode: 'EXPIRED_ACCESS_TOKEN' });
    expect((await send({ url: '/refresh' })).json).toEqual({ ok: true });
    expect(sessions).toHaveLength(2);
    expect((await me()).json).toEqual({ ok: true, user: USER });
    expect((await send({ url: '/logout' })).json).toEqual({ ok: true });
    expect((await me()).json).toMatchObject({ ok: false, resultCode: 'INVALID_ACCESS_TOKEN' });
    expect((await send({ url: '/logout' })).json).toMatchObject({
      ok: false,
      resultCode: 'INVALID_ACCESS_TOKEN',
    });
    expect((await send({ url: '/refresh' })).json).toMatchObject({
      ok: false,
      resultCode: 'INVALID_REFRESH_TOKEN',
    });
  });

  it.each(['userInfo', 'refresh', 'revoke'])(
    'say that nobody has logged in yet when they are to do %s',
    async (does) => {
      const { send, calls } = shop({ routes: [{ url: '/x', does }] });
      expect((await send({ url: '/x' })).json).toEqual({
        ok: false,
        resultCode: 'NO_SESSION',
        resultMessage: 'Nobody has logged in yet: the merchant server keeps no token of this user.',
      });
      expect(calls).toEqual([]);
    },
  );

  it('answer without the platform when they do nothing', async () => {
    const { send, calls } = shop({
      routes: [
        { url: '/items', method: 'GET', respond: { body: [1, 2] } },
        { url: '/ping', method: '*' },
      ],
    });
    expect((await send({ method: 'GET', url: '/items' })).json).toEqual([1, 2]);
    expect((await send({ method: 'DELETE', url: '/ping' })).json).toEqual({ ok: true });
    expect(calls).toEqual([]);
  });

  it('take the code from the field that they name, and from no other', async () => {
    const { send, code, calls } = shop({ routes: [{ ...login, codeField: 'data.ticket' }] });
    const live = code();
    expect((await send({ body: JSON.stringify({ authCode: live }) })).json).toMatchObject({
      resultCode: 'NO_AUTH_CODE',
    });
    expect(calls).toEqual([]);
    expect((await send({ body: JSON.stringify({ data: { ticket: live } }) })).json).toMatchObject({
      ok: true,
    });
  });

  it('exchange a code that is not live when it comes in a field with a usual name: the platform says why not', async () => {
    const { send, code } = shop({ routes: [login] });
    const body = code();
    await send({ body: JSON.stringify({ authCode: body }) });
    for (const name of ['authCode', 'auth_code', 'code'])
      expect((await send({ body: JSON.stringify({ [name]: body }) })).json).toMatchObject({
        resultCode: 'USED_CODE',
      });
    expect((await send({ body: JSON.stringify({ other: body }) })).json).toMatchObject({
      resultCode: 'NO_AUTH_CODE',
    });
  });
});

describe('a platform that misbehaves', () => {
  const result = { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: 'Success' };
  const tokens = { accessToken: 'A', refreshToken: 'R', customerId: '1' };
  const answers = (...bodies: unknown[]): CallOpenApi => {
    const left = [...bodies];
    return async () => ({ status: 200, body: left.shift() });
  };

  it.each([
    ['nothing', undefined, 'It has no result.'],
    ['a text', 'oops', 'It has no result.'],
    ['an array', [], 'It has no result.'],
    ['no status', { result: { resultCode: 'SUCCESS' } }, 'It has no result.'],
    ['success without tokens', { result }, 'accessToken, refreshToken or customerId is missing.'],
    [
      'a number for a token',
      { result, ...tokens, accessToken: 1 },
      'accessToken, refreshToken or customerId is missing.',
    ],
  ])('with %s: the login fails and says so', async (_title, body, detail) => {
    const { send, code, sessions } = shop({ platform: answers(body) });
    expect((await send({ body: code() })).json).toEqual({
      ok: false,
      resultCode: 'BAD_ANSWER',
      resultMessage: `The answer of the platform is not what its documents say. ${detail}`,
    });
    expect(sessions).toEqual([]);
  });

  it('with no user: the login fails and says so', async () => {
    const { send, code } = shop({ platform: answers({ result, ...tokens }, { result }) });
    expect((await send({ body: code() })).json).toMatchObject({
      ok: false,
      resultCode: 'BAD_ANSWER',
      resultMessage: expect.stringMatching(/userInfo is missing\.$/),
    });
  });

  it('with an unknown outcome: the code of the platform, message or not', async () => {
    const unknown = { result: { resultCode: 'UNKNOWN_EXCEPTION', resultStatus: 'U' } };
    const { send, code } = shop({ platform: answers(unknown) });
    expect((await send({ body: code() })).json).toEqual({
      ok: false,
      resultCode: 'UNKNOWN_EXCEPTION',
      resultMessage: '',
    });
  });

  it.each([
    [new Error('timed out after 10000 ms'), 'timed out after 10000 ms'],
    ['dropped', 'dropped'],
  ])('that does not answer (%s): the login fails and says so', async (reason, detail) => {
    const { send, code } = shop({ platform: () => Promise.reject(reason) });
    expect((await send({ body: code() })).json).toEqual({
      ok: false,
      resultCode: 'NO_ANSWER',
      resultMessage: `The platform did not answer. ${detail}`,
    });
  });
});
