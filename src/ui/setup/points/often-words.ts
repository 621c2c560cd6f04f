import type { Rule } from '../../../contract/rule.ts';
import type { Messages } from '../../../messages/index.ts';

/** Which of the hops that match a rule applies to, in words. */
export function oftenWords(m: Messages, { from = 1, times = 1 }: Pick<Rule, 'from' | 'times'>): string {
  if (from > 1 && times === 1) return m.points.oftenNth(from);
  if (from > 1) return m.points.oftenFrom(from, times === 'always' ? m.setup.always : m.setup.times(times));
  if (times === 'always') return m.setup.always;
  return times === 1 ? m.points.often1 : m.points.oftenFirst(times);
}
