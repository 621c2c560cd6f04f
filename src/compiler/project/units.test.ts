import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { DEFINE } from '../../contract/axml/unit.ts';
import { createProject } from '../index.ts';
import { memorySource } from '../testing.ts';

type Files = Record<string, string>;
const PAGE = 'pages/p/p';
const files = (more: Files): Files => ({
  'app.json': `{"pages": ["${PAGE}", "pages/q/q"]}`,
  'app.js': 'App({})',
  [`${PAGE}.axml`]: '<view/>',
  [`${PAGE}.js`]: 'Page({})',
  'pages/q/q.axml': '<view/>',
  ...more,
});
const open = (more: Files) => createProject(memorySource(files(more)), { program: 'demo' });
const page = async (more: Files) => (await open(more)).unit(PAGE);
const told = (problems: { file: string; line: number; column: number; message: string }[]) =>
  problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);

/** Runs a unit's script. @returns what a module exports */
function run(script: string, id: string): unknown {
  const defined = new Map<string, { table: Record<string, string>; factory: (...args: unknown[]) => void }>();
  const loaded = new Map<string, { exports: unknown }>();
  const load = (one: string): unknown => {
    const known = loaded.get(one);
    if (known) return known.exports;
    const { table, factory } = defined.get(one) ?? {};
    if (!factory) throw new Error(`Cannot find module '${one}'`);
    const module = { exports: {} };
    loaded.set(one, module);
    factory((specifier: string) => load(table?.[specifier] ?? specifier), module, module.exports);
    return module.exports;
  };
  const self = {
    [Symbol.for(DEFINE)]: (body: (define: unknown) => void) =>
      body((one: string, table: Record<string, string>, factory: () => void) =>
        defined.set(one, { table, factory }),
      ),
  };
  new Function('self', 'Page', 'App', script)(
    self,
    () => {},
    () => {},
  );
  return load(id);
}

describe('modules', () => {
  const from = async (script: string, more: Files, name = `${PAGE}.js`) => {
    const { unit } = await page({ [name]: script, ...more });
    return run(unit?.script ?? '', name) as Record<string, unknown>;
  };
  it('relative, absolute from the root, folders, and TypeScript without its ending', async () => {
    const more = {
      'pages/p/a.ts': 'export default 1 as number',
      'utils/index.js': 'exports.u = 2',
      'data.json': '{"d": 3}',
      'x.ts': 'export const x = 4',
    };
    const script =
      "import a from './a'; import { u } from '/utils'; import d from '../../data.json'; import { x } from '/x.js'; export default [a, u, d.d, x];";
    expect((await from(script, more)).default).toEqual([1, 2, 3, 4]);
  });
  it('packages: main, miniprogram, exports, a file inside, scoped, nested', async () => {
    const more = {
      'node_modules/a/package.json': '{"main": "lib/a"}',
      'node_modules/a/lib/a.js': "module.exports = 'a' + require('b');",
      'node_modules/a/node_modules/b/index.js': "module.exports = 'inner';",
      'node_modules/b/index.js': "module.exports = 'outer';",
      'node_modules/@s/c/package.json': '{"miniprogram": "dist"}',
      'node_modules/@s/c/dist/index.js': "module.exports = 'c';",
      'node_modules/@s/c/dist/deep/x.js': "module.exports = 'x';",
      'node_modules/e/package.json':
        '{"exports": {".": {"import": "./e.mjs", "require": "./e.cjs"}, "./sub/*": "./lib/*.js"}}',
      'node_modules/e/e.cjs': "module.exports = 'e';",
      'node_modules/e/lib/y.js': "module.exports = 'y';",
      'node_modules/m/package.json': '{"module": "m.mjs"}',
      'node_modules/m/m.mjs': "export default 'm';",
    };
    const script =
      "module.exports = [require('a'), require('b'), require('@s/c'), require('@s/c/deep/x'), require('e'), require('e/sub/y'), require('m').default, require('a/lib/a.js')];";
    expect(await from(script, more)).toEqual(['ainner', 'outer', 'c', 'x', 'e', 'y', 'm', 'ainner']);
  });
  it('a module that is missing is a problem, and an error where it is required; the rest lives', async () => {
    const { unit, problems } = await page({
      [`${PAGE}.js`]: "exports.a = 1;\nexports.f = () => require('./no');\nrequire('fs');",
    });
    expect(told(problems)).toEqual([
      `${PAGE}.js:2:28 There is no module './no'`,
      `${PAGE}.js:3:10 'fs' is a module of Node: mini programs do not have it`,
    ]);
    expect(() => run(unit?.script ?? '', `${PAGE}.js`)).toThrow("Cannot find module 'fs'");
  });
  it('what may be missing is a warning', async () => {
    const { problems } = await page({ [`${PAGE}.js`]: "try { require('opt'); } catch (e) {}" });
    expect(problems).toMatchObject([{ severity: 'warning' }]);
  });
  it('require with a function, and require.async: the module comes later', async () => {
    const exports = await from(
      "'use strict'; module.exports = [new Promise((y, n) => require('./a', y, n)), require.async('./a'), new Promise((y, n) => require('./no', y, n)), (function () { return this; })()];",
      {
        'pages/p/a.js': 'exports.a = 1',
      },
    );
    const [one, two, three, strict] = exports as unknown as unknown[];
    expect(await one).toEqual({ a: 1 });
    expect(await two).toEqual({ a: 1 });
    await expect(three).rejects.toMatchObject({
      mod: './no',
      errMsg: expect.stringContaining('./no') as string,
    });
    expect(strict).toBeUndefined();
  });
  it('do not see what a browser has and a phone has not', async () => {
    expect(
      await from('module.exports = [typeof window, typeof document, typeof localStorage, typeof fetch];', {}),
    ).toEqual(Array(4).fill('undefined'));
  });
  it('find what bundlers give to packages', async () => {
    const script = 'const self = 1; module.exports = [process.env.NODE_ENV, global === globalThis];';
    expect(await from(script, {})).toEqual(['development', true]);
  });
  it('a JSON file that is broken throws when it is required', async () => {
    const { unit, problems } = await page({
      [`${PAGE}.js`]: "require('./d.json')",
      'pages/p/d.json': '{"a": }',
    });
    expect(told(problems)).toEqual(["pages/p/d.json:1:7 Expected a value, found '}'"]);
    expect(() => run(unit?.script ?? '', `${PAGE}.js`)).toThrow('pages/p/d.json:1:7');
  });
});

