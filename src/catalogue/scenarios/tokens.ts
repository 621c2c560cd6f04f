import type { JsonObject } from '../../contract/json.ts';
import type { OpenApiVersion, OperationName } from '../../contract/openapi/index.ts';
import type { PlayItem, Scenario } from '../../contract/scenario.ts';
import type { Ground } from './ground.ts';
import { answer, ask, type CatalogueScenario, type ExpectedAnswer, login, seen, tap } from './make.ts';
import { bodyOf } from './openapi.ts';

interface Case {
  id: string;
  title: string;
  when: string;
  play: PlayItem[];
  operation: OperationName;
  code: string;
  /** Further answers that are expected. */
  more?: ExpectedAnswer[];
  change?: Partial<Scenario>;
}

/** What can go wrong with a code or a token: expired, used, revoked, of another client. Each by its natural cause. */
export function tokenScenarios(ground: Ground): CatalogueScenario[] {
  return (['v1', 'v2'] as const).flatMap((version) =>
    casesOf(ground, version).map(({ id, title, when, play, operation, code, more = [], change = {} }) => ({
      name: `token/${version}/${id}`,
      title,
      when,
      source: 'platform',
      step: `openapi.${operation}`,
      dialect: ground.dialect.id,
      play,
      expect: { answers: [answer(`openapi.${operation}`, code), ...more] },
      ...change,
    })),
  );
}

