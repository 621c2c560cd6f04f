import { BreakpointDialog } from './breakpoint-dialog.tsx';
import { useEditing } from './editing.ts';
import { RuleDialog } from './rule-dialog.tsx';

/** The form of the rule or breakpoint that is being edited. */
export function PointDialogs() {
  const editing = useEditing((state) => state.editing);
  if (!editing) return null;
  return editing.kind === 'rule' ? <RuleDialog {...editing} /> : <BreakpointDialog {...editing} />;
}
