import {
  type ApplyTokenOperation,
  type ApplyTokenRequest,
  type ApplyTokenResponse,
  GRANT_TYPES,
} from '../../contract/openapi/apply-token.ts';
import { resultFrom } from '../../contract/openapi/result.ts';
import { decide } from '../wallet/decide.ts';
import { type OpenApiContext, type Outcome, walletContext } from './context.ts';
import { isoTime } from './iso-time.ts';

/** applyToken: an auth code or a refresh token for a new pair of tokens. Tokens only with status S. */
export function applyToken(
  operation: ApplyTokenOperation,
  request: ApplyTokenRequest,
  clientId: string,
  context: OpenApiContext,
): Outcome<ApplyTokenResponse> {
  const { events, answer } = decided(request, clientId, context);
  if (!answer.ok)
    return { response: { result: resultFrom(operation.results, answer.code, answer.message) }, events };
  return {
    response: {
      result: resultFrom(operation.results, 'SUCCESS'),
      accessToken: answer.accessToken,
      accessTokenExpiryTime: isoTime(answer.accessTokenExpiresAt),
      refreshToken: answer.refreshToken,
      refreshTokenExpiryTime: isoTime(answer.refreshTokenExpiresAt),
      customerId: answer.customerId,
    },
    events,
  };
}

/** The schema has seen to it that the code or token of the grant type is there. */
function decided(request: ApplyTokenRequest, clientId: string, context: OpenApiContext) {
  const { grantType, authCode, refreshToken, referenceClientId } = request;
  const { state } = context;
  if (grantType === 'AUTHORIZATION_CODE' && authCode)
    return decide(
      state,
      { type: 'exchangeCode', code: authCode, clientId, referenceClientId: referenceClientId ?? undefined },
      walletContext(context),
    );
  if (grantType === 'REFRESH_TOKEN' && refreshToken)
    return decide(state, { type: 'refresh', refreshToken, clientId }, walletContext(context));
  return {
    events: [],
    answer: {
      ok: false as const,
      code: 'AUTH_CLIENT_UNSUPPORTED_GRANT_TYPE' as const,
      message: `grantType: must be ${GRANT_TYPES.join(' or ')}.`,
    },
  };
}
