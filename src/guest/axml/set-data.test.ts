// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createProject } from '../../compiler/index.ts';
import { memorySource } from '../../compiler/testing.ts';
import { ownerOf } from './template-owner.ts';
import { compiled, settled, started } from './testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: whatever programs say
const log: any[] = [];
// biome-ignore lint/suspicious/noExplicitAny: `this` of a program's functions
type This = any;
declare const getCurrentPages: () => This[];
beforeEach(() => {
  log.length = 0;
  (globalThis as Record<string, unknown>).log = log;
});

async function show(axml: string, page: string, files: Record<string, string> = {}, pages = ['a']) {
  const project = await createProject(
    memorySource({
      'app.json': JSON.stringify({ pages }),
      'a.axml': axml,
      'a.js': `Page({ ${page} });`,
      ...files,
    }),
    { program: 'test' },
  );
  const tested = await started(compiled(project));
  return { ...tested, instance: getCurrentPages()[0] as This };
}

describe('setData', () => {
  it('sets paths, and makes what is missing', async () => {
    const { instance, page } = await show(
      '<view>{{a[0].t}}{{o.t}}{{n.t}}</view>',
      "data: { a: [{ t: 'a' }], o: { t: 'o' } }",
    );
    instance.setData({ 'a[0].t': 'b', 'o.t': 'p', 'n.t': 'q' });
    expect(instance.data).toEqual({ a: [{ t: 'b' }], o: { t: 'p' }, n: { t: 'q' } });
    await settled();
    expect(page.textContent).toBe('bpq');
  });

  it('what is undefined is not set, which is told once', async () => {
    const { instance, page, notices } = await show('<view>{{a}}</view>', 'data: { a: 1 }');
    instance.setData({ a: undefined });
    instance.setData({ a: undefined });
    await settled();
    expect(notices).toEqual([['axmlUndefined', { name: 'a', path: 'a' }]]);
    expect([instance.data.a, page.textContent]).toEqual([1, '1']);
  });

  it('what is changed in this.data alone is not shown', async () => {
    const { instance, page } = await show('<view>{{a}}{{b}}</view>', 'data: { a: 1, b: 1 }');
    instance.data.a = 2;
    instance.setData({ b: 2 });
    await settled();
    expect(page.textContent).toBe('12');
  });

  it('draws once for all that is set in one turn, and calls back when it is drawn', async () => {
    const { instance, page } = await show(
      '<import-sjs from="./f.sjs" name="f"/><view>{{f(n)}}</view>',
      'data: { n: 0 }',
      {
        'f.sjs': 'let made = 0; export default (n) => n + " made " + (++made);',
      },
    );
    for (const n of [1, 2, 3]) instance.setData({ n }, () => log.push(page.textContent));
    await settled();
    expect(log).toEqual(['3 made 2', '3 made 2', '3 made 2']);
    instance.$batchedUpdates(() => {
      instance.setData({ n: instance.data.n + 1 });
      instance.setData({ n: instance.data.n + 1 });
    });
    await settled();
    expect(page.textContent).toBe('5 made 3');
  });

  it('in onLoad it is part of the first drawing, its callback comes before onReady', async () => {
    const { page } = await show(
      '<view>{{n}}</view>',
      "data: { n: 0 }, onLoad() { this.setData({ n: 1 }, () => log.push('callback')); }, onReady() { log.push('ready'); }",
    );
    expect(page.textContent).toBe('1');
    expect(log).toEqual(['callback', 'ready']);
  });

  it('this in its callback is the page; one that throws does not stop the next', async () => {
    const { instance, errors } = await show('<view/>', '');
    instance.setData({}, () => {
      throw new Error('first');
    });
    instance.setData({ a: 1 }, function (this: This) {
      log.push(this === instance);
    });
    await settled();
    expect(log).toEqual([true]);
    expect(errors.map(String)).toEqual(['Error: first']);
  });

  it('$spliceData changes a list where it is', async () => {
    const { instance, page } = await show(
      '<text a:for="{{a.b}}">{{item}}</text>',
      'data: { a: { b: [1, 2, 3, 4] } }, onLoad() { this.$spliceData({ "a.b": [1, 0, 5, 6] }); }',
    );
    expect(page.textContent).toBe('156234');
    instance.$spliceData({ 'a.b': [0, 3], none: [0, 0, 'x'] });
    await settled();
    expect(page.textContent).toBe('234');
    expect(instance.data).toEqual({ a: { b: [2, 3, 4] }, none: ['x'] });
  });

  it('data may be a function; as an object, what is changed in place is there the next time', async () => {
    const { ask } = await show(
      '<view/>',
      '',
      {
        'b.axml': '<view/>',
        'b.js':
          'Page({ data: { list: [] }, onLoad() { this.data.list.push(1); log.push(this.data.list.length); } });',
        'c.axml': '<view/>',
        'c.js':
          'Page({ data() { return { list: [] }; }, onLoad() { this.data.list.push(1); log.push(this.data.list.length); } });',
      },
      ['a', 'b', 'c'],
    );
    for (const url of ['/b', '/b', '/c', '/c']) await ask('navigateTo', { url });
    expect(log).toEqual([1, 2, 1, 1]);
  });
});

