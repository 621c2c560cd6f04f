import { useState } from 'react';
import type { NewBreakpoint } from '../../../contract/rule.ts';
import { useScreen } from '../../context.ts';
import { usePoints } from '../../lib/use-points.ts';
import { type BreakpointProblems, breakpointDraft, readBreakpoint } from './breakpoint-draft.ts';
import { SelectField, TextField } from './fields.tsx';
import { FormDialog } from './form-dialog.tsx';
import { MatchFields } from './match-fields.tsx';
import { StepField } from './step-field.tsx';

/** The form of a breakpoint. */
export function BreakpointDialog({ id, start }: { id?: string; start: Partial<NewBreakpoint> }) {
  const p = usePoints();
  const { simulator } = useScreen();
  const [draft, setDraft] = useState(() => breakpointDraft({ at: 'spi.getAuthCode', ...start }));
  const [problems, setProblems] = useState<BreakpointProblems>({});
  const change = (changed: Partial<typeof draft>) => {
    setDraft({ ...draft, ...changed });
    setProblems({});
  };
  const problem = (field: keyof BreakpointProblems) => {
    const found = problems[field];
    return found && p.problems[found];
  };
  const save = () => {
    const read = readBreakpoint(draft);
    if ('problems' in read) {
      setProblems(read.problems);
      return false;
    }
    if (id === undefined) simulator.addBreakpoint(read.breakpoint);
    else simulator.changeBreakpoint(id, read.breakpoint);
    return true;
  };
  return (
    <FormDialog title={id === undefined ? p.addBreakpoint : p.editBreakpoint} onSave={save}>
      <StepField stops value={draft.at} problem={problem('at')} onChange={(at) => change({ at })} />
      <SelectField
        label={p.where}
        value={draft.where}
        onChange={(where) => change({ where })}
        choices={(['request', 'answer'] as const).map((value) => ({ value, text: p.wheres[value] }))}
      />
      <TextField
        label={p.nth}
        value={draft.nth}
        numeric
        problem={problem('nth')}
        help={p.nthHelp}
        onChange={(nth) => change({ nth })}
      />
      <MatchFields draft={draft} scopeProblem={problem('scope')} onChange={change} />
    </FormDialog>
  );
}
