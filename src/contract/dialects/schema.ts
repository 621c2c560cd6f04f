import { z } from 'zod/mini';
import { FAILURE_KINDS, type FailureKind } from '../outcome.ts';

/** Which document (or whose choice) a line of a dialect is from. */
export const sourceSchema = z.enum(['000', '001', '002', '003', '004', 'platform', 'simulator']);
const name = z.string().check(z.minLength(1), z.maxLength(64));
const sentence = z.string().check(z.maxLength(1000));
/** Why the line says what it says, where its document leaves it open. */
const note = z.optional(sentence);

const scopeSchema = z.strictObject({
  name,
  description: sentence,
  /** Granted without a dialog, per silent policy. The key is one of `silentPolicies`. */
  silent: z.record(z.string(), z.boolean()),
  /** The user cannot untick it. No seed document has one. */
  required: z.optional(z.boolean()),
  note,
  source: sourceSchema,
});

const failureSchema = z.strictObject({
  /** A number in every seed document; a string is allowed, some wallets put one in this slot. */
  error: z.union([z.int(), z.string()]),
  errorMessage: sentence,
  note,
  source: sourceSchema,
});

const codeSchema = z.strictObject({
  code: z.union([z.int(), z.string()]),
  /** The name or message, corrected where the document has a slip. */
  message: sentence,
  /** As the document prints it, when that differs. */
  asPrinted: z.optional(sentence),
  /** What the document tells the developer to do. */
  furtherAction: z.optional(sentence),
  note,
  source: sourceSchema,
});

const presence = z.enum(['always', 'partial', 'never']);

export const dialectSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  title: name,
  document: sourceSchema,
  scopes: z.array(scopeSchema).check(z.minLength(1), z.maxLength(200)),
  /** Ways to read which scopes are silent; the first is the default. */
  silentPolicies: z
    .array(z.strictObject({ id: name, description: sentence, note, source: sourceSchema }))
    .check(z.minLength(1), z.maxLength(8)),
  /** What `scopes` may be. `default` applies when it is absent; null: absent is a bad argument. */
  scopesParameter: z.strictObject({
    array: z.boolean(),
    string: z.boolean(),
    default: z.nullable(z.array(name)),
    note,
    source: sourceSchema,
  }),
  authCode: z.strictObject({
    /** The OpenAPI takes codes of at most 64 characters. */
    length: z.int().check(z.minimum(6), z.maximum(64)),
    alphabet: z.enum(['digits', 'alphanumeric']),
    note,
    source: sourceSchema,
  }),
  success: z.strictObject({
    authSuccessScopes: presence,
    authErrorScopes: presence,
    note,
    source: sourceSchema,
  }),
  failure: z.strictObject({
    /** Which of the documented failure shapes `fail` receives. */
    shape: z.enum(['both', 'error', 'authErrorScopes']),
    refusedScopeCode: z.string().check(z.maxLength(32)),
    note,
    source: sourceSchema,
  }),
  /** What each ending looks like to the mini program. */
  failures: z.record(z.enum(FAILURE_KINDS), failureSchema),
  /** The error table of the document, complete. */
  codes: z.array(codeSchema).check(z.maxLength(100)),
  consent: z.strictObject({ perScopeTicks: z.boolean(), note, source: sourceSchema }),
  openapi: z.strictObject({ version: z.enum(['v1', 'v2']), note, source: sourceSchema }),
  defaults: z.strictObject({
    toastDuration: z.int().check(z.minimum(0), z.maximum(60_000)),
    okText: name,
    cancelText: name,
    siteName: name,
    note,
    source: sourceSchema,
  }),
});

export type Dialect = z.infer<typeof dialectSchema> & {
  failures: Record<FailureKind, z.infer<typeof failureSchema>>;
};
export type DialectScope = Dialect['scopes'][number];
