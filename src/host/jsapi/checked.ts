import type { z } from 'zod/mini';
import type { JsonObject } from '../../contract/json.ts';
import { expectation, fieldPath, inWords, valueAt } from '../../contract/problems.ts';
import type { JsapiContext, JsapiHandler, JsapiReply } from './context.ts';

/** A failure as a mini program sees it; `more` are further members of it. */
export function failure(error: number | string, errorMessage: string, more: JsonObject = {}): JsapiReply {
  return { fail: { error, errorMessage, ...more } };
}

/**
 * Error 2. The platform's message is "invalid parameter!"; what follows it says which field, what was expected there
 * and what came.
 */
export function invalidParameter(field: string, expected: string, received: unknown): JsapiReply {
  return failure(2, `invalid parameter: ${field}: expected ${expected}, received ${inWords(received)}`);
}

/**
 * Puts a schema before a handler: arguments that do not fit it end the call with error 2, which names the first field
 * that is wrong. No argument at all is an empty object.
 */
export function checked<S extends z.ZodMiniType>(
  schema: S,
  handler: (args: z.output<S>, context: JsapiContext) => Promise<JsapiReply> | JsapiReply,
): JsapiHandler {
  return (args, context) => {
    const parsed = schema.safeParse(args ?? {});
    return parsed.success ? handler(parsed.data, context) : refuse(parsed.error.issues, args);
  };
}

/** The reply to arguments that a schema has refused. */
export function refuse(issues: readonly z.core.$ZodIssue[], args: unknown): JsapiReply {
  const [issue] = issues;
  if (!issue) return invalidParameter('the argument', 'something else', args);
  const field = issue.path.length === 0 ? 'the argument' : fieldPath(issue.path);
  if (issue.code === 'invalid_key')
    return invalidParameter(field, 'a name without spaces and special characters', issue.path.at(-1));
  const expected =
    issue.code === 'custom' ? issue.message : expectation(issue as Parameters<typeof expectation>[0]);
  return invalidParameter(field, expected, valueAt(args, issue.path));
}
