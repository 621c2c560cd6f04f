import type { Dialect } from '../../contract/dialects/schema.ts';
import { outcomeNamed } from '../../contract/outcomes/index.ts';
import type { Delay, Effect, Rule } from '../../contract/rule.ts';
import type { StepName } from '../../contract/steps.ts';
import type { Messages } from '../../messages/index.ts';
import { outcomeText } from './texts.ts';
import { duration } from './time.ts';

/** A rule in words: its own title, or what it does. `dialect`: the one that says what a named outcome is. */
export function ruleTitle(
  m: Messages,
  { at, title, outcome }: Pick<Rule, 'at' | 'title' | 'outcome'>,
  dialect?: Dialect,
): string {
  const named =
    dialect && typeof outcome === 'string' ? outcomeNamed(at as StepName, dialect, outcome) : undefined;
  if (named && (title === undefined || title === named.title)) return outcomeText(m, at, named).title;
  return title ?? (typeof outcome === 'string' ? outcome : effectWords(m, outcome));
}

function effectWords(m: Messages, effect: Effect): string {
  if ('never' in effect) return m.outcomes.never;
  if ('drop' in effect) return m.outcomes.drop;
  if ('twice' in effect) return m.outcomes.twice;
  if ('delay' in effect) return m.outcomes.delay(delayWords(m, effect.delay));
  return 'late' in effect ? m.outcomes.late(delayWords(m, effect.late)) : m.outcomes.reply;
}

function delayWords(m: Messages, delay: Delay): string {
  if (typeof delay === 'number') return duration(delay, m.units);
  if ('uniform' in delay) return delay.uniform.map((ms) => duration(ms, m.units)).join('–');
  return `~${duration(delay.logNormal.median, m.units)}`;
}
