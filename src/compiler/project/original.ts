import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { SourcePlace } from '../../contract/axml/source.ts';
import type { UnitScript } from './script.ts';

/** Lines before and after a place that are shown with it. */
const AROUND = 4;
/** Units whose places are known. */
const MOST = 500;

/** What a developer wrote at a place of a unit's script. Lines and columns begin at 1. */
export class Originals {
  readonly #pathOf: (id: string) => string;
  readonly #scripts = new Map<string, Pick<UnitScript, 'modules' | 'mappings'> & { map?: TraceMap }>();

  constructor(pathOf: (id: string) => string) {
    this.#pathOf = pathOf;
  }

  add(url: string, { modules, mappings }: UnitScript): void {
    this.#scripts.set(url, { modules, mappings });
    // Frames of long ago name theirs no more.
    for (const old of this.#scripts.keys()) {
      if (this.#scripts.size <= MOST) break;
      this.#scripts.delete(old);
    }
  }

  find(url: string, line: number, column: number): SourcePlace | undefined {
    const known = this.#scripts.get(url);
    if (!known) return undefined;
    const { modules, mappings } = known;
    known.map ??= new TraceMap({
      version: 3,
      sources: modules.map((_, at) => String(at)),
      names: [],
      mappings,
    });
    const found = originalPositionFor(known.map, {
      line: Math.max(1, line),
      column: Math.max(0, column - 1),
    });
    const module = found.source === null ? undefined : modules[Number(found.source)];
    if (!module || found.line === null) return undefined;
    return {
      file: this.#pathOf(module.id),
      line: found.line,
      column: found.column + 1,
      excerpt: excerptOf(module.text, found.line),
    };
  }
}

/** The lines around one. @param line beginning at 1 */
export function excerptOf(text: string, line: number): { first: number; lines: string[] } {
  const lines = text.split('\n');
  const first = Math.max(1, line - AROUND);
  return { first, lines: lines.slice(first - 1, line + AROUND) };
}
