import { z } from 'zod/mini';
import type { ConsentEnding } from '../contract/consent.ts';
import type { Reply } from '../contract/trace.ts';
import type { IncomingResponse, JsapiReply } from './jsapi/context.ts';
import type { OpenApiReply } from './simulator-api.ts';

/**
 * An answer may be anything: a rule, or a person at a stop, can put any JSON in its place. Here it is read before the
 * host goes on with it.
 */

const consentEnding = z.union([
  z.object({ ending: z.literal('agree'), scopes: z.array(z.string()) }),
  z.object({ ending: z.enum(['reject', 'close', 'escape', 'background', 'timeout']) }),
  z.object({ ending: z.literal('failed'), message: z.string() }),
]);

/** How the dialog ended; what is no ending counts as a dialog that failed. */
export function readEnding(reply: Reply): ConsentEnding {
  if ('failure' in reply)
    return reply.failure.kind === 'timeout'
      ? { ending: 'timeout' }
      : { ending: 'failed', message: reply.failure.message };
  const parsed = consentEnding.safeParse(reply.value);
  if (parsed.success) return parsed.data;
  return { ending: 'failed', message: `the dialog answered ${preview(reply.value)}, which is no ending` };
}

const incomingResponse = z.union([
  z.object({ networkError: z.number(), message: z.string() }),
  z.object({
    status: z.number(),
    headers: z.record(z.string(), z.string()),
    body: z.union([z.string(), z.instanceof(Uint8Array)]),
  }),
]);

/** The merchant server's answer; what is no HTTP response counts as a broken connection. */
export function readResponse(reply: Reply): Reply<IncomingResponse> {
  if ('failure' in reply) return reply;
  const parsed = incomingResponse.safeParse(reply.value);
  if (parsed.success) return { value: parsed.data };
  const message = `${preview(reply.value)} is no HTTP response`;
  return { failure: { kind: 'network', message } };
}

/** The platform's answer; what is in its body is the merchant's to judge. */
export function readOpenApiReply(reply: Reply): Reply<Pick<OpenApiReply, 'status'> & { body: unknown }> {
  if ('failure' in reply) return reply;
  const parsed = z.object({ status: z.number(), body: z.unknown() }).safeParse(reply.value);
  if (parsed.success) return { value: parsed.data };
  const message = `${preview(reply.value)} is no HTTP response`;
  return { failure: { kind: 'network', message } };
}

/** What a JSAPI answers the program, or why it is nothing that a program could be given. */
export function readJsapiReply(reply: Reply): JsapiReply | { problem: string } {
  if ('failure' in reply) return { problem: reply.failure.message };
  const { value } = reply;
  if (value !== null && typeof value === 'object') {
    if (Object.hasOwn(value, 'success')) return value as JsapiReply;
    const { fail } = value as { fail?: unknown };
    if (fail !== null && typeof fail === 'object' && !Array.isArray(fail)) return value as JsapiReply;
  }
  return { problem: `${preview(value)} is neither {success} nor {fail}` };
}

const preview = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60);
