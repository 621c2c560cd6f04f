import { z } from 'zod/mini';

/** How a session's clock begins. */
export const clockSchema = z.strictObject({
  /** When it begins, ISO 8601 in UTC. Absent: now; played headless: the first second of 2026. */
  at: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/))),
  /** `frozen` stands still until it is moved. */
  mode: z.optional(z.enum(['real', 'frozen'])),
  /** 1 is real time. */
  speed: z.optional(z.number().check(z.minimum(0.01), z.maximum(1_000))),
});
export type ClockSetting = z.infer<typeof clockSchema>;
