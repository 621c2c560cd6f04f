import { z } from 'zod/mini';

const scopes = z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(100));

/** What the user has with a program before it starts: the grants ledger in one word. */
export const GRANT_PRESETS = [
  'first-visit',
  'returning',
  'partly-granted',
  'declined-before',
  'expired',
  'revoked-outside',
] as const;
export type GrantPreset = (typeof GRANT_PRESETS)[number];

/** The user's grants to the program when the scenario begins. Absent: what the persona brings. */
export const ledgerSchema = z.strictObject({
  preset: z.optional(z.enum(GRANT_PRESETS)),
  /** Granted, instead of what the persona brings. */
  granted: z.optional(scopes),
  /** Refused at the last dialog. */
  declined: z.optional(scopes),
});
export type Ledger = z.infer<typeof ledgerSchema>;
