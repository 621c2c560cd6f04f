import { programOf } from '../../../contract/program.ts';
import { useMessages, useSimulator } from '../../context.ts';
import { personaText } from '../../lib/texts.ts';
import { usePoints } from '../../lib/use-points.ts';
import { SelectField, TextField } from './fields.tsx';
import type { MatchDraft } from './match-draft.ts';

/** For which program, persona and scope. */
export function MatchFields({
  draft,
  scopeProblem,
  onChange,
}: {
  draft: MatchDraft;
  scopeProblem: string | undefined;
  onChange(change: Partial<MatchDraft>): void;
}) {
  const m = useMessages();
  const p = usePoints();
  const simulator = useSimulator('simulator');
  const dialect = simulator.dialects.find((one) => one.id === simulator.choice.dialect);
  // What is named may have gone; it stays what it was until it is changed.
  const withOwn = (list: { value: string; text: string }[], own: string) =>
    own === '' || list.some((one) => one.value === own) ? list : [...list, { value: own, text: own }];
  const any = { value: '', text: p.any };
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 p-0 text-xs font-semibold text-muted">{p.only}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={p.program}
          value={draft.program}
          onChange={(program) => onChange({ program })}
          choices={withOwn(
            [any, ...simulator.programs.map((one) => ({ value: one.id, text: programOf(one).name }))],
            draft.program,
          )}
        />
        <SelectField
          label={p.persona}
          value={draft.persona}
          onChange={(persona) => onChange({ persona })}
          choices={withOwn(
            [any, ...simulator.personas.map((one) => ({ value: one.id, text: personaText(m, one).title }))],
            draft.persona,
          )}
        />
        <TextField
          className="sm:col-span-2"
          label={p.scope}
          value={draft.scope}
          problem={scopeProblem}
          help={p.scopeHelp}
          suggestions={dialect?.scopes.map((one) => one.name) ?? []}
          onChange={(scope) => onChange({ scope })}
        />
      </div>
    </fieldset>
  );
}
