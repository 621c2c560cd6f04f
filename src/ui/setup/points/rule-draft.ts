import { isInstant } from '../../../contract/instant.ts';
import type { Json } from '../../../contract/json.ts';
import { type Delay, delaySchema, type Effect, effectSchema, type NewRule } from '../../../contract/rule.ts';
import { readCount, readDecimal, readMs } from '../../lib/read-number.ts';
import { replyProblem } from '../../lib/reply-problem.ts';
import { isStep } from './breakpoint-draft.ts';
import { type MatchDraft, matchDraft, readMatch } from './match-draft.ts';

export const WHATS = ['documented', 'delay', 'late', 'never', 'drop', 'twice', 'reply'] as const;
export type What = (typeof WHATS)[number];
export const SPREADS = ['fixed', 'uniform', 'logNormal'] as const;
export type Spread = (typeof SPREADS)[number];
export const OFTENS = ['first', 'nth', 'firstN', 'always', 'own'] as const;
export type Often = (typeof OFTENS)[number];

/** What can be made of a step: what is answered in the frame comes at once, and once. */
export function whatsAt(step: string): readonly What[] {
  return isInstant(step.trim()) ? ['documented', 'reply'] : WHATS;
}

/** A rule as the fields of its form; what does not belong to `what`, `spread` and `often` is kept and not looked at. */
export interface RuleDraft extends MatchDraft {
  at: string;
  what: What;
  /** Id of a documented outcome. */
  outcome: string;
  spread: Spread;
  ms: string;
  low: string;
  high: string;
  median: string;
  sigma: string;
  reply: string;
  often: Often;
  n: string;
  from: string;
  /** A number, or `always`. */
  times: string;
}

export type RuleProblem = 'step' | 'outcome' | 'count' | 'times' | 'ms' | 'sigma' | 'reply' | 'text';
export type RuleField =
  | 'at'
  | 'outcome'
  | 'ms'
  | 'low'
  | 'high'
  | 'median'
  | 'sigma'
  | 'reply'
  | 'n'
  | 'from'
  | 'times'
  | 'scope';
export type RuleProblems = Partial<Record<RuleField, RuleProblem>>;

const EMPTY = {
  what: 'documented',
  outcome: '',
  spread: 'fixed',
  ms: '3000',
  low: '200',
  high: '3000',
  median: '400',
  sigma: '0.5',
  reply: '{\n  "value": {}\n}',
  often: 'first',
  n: '2',
  from: '1',
  times: '1',
} as const;

/**
 * The form of a rule that is there, or of a new one.
 * @param documented finds the id of the documented outcome that has this effect
 */
export function ruleDraft(
  rule: Partial<NewRule>,
  documented: (effect: Effect) => string | undefined = () => undefined,
): RuleDraft {
  return {
    ...EMPTY,
    at: rule.at ?? '',
    ...matchDraft(rule.match),
    ...(rule.outcome === undefined ? {} : outcomeDraft(rule.outcome, documented)),
    ...oftenDraft(rule.from ?? 1, rule.times ?? 1),
  };
}

function outcomeDraft(
  outcome: NewRule['outcome'],
  documented: (effect: Effect) => string | undefined,
): Partial<RuleDraft> {
  if (typeof outcome === 'string') return { what: 'documented', outcome };
  const known = documented(outcome);
  if (known !== undefined) return { what: 'documented', outcome: known };
  if ('reply' in outcome) return { what: 'reply', reply: JSON.stringify(outcome.reply, null, 2) };
  if ('delay' in outcome) return { what: 'delay', ...delayDraft(outcome.delay) };
  if ('late' in outcome) return { what: 'late', ...delayDraft(outcome.late) };
  if ('never' in outcome) return { what: 'never' };
  return { what: 'drop' in outcome ? 'drop' : 'twice' };
}

function delayDraft(delay: Delay): Partial<RuleDraft> {
  if (typeof delay === 'number') return { spread: 'fixed', ms: String(delay) };
  if ('uniform' in delay)
    return { spread: 'uniform', low: String(delay.uniform[0]), high: String(delay.uniform[1]) };
  const { median, sigma } = delay.logNormal;
  return { spread: 'logNormal', median: String(median), sigma: String(sigma) };
}

