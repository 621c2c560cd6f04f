import type { Persona } from '../contract/persona.ts';
import type { Program } from '../contract/program.ts';
import type { Caller, Reply } from '../contract/trace.ts';
import type { IncomingResponse, OutgoingRequest } from './jsapi/context.ts';
import { leaksToken } from './merchant/leaks-token.ts';
import { serveMerchant } from './merchant/serve-merchant.ts';
import { openApiSender } from './openapi-sender.ts';
import { readOpenApiReply, readResponse } from './read-answers.ts';
import type { RunContext } from './run-context.ts';

const text = (body: OutgoingRequest['body']): string =>
  body === undefined ? '' : typeof body === 'string' ? body : new TextDecoder().decode(body);

/**
 * The way from a program to its merchant server and from there to the platform: `merchant.request`, and below it one
 * `openapi.*` hop for each call that the server makes.
 */
export function merchantSender(
  run: Omit<RunContext, 'service' | 'send'>,
  known: { programs: () => readonly Program[]; personas: readonly Persona[] },
): RunContext['send'] {
  const { gate, trace, wallet, program, persona, dialect } = run;
  const openApi = openApiSender(run, known);

  return async (
    caller: Caller,
    request: OutgoingRequest,
    limit?: number,
  ): Promise<Reply<IncomingResponse>> => {
    const answer = await gate.ask<OutgoingRequest, IncomingResponse>(
      caller,
      'merchant.request',
      request,
      (sent, hop) => {
        if (run.device.view.networkType === 'NOTREACHABLE')
          return { networkError: 12, message: 'Network Error: the phone has no network' };
        return serveMerchant(
          { method: sent.method, url: sent.url, headers: sent.headers, body: text(sent.body) },
          {
            program,
            persona: persona.id,
            openapi: dialect.openapi.version,
            liveCode: (found) => wallet.liveCodeIn(found),
            kept: trace.state.merchant[persona.id]?.[program.id],
            keep: (session) =>
              trace.append({
                type: 'merchant.kept',
                hop: hop.hop,
                persona: persona.id,
                program: program.id,
                session,
              }),
            notice: (code, params) => run.notice(code, params, hop.hop),
            callOpenApi: (path, headers, body) => callOpenApi(hop.caller, path, headers, body),
          },
        );
      },
      { limit },
    );
    const reply = readResponse(answer);
    if ('value' in reply && 'body' in reply.value && leaksToken(text(reply.value.body), wallet.state))
      run.notice('tokenLeak', { url: request.url });
    return reply;
  };

  async function callOpenApi(caller: Caller, path: string, headers: Record<string, string>, body: object) {
    const reply = readOpenApiReply(await openApi(caller, { path, headers, body }));
    if ('failure' in reply) throw new Error(reply.failure.message);
    return { status: reply.value.status, body: reply.value.body };
  }
}
