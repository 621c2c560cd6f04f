import { isObserved } from '../../../contract/instant.ts';
import { type Breakpoint, type NewBreakpoint, STEP_PATTERN } from '../../../contract/rule.ts';
import { readCount } from '../../lib/read-number.ts';
import { type MatchDraft, matchDraft, readMatch } from './match-draft.ts';

/** A breakpoint as the fields of its form. */
export interface BreakpointDraft extends MatchDraft {
  at: string;
  where: 'request' | 'answer';
  /** Empty: every time. */
  nth: string;
}

export type BreakpointProblems = Partial<
  Record<'at' | 'scope' | 'nth', 'step' | 'observed' | 'text' | 'count'>
>;

export function breakpointDraft(from: Partial<Breakpoint>): BreakpointDraft {
  return {
    at: from.at ?? '',
    where: from.where ?? 'request',
    nth: from.nth === undefined ? '' : String(from.nth),
    ...matchDraft(from.match),
  };
}

/** What the form says, or what is wrong with which of its fields. */
export function readBreakpoint(
  draft: BreakpointDraft,
): { breakpoint: NewBreakpoint } | { problems: BreakpointProblems } {
  const problems: BreakpointProblems = {};
  const at = draft.at.trim();
  if (!isStep(at)) problems.at = 'step';
  else if (isObserved(at)) problems.at = 'observed';
  if (draft.scope.trim().length > 300) problems.scope = 'text';
  const nth = draft.nth.trim() === '' ? undefined : readCount(draft.nth);
  if (draft.nth.trim() !== '' && nth === undefined) problems.nth = 'count';
  if (Object.keys(problems).length > 0) return { problems };
  return {
    breakpoint: { at, where: draft.where, ...readMatch(draft), ...(nth === undefined ? {} : { nth }) },
  };
}

/** Whether a text is the name of a step that rules and breakpoints can be set on. */
export function isStep(text: string): boolean {
  return text.length <= 80 && STEP_PATTERN.test(text);
}
