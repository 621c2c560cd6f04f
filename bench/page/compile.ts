/** In a worker: compiling generated AXML programs, beside the parsers alone. Posts {@link CompileTimes}. */
import { parseExpressionAt } from 'acorn';
import { Parser } from 'htmlparser2';
import { compileTemplate } from '../../src/compiler/axml/compile.ts';
import { Expressions } from '../../src/compiler/axml/expression.ts';
import { createProject } from '../../src/compiler/index.ts';
import { base64Part } from '../../src/compiler/maps/base64.ts';
import { pieceOf } from '../../src/compiler/maps/mappings.ts';
import type { ProgramModule } from '../../src/compiler/project/modules.ts';
import { unitScript } from '../../src/compiler/project/script.ts';
import { memorySource } from '../../src/compiler/testing.ts';
import { axmlFile, axmlProgram, random } from './axml-program.ts';

export interface CompileTimes {
  /** To the units of the app and its first page, in a worker that has compiled nothing yet, ms. */
  firstPage: number;
  compiled: number[];
  parsed: number[];
  /** Of the markup. */
  bytes: number;
}

const FILES = 400;
const ROUNDS = 15;

/** All files to one script with its map, as they are for the first time. */
function compile(sources: readonly string[]): number {
  const start = performance.now();
  const expressions = new Expressions();
  const modules = sources.map((text, index): ProgramModule => {
    const made = compileTemplate(text, expressions);
    return {
      id: `pages/${index}.axml`,
      text,
      code: made.code,
      lines: made.code.split('\n').length,
      mappings: pieceOf(made.mappings),
      content: base64Part(JSON.stringify(text)),
      table: {},
      problems: made.problems,
      tags: made.tags,
      templates: [],
      includes: new Map(),
      later: false,
    };
  });
  const { script } = unitScript('bench.js', modules, (id) => id);
  const took = performance.now() - start;
  if (script.length === 0 || modules.some(({ problems }) => problems.length > 0))
    throw new Error('not compiled');
  return took;
}

/** The markup through htmlparser2, each expression in it through acorn. */
function parse(sources: readonly string[]): number {
  const start = performance.now();
  let count = 0;
  const expressions = (text: string) => {
    for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at + 2)) {
      const end = text.indexOf('}}', at);
      if (end < 0) return;
      parseExpressionAt(text.slice(at + 2, end), 0, { ecmaVersion: 'latest' });
      count++;
    }
  };
  for (const source of sources) {
    const parser = new Parser(
      {
        onattribute: (_name, value) => expressions(value),
        ontext: expressions,
      },
      { xmlMode: true },
    );
    parser.end(source);
  }
  const took = performance.now() - start;
  if (count === 0) throw new Error('not parsed');
  return took;
}

async function firstPage(): Promise<number> {
  const source = memorySource(axmlProgram(50));
  const start = performance.now();
  const project = await createProject(source, { program: 'bench' });
  const units = [await project.unit('app'), await project.unit('pages/page0/page0', ['app'])];
  const took = performance.now() - start;
  for (const { unit, problems } of units)
    if (!unit || problems.length > 0) throw new Error(JSON.stringify(problems));
  return took;
}

async function measure(): Promise<CompileTimes> {
  const first = await firstPage();
  const next = random(7);
  const sources = Array.from({ length: FILES }, () => axmlFile(next, 2_000));
  const times: CompileTimes = {
    firstPage: first,
    compiled: [],
    parsed: [],
    bytes: sources.reduce((sum, { length }) => sum + length, 0),
  };
  for (let round = -2; round < ROUNDS; round++) {
    const [parsed, compiled] = [parse(sources), compile(sources)];
    if (round < 0) continue;
    times.parsed.push(parsed);
    times.compiled.push(compiled);
  }
  return times;
}

measure().then(
  (times) => self.postMessage(times),
  (error: unknown) => self.postMessage(String(error)),
);
