import { compileTemplate } from '../axml/compile.ts';
import { Expressions } from '../axml/expression.ts';
import type { Compiled, Fault } from '../compiled.ts';
import { base64Part } from '../maps/base64.ts';
import { type Piece, pieceOf } from '../maps/mappings.ts';
import { broken, compileScript } from '../script/compile.ts';
import type { Files } from './files.ts';
import { parseJson } from './json.ts';
import { extensionOf } from './paths.ts';
import type { Resolver } from './resolve.ts';

/** A module of a program, compiled, with where its specifiers lead. */
export interface ProgramModule {
  id: string;
  text: string;
  code: string;
  /** Lines of `code`. */
  lines: number;
  mappings: Piece;
  /** `text` as it stands in a source map that is written as base 64. */
  content: string;
  table: Readonly<Record<string, string>>;
  problems: readonly Fault[];
  /** Of a template: the tags in it, each with its first place. */
  tags: ReadonlyMap<string, number>;
  /** Ids of templates that it imports or includes. */
  templates: readonly string[];
  /** Of those that it includes, with the place. */
  includes: ReadonlyMap<string, number>;
  /** See Compiled. */
  later: boolean;
}

interface Known {
  text: string;
  compiled: Compiled & { tags?: ReadonlyMap<string, number> };
  lines: number;
  mappings: Piece;
  content: string;
}

/** Modules that Node has and a phone has not. */
const NODE = new Set(
  (
    'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 ' +
    'https inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls tty ' +
    'url util v8 vm wasi worker_threads zlib'
  ).split(' '),
);
const NOTHING: ReadonlyMap<string, number> = new Map();

/** The scripts and templates of a program, each compiled once for each content. */
export class Modules {
  readonly #files: Files;
  readonly #resolver: Resolver;
  readonly #expressions = new Expressions();
  readonly #known = new Map<string, Known>();
  readonly #linked = new Map<string, Promise<ProgramModule | undefined>>();

  constructor(files: Files, resolver: Resolver) {
    this.#files = files;
    this.#resolver = resolver;
  }

  /** Forgets where specifiers lead: files have come or gone. */
  forgetLinks(): void {
    this.#linked.clear();
  }

  /** Forgets a file's links: its content has changed. @returns whether it was a module of anything */
  forget(id: string): boolean {
    return this.#linked.delete(id);
  }

  /** Undefined: there is no such file. */
  module(id: string): Promise<ProgramModule | undefined> {
    let module = this.#linked.get(id);
    if (!module) {
      module = this.#link(id);
      this.#linked.set(id, module);
      module.catch(() => this.#linked.delete(id));
    }
    return module;
  }

  /** Modules and all that they need, in the order in which they are met. */
  async reachable(ids: readonly string[]): Promise<ProgramModule[]> {
    const found = new Map<string, ProgramModule>();
    const asked = new Set<string>(ids);
    for (let wave: string[] = [...asked]; wave.length > 0; ) {
      const modules = await Promise.all(wave.map((id) => this.module(id)));
      wave = [];
      for (const module of modules) {
        if (!module) continue;
        found.set(module.id, module);
        for (const id of Object.values(module.table)) {
          if (asked.has(id)) continue;
          asked.add(id);
          wave.push(id);
        }
      }
    }
    return [...found.values()];
  }

  async #link(id: string): Promise<ProgramModule | undefined> {
    const text = await this.#files.text(id);
    if (text === undefined) return undefined;
    let known = this.#known.get(id);
    if (known?.text !== text) {
      const compiled = compile(id, text, this.#files.pathOf(id), this.#expressions);
      known = {
        text,
        compiled,
        lines: compiled.code.split('\n').length,
        mappings: pieceOf(compiled.mappings),
        content: base64Part(JSON.stringify(text)),
      };
      this.#known.set(id, known);
    }
    const { compiled } = known;
    const table: Record<string, string> = {};
    const templates: string[] = [];
    const includes = new Map<string, number>();
    const problems: Fault[] = [...compiled.problems];
    const targets = await Promise.all(
      compiled.needs.map(({ specifier, kind }) => this.#resolver.resolve(specifier, id, kind)),
    );
    compiled.needs.forEach(({ specifier, kind, at, optional }, index) => {
      const target = targets[index];
      if (target === undefined) {
        problems.push({
          severity: optional ? 'warning' : 'error',
          at,
          message: isNode(specifier)
            ? `'${specifier}' is a module of Node: mini programs do not have it`
            : `There is no module '${specifier}'`,
        });
        return;
      }
      Object.defineProperty(table, specifier, { value: target, enumerable: true, configurable: true });
      if (kind === 'template' || kind === 'include') templates.push(target);
      if (kind === 'include') includes.set(target, at);
    });
    const { lines, mappings, content } = known;
    const { code, tags = NOTHING, later = false } = compiled;
    return { id, text, code, lines, mappings, content, table, problems, tags, templates, includes, later };
  }
}

const isNode = (specifier: string): boolean =>
  specifier.startsWith('node:') || NODE.has(specifier.split('/')[0] as string);

/** One file to a module; never throws. @param path as the developer knows it */
function compile(id: string, text: string, path: string, expressions: Expressions): Known['compiled'] {
  try {
    switch (extensionOf(id)) {
      case '.axml':
        return compileTemplate(text, expressions);
      case '.json':
        return compileJson(text, path);
      case '.js':
      case '.ts':
      case '.mjs':
      case '.mts':
      case '.cjs':
      case '.cts':
      case '.sjs':
        return compileScript(text, path);
      default:
        return broken(text, path, {
          severity: 'error',
          at: 0,
          message: 'Files of this kind cannot be imported by a script',
        });
    }
  } catch (error) {
    // Text that is nested deeper than any stack.
    const why = error instanceof Error ? error.message : String(error);
    return broken(text, path, { severity: 'error', at: 0, message: `This file cannot be compiled: ${why}` });
  }
}

function compileJson(text: string, path: string): Compiled {
  const faults: Fault[] = [];
  const node = parseJson(text, faults);
  const [fault] = faults;
  if (fault) return broken(text, path, fault);
  return {
    code: `module.exports = ${JSON.stringify(node?.value ?? null)};`,
    mappings: '',
    needs: [],
    problems: [],
  };
}
