import { encode } from '../../contract/codec.ts';
import { REQUEST_ERRORS as ERROR, fetchArgs } from '../../contract/jsapi/request.ts';
import type { Reply } from '../../contract/trace.ts';
import { failure, refuse } from './checked.ts';
import type { IncomingResponse, JsapiReply, OutgoingRequest } from './context.ts';
import { resolveUrl } from './request.ts';
import { withQuery } from './request-encoding.ts';

/**
 * The page's own `fetch` and `XMLHttpRequest`, which the guest sends as `{url, method, headers, body}`: they take the
 * way of `my.request`. Success `{status, headers, body}` whatever the status is; a failure has the platform's network
 * code. `send` makes the hop to the merchant server. Never rejects.
 */
export async function pageFetch(
  args: unknown,
  pageUrl: string,
  send: (request: OutgoingRequest) => Promise<Reply<IncomingResponse>>,
): Promise<JsapiReply> {
  const parsed = fetchArgs.safeParse(args ?? {});
  if (!parsed.success) return refuse(parsed.error.issues, args);
  const { url, method, headers, body } = parsed.data;
  const resolved = resolveUrl(url, pageUrl);
  if ('refused' in resolved) return resolved.refused;
  const sent = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  let reply: Reply<IncomingResponse>;
  try {
    reply = await send({
      method,
      url: withQuery(resolved.url, ''),
      headers: Object.fromEntries(sent),
      body: body ?? undefined,
    });
  } catch (error) {
    return failure(ERROR.network, `network error: ${error instanceof Error ? error.message : String(error)}`);
  }
  if ('failure' in reply)
    return failure(
      reply.failure.kind === 'timeout' ? ERROR.timeout : ERROR.network,
      `network error: ${reply.failure.message}`,
    );
  if ('networkError' in reply.value) return failure(reply.value.networkError, reply.value.message);
  return { success: encode(reply.value) };
}
