import Trash2 from 'lucide-react/icons/trash-2';
import Zap from 'lucide-react/icons/zap';
import { useMessages, useSimulator } from '../context.ts';
import { ruleTitle } from '../lib/rule-title.ts';
import { Button } from '../parts/button.tsx';
import { Heading } from './heading.tsx';

/** The outcomes that were chosen by hand for steps to come. */
export function OutcomeList() {
  const m = useMessages();
  const { rules } = useSimulator('rules');
  const list = rules.list;
  return (
    <section aria-label={m.setup.outcomes}>
      <Heading
        end={
          list.length > 1 && (
            <Button className="h-6 text-xs" onClick={() => rules.clear()}>
              {m.setup.removeAll}
            </Button>
          )
        }
      >
        {m.setup.outcomes}
      </Heading>
      {list.length === 0 ? (
        <p className="px-2 text-xs text-muted">{m.setup.noOutcomes}</p>
      ) : (
        <ul>
          {list.map((rule) => {
            const title = ruleTitle(m, rule);
            return (
              <li key={rule.id} className="flex items-start gap-2 px-2 py-1">
                <Zap aria-hidden className="mt-1 size-3.5 shrink-0 text-injected" />
                <span className="min-w-0 flex-1">
                  <span className="block break-words">{title}</span>
                  <span className="block text-xs break-words text-muted">
                    <code>{rule.at}</code> ·{' '}
                    {rule.times === 'always' ? m.setup.always : m.setup.times(rule.times ?? 1)} ·{' '}
                    {m.setup.used(rule.used)}
                  </span>
                </span>
                <Button
                  aria-label={m.setup.removeOutcome(title)}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => rules.remove(rule.id)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
