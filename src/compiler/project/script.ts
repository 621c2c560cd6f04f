import { DEFINE, HIDDEN } from '../../contract/axml/unit.ts';
import { base64Of, base64Part } from '../maps/base64.ts';
import { Joined } from '../maps/mappings.ts';
import type { ProgramModule } from './modules.ts';

/** The script of a unit, and what is needed to find the source of any place of it. */
export interface UnitScript {
  script: string;
  mappings: string;
  modules: readonly ProgramModule[];
}

/** In two parts: tools that read this file take the whole for its own. */
const MAP = ['//# source', 'MappingURL'].join('');
const HEAD = `self[Symbol.for(${JSON.stringify(DEFINE)})](function (define, ${HIDDEN.join(', ')}) {\n`;

/**
 * One script that defines modules (contract/axml/unit.ts), with its source map.
 * @param sourceOf the name of a module's source in a debugger
 */
export function unitScript(
  url: string,
  modules: readonly ProgramModule[],
  sourceOf: (id: string) => string,
): UnitScript {
  const joined = new Joined();
  const parts = [HEAD];
  let line = 1;
  for (const module of modules) {
    // The module's code begins in a line of its own, so that its columns are those of its map.
    parts.push(
      `define(${JSON.stringify(module.id)}, ${JSON.stringify(module.table)}, function (require, module, exports) {\n`,
      module.code,
      '\n});\n',
    );
    line++;
    joined.add(module.mappings, line);
    line += module.lines + 1;
  }
  parts.push('});\n');
  const head = JSON.stringify({
    version: 3,
    sources: modules.map(({ id }) => sourceOf(id)),
    names: [],
    mappings: joined.text,
    sourcesContent: [],
  }).slice(0, -2);
  const contents = modules.map(({ content }, index) => (index === 0 ? content : COMMA + content)).join('');
  const map = base64Part(head) + contents + base64Of(']}');
  parts.push(`//# sourceURL=${url}\n${MAP}=data:application/json;charset=utf-8;base64,${map}\n`);
  return { script: parts.join(''), mappings: joined.text, modules };
}

const COMMA = base64Part(',');
