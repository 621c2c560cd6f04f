import RotateCw from 'lucide-react/icons/rotate-cw';
import Trash2 from 'lucide-react/icons/trash-2';
import Zap from 'lucide-react/icons/zap';
import type { StepName } from '../../../contract/steps.ts';
import { useMessages, useSimulator } from '../../context.ts';
import { ruleTitle } from '../../lib/rule-title.ts';
import { reload } from '../../lib/session.ts';
import { Button } from '../../parts/button.tsx';

/** Outcomes that wait for the next time a step is reached, and the way to get there. */
export function RuleNotes({ step }: { step: StepName }) {
  const m = useMessages();
  const simulator = useSimulator('rules', 'simulator');
  const waiting = simulator.rules.list.filter((rule) => rule.at === step && rule.left !== 0);
  if (waiting.length === 0) return null;
  const dialect = simulator.dialects.find((one) => one.id === simulator.choice.dialect);
  return (
    <ul className="shrink-0 border-b border-line bg-injected-soft">
      {waiting.map((rule) => {
        const title = ruleTitle(m, rule, dialect);
        return (
          <li key={rule.id} className="flex items-center gap-2 px-3 py-1">
            <Zap aria-hidden className="size-3.5 shrink-0 text-injected" />
            <span className="min-w-0 flex-1 truncate">
              {m.detail.added(title)}{' '}
              <span className="text-xs text-muted">
                {rule.left === null ? m.detail.always : m.setup.times(rule.left)}
              </span>
            </span>
            <Button
              look="plain"
              className="h-6 text-xs"
              icon={<RotateCw aria-hidden />}
              tip={m.detail.runAgainHelp}
              onClick={() => reload(simulator)}
            >
              {m.detail.runAgain}
            </Button>
            <Button
              className="h-6"
              aria-label={m.setup.removeOutcome(title)}
              icon={<Trash2 aria-hidden />}
              onClick={() => simulator.rules.remove(rule.id)}
            />
          </li>
        );
      })}
    </ul>
  );
}
