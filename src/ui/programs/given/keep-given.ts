import { SessionDatabase } from '../../kept/database.ts';
import { knownTab } from '../../kept/this-tab.ts';
import type { GivenProgram } from '../program-places.ts';

/** Keeps the programs that this tab was given, for its reload. What cannot be kept is there until then all the same. */
export async function keepGiven(programs: Iterable<GivenProgram>): Promise<void> {
  const tab = knownTab();
  if (tab === undefined) return;
  const kept = [...programs];
  try {
    const database = await SessionDatabase.open();
    await database.writeExtra(tab, 'programs', kept.length > 0 ? kept : undefined);
  } catch {
    // The browser stores nothing, or has no room.
  }
}
