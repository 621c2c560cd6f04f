import { usePoints } from '../../lib/use-points.ts';
import { ChoiceRow, type DraftFields, SelectField, TextField } from './fields.tsx';
import { OFTENS, type RuleDraft, type RuleField } from './rule-draft.ts';

/** Which of the hops that match it applies to. */
export function OftenFields({ draft, problem, onChange }: DraftFields<RuleDraft, RuleField>) {
  const p = usePoints();
  const field = (name: 'n' | 'from' | 'times', help?: string) => (
    <TextField
      label={p[name]}
      value={draft[name]}
      numeric={name !== 'times'}
      problem={problem(name)}
      help={help}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <ChoiceRow wide>
      <SelectField
        label={p.often}
        value={draft.often}
        onChange={(often) => onChange({ often })}
        choices={OFTENS.map((value) => ({ value, text: p.oftens[value] }))}
      />
      {(draft.often === 'nth' || draft.often === 'firstN') && field('n')}
      {draft.often === 'own' && field('from')}
      {draft.often === 'own' && field('times', p.timesHelp)}
    </ChoiceRow>
  );
}
