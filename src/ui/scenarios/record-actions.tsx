import Circle from 'lucide-react/icons/circle';
import CircleStop from 'lucide-react/icons/circle-stop';
import Save from 'lucide-react/icons/save';
import { useSyncExternalStore } from 'react';
import { useMessages, useScreen } from '../context.ts';
import { KEYS } from '../keys.ts';
import type { BarAction } from '../parts/action-bar.tsx';
import { setUi } from '../store.ts';
import { toggleRecording } from './record.ts';

/** Record from now on; and all of the session as a scenario or a test. */
export function useRecordActions(): BarAction[] {
  const { scenario: save } = useMessages();
  const { scenarios: desk } = useScreen();
  const { recording } = desk;
  const on = useSyncExternalStore(
    (listener) => recording.onChange(listener),
    () => recording.from !== undefined,
  );
  return [
    {
      id: 'record',
      label: on ? save.stopRecording : save.record,
      icon: on ? (
        <CircleStop aria-hidden className="text-failed" />
      ) : (
        <Circle aria-hidden className="fill-failed text-failed" />
      ),
      tip: on ? save.stopTip : save.recordTip,
      shortcut: KEYS.record,
      pressed: on,
      rank: 2,
      onSelect: () => toggleRecording(desk),
    },
    {
      id: 'save-session',
      label: save.session,
      icon: <Save aria-hidden />,
      tip: save.sessionTip,
      rank: 7,
      onSelect: () => setUi({ saving: {} }),
    },
  ];
}
