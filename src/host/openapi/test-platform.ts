import { pathsOf } from '../../contract/openapi/index.ts';
import type { Persona } from '../../contract/persona.ts';
import { TestWallet } from '../wallet/test-wallet.ts';
import { handleOpenApi, type OpenApiContext, type OpenApiRequest } from './handle.ts';

const alex: Persona = {
  id: 'alex',
  title: 'Alex Tan',
  description: '',
  status: 'ACTIVE',
  profile: { userId: '216610', nickName: 'Lex', userName: { fullName: 'Alex Tan' }, avatar: 'a.png' },
  grants: {},
};
const personas: Record<string, Persona> = {
  alex,
  ice: { ...alex, id: 'ice', status: 'FROZEN' },
  gone: { ...alex, id: 'gone', status: 'INACTIVE' },
};
export const HEADERS = { 'Client-Id': 'shop', 'Content-Type': 'application/json; charset=UTF-8' };
export const V1 = pathsOf('v1');
export const V2 = pathsOf('v2');

/** A platform over a test wallet: requests in, answers out, their events recorded. */
export function platform() {
  const wallet = new TestWallet({
    persona: (id) => personas[id] && { userId: personas[id].profile.userId, status: personas[id].status },
  });
  let calls = 0;
  const call = (
    path: string,
    body: unknown,
    change: Partial<OpenApiRequest> = {},
    context: Partial<OpenApiContext> = {},
  ) => {
    calls++;
    const answer = handleOpenApi(
      {
        method: 'POST',
        path,
        headers: HEADERS,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...change,
      },
      {
        ...wallet.context,
        id: (kind, n = 0) => `call ${calls} ${kind} ${n}`,
        state: wallet.state,
        knownClients: ['shop', 'bank'],
        persona: (id) => personas[id],
        ...context,
      },
    );
    wallet.record(answer.events);
    return {
      ...answer,
      json: JSON.parse(answer.body) as Record<string, unknown>,
      code: answer.result.resultCode,
    };
  };
  return { wallet, call };
}
export const exchange = (authCode: string) => ({ grantType: 'AUTHORIZATION_CODE', authCode });
