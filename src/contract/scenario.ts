import { z } from 'zod/mini';
import { clockSchema } from './clock-setting.ts';
import { sourceSchema } from './dialects/schema.ts';
import { ledgerSchema } from './ledger.ts';
import { policyChangeSchema } from './policies.ts';
import { ruleSchema, stepNameSchema } from './rule.ts';

const text = z.string().check(z.minLength(1), z.maxLength(300));
const sentence = z.string().check(z.maxLength(1000));
const scopes = z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(100));
const call = z.string().check(z.regex(/^[A-Za-z][\w-]{0,39}$/));
const duration = z.union([
  z.int().check(z.minimum(0), z.maximum(100 * 366 * 86_400_000)),
  z.string().check(z.regex(/^\d{1,6}(ms|s|m|h|d)$/)),
]);

/** How the user's dialog ends: an ending of `user.authorize`, or the scopes that are ticked when *Agree* is pressed. */
export const userEndingSchema = z.union([
  z.enum(['agree', 'reject', 'close', 'escape', 'background', 'timeout']),
  z.strictObject({ agree: scopes }),
]);

/** Skipped when it cannot be: no dialog opens, there is no code. Else that is a failure of the scenario. */
const optional = z.optional(z.boolean());

/**
 * What happens, in order. A call is started and not waited for: what follows happens as soon as nothing moves any more
 * without the user or the clock. `as` names a call, so that later items can speak of it.
 */
export const playItemSchema = z.union([
  /** The user touches the program: what has this label. Before the first touch is the first screen (002, FAQ 2). */
  z.strictObject({ tap: text }),
  /** The mini program calls `my.<call>` with these arguments; `my.getAuthCode` without any: the program's scopes. */
  z.strictObject({ call, with: z.optional(z.record(z.string(), z.json())), as: z.optional(call) }),
  /** The user answers the consent dialog that is open, or the next one that opens. */
  z.strictObject({ user: userEndingSchema, optional }),
  /** The mini program asks its merchant server; to log in it sends the auth code of the call that `code` names. */
  z.strictObject({
    merchant: z.enum(['login', 'userInfo', 'refresh', 'revoke']),
    code: z.optional(call),
    optional,
  }),
  /**
   * A server calls an operation of the OpenAPI directly. In `body`, `{{<call>.authCode}}` is the code of a call,
   * `{{merchant.accessToken}}` and `{{merchant.refreshToken}}` what the merchant server keeps, `{{clientId}}` the
   * program's client id, `{{otherClientId}}` that of another program. `client` may be either of the last two, too.
   */
  z.strictObject({
    openapi: z.string().check(z.regex(/^\w{1,60}$/)),
    body: z.record(z.string(), z.json()),
    /** The client that asks. Default: the program's own. */
    client: z.optional(text),
    /** Which version of the OpenAPI. Default: the dialect's. */
    version: z.optional(z.enum(['v1', 'v2'])),
    /** Default: POST, the only one that the platform takes. */
    method: z.optional(z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])),
  }),
  /** Virtual time moves on: ms, or text like `"10m"`. */
  z.strictObject({ wait: duration }),
  /** The user gives or withdraws grants in the wallet's settings; null: forgets the program. */
  z.strictObject({ grant: z.nullable(z.record(z.string(), z.boolean())) }),
  /** The program's page is left (`reload`), or the app goes to the background and comes back. */
  z.strictObject({ page: z.enum(['reload', 'background', 'foreground']) }),
]);
export type PlayItem = z.infer<typeof playItemSchema>;

/** One answer that is expected: the n-th answer of a step (the last one unless said), and its code; null: it succeeds. */
export const expectedAnswerSchema = z.strictObject({
  step: stepNameSchema,
  n: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
  code: z.nullable(text),
});

/**
 * A scenario: what is chosen, what is true when it begins, what goes wrong, what happens, and what must come of it. The
 * same file in the page, in its address, in tests and on the command line. Everything but the name has a default.
 */
export const scenarioSchema = z.strictObject({
  $schema: z.optional(z.string()),
  name: z.string().check(z.regex(/^[A-Za-z0-9][\w./-]{0,127}$/)),
  title: z.optional(text),
  /** One sentence: when this happens in a real wallet. */
  when: z.optional(sentence),
  /** The document it comes from. */
  source: z.optional(sourceSchema),
  /** The step at which it happens, for tables and reports. */
  step: z.optional(stepNameSchema),
  program: z.optional(text),
  dialect: z.optional(text),
  persona: z.optional(text),
  service: z.optional(text),
  silentPolicy: z.optional(text),
  failureShape: z.optional(z.enum(['both', 'error', 'authErrorScopes'])),
  grants: z.optional(ledgerSchema),
  policies: z.optional(policyChangeSchema),
  rules: z.optional(z.array(ruleSchema).check(z.maxLength(100))),
  clock: z.optional(clockSchema),
  seed: z.optional(text),
  /** Absent: one `my.getAuthCode`, the user agrees if asked, the merchant server exchanges the code. */
  play: z.optional(z.array(playItemSchema).check(z.maxLength(200))),
  expect: z.optional(
    z.strictObject({
      answers: z.optional(z.array(expectedAnswerSchema).check(z.maxLength(100))),
      /** Steps that must occur in this order; others may come between. */
      steps: z.optional(z.array(stepNameSchema).check(z.maxLength(200))),
      /** Steps that must not occur. */
      absent: z.optional(z.array(stepNameSchema).check(z.maxLength(200))),
      /** What the user has granted to the program at the end, silent scopes left out. */
      granted: z.optional(scopes),
      /** Calls that never settle, by `as` or by what is called. Any other call that does not is a failure. */
      hangs: z.optional(z.array(call).check(z.maxLength(50))),
    }),
  ),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** What is played when a scenario does not say: the program signs its user in. */
export const USUAL_PLAY: readonly PlayItem[] = [
  { tap: 'Sign in' },
  { call: 'getAuthCode' },
  { user: 'agree', optional: true },
  { merchant: 'login', optional: true },
];
