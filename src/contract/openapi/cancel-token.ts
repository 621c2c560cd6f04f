import { z } from 'zod/mini';
import { extension, id, v1Ids, v2Ids } from './fields.ts';
import { RESULT_LINES, type Result, type ResultCode, TRAFFIC_V1, TRAFFIC_V2 } from './result.ts';

export interface CancelTokenRequest {
  appId?: string | null | undefined;
  authClientId?: string | null | undefined;
  accessToken: string;
  customerBelongsTo?: string | null | undefined;
  extendInfo?: string | null | undefined;
}

/** After success neither the access token nor its refresh token can be used, valid or not. */
export interface CancelTokenResponse {
  result: Result;
}

const fields = { accessToken: id(128), ...extension };
export const cancelTokenRequestV1: z.ZodMiniType<CancelTokenRequest> = z.object({ ...fields, ...v1Ids });
export const cancelTokenRequestV2: z.ZodMiniType<CancelTokenRequest> = z.object({ ...fields, ...v2Ids });

const L = RESULT_LINES;
const specific = [
  L.PROCESS_FAIL,
  L.PARAM_ILLEGAL,
  L.ACCESS_DENIED,
  L.INVALID_API,
  L.INVALID_AUTH_CLIENT_STATUS,
  L.INVALID_ACCESS_TOKEN,
  L.INVALID_AUTH_CLIENT,
  L.EXPIRED_ACCESS_TOKEN,
] as const;
export const CANCEL_TOKEN_RESULTS_V1 = [L.SUCCESS, L.UNKNOWN_EXCEPTION, TRAFFIC_V1, ...specific] as const;
export const CANCEL_TOKEN_RESULTS_V2 = [L.SUCCESS, L.UNKNOWN_EXCEPTION, TRAFFIC_V2, ...specific] as const;
export type CancelTokenCode = (typeof CANCEL_TOKEN_RESULTS_V1)[number]['code'];

/** Called `cancelToken` in v1 and `revoke` in v2; one step of the flow. */
export interface CancelTokenOperation {
  name: 'cancelToken';
  step: 'openapi.cancelToken';
  version: 'v1' | 'v2';
  path: string;
  request: z.ZodMiniType<CancelTokenRequest>;
  results: readonly ResultCode<CancelTokenCode>[];
}

export const cancelTokenOperations: readonly CancelTokenOperation[] = [
  {
    name: 'cancelToken',
    step: 'openapi.cancelToken',
    version: 'v1',
    path: '/v1/authorizations/cancelToken',
    request: cancelTokenRequestV1,
    results: CANCEL_TOKEN_RESULTS_V1,
  },
  {
    name: 'cancelToken',
    step: 'openapi.cancelToken',
    version: 'v2',
    path: '/v2/authorizations/revoke',
    request: cancelTokenRequestV2,
    results: CANCEL_TOKEN_RESULTS_V2,
  },
];
