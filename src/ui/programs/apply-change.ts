import { LISTED_BY } from '../../contract/axml/project.ts';
import type { CompilerClient } from '../../frame/axml/compiler-client.ts';
import type { SimulatorApi } from '../../host/simulator-api.ts';

export interface ChangeHouse {
  simulator: SimulatorApi;
  compiler(): Promise<Pick<CompilerClient, 'changed'>>;
  /** Reads the list of programs again. */
  list(): Promise<void>;
  /** The errors so far have been dealt with. */
  patched(): void;
}

/** What becomes of an edit: the program that runs shows it, at the page where it is. */
export async function applyChange(
  { program, files }: { program: string; files: readonly string[] },
  { simulator, compiler, list, patched }: ChangeHouse,
): Promise<void> {
  if (files.some((file) => LISTED_BY.test(file))) await list();
  const run = simulator.run;
  if (run?.program.id !== program || run.stopped) return;
  if (run.program.kind !== 'axml') {
    // Its scenarios are no part of what it shows.
    if (files.some((file) => !file.startsWith('scenarios/'))) simulator.restart();
    return;
  }
  const { change, problems } = await (await compiler()).changed(program, files, run.delivered);
  // It may have been started again meanwhile: then it has the new files.
  if (simulator.run !== run || run.stopped) return;
  if (change.kind === 'reload' || run.lacks) simulator.restart();
  else if (change.kind === 'patch') {
    patched();
    run.patch(change.unit, problems);
  }
}
