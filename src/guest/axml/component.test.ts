// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createProject } from '../../compiler/index.ts';
import { memorySource } from '../../compiler/testing.ts';
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

/** A page `a` with its template, and components by name: template and script. */
async function show(
  axml: string,
  components: Record<string, [axml: string, options: string]>,
  page = '',
  more: Record<string, string> = {},
) {
  const files: Record<string, string> = {
    'app.json': '{"pages": ["a"]}',
    'a.axml': axml,
    'a.js': `Page({ ${page} });`,
    'a.json': JSON.stringify({
      usingComponents: Object.fromEntries(Object.keys(components).map((name) => [name, `./${name}`])),
    }),
    ...more,
  };
  for (const [name, [template, options]] of Object.entries(components)) {
    files[`${name}.axml`] = template;
    files[`${name}.js`] = `Component({ ${options} });`;
    files[`${name}.json`] ??= JSON.stringify({ component: true, usingComponents: {} });
  }
  const project = await createProject(memorySource(files), { program: 'test' });
  const tested = await started(compiled(project));
  const set = async (patch: object) => {
    getCurrentPages()[0].setData(patch);
    await settled();
  };
  return { ...tested, set, instance: getCurrentPages()[0] };
}

describe('the life of a component', () => {
  const says = ['onInit', 'didMount', 'didUnmount']
    .map((name) => `${name}() { log.push(this.props.name + ' ${name}'); }`)
    .join(', ');

  it('of nested ones: parents are made first, children are mounted first; before the page is ready', async () => {
    const { set } = await show(
      '<outer a:if="{{on}}" name="outer"/>',
      {
        outer: ['<view><inner name="inner"/></view>', says],
        inner: ['<view/>', says],
      },
      "data: { on: true }, onReady() { log.push('page ready'); }",
      { 'outer.json': '{"component": true, "usingComponents": {"inner": "./inner"}}' },
    );
    expect(log.splice(0)).toEqual([
      'outer onInit',
      'inner onInit',
      'inner didMount',
      'outer didMount',
      'page ready',
    ]);
    await set({ on: false });
    expect(log.sort()).toEqual(['inner didUnmount', 'outer didUnmount']);
  });

  it('deriveDataFromProps comes when it is made, and before each update: of props, and of data', async () => {
    const { set, page } = await show(
      '<c count="{{count}}"/>',
      {
        c: [
          '<view onTap="change">{{double}}</view>',
          `data: { double: 0, n: 0 },
           deriveDataFromProps(next) {
             log.push(['derive', next.count, this.props.count]);
             this.setData({ double: next.count * 2 });
           },
           didUpdate(prevProps, prevData) { log.push(['update', prevProps.count, prevData.double, prevData.n]); },
           methods: { change() { this.setData({ n: 5 }); } }`,
        ],
      },
      'data: { count: 1 }',
    );
    expect(page.textContent).toBe('2');
    await set({ count: 4 });
    expect(page.textContent).toBe('8');
    page.querySelector<HTMLElement>('view')?.click();
    await settled();
    expect(log).toEqual([
      ['derive', 1, 1],
      ['derive', 4, 1],
      ['update', 1, 2, 0],
      ['derive', 4, 4],
      ['update', 4, 8, 0],
    ]);
  });

  it('without component2, onInit and deriveDataFromProps are not called', async () => {
    const { page } = await show(
      '<c x="1"/>',
      {
        c: [
          '<view>{{x}}{{y}}</view>',
          "data: { y: 0 }, onInit() { log.push('init'); }, deriveDataFromProps() { log.push('derive'); }, didMount() { this.setData({ y: 2 }); }",
        ],
      },
      '',
      { 'mini.project.json': '{"compileOptions": {"component2": false}}' },
    );
    expect(log).toEqual([]);
    expect(page.textContent).toBe('12');
  });

  it('this.data may be replaced in onInit', async () => {
    const { page } = await show('<c/>', {
      c: [
        '<view>{{counter}}{{is}}</view>',
        'onInit() { this.data = { counter: 0 }; this.setData({ is: this.is }); }',
      ],
    });
    expect(page.textContent).toBe('0/c');
  });

  it('setData in didUpdate does not call didUpdate again', async () => {
    const { set, page } = await show(
      '<c n="{{n}}"/>',
      {
        c: [
          '<view>{{n}}{{m}}</view>',
          "didUpdate() { log.push('update'); this.setData({ m: this.props.n }); }",
        ],
      },
      'data: { n: 1 }',
    );
    await set({ n: 2 });
    expect(log).toEqual(['update']);
    expect(page.textContent).toBe('22');
  });

  it('setData of what is there already does not call didUpdate, and calls back', async () => {
    const { set } = await show(
      '<c n="{{n}}"/>',
      {
        c: [
          '<view>{{n}}{{m.o}}</view>',
          `didUpdate() {
             log.push('update');
             Promise.resolve().then(() => this.setData({ m: { o: 1 } }, () => log.push('drawn')));
           }`,
        ],
      },
      'data: { n: 1 }',
    );
    await set({ n: 2 });
    await settled();
    expect(log).toEqual(['update', 'update', 'drawn', 'drawn'].sort().reverse());
  });

  it('lifetimes come in order when they are switched on', async () => {
    const { set } = await show(
      '<c a:if="{{on}}"/>',
      {
        c: [
          '<view/>',
          `options: { lifetimes: true }, lifetimes: { ${['created', 'attached', 'ready', 'detached'].map((name) => `${name}() { log.push('${name}'); }`).join(', ')} }`,
        ],
      },
      'data: { on: true }',
    );
    await set({ on: false });
    expect(log).toEqual(['created', 'attached', 'ready', 'detached']);
  });

  it('what it throws reaches its onError and App.onError; the page lives', async () => {
    const { page, errors } = await show(
      '<c/><view>rest</view>',
      {
        c: [
          '<view>c</view>',
          "didMount() { this.nothing(); }, onError(e) { log.push(['component', e instanceof TypeError]); }",
        ],
      },
      '',
      { 'app.js': "App({ onError(message, stack) { log.push(['app', message, typeof stack]); } });" },
    );
    expect(log).toEqual([
      ['component', true],
      ['app', 'this.nothing is not a function', 'string'],
    ]);
    expect(errors).toHaveLength(1);
    expect(page.textContent).toBe('crest');
  });
});

