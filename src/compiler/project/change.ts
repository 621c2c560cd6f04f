import type { AxmlStyle, ComponentEntry } from '../../contract/axml/unit.ts';
import type { Contents } from './contents.ts';
import type { ProgramModule } from './modules.ts';

/** What an edit asks of a frame: `patch`: these modules and styles put in place of what it has. */
export type Answer =
  | { kind: 'reload' | 'nothing' }
  | { kind: 'patch'; modules: ProgramModule[]; styles: AxmlStyle[] };

/**
 * @param ids of the files that have changed
 * @param moved whether files have come or gone
 * @param before the units of the frame as they were, `after` as they are now
 * @param isStyle whether a file is a style sheet
 */
export function answerTo(
  ids: readonly string[],
  moved: boolean,
  before: readonly Contents[],
  after: readonly Contents[],
  isStyle: (id: string) => boolean,
): Answer {
  const used = new Set(before.flatMap(({ files }) => [...files]));
  const now = new Set(after.flatMap(({ files }) => [...files]));
  const touched = ids.filter((id) => used.has(id));
  // What came may have taken the place of something else; what went is missing.
  if (moved && (touched.length > 0 || used.size !== now.size || [...used].some((id) => !now.has(id))))
    return { kind: 'reload' };
  if (touched.length === 0) return { kind: 'nothing' };
  if (!touched.every((id) => isStyle(id) || id.endsWith('.axml'))) return { kind: 'reload' };
  // A template that uses another component: its script is not in the frame yet.
  const had = new Set(before.flatMap(pathsOf));
  if (after.flatMap(pathsOf).some((path) => !had.has(path))) return { kind: 'reload' };

  const modules = new Map(after.flatMap((one) => one.modules.map((module) => [module.id, module])));
  const known = new Set(before.flatMap((one) => one.modules.map(({ id }) => id)));
  const stale = dependents(
    modules,
    touched.filter((id) => id.endsWith('.axml')),
  );
  const was = new Map(before.flatMap((one) => one.styles.map((style) => [styleKey(style), style.css])));
  const styles = new Map(
    after
      .flatMap((one) => one.styles)
      .filter((style) => was.get(styleKey(style)) !== style.css)
      .map((style) => [styleKey(style), style]),
  );
  return {
    kind: 'patch',
    modules: [...modules.values()].filter(({ id }) => stale.has(id) || !known.has(id)),
    styles: [...styles.values()],
  };
}

export const styleKey = ({ owner, file }: AxmlStyle): string => `${owner}\n${file}`;

/** What a component is to those that use it; tags lead to it. */
const pathsOf = ({ components, page }: Contents): string[] =>
  [...components, ...(page ? [page] : [])].flatMap(
    ({ path, using }: Pick<ComponentEntry, 'path' | 'using'>) => [
      path,
      ...Object.entries(using).map((pair) => `${path} ${pair.join(' ')}`),
    ],
  );

/** Modules that cannot stay as they are when some change: those that require them, directly or not. */
function dependents(modules: ReadonlyMap<string, ProgramModule>, changed: readonly string[]): Set<string> {
  const stale = new Set(changed);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, table } of modules.values()) {
      if (stale.has(id) || !Object.values(table).some((target) => stale.has(target))) continue;
      stale.add(id);
      grown = true;
    }
  }
  return stale;
}