describe('components', () => {
  const card = {
    'components/card/card.json': '{"component": true}',
    'components/card/card.axml': '<view class="card"/>',
    'components/card/card.js': 'Component({})',
  };
  it('relative, absolute, of a package, of the app; each once, those inside of others, too', async () => {
    const { unit, problems } = await page({
      ...card,
      'app.json': `{"pages": ["${PAGE}"], "usingComponents": {"x-app": "lib/es/Tag/index"}}`,
      'components/card/card.json': '{"component": true, "usingComponents": {"in": "../in"}}',
      'components/card/card.axml': '<in/><x-app/>',
      'components/in.json': '{}',
      'components/in.axml': '<view/>',
      'node_modules/lib/es/Tag/index.json': '{"component": true}',
      'node_modules/lib/es/Tag/index.axml': '<view/>',
      [`${PAGE}.json`]:
        '{"usingComponents": {"a": "/components/card/card", "b": "../../components/card/card"}}',
      [`${PAGE}.axml`]: '<a/><b/>',
    });
    expect(problems).toEqual([]);
    expect(unit?.page?.using).toEqual({ a: 'components/card/card', b: 'components/card/card' });
    expect(unit?.components.map(({ path }) => path).sort()).toEqual([
      'components/card/card',
      'components/in',
      'node_modules/lib/es/Tag/index',
    ]);
    expect(unit?.components.find(({ path }) => path === 'components/card/card')?.using).toEqual({
      in: 'components/in',
      'x-app': 'node_modules/lib/es/Tag/index',
    });
  });
  it('only those whose tags stand in a template are compiled; templates of other files count', async () => {
    const { unit } = await page({
      ...card,
      'a.axml': '<template name="t"><card/></template>',
      [`${PAGE}.axml`]: '<import src="/a.axml"/><template is="t"/>',
      [`${PAGE}.json`]:
        '{"usingComponents": {"card": "/components/card/card", "other": "/components/card/card"}}',
    });
    expect(unit?.page?.using).toEqual({ card: 'components/card/card' });
  });
  it('one that is missing is a problem where json names it', async () => {
    const { problems } = await page({
      [`${PAGE}.json`]: '{\n  "usingComponents": {\n    "x": "./no",\n    "y": "plugin://a/b"\n  }\n}',
    });
    expect(told(problems)).toEqual([
      `${PAGE}.json:3:10 There is no component './no' for <x>`,
      expect.stringContaining(`${PAGE}.json:4:10 <y> comes from a plugin`),
    ]);
  });
  it('a unit leaves out what the frame has', async () => {
    const project = await open({
      ...card,
      'components/card/card.acss': '.card {}',
      [`${PAGE}.json`]: '{"usingComponents": {"card": "/components/card/card"}}',
      [`${PAGE}.axml`]: '<card/>',
      'pages/q/q.json': '{"usingComponents": {"card": "/components/card/card"}}',
      'pages/q/q.axml': '<card/>',
    });
    const first = await project.unit(PAGE, ['app']);
    expect(first.unit?.components).toHaveLength(1);
    const second = await project.unit('pages/q/q', ['app', PAGE]);
    expect(second.unit?.components).toEqual([]);
    expect(second.unit?.styles).toEqual([]);
    expect(second.unit?.script).not.toContain('card/card');
    expect(second.unit?.page?.using).toEqual({ card: 'components/card/card' });
  });
});

