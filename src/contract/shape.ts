import type { z } from 'zod/mini';
import { problemsOf } from './problems.ts';

/**
 * Checks what comes from outside against a schema.
 * @throws TypeError with one sentence for each problem: the field, what was expected, what is there
 */
export function expectShape<S extends z.ZodMiniType>(what: string, schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new TypeError(`${what}: ${problemsOf(parsed.error.issues, value).join(' ')}`);
}
