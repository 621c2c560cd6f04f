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
 * `require(specifier, success, fail)` and `require.async(specifier)`, as documented for packages that are loaded later ("asynchronous
 * subpackages"): everything is there, and comes in a while all the same.
 */
const LATER =
  'function $later(require) { ' +
  'function async(specifier) { return Promise.resolve().then(function () { return require(specifier); }); } ' +
  'function both(specifier, success, fail) { ' +
  'if (typeof success !== "function" && typeof fail !== "function") return require(specifier); ' +
  'async(specifier).then(success, function (error) { if (fail) fail({ mod: specifier, errMsg: error.message }); else throw error; }); } ' +
  'both.async = async; return both; }';

/** What packages for bundlers expect to find, and do find with the platform's own. */
const EXPECTED = [
  ['process.env', 'var process = { browser: true, env: { NODE_ENV: "development" } };'],
  ['global', 'var global = globalThis;'],
] as const;

/** @param code whose first statement may say that it is strict: then this stands in front of it */
const later = (code: string): string =>
  `${/^\s*["']use strict["']/.test(code) ? '"use strict"; ' : ''}require = $later(require);`;

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
  const helpers = [
    ...(modules.some(({ later }) => later) ? [LATER] : []),
    ...EXPECTED.filter(([name]) => modules.some(({ text }) => text.includes(name))).map(([, code]) => code),
  ];
  for (const helper of helpers) {
    parts.push(`${helper}\n`);
    line++;
  }
  for (const module of modules) {
    // The module's code begins in a line of its own, so that its columns are those of its map.
    parts.push(
      `define(${JSON.stringify(module.id)}, ${JSON.stringify(module.table)}, function (require, module, exports) {${module.later ? later(module.code) : ''}\n`,
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
