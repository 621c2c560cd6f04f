import type { ScenarioDesk } from '../../automation/scenarios/desk.ts';
import { setUi } from '../store.ts';

/** *Record*: from now on; or, when it is on, stops and offers to save what happened since. */
export function toggleRecording({ recording }: ScenarioDesk): void {
  if (recording.from === undefined) {
    recording.start();
    return;
  }
  const from = recording.stop();
  setUi({ saving: from === undefined ? {} : { from } });
}
