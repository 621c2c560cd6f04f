// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createProject } from '../../compiler/index.ts';
import { memorySource } from '../../compiler/testing.ts';
import { compiled, settled, started } from './testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: `this` of a program's functions
type This = any;
declare const getCurrentPages: () => This[];

/** A program of one page, with this template and data. */
async function show(axml: string, data: object = {}, files: Record<string, string> = {}) {
  const project = await createProject(
    memorySource({
      'app.json': '{"pages": ["pages/a/a"]}',
      'pages/a/a.axml': axml,
      'pages/a/a.js': `Page({ data: ${JSON.stringify(data)} });`,
      ...files,
    }),
    { program: 'test' },
  );
  const tested = await started(compiled(project));
  expect(tested.errors).toEqual([]);
  const [page] = getCurrentPages();
  return {
    ...tested,
    get html() {
      return tested.page.innerHTML;
    },
    async set(patch: object) {
      page.setData(patch);
      await settled();
    },
    instance: page,
  };
}

describe('data binding', () => {
  it('shows values as texts; nothing for what is not there', async () => {
    const { html } = await show('<view>{{a}}|{{b}}|{{c}}|{{d.e.f}}|{{g}}|{{h}}</view>', {
      a: 1,
      b: null,
      g: true,
      h: 0,
    });
    expect(html).toBe('<view>1||||true|0</view>');
  });

  it('an attribute that is one expression keeps its type', async () => {
    const { page } = await show('<view data-n="{{n}}" hidden="{{off}}" class="a {{c}}"/>', {
      n: 1,
      off: false,
      c: 'b',
    });
    const view = page.firstElementChild;
    expect([view?.className, view?.hasAttribute('hidden'), view?.getAttribute('data-n')]).toEqual([
      'a b',
      false,
      '1',
    ]);
  });

  it('lengths in rpx are parts of the screen’s width', async () => {
    const { page } = await show('<view style="width: {{w}}rpx; margin: -7.5rpx 1px"/>', { w: 375 });
    expect(page.firstElementChild?.getAttribute('style')).toBe('width: 50vw; margin: -1vw 1px;');
  });
});

describe('a:if', () => {
  it('shows the first branch that is true', async () => {
    const made = await show(
      '<view a:if="{{n > 5}}">big</view><view a:elif="{{n > 2}}">middle</view><view a:else>small</view>',
      { n: 6 },
    );
    expect(made.html).toBe('<view>big</view>');
    await made.set({ n: 3 });
    expect(made.html).toBe('<view>middle</view>');
    await made.set({ n: 0 });
    expect(made.html).toBe('<view>small</view>');
  });
});

describe('a:for', () => {
  it('goes over an array with item and index', async () => {
    const { html } = await show('<view a:for="{{list}}">{{index}}:{{item}}</view>', { list: ['a', 'b'] });
    expect(html).toBe('<view>0:a</view><view>1:b</view>');
  });

  it('names item and index as it is told, nested', async () => {
    const { page } = await show(
      '<block a:for="{{rows}}" a:for-item="row" a:for-index="r"><text a:for="{{row}}" a:for-index="c">{{r}}{{c}}{{item}},</text></block>',
      { rows: [['a', 'b'], ['c']] },
    );
    expect(page.textContent).toBe('00a,01b,10c,');
  });

  it('goes over an object, a text and a number', async () => {
    const { page } = await show(
      '<text a:for="{{o}}">{{index}}{{item}},</text><text a:for="{{t}}">{{item}},</text><text a:for="{{3}}">{{item}},</text>',
      { o: { x: 1, y: 2 }, t: 'ab' },
    );
    expect(page.textContent).toBe('x1,y2,a,b,0,1,2,');
  });

  it('over nothing shows nothing', async () => {
    const { html } = await show('<view a:for="{{a}}"/><view a:for="{{b}}"/><view a:for="{{c}}"/>', {
      b: null,
      c: {},
    });
    expect(html).toBe('');
  });

  it('a:if beside it is asked of each item', async () => {
    const { page } = await show('<view a:for="{{[1, 2, 3]}}" a:if="{{item != 2}}">{{item}}</view>');
    expect(page.textContent).toBe('13');
  });

  it.each(['a:key="id"', 'key="{{item.id}}"'])('with %s, elements move with their items', async (key) => {
    const made = await show(`<view a:for="{{list}}" ${key}>{{item.id}}</view>`, {
      list: [{ id: 1 }, { id: 2 }, { id: 3 }],
    });
    const before = Array.from(made.page.children);
    await made.set({ list: [{ id: 3 }, { id: 1 }, { id: 2 }] });
    expect(Array.from(made.page.children)).toEqual([before[2], before[0], before[1]]);
    expect(made.page.textContent).toBe('312');
  });

  it('two rows with one key are both shown, and told once', async () => {
    const made = await show('<view a:for="{{list}}" a:key="id">{{item.t}}</view>', {
      list: [
        { id: 1, t: 'a' },
        { id: 1, t: 'b' },
      ],
    });
    expect(made.page.textContent).toBe('ab');
    await made.set({ 'list[0].t': 'c' });
    expect(made.page.textContent).toBe('cb');
    expect(made.notices).toEqual([['axmlDuplicateKey', { key: '1', path: 'pages/a/a' }]]);
  });
});

