import type { Dialect } from '../../contract/dialects/schema.ts';
import { silentScopes } from '../../contract/dialects/translate.ts';
import type { Program } from '../../contract/program.ts';
import { mayInquire } from '../../contract/scopes.ts';

/** What scenarios ask of a program. */
export interface Applicant {
  scopes?: readonly string[] | undefined;
  kind?: Program['kind'] | undefined;
}

/** A dialect, and the scopes of it that scenarios use: what is known by all of them and applied for by the program. */
export interface Ground {
  dialect: Dialect;
  /** The program has pages of its own in one document: leaving one does not end its calls. */
  pages: boolean;
  /** Every scope that there is to ask for. */
  scopes: readonly string[];
  /** A scope that the user is asked for, and that tells the merchant something. */
  ask: string;
  /** Another one; undefined when there is none. */
  other: string | undefined;
  /** A scope that is granted without asking, under the first silent policy. */
  silent: string | undefined;
  /** A scope that the user is asked for and that gives no data, only a call. */
  dataless: string | undefined;
}

/**
 * The ground for a program's scenarios.
 * @param program its scopes are those that it applied for; undefined: all
 * @returns undefined when it has no scope in this dialect that a user is asked for
 */
export function groundOf(dialect: Dialect, { scopes: applied, kind }: Applicant): Ground | undefined {
  const scopes = dialect.scopes
    .map((scope) => scope.name)
    .filter((name) => applied === undefined || applied.includes(name));
  const quiet = new Set(dialect.silentPolicies.flatMap(({ id }) => silentScopes(dialect, id)));
  const silent = new Set(silentScopes(dialect, dialect.silentPolicies[0]?.id ?? ''));
  const asked = scopes.filter((name) => !quiet.has(name));
  const telling = asked.filter((name) => mayInquire([name]));
  const ask = telling.includes('auth_user') ? 'auth_user' : telling[0];
  if (ask === undefined) return undefined;
  const silentOnes = scopes.filter((name) => silent.has(name));
  return {
    dialect,
    pages: kind === 'axml',
    scopes,
    ask,
    other: telling.find((name) => name !== ask),
    silent: silentOnes.includes('auth_base') ? 'auth_base' : silentOnes[0],
    dataless: asked.find((name) => !mayInquire([name])),
  };
}
