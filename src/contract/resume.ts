import { z } from 'zod/mini';
import { effectSchema } from './rule.ts';

/**
 * How a stopped hop goes on. `edit`: with this request, or at an answer with this reply, as JSON. `answer`: with this
 * reply, the work is not done. `drop`: nothing comes any more. `twice`, `late` (virtual ms): the answer comes so.
 * `inject`: as a rule of that title would have it; at an answer, what that makes of the answer.
 */
export const resumeSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('continue') }),
  z.strictObject({ how: z.literal('edit'), value: z.json() }),
  z.strictObject({ how: z.literal('answer'), reply: z.json() }),
  z.strictObject({ how: z.literal('drop') }),
  z.strictObject({ how: z.literal('twice') }),
  z.strictObject({ how: z.literal('late'), ms: z.number() }),
  z.strictObject({ how: z.literal('inject'), effect: effectSchema, title: z.string() }),
]);
export type Resume = z.infer<typeof resumeSchema>;