const NAMES = ['a', 'b', 'list'];
const name = fc.constantFrom(...NAMES);
const value = fc.jsonValue({ maxDepth: 2 }).map((json) => JSON.parse(JSON.stringify(json)));
const path = fc.oneof(
  name,
  fc.tuple(name, name).map(([one, two]) => `${one}.${two}`),
  fc.tuple(name, fc.nat(3)).map(([one, index]) => `${one}[${index}]`),
  fc.tuple(name, fc.nat(3), name).map(([one, index, two]) => `${one}[${index}].${two}`),
);
const patches = fc.array(fc.dictionary(path, value, { maxKeys: 3 }), { maxLength: 8 });

it('whatever is set, the view has what the program has', async () => {
  const { instance } = await show('<view/>', 'data: {}');
  await fc.assert(
    fc.asyncProperty(patches, async (all) => {
      instance.data = {};
      const owner = ownerOf(instance);
      if (owner) owner.viewData = {};
      for (const patch of all) instance.setData(patch);
      // As JSON has it: no holes in lists, and no names.
      expect(JSON.stringify(owner?.viewData)).toBe(JSON.stringify(instance.data));
    }),
    { numRuns: 60 },
  );
});

const AXML = `
<view a:if="{{a}}" class="{{b ? 'on' : 'off'}}">{{a}}</view><view a:elif="{{b}}">b</view><view a:else>none</view>
<view a:for="{{list}}" a:key="id" data-n="{{index}}"><text a:for="{{item.parts}}" a:for-item="part">{{part}}{{a}}</text>{{item.id}}</view>
<block a:for="{{list}}"><view a:if="{{index % 2}}">{{index}}</view>{{item.id}}</block>
<c a:for="{{list}}" a:key="id" item="{{item}}"><text>{{b}}</text></c>
<template name="t"><text>{{x}}</text></template><template is="t" data="{{x: list.length}}"/>`;
const FILES = {
  'a.json': '{"usingComponents": {"c": "./c"}}',
  'c.json': '{"component": true}',
  'c.axml': '<view class="c">{{item.id}}<slot/></view>',
  'c.js': 'Component({});',
};
const row = fc.record({ id: fc.nat(6), parts: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }) });
const state = fc.record(
  {
    a: fc.constantFrom('', 'A', 'AA'),
    b: fc.boolean(),
    list: fc.uniqueArray(row, { maxLength: 6, selector: ({ id }) => id }),
  },
  { requiredKeys: [] },
);

it('after any changes the document is what a fresh drawing of the same data is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 5 }), async (states) => {
      const grown = await show(AXML, "data: { a: '', b: false, list: [] }", FILES);
      for (const next of states) {
        grown.instance.setData(next);
        await settled();
      }
      const html = grown.page.innerHTML;
      const fresh = await show(AXML, `data: ${JSON.stringify(grown.instance.data)}`, FILES);
      expect(html).toBe(fresh.page.innerHTML);
      expect([...grown.errors, ...fresh.errors]).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
