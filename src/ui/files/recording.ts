import { hopInHand } from '../again/again.ts';
import type { Screen } from '../screen.ts';
import { setUi, useUi } from '../store.ts';

/** The steps of a recording, one by one; nothing runs. */

/** Where the selected step is among those that are shown, from 1, and how many there are. */
export function placeIn(screen: Screen): { at: number; of: number } {
  const hops = screen.index.hops(useUi.getState().showMinor);
  return { at: hops.indexOf(hopInHand(screen)?.id ?? '') + 1, of: hops.length };
}

/** Selects the step that is so many after the selected one, or before it. */
export function selectBy(screen: Screen, by: number): void {
  const hops = screen.index.hops(useUi.getState().showMinor);
  const { at } = placeIn(screen);
  const next = hops[Math.max(0, Math.min(hops.length - 1, at - 1 + by))];
  if (next !== undefined) setUi({ selected: next });
}

const KINDS = ['program', 'dialect', 'persona', 'service'] as const;
export type Missing = { kind: (typeof KINDS)[number]; id: string };

/** What the recording was made with and this page does not have. */
export function missingHere({ simulator }: Pick<Screen, 'simulator'>): Missing[] {
  const { choice } = simulator;
  const known = {
    program: simulator.programs,
    dialect: simulator.dialects,
    persona: simulator.personas,
    service: simulator.services,
  };
  return KINDS.flatMap((kind) =>
    known[kind].some(({ id }) => id === choice[kind]) ? [] : [{ kind, id: choice[kind] }],
  );
}
