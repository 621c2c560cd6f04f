import type { Rule } from '../../../contract/rule.ts';
import type { Messages } from '../../../messages/index.ts';
import type { Points } from '../../../messages/points.ts';

/** Which of the hops that match a rule applies to, in words. */
export function oftenWords(
  m: Messages,
  p: Points,
  { from = 1, times = 1 }: Pick<Rule, 'from' | 'times'>,
): string {
  if (from > 1 && times === 1) return p.oftenNth(from);
  if (from > 1) return p.oftenFrom(from, times === 'always' ? m.setup.always : m.setup.times(times));
  if (times === 'always') return m.setup.always;
  return times === 1 ? p.often1 : p.oftenFirst(times);
}
