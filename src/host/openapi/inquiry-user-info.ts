import type {
  InquiryUserInfoCode,
  InquiryUserInfoOperation,
  InquiryUserInfoRequest,
  InquiryUserInfoResponse,
} from '../../contract/openapi/inquiry-user-info.ts';
import { resultFrom } from '../../contract/openapi/result.ts';
import { mayInquire, userInfoFor } from '../../contract/scopes.ts';
import { decide } from '../wallet/decide.ts';
import { type OpenApiContext, type Outcome, walletContext } from './context.ts';

/**
 * inquiryUserInfo: what the scopes of the token allow to know. A token whose scopes give calls and no data is refused
 * with ACCESS_DENIED (simulator's choice). Never changes anything.
 */
export function inquiryUserInfo(
  operation: InquiryUserInfoOperation,
  { accessToken }: InquiryUserInfoRequest,
  clientId: string,
  context: OpenApiContext,
): Outcome<InquiryUserInfoResponse> {
  const refuse = (code: InquiryUserInfoCode, detail: string): Outcome<InquiryUserInfoResponse> => ({
    response: { result: resultFrom(operation.results, code, detail) },
    events: [],
  });
  const { answer } = decide(
    context.state,
    { type: 'inquire', accessToken, clientId },
    walletContext(context),
  );
  if (!answer.ok) return refuse(answer.code, answer.message);
  if (!mayInquire(answer.scopes))
    return refuse(
      'ACCESS_DENIED',
      `The scopes of the access token give no user information: ${answer.scopes.join(', ')}.`,
    );
  const persona = context.persona(answer.persona);
  if (!persona) return refuse('ACCESS_DENIED', 'The wallet has no such user.');
  return {
    response: {
      result: resultFrom(operation.results, 'SUCCESS'),
      userInfo: userInfoFor(persona, answer.scopes),
    },
    events: [],
  };
}
