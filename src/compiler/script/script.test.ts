import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { parse } from 'acorn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileScript } from './compile.ts';

/** Runs modules, `main.js` first. */
function run(files: Record<string, string>, main = 'main.js'): Record<string, unknown> {
  const loaded = new Map<string, { exports: Record<string, unknown> }>();
  const load = (path: string): Record<string, unknown> => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(path, module);
    const { code } = compileScript(files[path] ?? '', path);
    new Function('require', 'module', 'exports', code)(load, module, module.exports);
    return module.exports;
  };
  return load(main);
}

describe('a script', () => {
  it('ES modules and CommonJS may be mixed', () => {
    const result = run({
      'main.js':
        "import a, { b } from 'es.js'; import * as c from 'cjs.js'; import d from 'cjs.js'; const e = require('es.js'); export default [a, b, c.x, d.x, e.default];",
      'es.js': 'export default 1; export const b = 2;',
      'cjs.js': 'exports.x = 3;',
    });
    expect(result.default).toEqual([1, 2, 3, 3, 1]);
  });
  it('a name that a module does not export is undefined', () => {
    expect(
      run({
        'main.js': "import { no } from 'a.js'; export const found = no;",
        'a.js': 'export const yes = 1;',
      }).found,
    ).toBeUndefined();
  });
  it('modules may need each other', () => {
    const result = run({
      'main.js': "import { b } from 'b.js'; export const a = () => 'a' + b();",
      'b.js': "import { a } from 'main.js'; export const b = () => 'b' + typeof a;",
    });
    expect((result.a as () => string)()).toBe('abfunction');
  });
  it('an imported name is the value of now', () => {
    const result = run({
      'main.js': "import { n, up } from 'n.js'; up(); export const now = n;",
      'n.js': 'export let n = 1; export function up() { n++; }',
    });
    expect(result.now).toBe(2);
  });
  it('import() of a text is a promise of the module', async () => {
    const result = run({
      'main.js': "module.exports = { loaded: import('a.js') };",
      'a.js': 'export const x = 1;',
    });
    expect(await result.loaded).toMatchObject({ x: 1 });
  });
  it('TypeScript: types go, what is only a type is not required', () => {
    const files = {
      'main.ts':
        "import type { T } from 'types.ts';\nimport { U, v } from 'b.ts';\nenum E { A = 1, B }\nexport const x = (v as U)!;\nexport const e: number = E.B;\nabstract class K<T> { constructor(private n: T) {} }\nexport { K };",
      'b.ts': 'export interface U { a: 1 }\nexport const v: U = { a: 1 };',
    };
    expect(run(files, 'main.ts')).toMatchObject({ x: { a: 1 }, e: 2 });
    expect(compileScript(files['main.ts'], 'main.ts').needs.map(({ specifier }) => specifier)).toEqual([
      'b.ts',
    ]);
  });
  it('what needs no rewriting stays as it is, sloppy as it may be', () => {
    const source = 'var a = 010; x = 1; module.exports = function () { return this; };\nreturn;';
    expect(compileScript(source, 'a.js').code).toBe(source);
  });
  it('names what it requires, where that stands, and whether it can do without', () => {
    const source =
      "const a = require('./a');\ntry { require(`opt`); } catch (e) {}\nrequire(name);\n(function (require) { require('inner'); })();";
    expect(compileScript(source, 'a.js').needs).toEqual([
      { specifier: './a', kind: 'script', at: source.indexOf('./a') },
      { specifier: 'opt', kind: 'script', at: source.indexOf('opt'), optional: true },
    ]);
    const module = "// x\nimport b from './b';\nexport * from './c';";
    expect(compileScript(module, 'a.js').needs.map(({ at }) => module.slice(at, at + 3))).toEqual([
      './b',
      './c',
    ]);
  });
  it.each([
    ['a.js', 'let x = 1;\nfoo(a, bar.baz());\n', 'baz'],
    ['a.js', "import a from 'a';\n\nexport function f() {\n  return a.b.target(1);\n}\n", 'target'],
    [
      'a.ts',
      "import a from 'a';\ninterface X {\n  a: string;\n}\nconst y: X = a as X, z = y.target();\n",
      'target',
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it stands in the script
    ['a.js', 'const t = `\n  text ${here.target} \n`;', 'target'],
  ])('each name is found in the source, with its column (%s %#)', (path, source, word) => {
    const { code, mappings } = compileScript(source, path);
    const map = new TraceMap({ version: 3, sources: ['s'], names: [], mappings });
    const at = code.indexOf(word);
    const lines = code.slice(0, at).split('\n');
    const found = originalPositionFor(map, { line: lines.length, column: lines.at(-1)?.length ?? 0 });
    const wanted = source.slice(0, source.indexOf(word)).split('\n');
    expect(found).toMatchObject({ line: wanted.length, column: wanted.at(-1)?.length });
  });
  it.each([
    ['a.js', 'let a;\nlet b = ;\n', 2, 9],
    ['a.js', "import a from 'a';\nconst x = {\n  y: 1,,\n};\n", 3, 8],
    ['a.js', 'let a;\nlet a;\n', 2, 5],
    ['a.ts', 'const a: number = 1;\nconst b: = 2;\n', 2, 10],
  ])('one that cannot be read throws, and says where (%s %#)', (path, source, line, column) => {
    const { code, problems } = compileScript(source, path);
    const before = source.slice(0, problems[0]?.at).split('\n');
    expect([before.length, (before.at(-1)?.length ?? 0) + 1]).toEqual([line, column]);
    expect(() => new Function(code)()).toThrow(`(${path}:${line}:${column})`);
  });
  it('any text gives a module', () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...[
              "import a from 'a';",
              'export default',
              'require("x")',
              '(',
              ')',
              '{',
              '}',
              '`',
              '${',
              '/*',
              '//',
              '\n',
              '=>',
              'async ',
              'class A',
              ': string',
              'enum E',
              '<T>',
              'import(',
              '#!',
              '</script>',
              'return',
              'await ',
              "'",
              '"',
              '/',
              'let x = 1;',
            ],
          ),
          fc.string({ maxLength: 5 }),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, fc.constantFrom('a.js', 'a.ts', 'a.sjs'), (source, path) => {
        const { code, needs, problems } = compileScript(source, path);
        parse(`(function (require, module, exports) {\n${code}\n})`, { ecmaVersion: 'latest' });
        for (const { at } of [...needs, ...problems]) expect(at >= 0 && at <= source.length).toBe(true);
      }),
      { numRuns: 700 },
    );
  });
});
