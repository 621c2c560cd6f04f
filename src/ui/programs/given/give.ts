import type { AxmlTexts } from '../../../messages/axml.ts';
import { say, setFiles } from '../../files/files-store.ts';
import type { Screen } from '../../screen.ts';
import { choose } from '../../setup/choose.ts';
import type { GivenProgram } from '../program-places.ts';
import { filesOfEntry, filesOfList } from './folder.ts';
import { givenProgram } from './given-program.ts';
import { keepGiven } from './keep-given.ts';
import { type Files, NotGiven, type Refusal } from './limits.ts';

/** A folder that was dropped or chosen, or a zip. */
export type Gift = FileSystemDirectoryEntry | readonly File[] | File;

/**
 * Makes a program of what a person gave the page, puts it on the list and starts it. What is none is told, and changes
 * nothing. A program of the same name that was given before is replaced.
 */
export async function give(screen: Screen, gift: Gift, texts: AxmlTexts): Promise<void> {
  setFiles({ failure: undefined });
  const name = nameOf(gift);
  try {
    const program = await givenProgram(name, await filesOf(gift), takenBy(screen));
    put(screen, program);
    setFiles({ dialog: undefined });
    say({ what: 'given', name: program.listing.manifest.name ?? name });
  } catch (error) {
    const problem =
      error instanceof NotGiven
        ? inWords(error.refusal, texts)
        : error instanceof Error
          ? error.message
          : String(error);
    setFiles({ dialog: 'open', failure: { name, problems: [problem] } });
  }
}

/** Takes a program that was given off the list. */
export function takeBack({ simulator, places }: Screen, id: string): void {
  const given = places?.given.get(id);
  if (!places || !given) return;
  places.given.delete(id);
  void places.compiler().then((compiler) => compiler.forget(id));
  const rest = simulator.programs.filter((program) => program.id !== id);
  const next = rest[0];
  if (simulator.choice.program === id) {
    simulator.stop();
    simulator.setPrograms([...rest]);
    if (next) choose(simulator, { program: next.id });
  } else simulator.setPrograms([...rest]);
  void keepGiven(places.given.values());
  say({ what: 'taken', name: given.listing.manifest.name ?? id });
}

function put({ simulator, places }: Screen, program: GivenProgram): void {
  const { id } = program.listing;
  places?.given.set(id, program);
  void places?.compiler().then((compiler) => compiler.forget(id));
  simulator.setPrograms([program.listing, ...simulator.programs.filter((one) => one.id !== id)]);
  choose(simulator, { program: id });
  void keepGiven(places?.given.values() ?? []);
}

/** Ids of programs that were not given: those may be replaced. */
const takenBy = ({ simulator, places }: Screen): ReadonlySet<string> =>
  new Set(simulator.programs.map(({ id }) => id).filter((id) => !places?.given.has(id)));

async function filesOf(gift: Gift): Promise<Files> {
  if (gift instanceof File) return (await import('./zip.ts')).filesOfZip(gift);
  return 'createReader' in gift ? filesOfEntry(gift) : filesOfList(gift);
}

function nameOf(gift: Gift): string {
  if (gift instanceof File) return gift.name.replace(/\.zip$/i, '');
  if ('createReader' in gift) return gift.name;
  return gift[0]?.webkitRelativePath.split('/')[0] ?? '';
}

function inWords(refusal: Refusal, texts: AxmlTexts): string {
  switch (refusal.why) {
    case 'noProgram':
      return texts.noProgram;
    case 'zipEncrypted':
      return texts.badZip(texts.zipEncrypted);
    case 'tooManyFiles':
      return texts.tooManyFiles(refusal.most);
    case 'tooLarge':
      return texts.tooLarge(refusal.most);
    case 'html5Program':
      return texts.html5Program(refusal.what);
    case 'folderUnread':
      return texts.folderUnread(refusal.what);
    case 'badZip':
      return texts.badZip(refusal.what);
  }
}
