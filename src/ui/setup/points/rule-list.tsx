import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import Zap from 'lucide-react/icons/zap';
import { useMessages, useSimulator } from '../../context.ts';
import { ruleTitle } from '../../lib/rule-title.ts';
import { usePoints } from '../../lib/use-points.ts';
import { Button } from '../../parts/button.tsx';
import { Heading } from '../heading.tsx';
import { edit } from './editing.ts';
import { matchWords } from './match-words.ts';
import { oftenWords } from './often-words.ts';

/** What was chosen to happen at steps to come. */
export function RuleList() {
  const m = useMessages();
  const p = usePoints();
  const simulator = useSimulator('rules', 'simulator');
  const { rules } = simulator;
  const { list } = rules;
  const dialect = simulator.dialects.find((one) => one.id === simulator.choice.dialect);
  return (
    <section aria-label={p.rules}>
      <Heading
        end={
          <span className="-mb-1 flex gap-1">
            {list.length > 1 && (
              <Button small onClick={() => rules.clear()}>
                {m.setup.removeAll}
              </Button>
            )}
            <Button
              small
              aria-label={p.addRule}
              icon={<Plus aria-hidden />}
              onClick={() => edit({ kind: 'rule', start: {} })}
            >
              {p.add}
            </Button>
          </span>
        }
      >
        {p.rules}
      </Heading>
      {list.length === 0 ? (
        <p className="px-2 text-xs text-muted">{p.noRules}</p>
      ) : (
        <ul>
          {list.map((rule) => {
            const title = ruleTitle(m, rule, dialect);
            const used = m.setup.used(rule.used);
            const words = [
              oftenWords(m, p, rule),
              ...matchWords(m, simulator, rule.match),
              rule.left === null ? used : p.usedLeft(used, rule.left),
            ];
            return (
              <li
                key={rule.id}
                className="grid grid-cols-[auto_1fr_auto_auto] items-start gap-x-1.5 px-2 py-1"
              >
                <Zap aria-hidden className="mt-1.5 size-3.5 shrink-0 text-injected" />
                <span className="min-w-0 py-1 break-words">{title}</span>
                <Button
                  aria-label={p.editOne(title)}
                  icon={<Pencil aria-hidden />}
                  onClick={() => edit({ kind: 'rule', id: rule.id, start: rule })}
                />
                <Button
                  aria-label={m.setup.removeOutcome(title)}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => rules.remove(rule.id)}
                />
                <span className="col-span-3 col-start-2 text-xs break-words text-muted">
                  <code>{rule.at}</code> · {words.join(' · ')}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
