import { useState } from 'react';
import { type Outcome, outcomesFor } from '../../../contract/outcomes/index.ts';
import type { Effect, NewRule } from '../../../contract/rule.ts';
import type { StepName } from '../../../contract/steps.ts';
import { useMessages, useSimulator } from '../../context.ts';
import { ruleTitle } from '../../lib/rule-title.ts';
import { usePoints } from '../../lib/use-points.ts';
import { DelayFields } from './delay-fields.tsx';
import { JsonField, SelectField } from './fields.tsx';
import { FormDialog } from './form-dialog.tsx';
import { MatchFields } from './match-fields.tsx';
import { OftenFields } from './often-fields.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import { type RuleField, type RuleProblems, readRule, ruleDraft, whatAt, whatsAt } from './rule-draft.ts';
import { StepField } from './step-field.tsx';

/** The form of a rule. */
export function RuleDialog({ id, start }: { id?: string; start: Partial<NewRule> }) {
  const m = useMessages();
  const p = usePoints();
  const simulator = useSimulator('simulator');
  const dialect = simulator.dialects.find((one) => one.id === simulator.choice.dialect);
  const outcomesAt = (step: string) => (dialect ? outcomesFor(step.trim() as StepName, dialect) : []);
  const [draft, setDraft] = useState(() => {
    const at = start.at ?? 'spi.getAuthCode';
    return ruleDraft({ ...start, at }, (effect) => sameEffect(outcomesAt(at), effect)?.id);
  });
  const [problems, setProblems] = useState<RuleProblems>({});
  const outcomes = outcomesAt(draft.at);
  const what = whatAt(draft);
  const change = (changed: Partial<typeof draft>) => {
    setDraft({ ...draft, ...changed });
    setProblems({});
  };
  const problem = (field: RuleField) => {
    const found = problems[field];
    return found && p.problems[found];
  };
  const save = () => {
    const read = readRule(
      draft,
      outcomes.map((one) => one.id),
    );
    if ('problems' in read) {
      setProblems(read.problems);
      return false;
    }
    const { rule } = read;
    const title = ruleTitle(m, rule, dialect);
    if (id === undefined) simulator.addRule({ ...rule, title });
    else simulator.changeRule(id, { ...rule, title });
    return true;
  };
  return (
    <FormDialog title={id === undefined ? p.addRule : p.editRule} onSave={save}>
      <StepField value={draft.at} problem={problem('at')} onChange={(at) => change({ at })} />
      <SelectField
        label={p.what}
        value={what}
        onChange={(what) => change({ what })}
        choices={whatsAt(draft.at).map((value) => ({ value, text: p.whats[value] }))}
      />
      {what === 'documented' && dialect && (
        <OutcomeChoice
          step={draft.at as StepName}
          dialect={dialect}
          outcomes={outcomes}
          value={draft.outcome}
          problem={problem('outcome')}
          onChange={(outcome) => change({ outcome })}
        />
      )}
      {(what === 'delay' || what === 'late') && (
        <DelayFields draft={draft} problem={problem} onChange={change} />
      )}
      {what === 'reply' && (
        <JsonField
          label={p.reply}
          value={draft.reply}
          problem={problem('reply')}
          help={m.detail.replyHelp}
          onChange={(reply) => change({ reply })}
        />
      )}
      <OftenFields draft={draft} problem={problem} onChange={change} />
      <MatchFields draft={draft} scopeProblem={problem('scope')} onChange={change} />
    </FormDialog>
  );
}

/** The documented outcome that has this effect. */
function sameEffect(outcomes: readonly Outcome[], effect: Effect): Outcome | undefined {
  const text = JSON.stringify(effect);
  return outcomes.find((outcome) => JSON.stringify(outcome.effect) === text);
}