describe('props', () => {
  it('are the attributes over the defaults; what is undefined is the default', async () => {
    const { page, set } = await show(
      '<c a="given" b="{{b}}" c="{{undefined}}"/>',
      { c: ['<view>{{a}},{{b}},{{c}},{{d}}</view>', "props: { a: 'A', b: 'B', c: 'C', d: 'D' }"] },
      'data: { b: 1 }',
    );
    expect(page.textContent).toBe('given,1,C,D');
    await set({ b: 2 });
    expect(page.textContent).toBe('given,2,C,D');
  });

  it('a name with on is a function of the parent', async () => {
    const { page } = await show(
      '<c onPlus="plus" text="plus"/>',
      {
        c: [
          '<view onTap="tap">{{text}}</view>',
          "props: { onOther: (x) => log.push(['default', x]) }, methods: { tap() { this.props.onPlus(1, 2); this.props.onOther(3); } }",
        ],
      },
      "name: 'page', plus(...given) { log.push([this.name, ...given]); }",
    );
    page.querySelector<HTMLElement>('view')?.click();
    expect(log).toEqual([
      ['page', 1, 2],
      ['default', 3],
    ]);
    expect(page.textContent).toBe('plus');
  });

  it('that are the same do not draw it again', async () => {
    const { set } = await show(
      '<c o="{{o}}" onX="x"/>',
      {
        c: [
          '<import-sjs from="./f.sjs" name="f"/><view>{{f(o)}}</view>',
          "didUpdate() { log.push('update'); }",
        ],
      },
      'data: { o: { a: 1 }, other: 0 }, x() {}',
      { 'f.sjs': 'export default (o) => JSON.stringify(o);' },
    );
    await set({ other: 1, o: { a: 1 } });
    expect(log).toEqual([]);
    await set({ 'o.a': 2 });
    expect(log).toEqual(['update']);
  });

  it('no two instances share their data', async () => {
    const { page } = await show('<c/><c/>', {
      c: [
        '<view onTap="add">{{list.length}}</view>',
        'data: { list: [] }, methods: { add() { this.data.list.push(1); this.setData({ list: this.data.list }); } }',
      ],
    });
    page.querySelector<HTMLElement>('view')?.click();
    await settled();
    expect(page.textContent).toBe('10');
  });
});

