import { useMessages } from '../context.ts';
import { ActionBar, type BarItem } from '../parts/action-bar.tsx';
import { useBackActions } from './bar/back-actions.tsx';
import { useProgramActions, useStepActions } from './bar/run-actions.tsx';
import { ClockButton } from './clock/clock-button.tsx';

/** What acts on the program, its calls and its time. What does not fit is in a menu at the end. */
export function ControlBar() {
  const m = useMessages();
  const clock: BarItem[] = [{ id: 'clock', part: <ClockButton /> }];
  // What is kept or sent: give each action a rank above those of the program, so that it goes into the menu first.
  const files: BarItem[] = [];
  return (
    <ActionBar
      label={m.inspector.controls}
      more={m.more}
      groups={[[...useStepActions(), ...useBackActions()], useProgramActions(), clock, files]}
      className="flex h-10 shrink-0 items-center gap-1 overflow-hidden border-b border-line px-2"
    />
  );
}
