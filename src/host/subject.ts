import type { Dialect } from '../contract/dialects/schema.ts';
import type { Match } from '../contract/rule.ts';
import type { StepName } from '../contract/steps.ts';

/** What rules and breakpoints may ask of a run. */
export interface RunSubject {
  program: string;
  persona: string;
  dialect: Dialect;
}

/** One hop, as rules and breakpoints see it. */
export interface HopSubject extends Partial<RunSubject> {
  step: StepName;
  hop: string;
  /** The scopes that it, or the call around it, asks for. Looked at only when a match names a scope. */
  scopes(): readonly string[];
}

/** Whether a hop is meant; an absent member of the match means any. */
export function isMeant(at: string, match: Match | undefined, subject: HopSubject): boolean {
  if (at !== subject.step) return false;
  if (!match) return true;
  return (
    (match.program === undefined || match.program === subject.program) &&
    (match.persona === undefined || match.persona === subject.persona) &&
    (match.scope === undefined || subject.scopes().includes(match.scope))
  );
}

/** The scopes that a request names, in the shapes of JSAPI, SPI and wallet; undefined when it names none. */
export function scopesIn(request: unknown): readonly string[] | undefined {
  if (request === null || typeof request !== 'object') return undefined;
  const { scopes, requested } = request as { scopes?: unknown; requested?: unknown };
  const named = scopes ?? requested;
  if (typeof named === 'string') return [named];
  return Array.isArray(named)
    ? named.filter((scope): scope is string => typeof scope === 'string')
    : undefined;
}
