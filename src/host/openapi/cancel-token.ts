import type {
  CancelTokenOperation,
  CancelTokenRequest,
  CancelTokenResponse,
} from '../../contract/openapi/cancel-token.ts';
import { resultFrom } from '../../contract/openapi/result.ts';
import { decide } from '../wallet/decide.ts';
import { type OpenApiContext, type Outcome, walletContext } from './context.ts';

/** cancelToken (v2: revoke): the access token and its refresh token are dead afterwards. */
export function cancelToken(
  operation: CancelTokenOperation,
  { accessToken }: CancelTokenRequest,
  clientId: string,
  context: OpenApiContext,
): Outcome<CancelTokenResponse> {
  const { events, answer } = decide(
    context.state,
    { type: 'revoke', accessToken, clientId },
    walletContext(context),
  );
  const result = answer.ok
    ? resultFrom(operation.results, 'SUCCESS')
    : resultFrom(operation.results, answer.code, answer.message);
  return { response: { result }, events };
}
