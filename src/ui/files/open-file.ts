import { readScenario } from '../../host/scenario/read.ts';
import { readLongSessionFile, readSessionFile } from '../../host/session/read.ts';
import type { FilesTexts } from '../../messages/files.ts';
import { keepSession, takeUp } from '../kept/kept-session.ts';
import type { Gift } from '../programs/given/give.ts';
import type { Screen } from '../screen.ts';
import { setUi, useUi } from '../store.ts';
import { say, setFiles, useFiles } from './files-store.ts';

type Opened = { problems: readonly string[] } | undefined;

/** Opens a file that a person chose or dropped. What cannot be opened is told, and changes nothing. */
export async function openFile(screen: Screen, file: File, texts: FilesTexts): Promise<void> {
  setFiles({ failure: undefined });
  if (isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()))) return giveProgram(screen, file);
  let failed: Opened;
  try {
    failed = await openText(screen, file.name, await file.text(), texts);
  } catch (error) {
    failed = { problems: [error instanceof Error ? error.message : String(error)] };
  }
  if (failed) setFiles({ dialog: 'open', failure: { name: file.name, problems: failed.problems } });
  else setFiles({ dialog: undefined });
}

/** A mini program, as a zip or a folder. */
export async function giveProgram(screen: Screen, gift: Gift): Promise<void> {
  const [{ give }, { AXML }] = await Promise.all([
    import('../programs/given/give.ts'),
    import('../../messages/axml.ts'),
  ]);
  await give(screen, gift, AXML[useUi.getState().language]);
}

/** Whether bytes begin as a zip does. */
const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

/** What a file is, is told by its content. */
async function openText(screen: Screen, name: string, text: string, texts: FilesTexts): Promise<Opened> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [texts.notJson(error instanceof Error ? error.message : String(error))] };
  }
  const has = (member: string) => json !== null && typeof json === 'object' && Object.hasOwn(json, member);
  if (has('events') || has('format')) return openSession(screen, name, json);
  if (has('log')) return { problems: [texts.isHar] };
  if (has('name')) return openScenario(screen, json);
  const { problems } = readSessionFile(json) as { problems?: string[] };
  return { problems: [texts.neither, ...(problems ?? [])] };
}

async function openSession(screen: Screen, name: string, json: unknown): Promise<Opened> {
  const read = await readLongSessionFile(json);
  if ('problems' in read) return read;
  const { simulator } = screen;
  const before = whatIsHere(screen);
  simulator.load(read.session, { check: read.check });
  setFiles({ before, recording: name });
  setUi({ selected: screen.index.hops(false)[0], tab: 'flow', startProblem: undefined });
  say({ what: 'opened', name });
  return undefined;
}

async function openScenario(screen: Screen, json: unknown): Promise<Opened> {
  const read = readScenario(json);
  if ('problems' in read) return read;
  const before = whatIsHere(screen);
  const library = await screen.scenarios.library();
  library.add(read.scenario);
  setUi({ selected: undefined, startProblem: undefined });
  await screen.scenarios.open(read.scenario);
  setFiles({ before });
  say({ what: 'scenario', name: read.scenario.title ?? read.scenario.name });
  return undefined;
}

/** A recording that is looked at is a file: what was there before it stays what can be brought back. */
function whatIsHere({ simulator }: Screen) {
  const { before } = useFiles.getState();
  return simulator.loaded ? before : keepSession(simulator, Date.now(), useUi.getState().selected);
}

/**
 * Brings back what was here before a recording was opened. A session that has gone on from the recording meanwhile can
 * be brought back in turn.
 */
export function bringBack(screen: Screen): void {
  const { simulator } = screen;
  const { before } = useFiles.getState();
  const next = simulator.loaded ? undefined : whatIsHere(screen);
  if (before) {
    setUi({ selected: before.place.selected });
    if (takeUp(simulator, before, Date.now())) simulator.open();
    say({ what: 'back' });
  } else {
    setUi({ selected: undefined });
    simulator.reset();
    simulator.open({ ...firstOf(screen) });
  }
  setFiles({ before: next, recording: undefined, dialog: undefined });
}

/** What can be chosen here, where a recording was made with something else. */
function firstOf({ simulator }: Screen): Record<string, string> {
  const { choice } = simulator;
  const lists = {
    program: simulator.programs,
    dialect: simulator.dialects,
    persona: simulator.personas,
    service: simulator.services,
  };
  return Object.fromEntries(
    Object.entries(lists).flatMap(([kind, list]) => {
      const known = list.some(({ id }) => id === choice[kind as keyof typeof lists]);
      const [first] = list;
      return known || !first ? [] : [[kind, first.id]];
    }),
  );
}
