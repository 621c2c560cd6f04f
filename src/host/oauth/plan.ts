import type { Dialect } from '../../contract/dialects/schema.ts';
import { isSilent } from '../../contract/dialects/translate.ts';
import type { RefusalReason } from '../../contract/outcome.ts';

/** What becomes of each requested scope before anybody is asked. */
export interface ScopePlan {
  /** Granted without a dialog, per the dialect's silent policy. */
  silent: string[];
  /** Granted by this user before. */
  granted: string[];
  /** The user must agree: what the dialog asks for. */
  missing: string[];
  /** Cannot be granted, whatever the user says. */
  refused: Record<string, RefusalReason>;
}

/**
 * Sorts the requested scopes. Unknown to the dialect, not applied for by the program, not supported by the service:
 * refused, and the flow goes on with the others (simulator's choice). `supported` is the answer of
 * `getAuthorizedScopes` (document 000).
 */
export function planScopes(input: {
  dialect: Dialect;
  silentPolicy: string;
  requested: readonly string[];
  /** undefined: the program applied for every scope of the dialect. */
  applied: readonly string[] | undefined;
  supported: readonly string[];
  granted: readonly string[];
}): ScopePlan {
  const known = new Set(input.dialect.scopes.map((scope) => scope.name));
  const applied = input.applied && new Set(input.applied);
  const supported = new Set(input.supported);
  const granted = new Set(input.granted);
  const plan: ScopePlan = { silent: [], granted: [], missing: [], refused: noRefusals() };
  for (const scope of new Set(input.requested)) {
    if (!known.has(scope)) plan.refused[scope] = 'unknown';
    else if (applied && !applied.has(scope)) plan.refused[scope] = 'notApplied';
    else if (!supported.has(scope)) plan.refused[scope] = 'notSupported';
    else if (isSilent(input.dialect, scope, input.silentPolicy)) plan.silent.push(scope);
    else if (granted.has(scope)) plan.granted.push(scope);
    else plan.missing.push(scope);
  }
  return plan;
}

/** An empty record for scopes that a program may name as it likes, `__proto__` included. */
export const noRefusals = (): Record<string, RefusalReason> => Object.create(null);
