// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createProject } from '../../compiler/index.ts';
import { memorySource } from '../../compiler/testing.ts';
import { compiled, settled, started } from './testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: events as programs see them
const log: any[] = [];
beforeEach(() => {
  log.length = 0;
  (globalThis as Record<string, unknown>).log = log;
});

async function show(axml: string, methods: string, files: Record<string, string> = {}) {
  const project = await createProject(
    memorySource({
      'app.json': '{"pages": ["a"]}',
      'a.axml': axml,
      'a.js': `Page({ data: { n: 7, o: { deep: [1] } }, ${methods} });`,
      ...files,
    }),
    { program: 'test' },
  );
  const tested = await started(compiled(project));
  const byId = (id: string) => tested.page.querySelector<HTMLElement>(`#${id}`) as HTMLElement;
  return { ...tested, byId };
}
const names = () => log.map((entry) => entry.name ?? entry);

describe('tap', () => {
  const three =
    '<view id="outer" onTap="one"><view id="middle" catchTap="two"><view id="inner" onTap="three"/></view></view>';
  const methods = ['one', 'two', 'three'].map((name) => `${name}() { log.push('${name}'); }`).join(', ');

  it('bubbles to the elements around, until one catches it', async () => {
    const { byId } = await show(three, methods);
    byId('inner').click();
    expect(log.splice(0)).toEqual(['three', 'two']);
    byId('middle').click();
    expect(log.splice(0)).toEqual(['two']);
    byId('outer').click();
    expect(log).toEqual(['one']);
  });

  it('tells its target, and the data of the element that listens, types kept', async () => {
    const { byId } = await show(
      '<view id="list" data-hi="outside" data-item-no="{{n}}" onTap="tap"><view id="inner" data-hi="inside" data-o="{{o}}">x</view></view>',
      'tap(e) { log.push(e); }',
    );
    byId('inner').click();
    const [event] = log;
    expect(event).toMatchObject({
      type: 'tap',
      target: {
        id: 'inner',
        tagName: 'view',
        dataset: { hi: 'outside', itemNo: 7 },
        targetDataset: { hi: 'inside', o: { deep: [1] } },
      },
      currentTarget: { id: 'list', tagName: 'view', dataset: { hi: 'outside', itemNo: 7 } },
    });
    expect(event.timeStamp).toBeTypeOf('number');
  });

  it('a name in mixed case is there as it stands and in lower case', async () => {
    const { byId } = await show(
      '<view id="v" data-itemId="1" onTap="tap"/>',
      'tap(e) { log.push(e.target.dataset); }',
    );
    byId('v').click();
    expect(log).toEqual([{ itemId: '1', itemid: '1' }]);
  });

  it('goes up through components', async () => {
    const { byId } = await show(
      '<view onTap="tap"><c><view id="slotted" onTap="inSlot"/></c></view>',
      "tap() { log.push('page'); }, inSlot() { log.push('slot of the page'); }",
      {
        'a.json': '{"usingComponents": {"c": "./c"}}',
        'c.json': '{"component": true}',
        'c.axml': '<view onTap="tap"><slot/></view>',
        'c.js': "Component({ methods: { tap() { log.push('component ' + this.is); } } });",
      },
    );
    byId('slotted').click();
    expect(log).toEqual(['slot of the page', 'component /c', 'page']);
  });

  it('this is the page, and setData in it is drawn', async () => {
    const { byId, page } = await show(
      '<view id="v" onTap="tap">{{n}}</view>',
      'tap() { this.setData({ n: this.data.n + 1 }); }',
    );
    byId('v').click();
    await settled();
    expect(page.textContent).toBe('8');
  });

  it('a handler that is not there is told, one that throws is reported; the rest goes on', async () => {
    const { byId, notices, errors } = await show(
      '<view id="v" onTap="after"><view id="w" onTap="throws"><view id="x" onTap="gone"/></view></view>',
      "throws() { throw new Error('oh'); }, after() { log.push('after'); }",
    );
    byId('x').click();
    expect(notices).toEqual([['axmlNoHandler', { method: 'gone', path: 'a' }]]);
    expect(errors.map(String)).toEqual(['Error: oh']);
    expect(log).toEqual(['after']);
  });

  it('the click that a label gives to its control is no second tap', async () => {
    const { page } = await show(
      '<view onTap="tap"><label><checkbox/> Agree</label></view>',
      "tap() { log.push('tap'); }",
    );
    page.querySelector('label')?.click();
    expect(names()).toEqual(['tap']);
  });

  it.each([
    ['Enter', ['tap']],
    [' ', ['tap']],
    ['a', []],
  ])('an element that has the focus is tapped by the key %j: %j', async (key, expected) => {
    const { byId } = await show(
      '<view id="v" tabindex="0" role="button" onTap="tap"/>',
      "tap() { log.push('tap'); }",
    );
    byId('v').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    expect(log).toEqual(expected);
  });
});

describe('touches', () => {
  const pointer = (type: string, at: { x: number; y: number }) =>
    Object.assign(new MouseEvent(type, { bubbles: true, clientX: at.x, clientY: at.y, button: 0 }), {
      pointerType: 'mouse',
    });

  it('of a mouse are those of a finger', async () => {
    const { byId } = await show(
      '<view id="v" onTouchStart="t" onTouchMove="t" onTouchEnd="t"/>',
      't(e) { log.push([e.type, e.touches.length, e.changedTouches[0].clientX]); }',
    );
    byId('v').dispatchEvent(pointer('pointerdown', { x: 1, y: 2 }));
    document.body.dispatchEvent(pointer('pointermove', { x: 5, y: 2 }));
    document.body.dispatchEvent(pointer('pointerup', { x: 6, y: 2 }));
    document.body.dispatchEvent(pointer('pointermove', { x: 7, y: 2 }));
    expect(log).toEqual([
      ['touchStart', 1, 1],
      ['touchMove', 1, 5],
      ['touchEnd', 0, 6],
    ]);
  });
});

describe('names of events', () => {
  it.each(['onTap', 'ontap', 'catchTap', 'catchtap'])('%s listens to tap', async (name) => {
    const { byId } = await show(`<view id="v" ${name}="tap"/>`, "tap() { log.push('tap'); }");
    byId('v').click();
    expect(log).toEqual(['tap']);
  });
});

describe('events that do not bubble', () => {
  it('are heard by their own element only', async () => {
    const { page } = await show(
      '<view onChange="outer"><switch onChange="own"/></view>',
      "outer() { log.push('outer'); }, own(e) { log.push(e.detail.value); }",
    );
    page.querySelector('input')?.click();
    expect(log).toEqual([true]);
  });
});
