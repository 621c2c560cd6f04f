import { z } from 'zod/mini';

const ms = z.number().check(z.minimum(0), z.maximum(10 * 366 * 86_400_000));
const text = z.string().check(z.minLength(1), z.maxLength(300));

/**
 * How long something takes, in virtual ms: always the same, evenly spread between two bounds, or log-normal (most of the
 * time near the median, now and then much longer; `sigma` 0.5 is a calm network, 1.5 a bad one). What is drawn is a
 * function of seed and hop.
 */
export const delaySchema = z.union([
  ms,
  z.strictObject({ uniform: z.tuple([ms, ms]) }),
  z.strictObject({
    logNormal: z.strictObject({ median: ms, sigma: z.number().check(z.minimum(0), z.maximum(4)) }),
  }),
]);
export type Delay = z.infer<typeof delaySchema>;

/** What a rule, or a person at a stop, makes of a hop. */
export const effectSchema = z.union([
  /** The answer, in the step's own shape: `{"value": …}` or `{"failure": {"kind", "message"}}`. The work is not done. */
  z.strictObject({ reply: z.json() }),
  /** The work is not done and nothing ever comes back. */
  z.strictObject({ never: z.literal(true) }),
  /** The work is done; the answer is lost. */
  z.strictObject({ drop: z.literal(true) }),
  /** The work is done later. */
  z.strictObject({ delay: delaySchema }),
  /** The work is done; the answer arrives twice. */
  z.strictObject({ twice: z.literal(true) }),
  /** The work is done; the answer arrives later. */
  z.strictObject({ late: delaySchema }),
]);
export type Effect = z.infer<typeof effectSchema>;

/** Which hops of a step are meant; an absent member means any. */
export const matchSchema = z.strictObject({
  program: z.optional(text),
  persona: z.optional(text),
  /** Hops that ask for this scope, or are made on behalf of a `my.getAuthCode` that does. */
  scope: z.optional(text),
});
export type Match = z.infer<typeof matchSchema>;

/** The steps that a rule or a breakpoint can be set on. What is answered in the frame ({@link isObserved}) cannot be stopped. */
export const STEP_PATTERN = /^(jsapi|spi|user|wallet|merchant|openapi|plus|html5)\.\w+$/;
export const stepNameSchema = z.string().check(z.maxLength(80), z.regex(STEP_PATTERN));

/** An outcome chosen for a step before it is reached. */
export const ruleSchema = z.strictObject({
  at: stepNameSchema,
  match: z.optional(matchSchema),
  /** The first of the hops that match that it applies to, counted from 1. Default 1. */
  from: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  /** How many times it applies. Default 1. */
  times: z.optional(z.union([z.int().check(z.minimum(1), z.maximum(1_000_000)), z.literal('always')])),
  /**
   * The id of a documented outcome of that step (`"close"`), a code that the step can answer (`"1003"`), or an effect in
   * full.
   */
  outcome: z.union([text, effectSchema]),
  /** For the reader. Default: the outcome's own title. */
  title: z.optional(text),
});
export type NewRule = z.infer<typeof ruleSchema>;
export type Rule = NewRule & { id: string };

/** A place where hops stop: before the work is done, or before its answer is delivered. */
export const breakpointSchema = z.strictObject({
  at: stepNameSchema,
  where: z.optional(z.enum(['request', 'answer'])),
  match: z.optional(matchSchema),
  /** Only the n-th hop that matches, counted from 1; absent: every one. */
  nth: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
});
export type NewBreakpoint = z.infer<typeof breakpointSchema>;
export type Breakpoint = NewBreakpoint & { id: string };
