import { create } from 'zustand';
import type { LibraryEntry } from '../../automation/scenarios/library.ts';
import type { PlayedScenario } from '../../host/scenario/report/played.ts';

export const VIEWS = ['list', 'codes'] as const;
export type View = (typeof VIEWS)[number];

export const RESULTS = ['passed', 'failed', 'error', 'notRun'] as const;
export type ResultFilter = (typeof RESULTS)[number];

/** What the dialog shows. It stays as it was when the dialog is closed and opened again. */
export interface ScenariosView {
  view: View;
  text: string;
  /** '' is all of them; here and below. */
  dialect: string;
  source: string;
  step: string;
  status: ResultFilter | '';
  /** Only these, by name: those that reach a code. */
  reaching: { code: string; names: ReadonlySet<string> } | undefined;
  selected: string | undefined;
  /** What is being run. */
  running: { done: number; all: number; abort: AbortController } | undefined;
  /** What came of the last run, and how long it took in real ms. */
  last: { passed: number; failed: number; ms: number } | undefined;
  /** What is wrong with files that were opened, or with what could not be done. */
  problems: readonly string[];
  opened: number;
}

export const NO_FILTER = {
  text: '',
  dialect: '',
  source: '',
  step: '',
  status: '',
  reaching: undefined,
} as const satisfies Partial<ScenariosView>;

export const useScenariosView = create<ScenariosView>()(() => ({
  ...NO_FILTER,
  view: 'list',
  selected: undefined,
  running: undefined,
  last: undefined,
  problems: [],
  opened: 0,
}));

export const setScenariosView = (change: Partial<ScenariosView>): void => useScenariosView.setState(change);

/** The entries that a filter leaves. */
export function filterEntries(
  entries: readonly LibraryEntry[],
  { text, dialect, source, step, status, reaching }: Pick<ScenariosView, keyof typeof NO_FILTER>,
  results: ReadonlyMap<string, PlayedScenario>,
): LibraryEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ scenario }) => {
    if (dialect && scenario.dialect !== dialect) return false;
    if (source && scenario.source !== source) return false;
    if (step && stepOf(scenario) !== step) return false;
    if (reaching && !reaching.names.has(scenario.name)) return false;
    if (status && (results.get(scenario.name)?.result.status ?? 'notRun') !== status) return false;
    if (words.length === 0) return true;
    const all = `${scenario.name}\n${scenario.title ?? ''}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** The step at which a scenario happens: what it says, else that of its first rule or expected answer. */
export const stepOf = ({ step, rules, expect }: LibraryEntry['scenario']): string | undefined =>
  step ?? rules?.[0]?.at ?? expect?.answers?.[0]?.step;

/** A line of the list: the head of a group, or a scenario. */
export type ListLine = { group: string; count: number } | { entry: LibraryEntry };

/** The entries with the heads of their groups between them, in the order given. */
export function linesOf(
  entries: readonly LibraryEntry[],
  titles: Record<'opened' | 'program', string>,
): ListLine[] {
  const groups = new Map<string, LibraryEntry[]>();
  for (const entry of entries) {
    const group = entry.from === 'catalogue' ? familyOf(entry) : titles[entry.from];
    const members = groups.get(group);
    if (members) members.push(entry);
    else groups.set(group, [entry]);
  }
  return [...groups].flatMap(([group, members]): ListLine[] => [
    { group, count: members.length },
    ...members.map((entry) => ({ entry })),
  ]);
}

/** `qi/consent`, `token/v1`, `jsapi/alert`: the first two parts of the name. */
const familyOf = ({ scenario }: LibraryEntry): string => scenario.name.split('/').slice(0, 2).join(' / ');
