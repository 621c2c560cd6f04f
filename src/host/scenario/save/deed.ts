import type { JsonObject } from '../../../contract/json.ts';
import type { Program } from '../../../contract/program.ts';
import type { EventOf } from '../../../contract/trace.ts';
import { routeFor } from '../../merchant/routes.ts';
import type { Payloads } from '../../payloads.ts';
import type { MerchantDeed } from '../merchant-routes.ts';

/**
 * What the merchant server did by a request: as its route says, else as it asked the platform; undefined: neither.
 * @param first the first hop that the request led to
 */
export function deedOf(
  first: EventOf<'hop.requested'> | undefined,
  request: JsonObject,
  program: Program,
  payloads: Payloads,
): MerchantDeed | undefined {
  const { method, url, headers, body } = request;
  const route = routeFor(program.merchant.routes, {
    method: String(method ?? 'POST'),
    url: String(url ?? ''),
    headers: (headers ?? {}) as Record<string, string>,
    body: typeof body === 'string' ? body : '',
  });
  if (route) {
    if (route.does === 'none') return undefined;
    // The first route that does it is the one that is played.
    return program.merchant.routes.find(({ does }) => does === route.does) === route ? route.does : undefined;
  }
  switch (first?.step) {
    case 'openapi.applyToken': {
      const asked = (payloads.json(first.request) as JsonObject).body as JsonObject | undefined;
      return asked?.grantType === 'REFRESH_TOKEN' ? 'refresh' : 'login';
    }
    case 'openapi.inquiryUserInfo':
      return 'userInfo';
    case 'openapi.cancelToken':
      return 'revoke';
    default:
      return undefined;
  }
}
