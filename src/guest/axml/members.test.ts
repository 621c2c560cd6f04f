// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createProject } from '../../compiler/index.ts';
import { memorySource } from '../../compiler/testing.ts';
import { compiled, settled, started } from './testing.ts';

// biome-ignore lint/suspicious/noExplicitAny: the program's world
type Any = any;
declare const getCurrentPages: () => Any[];
declare const my: Any;
const log: Any[] = [];
beforeEach(() => {
  log.length = 0;
  (globalThis as Record<string, unknown>).log = log;
});

async function show(axml: string, page = '', files: Record<string, string> = {}) {
  const project = await createProject(
    memorySource({ 'app.json': '{"pages": ["a"]}', 'a.axml': axml, 'a.js': `Page({ ${page} });`, ...files }),
    { program: 'test' },
  );
  return started(compiled(project));
}

describe('a selector query', () => {
  it('answers in the order of the questions, nothing for what is not there', async () => {
    await show('<view id="one" data-n="{{1}}"/><view class="all"/><view className="all"/><image/>');
    my.createSelectorQuery()
      .select('#none')
      .boundingClientRect()
      .select('#one')
      .fields({ id: true, dataset: true, size: true, computedStyle: ['display'] }, (one: Any) =>
        log.push(one.id),
      )
      .selectAll('.all')
      .boundingClientRect()
      .selectViewport()
      .scrollOffset()
      .select('image')
      .boundingClientRect()
      .select('][')
      .boundingClientRect()
      .exec((all: Any) => log.push(all));
    expect(log).toEqual([]);
    await settled();
    const [id, [none, one, all, scroll, image, invalid]] = log;
    expect(id).toBe('one');
    expect([none, invalid]).toEqual([null, null]);
    expect(one).toMatchObject({ id: 'one', dataset: { n: 1 }, width: 0, height: 0 });
    expect(one).toHaveProperty('display');
    expect(all).toHaveLength(2);
    expect(Object.keys(all[0])).toEqual(['x', 'y', 'width', 'height', 'top', 'right', 'bottom', 'left']);
    expect(scroll).toEqual({ scrollTop: 0, scrollLeft: 0 });
    expect(image).not.toBeNull();
  });

  it('sees what was set before it', async () => {
    await show('<view a:if="{{on}}" id="late"/>');
    getCurrentPages()[0].setData({ on: true });
    my.createSelectorQuery()
      .select('#late')
      .boundingClientRect()
      .exec(([late]: Any) => log.push(late !== null));
    await settled();
    expect(log).toEqual([true]);
  });

  it('of a component looks at its own elements', async () => {
    await show('<view class="x"/><c/>', '', {
      'a.json': '{"usingComponents": {"c": "./c"}}',
      'c.json': '{"component": true}',
      'c.axml': '<view class="x"/><view class="x"/>',
      'c.js':
        "Component({ didMount() { this.createSelectorQuery().selectAll('.x').boundingClientRect().exec(([all]) => log.push(all.length)); } });",
    });
    getCurrentPages()[0]
      .createSelectorQuery()
      .selectAll('.x')
      .boundingClientRect()
      .exec(([all]: Any) => log.push(all.length));
    my.createSelectorQuery()
      .selectAll('.x')
      .boundingClientRect()
      .exec(([all]: Any) => log.push(all.length));
    await settled();
    expect(log).toEqual([2, 1, 3]);
  });
});

describe('my.createAnimation', () => {
  it('writes steps, and is empty after export', async () => {
    await show('<view/>');
    const animation = my.createAnimation({ duration: 100 });
    const data = animation
      .rotate(45)
      .scale(2)
      .opacity(0.5)
      .step()
      .translate(10, '2rem')
      .step({ delay: 5 })
      .export();
    expect(data.actions).toMatchObject([
      {
        duration: 100,
        delay: 0,
        timeFunction: 'linear',
        styles: { opacity: '0.5', transform: 'rotate(45deg) scale(2,2)' },
      },
      { duration: 100, delay: 5, styles: { transform: 'translate(10px,2rem)' } },
    ]);
    expect(animation.export()).toEqual({ actions: [] });
  });

  it('moves the element that has it', async () => {
    const { page } = await show('<view animation="{{animation}}"/>', 'data: { animation: null }');
    getCurrentPages()[0].setData({ animation: my.createAnimation().width(50).step().export() });
    await settled();
    const { style } = page.firstElementChild as HTMLElement;
    expect([style.width, style.transition]).toEqual(['50px', 'all 400ms linear 0ms']);
  });
});

describe('my.canIUse', () => {
  it.each([
    ['component2', true],
    ['page.events.onBack', true],
    ['view', true],
    ['button.open-type.getAuthorize', true],
    ['button.open-type.launchApp', false],
    ['map', false],
    ['createSelectorQuery.return.fields', true],
    ['getAuthCode', undefined],
    ['noSuchThing', undefined],
  ])('of components and the page, %s: %s', async (query, expected) => {
    const { runtime } = await show('<view/>');
    expect(runtime.canIUse(query)).toBe(expected);
  });
});

describe('what is not caught', () => {
  it('is told to App.onError and my.onError; rejections too', async () => {
    const { errors } = await show('<view/>', "onReady() { throw new Error('oh'); }", {
      'app.js': `my.onError((message) => log.push(['my', message]));
        App({ onError(message) { log.push(['app', message]); }, onUnhandledRejection({ reason }) { log.push(['rejected', reason]); } });`,
    });
    expect(errors.map(String)).toEqual(['Error: oh']);
    window.dispatchEvent(
      Object.assign(new Event('unhandledrejection'), { reason: 'no', promise: Promise.resolve() }),
    );
    expect(log).toEqual([
      ['app', 'oh'],
      ['my', 'oh'],
      ['rejected', 'no'],
    ]);
  });
});

it('contexts of what needs a phone do nothing, call back, and are told once', async () => {
  const { notices } = await show('<view/>');
  my.createVideoContext('v').play();
  my.createMapContext('m').getCenterLocation({
    success: () => log.push('success'),
    complete: () => log.push('complete'),
  });
  my.createVideoContext('w');
  expect(log).toEqual(['success', 'complete']);
  expect(notices.map(([, { api }]) => api)).toEqual(['my.createVideoContext', 'my.createMapContext']);
});

describe('a name that my does not have', () => {
  it('takes listeners, makes objects whose functions call back, and is told of', async () => {
    const { runtime, notices } = await show('<view/>');
    expect(runtime.unknown('onNetworkStatusChange')?.(() => log.push('heard'))).toBeUndefined();
    expect(runtime.unknown('offNetworkStatusChange')?.()).toBeUndefined();
    const audio = runtime.unknown('createInnerAudioContext')?.() as Any;
    audio.src = '/a.mp3';
    audio.play({ success: () => log.push('played') });
    audio.onEnded(() => log.push('ended'));
    expect(audio.src).toBe('/a.mp3');
    (runtime.unknown('getUpdateManager')?.() as Any)?.onUpdateReady(() => log.push('ready'));
    expect(log).toEqual(['played']);
    expect(notices.map(([, { api }]) => api)).toEqual([
      'my.onNetworkStatusChange',
      'my.offNetworkStatusChange',
      'my.createInnerAudioContext',
      'my.getUpdateManager',
    ]);
  });

  it.each(['getRunScene', 'on', 'once', 'chooseCity', 'offer'])(
    'any other fails as a call: %s',
    async (name) => {
      const { runtime } = await show('<view/>');
      expect(runtime.unknown(name)).toBeUndefined();
    },
  );
});