function casesOf(ground: Ground, version: OpenApiVersion): Case[] {
  const { dialect, ask: scope, dataless } = ground;
  const code: PlayItem[] = [tap, ask(dialect, [scope]), { user: 'agree' }];
  const tokens: PlayItem[] = [...code, { merchant: 'login' }];
  const call = (openapi: OperationName, more: JsonObject = {}, rest: object = {}): PlayItem => ({
    openapi,
    version,
    body: bodyOf(openapi, version, more),
    ...rest,
  });
  const ofAnother = { client: '{{otherClientId}}' };
  const asAnother = version === 'v2' ? { appId: '{{otherClientId}}', authClientId: '{{otherClientId}}' } : {};
  const unknown = version === 'v2' ? { appId: 'nobody', authClientId: 'nobody' } : {};
  const refresh = (more: JsonObject = {}, rest: object = {}): PlayItem => ({
    openapi: 'applyToken',
    version,
    body: {
      ...bodyOf('cancelToken', version),
      grantType: 'REFRESH_TOKEN',
      refreshToken: '{{merchant.refreshToken}}',
      ...more,
    },
    ...rest,
  });
  const inquire = call('inquiryUserInfo');
  const applied = { operation: 'applyToken' } as const;
  const inquired = { operation: 'inquiryUserInfo' } as const;
  const withdraw: PlayItem = { grant: { [scope]: false } };
  return [
    {
      ...applied,
      id: 'code-exchanged',
      title: 'The code is exchanged',
      when: 'The merchant server exchanges the code at once.',
      play: [...code, call('applyToken')],
      code: 'SUCCESS',
    },
    {
      ...applied,
      id: 'code-expired',
      title: 'The code has expired',
      when: 'The code waited in a queue of the merchant server for longer than it lives.',
      play: [...code, { wait: '10m' }, call('applyToken')],
      code: 'EXPIRED_CODE',
    },
    {
      ...applied,
      id: 'code-about-to-expire',
      title: 'The code is exchanged at the last moment',
      when: 'A slow server exchanges the code just before it expires.',
      play: [...code, { wait: 599_999 }, call('applyToken')],
      code: 'SUCCESS',
    },
    {
      ...applied,
      id: 'code-used',
      title: 'The code has been used',
      when: 'The server sends the same code twice, after a retry or a double click; the tokens of the first exchange die.',
      play: [...tokens, call('applyToken'), inquire],
      code: 'USED_CODE',
      more: [answer('openapi.inquiryUserInfo', 'INVALID_ACCESS_TOKEN')],
    },
    {
      ...applied,
      id: 'code-used-not-hardened',
      title: 'The code has been used, and its tokens live on',
      when: 'A wallet that refuses the second exchange and leaves the tokens of the first alone.',
      play: [...tokens, call('applyToken'), inquire],
      code: 'USED_CODE',
      more: [answer('openapi.inquiryUserInfo', 'SUCCESS')],
      change: { policies: { reuseEndsFamily: false } },
    },
    {
      ...applied,
      id: 'code-wrong-client',
      title: 'The code belongs to another mini program',
      when: 'The server mixes up the client ids of two programs; the exchange burns the code for its owner, too.',
      play: [...code, call('applyToken', asAnother, ofAnother), call('applyToken')],
      code: 'USED_CODE',
      more: [answer('openapi.applyToken', 'INVALID_CODE', 1)],
    },
    {
      ...applied,
      id: 'code-invalid',
      title: 'The platform does not know the code',
      when: 'The code was cut off or made up on its way to the server.',
      play: [...code, call('applyToken', { authCode: '0000000000000' })],
      code: 'INVALID_CODE',
    },
    {
      ...applied,
      id: 'code-withdrawn',
      title: 'The user withdraws the agreement before the exchange',
      when: "The user opens the wallet's settings at once; the code that was issued is void.",
      play: [...code, withdraw, call('applyToken')],
      code: 'INVALID_CODE',
    },
    {
      ...applied,
      id: 'reference-client',
      title: 'The reference client does not match',
      when: 'A server that works for several programs names the wrong one.',
      play: [...code, call('applyToken', { referenceClientId: '{{otherClientId}}' })],
      code: 'REFERENCE_CLIENT_ID_NOT_MATCH',
    },
    {
      ...applied,
      id: 'grant-type',
      title: 'The grant type is none',
      when: 'The server writes the grant type in small letters, as OAuth elsewhere has it.',
      play: [...code, call('applyToken', { grantType: 'authorization_code' })],
      code: 'AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE',
    },
    {
      ...applied,
      id: 'no-code',
      title: 'The code is missing',
      when: 'The server reads the wrong field of its request and sends no code.',
      play: [...code, call('applyToken', { authCode: null })],
      code: 'PARAM_ILLEGAL',
    },
    {
      ...applied,
      id: 'get-method',
      title: 'The call is a GET',
      when: 'The server calls the right address in the wrong way.',
      play: [...code, call('applyToken', {}, { method: 'GET' })],
      code: 'INVALID_API',
    },
    {
      ...applied,
      id: 'unknown-client',
      title: 'The platform does not know the client',
      when: 'The client id of the test system is used in production.',
      play: [...code, call('applyToken', unknown, { client: 'nobody' })],
      code: 'INVALID_AUTH_CLIENT',
    },
    {
      ...applied,
      id: 'refresh',
      title: 'The tokens are renewed',
      when: 'The server renews its tokens before the access token runs out.',
      play: [...tokens, refresh()],
      code: 'SUCCESS',
    },
    {
      ...applied,
      id: 'refresh-expired',
      title: 'The refresh token has expired',
      when: 'The user comes back after months.',
      play: [...tokens, { wait: '30d' }, refresh()],
      code: 'EXPIRED_REFRESH_TOKEN',
    },
    {
      ...applied,
      id: 'refresh-used',
      title: 'The refresh token has been used',
      when: 'Two servers renew the same tokens; the second one is refused, and the family ends.',
      play: [...tokens, refresh(), refresh(), inquire],
      code: 'USED_REFRESH_TOKEN',
      more: [answer('openapi.inquiryUserInfo', 'INVALID_ACCESS_TOKEN')],
    },
    {
      ...applied,
      id: 'refresh-revoked',
      title: 'The refresh token was revoked with its access token',
      when: 'One server gives the token back, another one wants to renew it.',
      play: [...tokens, call('cancelToken'), refresh()],
      code: 'INVALID_REFRESH_TOKEN',
    },
    {
      ...applied,
      id: 'refresh-wrong-client',
      title: 'The refresh token belongs to another mini program',
      when: 'The server mixes up the tokens of two programs.',
      play: [...tokens, refresh(asAnother, ofAnother)],
      code: 'INVALID_REFRESH_TOKEN',
    },
    {
      ...applied,
      id: 'refresh-with-access-token',
      title: 'The access token is sent in the place of the refresh token',
      when: 'The server mixes up its two tokens.',
      play: [...tokens, refresh({ refreshToken: '{{merchant.accessToken}}' })],
      code: 'INVALID_REFRESH_TOKEN',
    },
    {
      ...inquired,
      id: 'access-expired',
      title: 'The access token has expired',
      when: 'The server asks for the user an hour later without renewing its token.',
      play: [...tokens, { wait: '1h' }, inquire],
      code: 'EXPIRED_ACCESS_TOKEN',
    },
    {
      ...inquired,
      id: 'access-revoked',
      title: 'The access token was revoked',
      when: 'The server gave the token back and uses it all the same.',
      play: [...tokens, call('cancelToken'), inquire],
      code: 'INVALID_ACCESS_TOKEN',
    },
    {
      ...inquired,
      id: 'access-invalid',
      title: 'The platform does not know the access token',
      when: 'The token was cut off in a column of a database that is too short.',
      play: [...tokens, call('inquiryUserInfo', { accessToken: 'cut-off' })],
      code: 'INVALID_ACCESS_TOKEN',
    },
    {
      ...inquired,
      id: 'access-wrong-client',
      title: 'The access token belongs to another mini program',
      when: 'The server mixes up the tokens of two programs.',
      play: [...tokens, call('inquiryUserInfo', asAnother, ofAnother)],
      code: 'INVALID_ACCESS_TOKEN',
    },
    {
      ...inquired,
      id: 'access-withdrawn',
      title: "The user withdraws the agreement in the wallet's settings",
      when: 'The user takes the agreement back while the merchant holds a token: no token outlives its grant.',
      play: [...tokens, withdraw, inquire],
      code: 'INVALID_ACCESS_TOKEN',
    },
    {
      ...inquired,
      id: 'access-forgotten',
      title: 'The user removes the program from the wallet',
      when: 'The user forgets the program as a whole: every agreement and token goes.',
      play: [...tokens, { grant: null }, inquire],
      code: 'INVALID_ACCESS_TOKEN',
    },
    {
      ...inquired,
      id: 'unknown-client-inquires',
      title: 'A client asks that the platform does not know',
      when: 'The client id of the test system is used in production.',
      play: [...tokens, call('inquiryUserInfo', unknown, { client: 'nobody' })],
      code: 'INVALID_AUTH_CLIENT',
    },
    {
      ...inquired,
      id: 'no-token',
      title: 'The access token is missing',
      when: 'The server has lost its session and sends null.',
      play: [...tokens, call('inquiryUserInfo', { accessToken: null })],
      code: 'PARAM_ILLEGAL',
    },
    ...(dataless === undefined
      ? []
      : [
          {
            ...inquired,
            id: 'no-data-in-scope',
            title: 'The scopes of the token give no data',
            when: `The user agreed to ${dataless}, which allows a call and tells nothing of the user.`,
            play: [tap, ask(dialect, [dataless]), { user: 'agree' } as const, { merchant: 'login' } as const],
            code: 'ACCESS_DENIED',
          },
        ]),
    {
      operation: 'cancelToken',
      id: 'cancel',
      title: 'The token is given back',
      when: 'The user signs out at the merchant.',
      play: [...tokens, call('cancelToken')],
      code: 'SUCCESS',
    },
    {
      operation: 'cancelToken',
      id: 'cancel-twice',
      title: 'The token is given back twice',
      when: 'Two servers sign the user out.',
      play: [...tokens, call('cancelToken'), call('cancelToken')],
      code: 'INVALID_ACCESS_TOKEN',
    },
    {
      operation: 'cancelToken',
      id: 'cancel-expired',
      title: 'A token is given back that has expired',
      when: 'The user signs out the next day.',
      play: [...tokens, { wait: '1d' }, call('cancelToken')],
      code: 'EXPIRED_ACCESS_TOKEN',
    },
    {
      operation: 'cancelToken',
      id: 'cancel-wrong-client',
      title: 'A token of another mini program is given back',
      when: 'The server mixes up the tokens of two programs; the token lives on.',
      play: [...tokens, call('cancelToken', asAnother, ofAnother), inquire],
      code: 'INVALID_ACCESS_TOKEN',
      more: [answer('openapi.inquiryUserInfo', 'SUCCESS')],
    },
    {
      operation: 'cancelToken',
      id: 'cancel-drops-consent',
      title: 'Giving the token back drops the agreement',
      when: 'A wallet that asks again after the merchant has revoked the token.',
      play: [...tokens, call('cancelToken'), ask(dialect, [scope]), { user: 'agree' }],
      code: 'SUCCESS',
      more: [answer('user.authorize', 'agree', 2)],
      change: { policies: { revokeDropsConsent: true } },
    },
    {
      operation: 'cancelToken',
      id: 'cancel-keeps-consent',
      title: 'Giving the token back keeps the agreement',
      when: 'A wallet where the next code comes without asking the user again.',
      play: [...tokens, call('cancelToken'), ask(dialect, [scope])],
      code: 'SUCCESS',
      more: [seen(dialect, 'granted', 2)],
    },
  ];
}

