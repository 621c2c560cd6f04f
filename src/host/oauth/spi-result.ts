import { z } from 'zod/mini';
import type { Reply } from '../../contract/trace.ts';

const text = z.string().check(z.maxLength(4096));
const base = {
  showReactNativePage: z.optional(z.boolean()),
  moduleName: z.optional(text),
  jsMainModulePath: z.optional(text),
  bundleURLPath: z.optional(text),
  extendedInfo: z.optional(z.unknown()),
  error: z.optional(
    z.looseObject({ code: z.optional(z.union([z.string(), z.number()])), errorMsg: z.optional(z.string()) }),
  ),
};
const scopeList = z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200));

/** The three result types of document 000, as a service may answer them; unknown fields are let through. */
export const oauthResultSchema = z.looseObject({
  ...base,
  authCode: z.optional(z.string().check(z.maxLength(512))),
  authSuccessScopes: z.optional(scopeList),
  authErrorScopes: z.optional(z.record(z.string(), z.string().check(z.maxLength(64)))),
});
export type ServiceResult = z.infer<typeof oauthResultSchema>;
export const scopeQueryResultSchema = z.looseObject({ ...base, authorizedScopes: z.optional(scopeList) });
export const pageConfirmResultSchema = z.looseObject(base);

/** What a service's answer comes down to. */
export type SpiAnswer<T> =
  | { kind: 'ok'; result: T }
  | { kind: 'error'; code: string; message: string; codeWas: 'string' | 'number' | 'missing' }
  | { kind: 'reactNative'; module: string }
  | { kind: 'timeout' }
  | { kind: 'threw'; message: string }
  | { kind: 'shape'; expected: string; received: string };

/**
 * Reads a service's reply: checks its shape (document 000), and takes `error` as the failure channel. A number in
 * `error.code` is accepted, a missing one is 1000; the caller says so in a notice.
 */
export function readSpiReply<S extends z.ZodMiniType<z.infer<typeof pageConfirmResultSchema>>>(
  reply: Reply,
  schema: S,
): SpiAnswer<z.infer<S>> {
  if ('failure' in reply)
    return reply.failure.kind === 'timeout'
      ? { kind: 'timeout' }
      : { kind: 'threw', message: reply.failure.message };
  const parsed = schema.safeParse(reply.value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.length ? issue.path.join('.') : 'the result';
    return {
      kind: 'shape',
      expected: `${path}: ${issue?.message ?? 'an object'}`,
      received: preview(reply.value),
    };
  }
  const { error, showReactNativePage, moduleName } = parsed.data;
  if (error !== undefined)
    return {
      kind: 'error',
      code: error.code === undefined ? '1000' : String(error.code),
      message: error.errorMsg ?? '',
      codeWas: error.code === undefined ? 'missing' : typeof error.code === 'number' ? 'number' : 'string',
    };
  if (showReactNativePage) return { kind: 'reactNative', module: moduleName ?? '' };
  return { kind: 'ok', result: parsed.data };
}

function preview(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value).slice(0, 60);
  return Array.isArray(value)
    ? `an array of ${value.length}`
    : `{${Object.keys(value).slice(0, 6).join(', ')}}`;
}
