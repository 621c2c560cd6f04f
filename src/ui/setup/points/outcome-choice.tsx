import { useId } from 'react';
import type { Dialect } from '../../../contract/dialects/schema.ts';
import type { Outcome } from '../../../contract/outcomes/index.ts';
import type { StepName } from '../../../contract/steps.ts';
import { useMessages } from '../../context.ts';
import { outcomeCode } from '../../lib/outcome-code.ts';
import { outcomeText } from '../../lib/texts.ts';
import { usePoints } from '../../lib/use-points.ts';

/** One of the documented outcomes of a step: in words, when it happens, and its code. */
export function OutcomeChoice({
  step,
  dialect,
  outcomes,
  value,
  problem,
  onChange,
}: {
  step: StepName;
  dialect: Dialect;
  outcomes: readonly Outcome[];
  value: string;
  problem: string | undefined;
  onChange(id: string): void;
}) {
  const m = useMessages();
  const p = usePoints();
  const id = useId();
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0" aria-describedby={problem ? id : undefined}>
      <legend className="mb-1 p-0 text-xs font-medium">{p.outcome}</legend>
      {outcomes.length === 0 ? (
        <p className="text-xs text-muted">{p.noOutcomes}</p>
      ) : (
        <div className="max-h-56 overflow-y-auto rounded-control border border-line-strong bg-surface p-1">
          {outcomes.map((outcome) => {
            const { title, when } = outcomeText(m, step, outcome);
            const code = outcomeCode(step, outcome, dialect);
            return (
              <label
                key={outcome.id}
                className="relative flex cursor-pointer items-start gap-2 rounded-control px-2 py-1 hover:bg-hover has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent"
              >
                <input
                  type="radio"
                  name={id}
                  checked={outcome.id === value}
                  onChange={() => onChange(outcome.id)}
                  className="mt-1 size-3 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-surface outline-none checked:border-[3.5px] checked:border-accent"
                />
                <span className="min-w-0 flex-1">
                  {title}
                  {when && <span className="block text-xs text-muted">{when}</span>}
                </span>
                {code !== undefined && (
                  <span className="tabular font-mono text-xs leading-5 text-muted">{code}</span>
                )}
              </label>
            );
          })}
        </div>
      )}
      {problem && (
        <p id={id} role="alert" className="mt-1 text-xs text-failed">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
