/** A JSON file of a folder, by its path from there; undefined when there is none, or it is no object. */
export type ReadObject = (path: string) => Readonly<Record<string, unknown>> | undefined;

/** Where in a developer's folder its AXML program is. */
export interface AxmlFolder {
  /** The folder of app.json, from the developer's: empty, or `src/`. */
  app: string;
  /** What its own files call it. */
  name: string | undefined;
}

/** Where app.json may be when it is not on top and mini.project.json does not say where. */
const USUAL = ['src', 'dist'];

/**
 * Finds the AXML program in a folder: where mini.project.json says (`miniprogramRoot`), on top, or in a folder that
 * build tools use. Undefined: there is none.
 */
export function axmlFolder(read: ReadObject): AxmlFolder | undefined {
  const project = read('mini.project.json') ?? {};
  const named = [project.miniprogramRoot, project.miniProgramRoot].map(folderIn);
  for (const folder of [...named, '', ...USUAL].filter((one) => one !== undefined)) {
    const app = folder === '' ? '' : `${folder}/`;
    const config = read(`${app}app.json`);
    // Other tools have files of this name, too.
    if (!config || !Array.isArray(config.pages)) continue;
    const window = config.window as { defaultTitle?: unknown } | null | undefined;
    const names = [window?.defaultTitle, project.name, project.projectname, read('package.json')?.name];
    return { app, name: names.find(isName) };
  }
  return undefined;
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;

/** A folder that somebody wrote down, `./dist/`, without what does nothing; undefined when it leads out. */
function folderIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const parts = value.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? undefined : parts.join('/');
}

/** Changes of these files change how a program is listed, not only what it does. */
export const LISTED_BY =
  /^(?:[^/]+\/)?(?:miniauth|app|mini\.project|manifest|package)\.json$|^scenarios\/[^/]+\.json$/;
