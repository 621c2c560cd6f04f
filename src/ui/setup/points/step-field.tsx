import { useState } from 'react';
import type { StepName } from '../../../contract/steps.ts';
import { useMessages } from '../../context.ts';
import { stepGroups } from '../../lib/step-groups.ts';
import { stepText } from '../../lib/texts.ts';
import { usePoints } from '../../lib/use-points.ts';
import { SelectField, TextField } from './fields.tsx';

const OTHER = 'other';

/** A step: one that is known, or any that is typed. */
export function StepField({
  value,
  problem,
  stops = false,
  onChange,
}: {
  value: string;
  problem: string | undefined;
  /** Only where something can be stopped. */
  stops?: boolean;
  onChange(value: string): void;
}) {
  const m = useMessages();
  const p = usePoints();
  const groups = stepGroups(stops);
  const known = groups.some((group) => group.steps.some((step) => step === value));
  const [typed, setTyped] = useState(value !== '' && !known);
  const other = typed || !known;
  return (
    <>
      <SelectField
        label={p.step}
        value={other ? OTHER : value}
        onChange={(chosen) => {
          setTyped(chosen === OTHER);
          if (chosen !== OTHER) onChange(chosen);
        }}
        choices={[]}
        groups={groups.map(({ family, steps }) => ({
          label: p.families[family],
          choices: steps.map((step) => ({ value: step as string, text: step })),
        }))}
        last={[{ value: OTHER, text: p.otherStep }]}
        help={other ? undefined : stepText(m, value as StepName).title}
      />
      {other && <TextField label={p.stepName} value={value} problem={problem} onChange={onChange} />}
    </>
  );
}