describe('a component that has the name of one of the platform', () => {
  it('is the one that is meant, with what stands inside of it', async () => {
    const { page } = await show('<radio label="L">text</radio>', {
      radio: ['<view>{{label}}:<slot/></view>', "props: { label: '' }"],
    });
    expect(page.querySelector('input')).toBeNull();
    expect(page.textContent).toBe('L:text');
  });
});

describe('content with a slot', () => {
  it('in a component that has the name of a tag of the platform goes there', async () => {
    const { page } = await show('<button>1<view slot="icon">2</view>3</button>', {
      button: ['<view>[<slot name="icon"/>|<slot/>]</view>', ''],
    });
    expect(page.textContent).toBe('[2|13]');
  });

  it('in a tag of the platform stays in it', async () => {
    const { page } = await show('<view id="v"><text slot="x">1</text></view>', {});
    expect(page.querySelector('#v')?.textContent).toBe('1');
  });
});

describe("the program's own tab bar", () => {
  const more = {
    'app.json':
      '{"pages": ["a", "b", "d"], "tabBar": {"customize": true, "items": [{"pagePath": "a"}, {"pagePath": "b"}]}}',
    'b.axml': '<view>b</view>',
    'b.js': 'Page({ onShow() { this.getTabBar().setData({ selected: 1 }) } })',
    'd.axml': '<view>d</view>',
    'd.js': 'Page({ onShow() { log.push(this.getTabBar()) } })',
    'customize-tab-bar/index.axml': '<view class="bar">tab {{selected}}</view>',
    'customize-tab-bar/index.js': 'Component({ data: { selected: 0 } })',
    'customize-tab-bar/index.json': '{"component": true}',
  };
  const bars = () =>
    [...document.querySelectorAll('axml-screen:not([data-behind]) .bar')].map((bar) => bar.textContent);

  it('stands under each tab, one for each, there when the tab is shown; under no other page', async () => {
    const { ask } = await show('<view>a</view>', {}, '', more);
    expect(bars()).toEqual(['tab 0']);
    expect(document.querySelector('[role=tablist]')).toBeNull();
    await ask('switchTab', { url: '/b' });
    await settled();
    expect(bars()).toEqual(['tab 1']);
    await ask('navigateTo', { url: '/d' });
    expect([bars(), log]).toEqual([[], [null]]);
  });

  it('that is not there is an error of app.json', async () => {
    const { 'customize-tab-bar/index.axml': _, ...without } = more;
    const project = await createProject(memorySource({ ...without, 'a.axml': '' }), { program: 'test' });
    const { problems } = await project.unit('a');
    expect(problems.map(({ file, line, message }) => [file, line, message])).toEqual([
      ['app.json', 1, expect.stringContaining('customize-tab-bar/index.axml')],
    ]);
  });
});

describe('slots', () => {
  it('take what stands inside; without it, what the component has', async () => {
    const { page } = await show('<c/><c>given</c>', { c: ['<view><slot>fallback</slot></view>', ''] });
    expect(page.textContent).toBe('fallbackgiven');
  });

  it('have names; only named content leaves the default as it is', async () => {
    const { page } = await show(
      '<c><view slot="head">H{{x}}</view></c><c><view>D</view><view slot="foot">F</view></c>',
      { c: ['<slot>none</slot>|<slot name="head"/>|<slot name="foot"/>;', ''] },
      'data: { x: 1 }',
    );
    expect(page.textContent).toBe('none|H1|;D||F;');
  });

  it('hand out what the component knows', async () => {
    const { page } = await show(
      '<c><view slot-scope="props">{{props.x}}{{y}}</view></c>',
      { c: ['<slot a:for="{{list}}" x="{{item}}"/>', 'data: { list: [1, 2] }'] },
      "data: { y: '-' }",
    );
    expect(page.textContent).toBe('1-2-');
  });

  it('follow the data of the page that fills them', async () => {
    const { page, set } = await show(
      '<c><text>{{x}}</text></c>',
      { c: ['<view><slot/></view>', ''] },
      'data: { x: 1 }',
    );
    await set({ x: 2 });
    expect(page.textContent).toBe('2');
  });

  it('$slots tells which there are', async () => {
    const { page } = await show('<c><view slot="head">H</view></c>', {
      c: ['<view a:if="{{$slots.head}}">has head</view><view a:if="{{$slots.foot}}">has foot</view>', ''],
    });
    expect(page.textContent).toBe('has head');
  });

  it('$slots.$default is the one without a name', async () => {
    const template = '<view a:if="{{$slots.$default}}">given</view><slot/>';
    const { page } = await show('<c/>|<c>x</c>', { c: [template, ''] });
    expect(page.textContent).toBe('|givenx');
  });
});

