import type { Delay, Effect, Rule } from '../../contract/rule.ts';
import type { Messages } from '../../messages/index.ts';
import { duration } from './time.ts';

/** A rule in words: its own title, or what it does. */
export function ruleTitle(m: Messages, rule: Pick<Rule, 'title' | 'outcome'>): string {
  return rule.title ?? (typeof rule.outcome === 'string' ? rule.outcome : effectWords(m, rule.outcome));
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