describe('pages', () => {
  it('one without files is a problem of app.json, and no unit', async () => {
    const project = await createProject(
      memorySource({ 'app.json': '{\n"pages": ["a/a",\n "b/b"]}', 'a/a.axml': '' }),
      { program: 'x' },
    );
    const { unit, problems } = await project.unit('b/b');
    expect(unit).toBeUndefined();
    expect(told(problems)).toEqual(["app.json:3:2 The page 'b/b' has neither b/b.axml nor b/b.js"]);
    expect((await project.unit('a/a')).unit?.page).toMatchObject({ template: 'a/a.axml' });
    expect((await project.unit('c')).problems).toMatchObject([{ message: "'c' is no page of app.json" }]);
  });
  it('json of a page: title, pull refresh, and what is not known', async () => {
    const { unit } = await page({ [`${PAGE}.json`]: '{"defaultTitle": "T", "pullRefresh": true, "x": 1}' });
    expect(unit?.page?.config).toEqual({
      defaultTitle: 'T',
      pullRefresh: true,
      raw: { defaultTitle: 'T', pullRefresh: true, x: 1 },
    });
  });
  it('json that is broken is a problem, and the page lives', async () => {
    const { unit, problems } = await page({ [`${PAGE}.json`]: '{"a" 1}' });
    expect(problems).toHaveLength(1);
    expect(unit?.page).toBeDefined();
  });
  it('styles in another language are a problem', async () => {
    expect(told((await page({ [`${PAGE}.less`]: '.a{}' })).problems)).toEqual([
      expect.stringContaining('compile them to pages/p/p.acss'),
    ]);
  });
  it('a file that includes itself is a problem', async () => {
    const { problems } = await page({
      [`${PAGE}.axml`]: '<include src="./a.axml"/>',
      'pages/p/a.axml': '<include src="p.axml"/>',
    });
    expect(problems).toHaveLength(2);
  });
});