function oftenDraft(from: number, times: number | 'always'): Partial<RuleDraft> {
  const fields = { from: String(from), times: String(times) };
  if (from === 1 && times === 1) return { often: 'first', ...fields };
  if (from === 1 && times === 'always') return { often: 'always', ...fields };
  if (from === 1) return { often: 'firstN', n: String(times), ...fields };
  return times === 1 ? { often: 'nth', n: String(from), ...fields } : { often: 'own', ...fields };
}

/** What the form says, or what is wrong with which of its fields. `known`: the documented outcomes of the step. */
export function readRule(
  draft: RuleDraft,
  known: readonly string[],
): { rule: NewRule } | { problems: RuleProblems } {
  const problems: RuleProblems = {};
  const at = draft.at.trim();
  if (!isStep(at)) problems.at = 'step';
  if (draft.scope.trim().length > 300) problems.scope = 'text';
  const outcome = readOutcome(draft, known, problems);
  const often = readOften(draft, problems);
  if (outcome === undefined || Object.keys(problems).length > 0) return { problems };
  return { rule: { at, ...readMatch(draft), ...often, outcome } };
}

function readOutcome(
  draft: RuleDraft,
  known: readonly string[],
  problems: RuleProblems,
): NewRule['outcome'] | undefined {
  const what = whatAt(draft);
  switch (what) {
    case 'documented':
      if (known.includes(draft.outcome)) return draft.outcome;
      problems.outcome = 'outcome';
      return undefined;
    case 'reply': {
      const reply = replyIn(draft.reply);
      if (reply === undefined) problems.reply = 'reply';
      return reply === undefined ? undefined : { reply };
    }
    case 'delay':
    case 'late': {
      const delay = readDelay(draft, problems);
      if (delay === undefined) return undefined;
      return what === 'delay' ? { delay } : { late: delay };
    }
    case 'never':
      return { never: true };
    case 'drop':
      return { drop: true };
    case 'twice':
      return { twice: true };
  }
}

/** What the form says, as far as the step has it. */
export function whatAt({ at, what }: Pick<RuleDraft, 'at' | 'what'>): What {
  return whatsAt(at).includes(what) ? what : 'documented';
}

function replyIn(text: string): Json | undefined {
  try {
    const json = JSON.parse(text) as Json;
    return replyProblem(json) || !effectSchema.safeParse({ reply: json }).success ? undefined : json;
  } catch {
    return undefined;
  }
}

function readDelay(draft: RuleDraft, problems: RuleProblems): Delay | undefined {
  const ms = (field: 'ms' | 'low' | 'high' | 'median') => {
    const value = readMs(draft[field]);
    if (value === undefined) problems[field] = 'ms';
    return value ?? 0;
  };
  let delay: Delay;
  if (draft.spread === 'fixed') delay = ms('ms');
  else if (draft.spread === 'uniform') delay = { uniform: [ms('low'), ms('high')] };
  else {
    const sigma = readDecimal(draft.sigma, 4);
    if (sigma === undefined) problems.sigma = 'sigma';
    delay = { logNormal: { median: ms('median'), sigma: sigma ?? 0 } };
  }
  return delaySchema.safeParse(delay).success ? delay : undefined;
}

function readOften(draft: RuleDraft, problems: RuleProblems): Pick<NewRule, 'from' | 'times'> {
  const count = (field: 'n' | 'from') => {
    const value = readCount(draft[field]);
    if (value === undefined) problems[field] = 'count';
    return value ?? 1;
  };
  switch (draft.often) {
    case 'first':
      return {};
    case 'always':
      return { times: 'always' };
    case 'nth':
      return { from: count('n') };
    case 'firstN':
      return { times: count('n') };
    case 'own': {
      const times = draft.times.trim() === 'always' ? 'always' : readCount(draft.times);
      if (times === undefined) problems.times = 'times';
      return { from: count('from'), times: times ?? 1 };
    }
  }
}
