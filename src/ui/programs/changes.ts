import type { ProgramsFile } from '../../contract/program.ts';
import { useSeenErrors } from '../device/program-errors.ts';
import { notice } from '../lib/notice.ts';
import type { Screen } from '../screen.ts';
import { setUi } from '../store.ts';
import { applyChange } from './apply-change.ts';

type Told = { program: string } & ({ files: readonly string[] } | { failed: string });

/**
 * Follows the edits of programs' files, as the server tells them. A hidden page does not listen, as a browser has few connections
 * for all pages of one address; it is told what it missed when it is seen again.
 */
export function followChanges(screen: Screen): void {
  const { simulator, places } = screen;
  if (!places) return;
  const failed = new Set<string>();
  let known = '';
  let source: EventSource | undefined;
  let order = Promise.resolve();
  const house = {
    simulator,
    compiler: () => places.compiler(),
    list: () => readList(screen),
    patched() {
      const { run, trace } = simulator;
      if (run) useSeenErrors.setState({ run: run.id, seq: trace.events.at(-1)?.seq ?? -1 });
    },
  };
  const onMessage = ({ data, lastEventId }: MessageEvent<string>) => {
    known = lastEventId;
    const told = JSON.parse(data) as Told;
    if ('files' in told) {
      // One after the other; one that cannot be followed is no reason to miss the next.
      order = order.then(() => applyChange(told, house)).catch(() => undefined);
    } else if (!failed.has(told.program)) {
      failed.add(told.program);
      notice(simulator, 'notWatched', { program: told.program, reason: told.failed });
    }
  };
  const listen = () => {
    if (document.hidden) {
      source?.close();
      source = undefined;
    } else if (!source) {
      source = new EventSource(`changes${known && `?since=${encodeURIComponent(known)}`}`);
      source.onmessage = onMessage;
      source.addEventListener('known', ({ lastEventId }) => {
        known = lastEventId;
      });
    }
  };
  document.addEventListener('visibilitychange', listen);
  listen();
}

/** The list of programs as the server has it now; those that the page was given stay. */
async function readList({ simulator, places }: Screen): Promise<void> {
  const answer = await fetch('programs.json', { cache: 'no-store' });
  if (!answer.ok) return;
  const { programs, problems } = (await answer.json()) as ProgramsFile;
  const given = [...(places?.given.values() ?? [])].map(({ listing }) => listing);
  setUi({ problems });
  simulator.setPrograms([...given, ...programs]);
}
