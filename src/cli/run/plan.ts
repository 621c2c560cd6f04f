/** What a command line comes down to: which scenarios are played, with which programs and dialects. */
import { join } from 'node:path';
import { DEFAULTS } from '../../catalogue/index.ts';
import { PERSONAS } from '../../catalogue/personas.ts';
import { catalogueScenarios } from '../../catalogue/scenarios/index.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Dialect } from '../../contract/dialects/schema.ts';
import type { ProgramListing } from '../../contract/program.ts';
import type { Scenario } from '../../contract/scenario.ts';
import { programList } from '../../gateway/program-list.ts';
import { readScenarioFiles } from '../../gateway/scenario-files.ts';
import { castOf, type House } from '../../host/scenario/house.ts';
import { dialectOf, UsageError } from '../arguments.ts';
import type { RunArguments } from './arguments.ts';
import { findScenarios, nameFrom } from './files.ts';

export interface RunPlan {
  scenarios: Scenario[];
  house: House;
  /** For a person: what is wrong with a program, which dialects are left out. */
  notes: string[];
}

/** For the catalogue when nobody brings a program: one that may ask for anything. */
const ANY_PROGRAM: ProgramListing = {
  id: 'any-program',
  kind: 'html5',
  manifest: { name: 'Any program' },
  problems: [],
  sample: true,
  path: 'programs/any-program/',
};

/**
 * @param from the folder that relative paths start from
 * @param home the package's folder: the samples are in it
 * @throws UsageError
 */
export async function planRun(args: RunArguments, from: string, home: string): Promise<RunPlan> {
  const found = findScenarios(args.what, from);
  const { scenarios: own, problems } = readScenarioFiles(found.files, nameFrom(from));
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const given = args.dialects.map((text) => (text.endsWith('.json') ? dialectOf(text, from) : text));
  const file = await programList({
    folders: [
      ...found.folders.map((path) => ({ path, sample: false })),
      { path: join(home, 'mini-programs'), sample: true },
    ],
    urls: [],
    dialects: given.filter((dialect) => typeof dialect !== 'string'),
  }).file();

  const dialects = [
    ...DIALECTS.filter(({ id }) => !file.dialects.some((one) => one.id === id)),
    ...file.dialects,
  ];
  const chosen = given.map((one) => known('--dialect', dialects, typeof one === 'string' ? one : one.id));
  const program = programOf(args, file.programs, found.folders.length > 0);
  const listed = program ?? ANY_PROGRAM;
  const house: House = {
    programs: [listed, ...file.programs.filter((other) => other !== listed)],
    dialects,
    personas: PERSONAS,
  };
  const usual = program ?? file.programs.find(({ id }) => id === DEFAULTS.program) ?? listed;
  const meant = chosen.length > 0 ? chosen : dialects;
  const shipped = found.catalogue
    ? catalogueScenarios(meant, { scopes: listed.manifest.scopes, kind: listed.kind })
    : [];
  const scenarios = [
    ...own
      .map((scenario) => ({ ...scenario, program: scenario.program ?? usual.id }))
      .flatMap((scenario) => inDialects(scenario, chosen, house)),
    ...shipped,
  ].filter(({ name, title = '' }) =>
    `${name}\n${title}`.toLowerCase().includes((args.grep ?? '').toLowerCase()),
  );
  if (scenarios.length === 0) throw new UsageError(nothing(args, found.catalogue, own.length));
  return { scenarios, house, notes: notesOf(file.programs, found.catalogue ? meant : [], shipped, listed) };
}

function known<T extends { id: string }>(option: string, list: readonly T[], id: string): T {
  const entry = list.find((one) => one.id === id);
  if (entry) return entry;
  throw new UsageError(`${option}: expected one of ${list.map((one) => one.id).join(', ')}, found "${id}".`);
}

function programOf(
  { program }: RunArguments,
  programs: readonly ProgramListing[],
  ownFolder: boolean,
): ProgramListing | undefined {
  if (program !== undefined) return known('--program', programs, program);
  return ownFolder ? programs.find(({ sample }) => !sample) : undefined;
}

/** A scenario that names no dialect is played in each that was asked for; one that does, if it was. */
function inDialects(scenario: Scenario, chosen: readonly Dialect[], house: House): Scenario[] {
  if (chosen.length === 0) return [scenario];
  if (scenario.dialect === undefined) return chosen.map(({ id }) => ({ ...scenario, dialect: id }));
  return chosen.some(({ id }) => id === castOf(scenario, house).dialect.id) ? [scenario] : [];
}

function nothing({ grep, dialects }: RunArguments, catalogue: boolean, own: number): string {
  if (!catalogue && own === 0)
    return 'There is no scenario to run. Name scenario files, or "catalogue" for those that ship.';
  if (grep !== undefined) return `--grep: no scenario has "${grep}" in its name or title.`;
  return dialects.length > 0
    ? `--dialect: no scenario is for ${dialects.join(', ')}.`
    : 'The program asks for no scope that a user of these dialects is asked for: nothing of the catalogue fits.';
}

function notesOf(
  programs: readonly ProgramListing[],
  meant: readonly Dialect[],
  shipped: readonly Scenario[],
  { id }: ProgramListing,
): string[] {
  const played = new Set(shipped.map(({ dialect }) => dialect));
  return [
    ...programs.filter(({ sample }) => !sample).flatMap(({ problems }) => problems),
    ...meant
      .filter((dialect) => !played.has(dialect.id))
      .map((dialect) => `${dialect.id} is left out: ${id} asks for no scope that its user is asked for.`),
  ];
}