describe('styles', () => {
  it('come in the order of the cascade: of components, then of the page', async () => {
    const { unit } = await page({
      'c.json': '{}',
      'c.axml': '<view/>',
      'c.acss': '.c{}',
      [`${PAGE}.json`]: '{"usingComponents": {"c": "/c"}}',
      [`${PAGE}.axml`]: '<c/>',
      [`${PAGE}.acss`]: '.p{}',
    });
    expect(unit?.styles.map(({ owner, file }) => [owner, file])).toEqual([
      ['c', 'c.acss'],
      [PAGE, `${PAGE}.acss`],
    ]);
    expect(unit?.styles[0]?.css).toBe(`.c:where(.${unit?.components[0]?.scope}){}`);
    expect(unit?.styles[1]?.css).toBe(`:where(.${unit?.page?.scope}) .p{}`);
  });
  it('imports are inside: relative, absolute, of packages, with conditions, each other', async () => {
    const { unit, problems } = await page({
      [`${PAGE}.acss`]:
        '@import "./a.acss"; @import "/b"; @import "lib/x.css" print; @import "no.acss"; .p{}',
      'pages/p/a.acss': '@import "./p.acss"; .a{background:url(i.png)}',
      'pages/p/i.png': '',
      'b.acss': '.b{background:url("./no.png")}',
      'node_modules/lib/x.css': '.x{}',
    });
    const css = unit?.styles[0]?.css ?? '';
    expect(
      css
        .replace(/:where\(\.[\w-]+\) /g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(
      '.a{background:url("https://program.example/pages/p/i.png")} .b{background:url("./no.png")} @media print { .x{} } .p{}',
    );
    expect(told(problems).map((one) => one.replace(/:\d+:\d+/, ''))).toEqual([
      `${PAGE}.acss There is no file 'no.acss'`,
      "b.acss There is no file './no.png'",
      "pages/p/a.acss './p.acss' imports this file in turn",
    ]);
  });
  it('styleIsolation: isolated keeps the styles of app and page out, shared lets its own out', async () => {
    const project = await open({
      'app.acss': '.x{}',
      'i.json': '{"styleIsolation": "isolated"}',
      'i.axml': '<view/>',
      's.json': '{"styleIsolation": "shared"}',
      's.axml': '<view/>',
      's.acss': '.s{}',
      [`${PAGE}.json`]: '{"usingComponents": {"i": "/i", "s": "/s"}}',
      [`${PAGE}.axml`]: '<i/><s/>',
      [`${PAGE}.acss`]: '.p{}',
    });
    expect((await project.unit('app')).unit?.styles[0]?.css).toBe('.x{}');
    const { unit } = await project.unit(PAGE, ['app']);
    const guard = ':where(:not(.a-isolated))';
    expect(unit?.styles.map(({ owner, css }) => [owner, css.replace(/:where\(\.p-[\w-]+\) /, '')])).toEqual([
      ['app', `.x${guard}{}`],
      ['s', `.s${guard}{}`],
      [PAGE, `.p${guard}{}`],
    ]);
    expect(unit?.components.find(({ path }) => path === 'i')?.scope).toContain('a-isolated');
  });
});

describe('the script of a unit', () => {
  it('has a source map with the sources in it, under names that tell the program', async () => {
    const { unit } = await page({ [`${PAGE}.axml`]: '<view>\n  {{é.x}}</view>' });
    const script = unit?.script ?? '';
    parse(script, { ecmaVersion: 'latest' });
    const [, encoded = ''] =
      /sourceMappingURL=data:application\/json;charset=utf-8;base64,(\S+)/.exec(script) ?? [];
    const text = new TextDecoder().decode(Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0)));
    const map = JSON.parse(text) as {
      sources: string[];
      sourcesContent: string[];
      version: 3;
      mappings: string;
      names: string[];
    };
    expect(map.sources).toEqual([`miniauth://demo/${PAGE}.js`, `miniauth://demo/${PAGE}.axml`]);
    expect(map.sourcesContent[1]).toBe('<view>\n  {{é.x}}</view>');
    expect(script).toContain(`//# sourceURL=${unit?.url}`);
    const lines = script.split('\n');
    for (const [line, segments] of decodedMappings(new TraceMap(map)).entries())
      for (const [column, source = 0, sourceLine = 0, sourceColumn = 0] of segments) {
        expect(column).toBeLessThanOrEqual(lines[line]?.length ?? -1);
        expect(sourceColumn).toBeLessThanOrEqual(
          map.sourcesContent[source]?.split('\n')[sourceLine]?.length ?? -1,
        );
      }
  });
  it('any text in any file is a unit that can be read', async () => {
    for (const soup of [
      '',
      '\u2028',
      '</script>',
      '<!-- x',
      '`${',
      '*/',
      '}}}',
      '\ufeff{"a":1}',
      '\r\n\r',
      '//',
      '#!/x',
      '"use strict"',
      '\\',
    ]) {
      const { unit } = await page({
        [`${PAGE}.axml`]: soup,
        [`${PAGE}.js`]: `require('./x.json');${soup}`,
        [`${PAGE}.acss`]: soup,
        [`${PAGE}.json`]: soup,
        'pages/p/x.json': soup,
      });
      expect(() => parse(unit?.script ?? 'throw', { ecmaVersion: 'latest' })).not.toThrow();
    }
  });
});