describe('a change of one row', () => {
  const list = Array.from({ length: 50 }, (_none, id) => ({ id, label: `row ${id}` }));
  const axml =
    '<view a:for="{{list}}" a:key="id" class="{{selected === item.id ? \'on\' : \'\'}}" onTap="x">{{item.label}}</view>';

  /** What the document was told to change. */
  async function changesOf(made: Awaited<ReturnType<typeof show>>, patch: object) {
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => void changes.push(...records));
    observer.observe(made.page, { subtree: true, childList: true, attributes: true, characterData: true });
    await made.set(patch);
    observer.disconnect();
    return changes;
  }

  it('touches that row only', async () => {
    const made = await show(axml, { list });
    const changes = await changesOf(made, { 'list[7].label': 'changed' });
    expect(changes.map(({ type, target }) => [type, target.textContent])).toEqual([
      ['characterData', 'changed'],
    ]);
  });

  it('touches that row only when the whole list is set, changed in place', async () => {
    const made = await show(axml, { list });
    made.instance.data.list[7].label = 'changed';
    const changes = await changesOf(made, { list: made.instance.data.list });
    expect(changes.map(({ target }) => target.textContent)).toEqual(['changed']);
  });

  it('makes no other row again', async () => {
    const made = await show(
      '<import-sjs from="./f.sjs" name="f"/><view a:for="{{list}}" a:key="id">{{f.label(item)}}</view>',
      { list },
      {
        'pages/a/f.sjs':
          'let made = 0; export default { label: (item) => item.label + " made as " + (++made) };',
      },
    );
    await made.set({ 'list[3].label': 'changed', other: 1 });
    expect(made.page.children[3]?.textContent).toBe('changed made as 51');
    expect(made.page.children[4]?.textContent).toBe('row 4 made as 5');
  });

  it('a row that is put in front, or taken away, makes no other row again', async () => {
    const files = {
      'pages/a/f.sjs':
        'let made = 0; export default { label: (item) => item.label + " made as " + (++made) };',
    };
    const made = await show(
      '<import-sjs from="./f.sjs" name="f"/><view a:for="{{list}}" a:key="id">{{f.label(item)}}</view>',
      { list },
      files,
    );
    made.instance.$spliceData({ list: [0, 1] });
    await settled();
    expect(made.page.children).toHaveLength(49);
    expect(made.page.children[0]?.textContent).toBe('row 1 made as 2');
    made.instance.setData({ list: [{ id: -1, label: 'new' }, ...made.instance.data.list] });
    await settled();
    expect(made.page.children[0]?.textContent).toBe('new made as 51');
    expect(made.page.children[49]?.textContent).toBe('row 49 made as 50');
  });

  it('of what all rows depend on changes those that differ', async () => {
    const made = await show(axml, { list, selected: 3 });
    expect(made.page.querySelectorAll('.on')).toHaveLength(1);
    const changes = await changesOf(made, { selected: 4 });
    expect(changes.map(({ target }) => target.textContent)).toEqual(['row 3', 'row 4']);
  });
});

describe('templates', () => {
  it('are chosen by name, and see their own data only', async () => {
    const made = await show(
      '<template name="a"><view>A {{x}}{{y}}</view></template><template name="b"><view>B {{x}}</view></template>' +
        '<template is="{{which}}" data="{{x: y, ...more}}"/>',
      { which: 'a', y: 1, more: { z: 2 } },
    );
    expect(made.html).toBe('<view>A 1</view>');
    await made.set({ which: 'b' });
    expect(made.html).toBe('<view>B 1</view>');
    await made.set({ which: 'c' });
    expect(made.html).toBe('');
    expect(made.notices).toEqual([['axmlNoTemplate', { name: 'c', path: 'pages/a/a' }]]);
  });

  it('come from other files', async () => {
    const { html } = await show(
      '<import src="./t.axml"/><template is="t" data="{{x}}"/><include src="./i.axml"/>',
      { x: 1 },
      {
        'pages/a/t.axml': '<template name="t"><view>{{x}}</view></template>',
        'pages/a/i.axml': '<view>included {{x}}</view>',
      },
    );
    expect(html).toBe('<view>1</view><view>included 1</view>');
  });
});

describe('sjs', () => {
  it('has getRegExp and getDate', async () => {
    const { page } = await show(
      '<import-sjs from="./f.sjs" name="f"/><view>{{f(t)}}</view>',
      { t: 'a1b2' },
      {
        'pages/a/f.sjs':
          'export default (t) => t.replace(getRegExp("[a-z]", "g"), "") + getDate(0).getTime() + getDate(2017, 6, 14).getMonth();',
      },
    );
    expect(page.textContent).toBe('1206');
  });
});

describe('tags', () => {
  it('that nothing defines are a labelled box with what is inside, told once', async () => {
    const { page, notices } = await show('<my-card/><my-card><view>inside</view></my-card>');
    expect(page.textContent).toBe('<my-card><my-card>inside');
    expect(notices).toEqual([['axmlUnknownTag', { tag: 'my-card', path: 'pages/a/a' }]]);
  });

  it('that need a phone are told once', async () => {
    const { notices } = await show('<map/><map/>');
    expect(notices).toEqual([['axmlPlaceholder', { tag: 'map' }]]);
  });
});

it('a template that throws leaves what was shown, and is reported', async () => {
  const made = await show(
    '<import-sjs from="./f.sjs" name="f"/><view>{{f(n)}}</view>',
    { n: 1 },
    {
      'pages/a/f.sjs': 'export default (n) => { if (n > 1) throw new Error("no"); return n; };',
    },
  );
  await made.set({ n: 2 });
  expect(made.html).toBe('<view>1</view>');
  expect(made.errors.map(String)).toEqual(['Error: no']);
  await made.set({ n: 0 });
  expect(made.html).toBe('<view>0</view>');
});
