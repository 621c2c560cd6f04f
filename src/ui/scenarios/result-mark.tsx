import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import { cx } from '../parts/class-names.ts';
import { useScenarioMessages } from './use-scenario-messages.ts';
import type { ResultFilter } from './view-state.ts';

const MARKS = { passed: Check, failed: X, error: TriangleAlert, notRun: Minus } as const;
const COLORS: Record<ResultFilter, string> = {
  passed: 'text-ok',
  failed: 'text-failed',
  error: 'text-failed',
  notRun: 'text-muted',
};

/** What came of a scenario: a shape, a word and a colour, each of which is enough. */
export function ResultMark({ status, word = false }: { status: ResultFilter; word?: boolean }) {
  const { scenarios: m } = useScenarioMessages();
  const Mark = MARKS[status];
  return (
    <span className={cx('inline-flex items-center gap-1 whitespace-nowrap', COLORS[status])}>
      <Mark aria-hidden className="size-3.5 shrink-0" strokeWidth={2.5} />
      <span className={word ? undefined : 'sr-only'}>{m.status[status]}</span>
    </span>
  );
}
