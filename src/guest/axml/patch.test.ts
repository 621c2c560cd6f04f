// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createProject } from '../../compiler/index.ts';
import { memorySource } from '../../compiler/testing.ts';
import { compiled, settled, started } from './testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: `this` of a program's functions
declare const getCurrentPages: () => any[];

it('an edit of templates and styles is put in place; data, pages and components stay', async () => {
  const files: Record<string, string> = {
    'app.json': '{"pages": ["a", "b"]}',
    'a.axml': '<c n="{{n}}"/><view>{{n}}</view>',
    'a.acss': '.x { color: red }',
    'a.js': 'Page({ data: { n: 1 } });',
    'a.json': '{"usingComponents": {"c": "./c"}}',
    'b.axml': '<view>b</view>',
    'b.js': 'Page({});',
    'c.json': '{"component": true}',
    'c.axml': '<text a:for="{{[1, 2]}}">{{item}}{{n}}{{m}}</text>',
    'c.js': "Component({ data: { m: '.' }, didMount() { this.setData({ m: '!' }); } });",
  };
  const project = await createProject(memorySource(files), { program: 'test' });
  const { patch, errors, ask } = await started(compiled(project));
  getCurrentPages()[0].setData({ n: 5 });
  await ask('navigateTo', { url: '/b' });
  const root = document.querySelector('page');
  expect(root?.textContent).toBe('15!25!5');

  files['a.axml'] = '<view>new {{n}}</view><c n="{{n}}"/>';
  files['a.acss'] = '.x { color: blue }';
  files['c.axml'] = '<text a:for="{{[1, 2]}}">{{item}}-{{n}}{{m}},</text>';
  const { change } = await project.change(['a.axml', 'a.acss', 'c.axml'], ['app', 'a', 'b']);
  if (change.kind !== 'patch') throw new Error(`A patch was expected, not ${change.kind}`);
  await patch(change.unit);
  await settled();
  expect(errors).toEqual([]);
  expect(root?.textContent).toBe('new 51-5!,2-5!,');
  const styles = Array.from(document.querySelectorAll('style'), ({ textContent }) => textContent);
  expect(styles.filter((css) => css?.includes('color: blue'))).toHaveLength(1);
  expect(styles.filter((css) => css?.includes('color: red'))).toHaveLength(0);
  await ask('navigateBack');
  expect(getCurrentPages()[0].data.n).toBe(5);
});
