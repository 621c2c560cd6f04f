import { z } from 'zod/mini';
import { extension, id, optionalId, v1Ids, v2Ids } from './fields.ts';
import { RESULT_LINES, type Result, type ResultCode, TRAFFIC_V1, TRAFFIC_V2 } from './result.ts';

/** Exchanges an auth code, or a refresh token, for tokens. */
export const GRANT_TYPES = ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'] as const;

export interface ApplyTokenRequest {
  appId?: string | null | undefined;
  authClientId?: string | null | undefined;
  /** v1: the mini program that the user authorized. */
  referenceClientId?: string | null | undefined;
  /** A text: which of them are supported is for the table to say, not for the schema. */
  grantType: string;
  authCode?: string | null | undefined;
  refreshToken?: string | null | undefined;
  customerBelongsTo?: string | null | undefined;
  extendInfo?: string | null | undefined;
}

/** Tokens are present only when `result.resultStatus` is S. */
export interface ApplyTokenResponse {
  result: Result;
  accessToken?: string;
  /** ISO 8601. */
  accessTokenExpiryTime?: string;
  refreshToken?: string;
  /** ISO 8601. */
  refreshTokenExpiryTime?: string;
  /** The user's id: `userId` of inquiryUserInfo. */
  customerId?: string;
}

const fields = {
  referenceClientId: optionalId(128),
  /** The 16 characters that one v1 page prints are fewer than AUTHORIZATION_CODE has; another prints 64. */
  grantType: id(64),
  /** 32 on one page, 64 on others; the printed sample has 36. */
  authCode: optionalId(64),
  refreshToken: optionalId(128),
  ...extension,
};
/** The code or the token is required according to the grant type. */
const conditions = [
  z.refine<ApplyTokenRequest>(
    (body) => body.grantType !== 'AUTHORIZATION_CODE' || typeof body.authCode === 'string',
    {
      path: ['authCode'],
      error: 'is required when grantType is AUTHORIZATION_CODE',
    },
  ),
  z.refine<ApplyTokenRequest>(
    (body) => body.grantType !== 'REFRESH_TOKEN' || typeof body.refreshToken === 'string',
    {
      path: ['refreshToken'],
      error: 'is required when grantType is REFRESH_TOKEN',
    },
  ),
] as const;

export const applyTokenRequestV1: z.ZodMiniType<ApplyTokenRequest> = z
  .object({ ...fields, ...v1Ids })
  .check(...conditions);
export const applyTokenRequestV2: z.ZodMiniType<ApplyTokenRequest> = z
  .object({ ...fields, ...v2Ids })
  .check(...conditions);

const L = RESULT_LINES;
const specific = [
  L.PROCESS_FAIL,
  L.PARAM_ILLEGAL,
  L.ACCESS_DENIED,
  L.INVALID_API,
  L.AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE,
  L.INVALID_AUTH_CLIENT,
  L.INVALID_AUTH_CLIENT_STATUS,
  L.INVALID_REFRESH_TOKEN,
  L.EXPIRED_REFRESH_TOKEN,
  L.USED_REFRESH_TOKEN,
  L.INVALID_CODE,
  L.USED_CODE,
  L.EXPIRED_CODE,
  L.REFERENCE_CLIENT_ID_NOT_MATCH,
  L.EXPIRED_AGENT_TOKEN,
  L.INVALID_AGENT_TOKEN,
] as const;
/** The complete table of v1. The table of v2 is not public: the same codes, throttling as v2 has it. */
export const APPLY_TOKEN_RESULTS_V1 = [L.SUCCESS, L.UNKNOWN_EXCEPTION, TRAFFIC_V1, ...specific] as const;
export const APPLY_TOKEN_RESULTS_V2 = [L.SUCCESS, L.UNKNOWN_EXCEPTION, TRAFFIC_V2, ...specific] as const;
export type ApplyTokenCode = (typeof APPLY_TOKEN_RESULTS_V1)[number]['code'];

/** `POST /v1/authorizations/applyToken`, and its v2 namesake. */
export interface ApplyTokenOperation {
  name: 'applyToken';
  step: 'openapi.applyToken';
  version: 'v1' | 'v2';
  path: string;
  request: z.ZodMiniType<ApplyTokenRequest>;
  results: readonly ResultCode<ApplyTokenCode>[];
}

export const applyTokenOperations: readonly ApplyTokenOperation[] = [
  {
    name: 'applyToken',
    step: 'openapi.applyToken',
    version: 'v1',
    path: '/v1/authorizations/applyToken',
    request: applyTokenRequestV1,
    results: APPLY_TOKEN_RESULTS_V1,
  },
  {
    name: 'applyToken',
    step: 'openapi.applyToken',
    version: 'v2',
    path: '/v2/authorizations/applyToken',
    request: applyTokenRequestV2,
    results: APPLY_TOKEN_RESULTS_V2,
  },
];
