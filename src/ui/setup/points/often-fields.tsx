import { useMessages } from '../../context.ts';
import { SelectField, TextField } from './fields.tsx';
import { OFTENS, type RuleDraft, type RuleField } from './rule-draft.ts';

/** Which of the hops that match it applies to. */
export function OftenFields({
  draft,
  problem,
  onChange,
}: {
  draft: RuleDraft;
  problem(field: RuleField): string | undefined;
  onChange(change: Partial<RuleDraft>): void;
}) {
  const m = useMessages();
  const field = (name: 'n' | 'from' | 'times', help?: string) => (
    <TextField
      label={m.points[name]}
      value={draft[name]}
      numeric={name !== 'times'}
      problem={problem(name)}
      help={help}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <div className="grid gap-3 sm:grid-cols-[2fr_1fr_1fr]">
      <SelectField
        label={m.points.often}
        value={draft.often}
        onChange={(often) => onChange({ often })}
        choices={OFTENS.map((value) => ({ value, text: m.points.oftens[value] }))}
      />
      {(draft.often === 'nth' || draft.often === 'firstN') && field('n')}
      {draft.often === 'own' && field('from')}
      {draft.often === 'own' && field('times', m.points.timesHelp)}
    </div>
  );
}
