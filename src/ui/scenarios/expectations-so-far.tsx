import Check from 'lucide-react/icons/check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import X from 'lucide-react/icons/x';
import type { Scenario } from '../../contract/scenario.ts';
import { checkSoFar, type ExpectationState } from '../../host/scenario/check.ts';
import { useSimulator } from '../context.ts';
import { cx } from '../parts/class-names.ts';
import { useScenarioMessages } from './use-scenario-messages.ts';
import { expectationInWords, stateInWords } from './words.ts';

const MARKS = { met: Check, open: CircleDashed, missed: X } as const;
const COLORS: Record<ExpectationState, string> = {
  met: 'text-ok',
  open: 'text-muted',
  missed: 'text-failed',
};

/** What the scenario that is on expects, held against what has happened. */
export function ExpectationsSoFar({ scenario }: { scenario: Scenario }) {
  const m = useScenarioMessages();
  const simulator = useSimulator('trace', 'simulator');
  const all = checkSoFar(scenario, simulator);
  if (all.length === 0) return null;
  return (
    <>
      <p role="status" className="mt-1.5 text-xs font-medium">
        {m.scenarios.met(all.filter(({ state }) => state === 'met').length, all.length)}
      </p>
      <ul aria-label={m.scenarios.expects} className="mt-0.5 space-y-0.5 text-xs">
        {all.map((one) => {
          const Mark = MARKS[one.state];
          const words = expectationInWords(m, one);
          return (
            <li key={words} className="flex gap-1.5">
              <Mark
                aria-hidden
                className={cx('mt-0.5 size-3.5 shrink-0', COLORS[one.state])}
                strokeWidth={2.5}
              />
              <span className="min-w-0 break-words">
                {words}: <span className={COLORS[one.state]}>{stateInWords(m, one)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