/** The same in the life of a program: what the merchant server of each dialect meets. */
export function lifeScenarios(ground: Ground): CatalogueScenario[] {
  const { dialect, ask: scope } = ground;
  const make = (
    id: string,
    title: string,
    when: string,
    play: PlayItem[],
    answers: ExpectedAnswer[],
    change: Partial<Scenario> = {},
  ): CatalogueScenario => ({
    name: `${dialect.id}/life/${id}`,
    title,
    when,
    source: 'simulator',
    step: 'openapi.inquiryUserInfo',
    dialect: dialect.id,
    play,
    expect: { answers },
    ...change,
  });
  return [
    make(
      'agreement-lapses',
      'The agreement lapses while the merchant holds a token',
      'The wallet asks for a fresh agreement every day: the token ends with it, and the user is asked again.',
      [...login(ground), { wait: '24h' }, { merchant: 'userInfo' }, ask(dialect, [scope]), { user: 'agree' }],
      [answer('user.authorize', 'agree', 2), seen(dialect, 'granted', 2)],
      { policies: { lives: { consent: 86_400_000, access: 7 * 86_400_000 } } },
    ),
    make(
      'revoked-outside',
      'The merchant comes with a token that the user has revoked',
      'The user withdrew the agreement while the program was closed; the server still keeps its token.',
      [{ merchant: 'userInfo' }],
      [answer('openapi.inquiryUserInfo', 'INVALID_ACCESS_TOKEN')],
      { grants: { preset: 'revoked-outside' } },
    ),
    make(
      'expired-long-ago',
      'The merchant comes with a token that has expired',
      'The user comes back after a long time; token and agreement are over.',
      [{ merchant: 'userInfo' }],
      [answer('openapi.inquiryUserInfo', 'EXPIRED_ACCESS_TOKEN')],
      { grants: { preset: 'expired' } },
    ),
  ];
}
