import type { Effect, Rule } from '../../contract/effect.ts';
import type { Messages } from '../../messages/index.ts';
import { duration } from './time.ts';

/** A rule in words: its own title, or what it does. */
export function ruleTitle(m: Messages, rule: Pick<Rule, 'title' | 'effect'>): string {
  return rule.title ?? effectWords(m, rule.effect);
}

function effectWords(m: Messages, effect: Effect): string {
  if ('never' in effect) return m.outcomes.never;
  if ('drop' in effect) return m.outcomes.drop;
  if ('twice' in effect) return m.outcomes.twice;
  if ('delay' in effect) return m.outcomes.delay(duration(effect.delay, m.units));
  return 'late' in effect ? m.outcomes.late(duration(effect.late, m.units)) : m.outcomes.reply;
}
