import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { createProject } from '../index.ts';
import { memorySource } from '../testing.ts';

const program = (files: Record<string, string>) => ({
  'app.json': '{"pages": ["pages/index/index", "pages/about/about"]}',
  'app.js': 'App({});',
  'pages/index/index.axml': '<view>{{text}}</view>',
  'pages/index/index.js': 'Page({});',
  'pages/about/about.axml': '<view/>',
  'pages/about/about.js': 'Page({});',
  ...files,
});
const open = (files: Record<string, string>) => createProject(memorySource(files), { program: 'demo' });
const modulesOf = (script: string | undefined) =>
  [...(script ?? '').matchAll(/^define\("([^"]+)"/gm)].map(([, id]) => id);

describe('a project', () => {
  it('gives the app first, and of a page only what the page needs', async () => {
    const project = await open(
      program({
        'app.js': "require('./utils/a'); App({});",
        'utils/a.js': 'exports.a = 1;',
        'pages/index/index.js': "import { a } from '../../utils/a'; import b from './b'; Page({ a, b });",
        'pages/index/b.js': 'export default 1;',
      }),
    );
    const app = await project.unit('app');
    expect(app.problems).toEqual([]);
    expect(app.unit?.app?.config.pages).toEqual(['pages/index/index', 'pages/about/about']);
    expect(modulesOf(app.unit?.script)).toEqual(['app.js', 'utils/a.js']);
    const page = await project.unit('pages/index/index', ['app']);
    expect(modulesOf(page.unit?.script)).toEqual([
      'pages/index/index.js',
      'pages/index/index.axml',
      'pages/index/b.js',
    ]);
    expect(page.unit?.page).toMatchObject({ path: 'pages/index/index', script: 'pages/index/index.js' });
    expect(() => parse(page.unit?.script ?? '', { ecmaVersion: 'latest' })).not.toThrow();
  });

  it('finds what the developer wrote at a place of a unit', async () => {
    const files = program({
      'pages/index/index.js': "import a from './a';\n\nPage({\n  onLoad() { a.b.c(); },\n});\n",
    });
    const project = await open({ ...files, 'pages/index/a.js': 'export default {};' });
    const { unit } = await project.unit('pages/index/index');
    const lines = unit?.script.split('\n') ?? [];
    const line = lines.findIndex((text) => text.includes('onLoad'));
    expect(project.original(unit?.url ?? '', line + 1, (lines[line]?.indexOf('b.c') ?? 0) + 1)).toMatchObject(
      {
        file: 'pages/index/index.js',
        line: 4,
        column: 16,
        excerpt: { first: 1 },
      },
    );
  });

  it('a script that cannot be read is a module that throws, at the place where it is wrong; the rest lives', async () => {
    const project = await open(program({ 'pages/index/index.js': 'Page({\n  data: {,\n});' }));
    const { unit, problems } = await project.unit('pages/index/index');
    expect(problems).toMatchObject([
      { severity: 'error', file: 'pages/index/index.js', line: 2, column: 10 },
    ]);
    const lines = unit?.script.split('\n') ?? [];
    const line = lines.findIndex((text) => text.startsWith('throw new SyntaxError'));
    expect(project.original(unit?.url ?? '', line + 1, 1)).toMatchObject({
      file: 'pages/index/index.js',
      line: 2,
      column: 10,
    });
    expect(() => parse(unit?.script ?? '', { ecmaVersion: 'latest' })).not.toThrow();
  });

  it('an edit of styles and templates is put in place, one of a script starts the program again', async () => {
    const files: Record<string, string> = program({ 'pages/index/index.acss': '.a { width: 75rpx }' });
    const project = await open(files);
    const delivered = ['app', 'pages/index/index'];
    for (const name of delivered) await project.unit(name);
    files['pages/index/index.acss'] = '.a { width: 150rpx }';
    const { change } = await project.change(['pages/index/index.acss'], delivered);
    expect(change).toMatchObject({ kind: 'patch', unit: { styles: [{ owner: 'pages/index/index' }] } });
    if (change.kind === 'patch') expect(change.unit.styles[0]?.css).toContain('width: 20vw');
    files['pages/index/index.js'] = 'Page({ data: {} });';
    expect((await project.change(['pages/index/index.js'], delivered)).change).toEqual({ kind: 'reload' });
    files['pages/about/about.js'] = 'Page({ data: {} });';
    expect((await project.change(['pages/about/about.js'], delivered)).change).toEqual({ kind: 'nothing' });
  });
});
