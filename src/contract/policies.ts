import { z } from 'zod/mini';

const ms = z.number().check(z.minimum(0), z.maximum(100 * 366 * 86_400_000));

const livesSchema = z.strictObject({
  code: ms,
  access: ms,
  refresh: ms,
  /** How long an agreement holds; null: until it is withdrawn. */
  consent: z.nullable(ms),
});

/** Switches of the simulator that belong to no dialect. */
export const policiesSchema = z.strictObject({
  /** Lives in ms. */
  lives: livesSchema,
  /** Reuse of a code or refresh token ends its token family (a hardening policy, the simulator's choice). */
  reuseEndsFamily: z.boolean(),
  /** Revoking a token also withdraws the consent behind it. */
  revokeDropsConsent: z.boolean(),
  /** How often the program may steal the keyboard focus from the consent dialog before it is refused. */
  focusThefts: z.int().check(z.minimum(0), z.maximum(1_000)),
  /** ms before the buttons of the consent dialog work. */
  consentArming: ms,
});
export type Policies = z.infer<typeof policiesSchema>;

/** Some of them, as a scenario says them; the rest is as usual. */
export const policyChangeSchema = z.extend(z.partial(policiesSchema), {
  lives: z.optional(z.partial(livesSchema)),
});
export type PolicyChange = z.infer<typeof policyChangeSchema>;

export const DEFAULT_POLICIES: Policies = {
  lives: { code: 600_000, access: 3_600_000, refresh: 30 * 86_400_000, consent: null },
  reuseEndsFamily: true,
  revokeDropsConsent: false,
  focusThefts: 5,
  consentArming: 500,
};

/** The usual policies, changed. */
export function policiesWith({ lives, ...change }: PolicyChange = {}): Policies {
  const set = <T extends object>(usual: T, given: { [K in keyof T]?: T[K] | undefined }): T =>
    ({ ...usual, ...Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)) }) as T;
  return { ...set(DEFAULT_POLICIES, change), lives: set(DEFAULT_POLICIES.lives, lives ?? {}) };
}
