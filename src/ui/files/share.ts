import { copyText } from '../lib/clipboard.ts';
import { linkOf } from '../lib/page-address.ts';
import type { Screen } from '../screen.ts';
import { useUi } from '../store.ts';
import { say } from './files-store.ts';

/** Writes everything that the page needs to begin like this into its address, and copies it. */
export async function shareLink({ simulator }: Screen): Promise<void> {
  const { choice, clock, seed, dialects } = simulator;
  const dialect = dialects.find(({ id }) => id === choice.dialect);
  const failureShape = choice.failureShape ?? dialect?.failure.shape;
  const { selected } = useUi.getState();
  const frozen = clock.frozen && !simulator.loaded;
  const link = linkOf(
    location.search,
    { ...choice, failureShape },
    {
      seed,
      clock: { frozen, speed: clock.speed, ...(frozen ? { at: clock.now() } : {}) },
      // The page that is opened begins with its first run.
      ...(selected === undefined ? {} : { step: selected.replace(/^r\d+\//, 'r1/') }),
    },
  );
  history.replaceState(history.state, '', link);
  await copyText(location.href);
  say({ what: 'linkCopied' });
}
