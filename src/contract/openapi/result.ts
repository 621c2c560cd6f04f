import type { Source } from '../steps.ts';

/** S: done. F: failed, the same request fails again. U: unknown, the merchant may try again. */
export type ResultStatus = 'S' | 'F' | 'U';

/** The `result` member of every OpenAPI answer. */
export interface Result {
  resultCode: string;
  resultStatus: ResultStatus;
  resultMessage: string;
}

/** One line of an operation's result table. */
export interface ResultCode<C extends string = string> {
  code: C;
  status: ResultStatus;
  /** What it means; the start of `resultMessage`. */
  message: string;
  /** What the merchant should do. */
  action: string;
  source: Source;
}

const line = <C extends string>(
  status: ResultStatus,
  code: C,
  message: string,
  action: string,
  source: Source = 'platform',
): ResultCode<C> => ({ code, status, message, action, source });

/** Every result code of the authorization operations; each operation lists the ones that it may answer. */
export const RESULT_LINES = {
  SUCCESS: line('S', 'SUCCESS', 'Success', 'Use the answer.'),
  UNKNOWN_EXCEPTION: line(
    'U',
    'UNKNOWN_EXCEPTION',
    'The call failed for an unknown reason.',
    'Call again; if it goes on, ask the wallet.',
  ),
  PROCESS_FAIL: line(
    'F',
    'PROCESS_FAIL',
    'A general business failure occurred.',
    'Do not retry; ask the wallet.',
  ),
  PARAM_ILLEGAL: line(
    'F',
    'PARAM_ILLEGAL',
    'Illegal parameters.',
    'Correct the field that the message names.',
  ),
  ACCESS_DENIED: line(
    'F',
    'ACCESS_DENIED',
    'Access is denied.',
    'Read the message: it says what is missing.',
  ),
  INVALID_API: line(
    'F',
    'INVALID_API',
    'The called API is invalid or not active.',
    'Check the path, and call it with POST.',
  ),
  AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE: line(
    'F',
    'AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE',
    'The auth client does not support this grant type.',
    'Send AUTHORIZATION_CODE or REFRESH_TOKEN, in capital letters.',
  ),
  INVALID_AUTH_CLIENT: line(
    'F',
    'INVALID_AUTH_CLIENT',
    'The auth client is invalid.',
    'Send the client id of the mini program in the Client-Id header.',
  ),
  INVALID_AUTH_CLIENT_STATUS: line(
    'F',
    'INVALID_AUTH_CLIENT_STATUS',
    'The status of the auth client is invalid.',
    'Have the mini program activated again.',
  ),
  INVALID_REFRESH_TOKEN: line(
    'F',
    'INVALID_REFRESH_TOKEN',
    'The refresh token is invalid.',
    'Ask the user for authorization again.',
  ),
  EXPIRED_REFRESH_TOKEN: line(
    'F',
    'EXPIRED_REFRESH_TOKEN',
    'The refresh token is expired.',
    'Ask the user for authorization again.',
  ),
  USED_REFRESH_TOKEN: line(
    'F',
    'USED_REFRESH_TOKEN',
    'The refresh token has been used.',
    'Use the refresh token of the latest answer: each works once.',
  ),
  INVALID_CODE: line(
    'F',
    'INVALID_CODE',
    'The authorization code is invalid.',
    'Call my.getAuthCode again; a code works only for the mini program that got it.',
  ),
  USED_CODE: line(
    'F',
    'USED_CODE',
    'The authorization code has been used.',
    'Call my.getAuthCode again; a code works once, whether or not the call succeeded.',
  ),
  EXPIRED_CODE: line(
    'F',
    'EXPIRED_CODE',
    'The authorization code is expired.',
    'Call my.getAuthCode again and exchange the code at once.',
  ),
  REFERENCE_CLIENT_ID_NOT_MATCH: line(
    'F',
    'REFERENCE_CLIENT_ID_NOT_MATCH',
    'The reference client ID does not match the authorization code.',
    'Send the id of the mini program that the user authorized, or leave the field out.',
  ),
  INVALID_ACCESS_TOKEN: line(
    'F',
    'INVALID_ACCESS_TOKEN',
    'The access token is invalid.',
    'Ask the user for authorization again.',
  ),
  EXPIRED_ACCESS_TOKEN: line(
    'F',
    'EXPIRED_ACCESS_TOKEN',
    'The access token is expired.',
    'Renew it: applyToken with grantType REFRESH_TOKEN.',
  ),
  EXPIRED_AGENT_TOKEN: line(
    'F',
    'EXPIRED_AGENT_TOKEN',
    'The access token of the mini program is expired.',
    'Renew the authorization between merchant and platform.',
  ),
  INVALID_AGENT_TOKEN: line(
    'F',
    'INVALID_AGENT_TOKEN',
    'The access token of the mini program is invalid.',
    'Check the authorization between merchant and platform.',
  ),
} as const satisfies { [C in string]: ResultCode<C> };

/** Throttling is U in the tables of v1 and F in those of v2. */
export const TRAFFIC_V1 = line(
  'U',
  'REQUEST_TRAFFIC_EXCEED_LIMIT',
  'The request traffic exceeds the limit.',
  'Call less often, then try again.',
);
export const TRAFFIC_V2 = { ...TRAFFIC_V1, status: 'F' } as const satisfies ResultCode;

/** What a path that is no operation can answer. */
export const COMMON_RESULTS = [RESULT_LINES.INVALID_API, RESULT_LINES.UNKNOWN_EXCEPTION] as const;

/**
 * The `result` of an answer: the table's message, then what is particular to this call.
 * A code that is not in the table is a mistake of the caller: throws, naming both.
 */
export function resultFrom<C extends string>(table: readonly ResultCode<C>[], code: C, detail = ''): Result {
  const found = table.find((entry) => entry.code === code);
  if (!found)
    throw new RangeError(`${code} is not in the result table: ${table.map((e) => e.code).join(', ')}`);
  return {
    resultCode: found.code,
    resultStatus: found.status,
    resultMessage: detail === '' ? found.message : `${found.message} ${detail}`,
  };
}
