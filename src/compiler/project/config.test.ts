import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProject } from '../index.ts';
import { memorySource } from '../testing.ts';
import { parseJson } from './json.ts';

const open = (app: string, more: Record<string, string> = {}) =>
  createProject(memorySource({ 'app.json': app, ...more }), { program: 'demo' });
const short = ({ problems }: Awaited<ReturnType<typeof open>>) =>
  problems.map(
    ({ severity, file, line, column, message }) => `${severity} ${file}:${line}:${column} ${message}`,
  );

describe('app.json', () => {
  it('pages come in their order, those of subPackages behind them, under their root', async () => {
    const { config, problems } = await open(
      '{"pages": ["pages/a/a", "/pages/b/b"], "subPackages": [{"root": "/part/", "pages": ["c/c"]}], "subpackages": []}',
    );
    expect(config?.pages).toEqual(['pages/a/a', 'pages/b/b', 'part/c/c']);
    expect(problems).toEqual([]);
    expect(
      (await open('{"pages": ["a"], "subpackages": [{"root": "p", "pages": ["b"]}]}')).config?.pages,
    ).toEqual(['a', 'p/b']);
  });
  it('comments and commas at the end are tolerated', async () => {
    const { config, problems } = await open(
      "// first\n{ /* pages */ 'pages': ['a',], window: { defaultTitle: \"T\", }, }",
    );
    expect(config).toMatchObject({ pages: ['a'], window: { defaultTitle: 'T' } });
    expect(problems).toEqual([]);
  });
  it('window: what is known is read, what is not is kept', async () => {
    const { config } = await open(
      '{"pages": ["a"], "window": {"defaultTitle": "T", "titleBarColor": "#fff", "pullRefresh": "YES", "allowsBounceVertical": "NO", "transparentTitle": "auto", "onReachBottomDistance": 50, "x": [1]}}',
    );
    expect(config?.window).toEqual({
      defaultTitle: 'T',
      titleBarColor: '#fff',
      pullRefresh: true,
      allowsBounceVertical: false,
      transparentTitle: 'auto',
      onReachBottomDistance: 50,
      raw: expect.objectContaining({ x: [1], pullRefresh: 'YES' }) as object,
    });
  });
  it('tabBar: items with their page, name and pictures', async () => {
    const project = await open(
      '{"pages": ["a", "b"], "tabBar": {"textColor": "#000", "items": [{"pagePath": "a", "name": "A", "icon": "i.png", "activeIcon": "j.png"}, {"pagePath": "/b", "name": "B"}, {"pagePath": "c", "name": "C"}]}}',
    );
    expect(project.config?.tabBar).toEqual({
      textColor: '#000',
      items: [
        { pagePath: 'a', name: 'A', icon: 'i.png', activeIcon: 'j.png' },
        { pagePath: 'b', name: 'B' },
        { pagePath: 'c', name: 'C' },
      ],
    });
    expect(short(project)).toEqual([
      expect.stringMatching(/^warning app.json:1:\d+ .*'c', which is no page/),
    ]);
  });
  it('broken JSON: where and why', async () => {
    const project = await open('{\n  "pages": ["a"]\n  "window": {}\n}');
    expect(short(project)).toEqual(["error app.json:3:3 Expected ',' or '}', found '\"'"]);
    expect(project.config).toBeUndefined();
    expect(await project.unit('app')).toMatchObject({ problems: [{ file: 'app.json', line: 3 }] });
  });
  it('values of a wrong type: each with its place, the rest is read', async () => {
    const project = await open(
      '{\n  "pages": ["a", 7],\n  "window": {"defaultTitle": [], "pullRefresh": "maybe"},\n  "tabBar": 1\n}',
    );
    expect(short(project)).toEqual([
      "error app.json:2:18 What stands in 'pages' should be a text, but is 7",
      "error app.json:3:30 'defaultTitle' should be a text, but is a list",
      "error app.json:3:49 'pullRefresh' should be true or false, but is a text",
      "error app.json:4:13 'tabBar' should be an object, but is 1",
    ]);
    expect(project.config?.pages).toEqual(['a']);
  });
  it('without pages, without the file, of another shape', async () => {
    expect(short(await open('{}'))[0]).toContain('names no page');
    expect(short(await open('[]'))[0]).toContain('should be an object');
    expect((await createProject(memorySource({}), { program: 'x' })).problems).toMatchObject([
      { message: 'There is no app.json' },
    ]);
  });
  it('any text is read or refused', () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '{',
            '}',
            '[',
            ']',
            ':',
            ',',
            '"a"',
            "'b'",
            '1',
            '-',
            'true',
            'x',
            '//',
            '/*',
            '*/',
            '\n',
            '"',
            '\\u',
          ),
          fc.string({ maxLength: 3 }),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (text) => {
        const faults: { at: number }[] = [];
        const node = parseJson(text, faults as never);
        expect(node === undefined).toBe(faults.length > 0);
        for (const { at } of faults) expect(at >= 0 && at <= text.length).toBe(true);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(parseJson(text, [])?.value)).toBe(text);
      }),
    );
    expect(parseJson('['.repeat(10_000), [])).toBeUndefined();
  });
});

describe('mini.project.json', () => {
  it('component2 holds unless it is switched off', async () => {
    const component2 = async (text: string) =>
      (await open('{"pages": ["a"]}', { 'mini.project.json': text })).config?.component2;
    expect(await component2('{}')).toBe(true);
    expect(await component2('{"compileOptions": {"component2": false}}')).toBe(false);
    expect(await component2('{"component2": false}')).toBe(false);
  });
  it('miniprogramRoot: everything is found from there, problems name the file from the top', async () => {
    const project = await createProject(
      memorySource({
        'mini.project.json': '{"miniprogramRoot": "./client"}',
        'client/app.json': '{"pages": ["pages/a"]}',
        'client/pages/a.axml': '<view>{{</view>',
        'client/pages/a.js':
          "import x from '/utils/x'; import y from 'lib'; import z from '../../shared/z'; Page({ x, y, z });",
        'client/utils/x.js': 'export default 1;',
        'node_modules/lib/index.js': 'module.exports = 2;',
        'shared/z.js': 'module.exports = 3;',
      }),
      { program: 'demo' },
    );
    expect(project.root).toBe('client/');
    const { unit, problems } = await project.unit('pages/a');
    expect(problems).toMatchObject([{ file: 'client/pages/a.axml' }]);
    expect(unit?.page?.script).toBe('pages/a.js');
    expect(unit?.script).toContain('"lib":"../node_modules/lib/index.js","../../shared/z":"../shared/z.js"');
  });
});
