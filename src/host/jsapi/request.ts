import { encode } from '../../contract/codec.ts';
import {
  type DataType,
  REQUEST_ERRORS as ERROR,
  REQUEST_TIMEOUT,
  type RequestArgs,
  requestArgs,
  URL_LENGTH,
} from '../../contract/jsapi/request.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { Reply } from '../../contract/trace.ts';
import { checked, failure, invalidParameter } from './checked.ts';
import type { IncomingResponse, JsapiHandler, JsapiReply, OutgoingRequest } from './context.ts';
import { decodeData, encodeBody, formEncode, withQuery } from './request-encoding.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Answers with this status or above go to `fail` as error 19, "http status error"; the answer is in the failure too,
 * as `status`, `headers`, `data`. The platform's pages contradict each other: one says that every status goes to
 * `success`, its table of errors has 19, and so have the published typings, which are followed (the simulator's choice
 * for every dialect).
 */
export const HTTP_ERROR_STATUS = 400;

/** The address, made absolute against the page; error 2 when it is none that a request can go to. */
export function resolveUrl(url: string, pageUrl: string): { url: URL } | { refused: JsapiReply } {
  const made = URL.canParse(url, pageUrl) ? new URL(url, pageUrl) : undefined;
  if (made && /^https?:$/.test(made.protocol)) return { url: made };
  return { refused: invalidParameter('url', 'an address that begins with https:// or http://', url) };
}

/** What `my.request` sends, or the failure of arguments that cannot be sent: 2 parameters, 15 encoding. */
export function outgoingRequest(
  args: RequestArgs,
  pageUrl: string,
): { request: OutgoingRequest } | { refused: JsapiReply } {
  const method = args.method ?? 'GET';
  const resolved = resolveUrl(args.url, pageUrl);
  if ('refused' in resolved) return resolved;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries({ ...args.header, ...args.headers }))
    headers[name.toLowerCase()] = String(value);
  const inQuery = method === 'GET' || method === 'HEAD';
  if (inQuery && args.data instanceof Uint8Array)
    return { refused: invalidParameter('data', `an object or text, as the method is ${method}`, args.data) };
  try {
    const url = withQuery(resolved.url, inQuery ? queryOf(args.data) : '');
    if (url.length > URL_LENGTH)
      return {
        refused: failure(
          ERROR.badParameter,
          `URL too long: ${url.length} characters, at most ${URL_LENGTH} are allowed`,
        ),
      };
    const body = inQuery ? undefined : encodeBody(args.data, headers['content-type'] ?? '');
    return { request: { method, url, headers, body } };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return {
      refused: failure(
        ERROR.encode,
        'parameter encoding error: data has text that cannot be written as UTF-8',
      ),
    };
  }
}

function queryOf(data: unknown): string {
  if (data === undefined || data === null) return '';
  return typeof data === 'object' ? formEncode(data) : String(data);
}

/** What the program sees of an answer: `{data, status, headers}`, with the typings' `statusCode` and `header` beside. */
export function requestReply(reply: Reply<IncomingResponse>, dataType: DataType, method: string): JsapiReply {
  if ('failure' in reply) {
    const { kind, message } = reply.failure;
    return kind === 'timeout'
      ? failure(ERROR.timeout, `timeout: ${message}`)
      : failure(ERROR.network, `network error: ${message}`);
  }
  const { value } = reply;
  if ('networkError' in value) return failure(value.networkError, value.message);
  const { status, headers, body } = value;
  const payload = (data: unknown): JsonObject => ({
    data: encode(data),
    status,
    headers,
    statusCode: status,
    header: headers,
  });
  const empty = body.length === 0 && (method === 'HEAD' || status === 204 || status === 304);
  const decoded = empty ? { data: '' } : decodeData(body, dataType);
  if (status >= HTTP_ERROR_STATUS) {
    const data = 'data' in decoded ? decoded.data : body;
    return failure(ERROR.httpStatus, 'http status error', payload(data));
  }
  return 'data' in decoded ? { success: payload(decoded.data) } : failure(ERROR.decode, decoded.problem);
}

/**
 * `my.request`, and `my.httpRequest` by its old name. Success `{data, status, headers, statusCode, header}`; errors 2,
 * 12 network, 13 timeout (of virtual time), 14 decode, 15 encode, 19 HTTP status.
 */
const request = checked(requestArgs, async (args, { pageUrl, signal, send }) => {
  const outgoing = outgoingRequest(args, pageUrl);
  if ('refused' in outgoing) return outgoing.refused;
  const limit = Math.min(args.timeout ?? REQUEST_TIMEOUT.default, REQUEST_TIMEOUT.max);
  const reply = await untilAborted(send(outgoing.request, limit), signal);
  return requestReply(reply, args.dataType ?? 'json', outgoing.request.method);
});

export const requestHandlers: Readonly<Record<string, JsapiHandler>> = { request, httpRequest: request };
