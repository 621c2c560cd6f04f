import { z } from 'zod/mini';

const ms = z.number().check(z.minimum(0), z.maximum(100 * 366 * 86_400_000));

/** Switches of the simulator that belong to no dialect. */
export const policiesSchema = z.strictObject({
  /** Lives in ms. */
  lives: z.strictObject({
    code: ms,
    access: ms,
    refresh: ms,
    /** How long an agreement holds; null: until it is withdrawn. */
    consent: z.nullable(ms),
  }),
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

export const DEFAULT_POLICIES: Policies = {
  lives: { code: 600_000, access: 3_600_000, refresh: 30 * 86_400_000, consent: null },
  reuseEndsFamily: true,
  revokeDropsConsent: false,
  focusThefts: 5,
  consentArming: 500,
};