describe('an instance', () => {
  it('knows its path, its id and its page', async () => {
    const { page, instance } = await show('<c/>', {
      c: ['<view id="c-{{$id}}"/>', 'didMount() { this.$page.com = this; }'],
    });
    expect(instance.com.is).toBe('/c');
    expect(page.querySelector('view')?.id).toBe(`c-${instance.com.$id}`);
  });

  it('is handed to ref, before onReady; as its own ref says', async () => {
    const { instance } = await show(
      '<c ref="save"/><d ref="keep"/>',
      {
        c: ['<view/>', 'methods: { hello() { return 1; } }'],
        d: ['<view/>', "ref() { return { name: 'outside' }; }"],
      },
      'save(ref) { this.c = ref; }, keep(ref) { this.d = ref; }, onReady() { log.push(this.c.hello()); }',
    );
    expect(log).toEqual([1]);
    expect(instance.d).toEqual({ name: 'outside' });
  });

  it('is found by $selectComponent, with its owner and what it stands in', async () => {
    const { instance } = await show('<w class="one"><b id="two" class="x y"/></w><b class="x"/>', {
      w: ['<view><slot/></view>', "data: { name: 'a' }"],
      b: ['<view/>', ''],
    });
    const a = instance.$selectComponent('.one');
    const b = instance.$selectComponent('b#two.x');
    expect([a.data.name, b.is]).toEqual(['a', '/b']);
    expect(instance.$selectAllComponents('.x')).toHaveLength(2);
    expect(instance.$selectComponent('.nothing')).toBeNull();
    expect(b.selectOwnerComponent()).toBe(instance);
    expect(b.selectComposedParentComponent()).toBe(a);
  });

  it('takes in mixins, and knows them', async () => {
    await show(
      '<c/>',
      {
        c: [
          '<view/>',
          'mixins: [shared, { methods: { twice: () => 2 } }], didMount() { log.push([this.twice(), this.data.from, this.hasMixin(shared)]); }',
        ],
      },
      '',
      { 'app.js': "globalThis.shared = Mixin({ data: { from: 'mixin' } }); App({});" },
    );
    expect(log).toEqual([[2, 'mixin', true]]);
  });

  it('has an element of its own with virtualHost: false', async () => {
    const { page } = await show('<my-c id="host" class="k"/>', {
      'my-c': ['<view/>', 'options: { virtualHost: false }'],
    });
    expect(page.firstElementChild?.localName).toBe('my-c');
    expect(page.firstElementChild?.id).toBe('host');
    expect(page.querySelector('#host > view')).not.toBeNull();
  });

  it('observers see what is set, and set more', async () => {
    const { page } = await show('<c/>', {
      c: [
        '<view>{{sum}}</view>',
        "options: { observers: true }, onInit() { this.setData({ a: 1, b: 2 }); }, observers: { 'a, b'(a, b) { this.setData({ sum: a + b }); } }",
      ],
    });
    expect(page.textContent).toBe('3');
  });

  it('rootEvents hear the events of the page', async () => {
    const { ask } = await show('<c/>', {
      c: ['<view/>', "rootEvents: { onTitleClick() { log.push('title'); } }"],
    });
    await ask('titleClick');
    expect(log).toEqual(['title']);
  });
});
