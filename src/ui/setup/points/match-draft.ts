import type { Match } from '../../../contract/rule.ts';

/** Which hops are meant, as fields of a form; empty: any. */
export interface MatchDraft {
  program: string;
  persona: string;
  scope: string;
}

export const MATCH_MEMBERS = ['program', 'persona', 'scope'] as const;

export function matchDraft(match: Match | undefined): MatchDraft {
  return { program: match?.program ?? '', persona: match?.persona ?? '', scope: match?.scope ?? '' };
}

/** Nothing when any hop is meant. */
export function readMatch(draft: MatchDraft): { match?: Match } {
  const match: Match = {};
  for (const name of MATCH_MEMBERS) {
    const value = name === 'scope' ? draft[name].trim() : draft[name];
    if (value !== '') match[name] = value;
  }
  return Object.keys(match).length === 0 ? {} : { match };
}
