import { z } from 'zod/mini';

/** The platform forbids special characters such as @ # ? in ids and tokens. */
const PLAIN = /^[^@#?]*$/;

/** Why a string field is wrong, in words that follow its name: `accessToken: is required`. */
function bounded(max: number, pattern?: RegExp) {
  const tooLong = `must be a string of 1 to ${max} characters`;
  const text = z
    .string({
      error: (issue) => (issue.input === undefined || issue.input === null ? 'is required' : tooLong),
    })
    .check(z.minLength(1, { error: tooLong }), z.maxLength(max, { error: tooLong }));
  return pattern ? text.check(z.regex(pattern, { error: 'must not contain @, # or ?' })) : text;
}

/** A required id, code or token of at most `max` characters. */
export const id = (max: number) => bounded(max, PLAIN);
/** The same, but it may be left out or null (the documents: "Can be Null"). */
export const optionalId = (max: number) => z.nullish(bounded(max, PLAIN));
/** Free text that may be left out or null. */
export const optionalText = (max: number) =>
  z.nullish(
    z
      .string({ error: `must be a string of at most ${max} characters` })
      .check(z.maxLength(max, { error: `must be a string of at most ${max} characters` })),
  );

/** The ids that every v2 request carries. The platform prints 32 for `appId`; a folder's name may be longer. */
export const v2Ids = { appId: id(128), authClientId: id(128) };
/** v1 lets a request name its client in the body. */
export const v1Ids = { appId: optionalId(128), authClientId: optionalId(128) };
/** `extendInfo` is a string that holds JSON; `customerBelongsTo` is the wallet that the user uses. */
export const extension = { extendInfo: optionalText(4096), customerBelongsTo: optionalText(64) };

/** Longest request body that is looked at, in characters. The largest valid one is far smaller. */
export const MAX_BODY = 65_536;

export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

/** Checks a request body. `problem` names the field and what was expected of it. */
export function parseRequest<T>(schema: z.ZodMiniType<T>, body: unknown): Parsed<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  return {
    ok: false,
    problem: path === '' ? 'The body must be a JSON object.' : `${path}: ${issue?.message}.`,
  };
}
