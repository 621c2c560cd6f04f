import { useMessages } from '../../context.ts';
import { readMs } from '../../lib/read-number.ts';
import { duration } from '../../lib/time.ts';
import { usePoints } from '../../lib/use-points.ts';
import { ChoiceRow, type DraftFields, SelectField, TextField } from './fields.tsx';
import { type RuleDraft, type RuleField, SPREADS } from './rule-draft.ts';

/** How long: always the same, evenly spread, or log-normal. */
export function DelayFields({ draft, problem, onChange }: DraftFields<RuleDraft, RuleField>) {
  const m = useMessages();
  const p = usePoints();
  const field = (name: 'ms' | 'low' | 'high' | 'median') => {
    const ms = readMs(draft[name]);
    return (
      <TextField
        label={p[name]}
        value={draft[name]}
        numeric
        problem={problem(name)}
        help={ms === undefined ? undefined : duration(ms, m.units)}
        onChange={(value) => onChange({ [name]: value })}
      />
    );
  };
  return (
    <ChoiceRow>
      <SelectField
        label={p.spread}
        value={draft.spread}
        onChange={(spread) => onChange({ spread })}
        choices={SPREADS.map((value) => ({ value, text: p.spreads[value] }))}
      />
      {draft.spread === 'fixed' && field('ms')}
      {draft.spread === 'uniform' && field('low')}
      {draft.spread === 'uniform' && field('high')}
      {draft.spread === 'logNormal' && field('median')}
      {draft.spread === 'logNormal' && (
        <TextField
          label={p.sigma}
          value={draft.sigma}
          numeric
          problem={problem('sigma')}
          help={p.sigmaHelp}
          onChange={(sigma) => onChange({ sigma })}
        />
      )}
    </ChoiceRow>
  );
}
