import { MAX_BODY, parseRequest } from '../../contract/openapi/fields.ts';
import { type Operation, operationAt } from '../../contract/openapi/index.ts';
import { COMMON_RESULTS, type Result, resultFrom } from '../../contract/openapi/result.ts';
import { isSuspended } from '../wallet/read.ts';
import { applyToken } from './apply-token.ts';
import { cancelToken } from './cancel-token.ts';
import { clientOf } from './client.ts';
import type { OpenApiAnswer, OpenApiContext, OpenApiRequest, Outcome } from './context.ts';
import { inquiryUserInfo } from './inquiry-user-info.ts';

/**
 * One call of the platform's OpenAPI. Pure: the answer is returned with the events that it causes. Checked in this
 * order: path and method (INVALID_API), body (PARAM_ILLEGAL, naming the field), client (INVALID_AUTH_CLIENT,
 * INVALID_AUTH_CLIENT_STATUS); a call that fails one of them changes nothing. The path decides between v1 and v2.
 * Every answer's code is in the operation's table.
 */
export function handleOpenApi(request: OpenApiRequest, context: OpenApiContext): OpenApiAnswer {
  const path = request.path.replace(/[?#].*$/s, '');
  const operation = operationAt(path);
  if (!operation)
    return answer({
      result: resultFrom(COMMON_RESULTS, 'INVALID_API', `No operation at ${path.slice(0, 200)}.`),
    });
  return perform(operation, request, context);
}

function perform(operation: Operation, request: OpenApiRequest, context: OpenApiContext): OpenApiAnswer {
  const failed = (code: Failure, detail: string) =>
    answer({ result: resultFrom<string>(operation.results, code, detail) }, operation);
  if (request.method.toUpperCase() !== 'POST')
    return failed('INVALID_API', `The method must be POST, not ${request.method.slice(0, 20)}.`);
  const body = readJson(request.body);
  if (!body.ok) return failed('PARAM_ILLEGAL', body.problem);

  const admit = <T extends Identity>(
    parsed: { ok: true; value: T } | { ok: false; problem: string },
    work: (value: T, clientId: string) => Outcome<{ result: Result }>,
  ): OpenApiAnswer => {
    if (!parsed.ok) return failed('PARAM_ILLEGAL', parsed.problem);
    const client = clientOf(request.headers, parsed.value, context);
    if (!client.ok) return failed('INVALID_AUTH_CLIENT', client.detail);
    if (isSuspended(context.state, client.clientId))
      return failed('INVALID_AUTH_CLIENT_STATUS', 'The mini program is suspended.');
    const { response, events } = work(parsed.value, client.clientId);
    return answer(response, operation, events);
  };

  switch (operation.name) {
    case 'applyToken':
      return admit(parseRequest(operation.request, body.value), (value, client) =>
        applyToken(operation, value, client, context),
      );
    case 'inquiryUserInfo':
      return admit(parseRequest(operation.request, body.value), (value, client) =>
        inquiryUserInfo(operation, value, client, context),
      );
    case 'cancelToken':
      return admit(parseRequest(operation.request, body.value), (value, client) =>
        cancelToken(operation, value, client, context),
      );
  }
}

/** What every operation may answer to a call that is not let in. */
type Failure = 'INVALID_API' | 'PARAM_ILLEGAL' | 'INVALID_AUTH_CLIENT' | 'INVALID_AUTH_CLIENT_STATUS';
type Identity = { appId?: string | null | undefined; authClientId?: string | null | undefined };

function readJson(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  if (text.length > MAX_BODY)
    return { ok: false, problem: `The body must have at most ${MAX_BODY} characters, not ${text.length}.` };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: 'The body must be JSON.' };
  }
}

function answer(
  response: { result: Result },
  operation?: Operation,
  events: OpenApiAnswer['events'] = [],
): OpenApiAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(response),
    result: response.result,
    events,
    ...(operation === undefined ? {} : { operation }),
  };
}

export type { OpenApiAnswer, OpenApiContext, OpenApiRequest } from './context.ts';
