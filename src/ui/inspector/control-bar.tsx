import { useMessages } from '../context.ts';
import { useFileActions } from '../files/file-actions.tsx';
import { ActionBar, type BarItem } from '../parts/action-bar.tsx';
import { useRecordActions } from '../scenarios/record-actions.tsx';
import { useBackActions } from './bar/back-actions.tsx';
import { useProgramActions, useStepActions } from './bar/run-actions.tsx';
import { ClockButton } from './clock/clock-button.tsx';

/** What acts on the program, its calls and its time. What does not fit is in a menu at the end. */
export function ControlBar() {
  const m = useMessages();
  const clock: BarItem[] = [{ id: 'clock', part: <ClockButton /> }];
  return (
    <ActionBar
      label={m.inspector.controls}
      more={m.more}
      groups={[
        [...useStepActions(), ...useBackActions()],
        useProgramActions(),
        [...clock, ...useRecordActions(), ...useFileActions()],
      ]}
      className="flex h-10 shrink-0 items-center gap-1 overflow-hidden border-b border-line px-2"
    />
  );
}
