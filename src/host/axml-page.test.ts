import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DIALECTS } from '../contract/dialects/index.ts';
import type { PagesBody } from '../contract/wire.ts';
import { HeadlessDocument } from './headless-document.ts';
import { allHandlersReady } from './jsapi/registry.ts';
import type { ProgramParts } from './program-parts.ts';
import { sessionOf } from './session/export.ts';
import { readSessionFile } from './session/read.ts';
import { Simulator } from './simulator.ts';
import { TEST_PERSONA } from './testing/jsapi-context.ts';
import { type ManualTime, manualTime } from './testing/manual-time.ts';

beforeAll(allHandlersReady);

const UNIT = { name: 'app', url: '/app', script: 'x', styles: [], components: [], tags: [] };
const PROBLEM = { severity: 'error', message: 'no', file: 'a.axml', line: 3, column: 7 } as const;
const parts: ProgramParts = {
  unit: async (_program, name) => {
    if (name === 'app') return { unit: UNIT, problems: [] };
    if (name === 'odd') return { unit: UNIT, problems: [{ ...PROBLEM, severity: 'warning' }] };
    if (name === 'broken') return { failure: { message: 'broken', problems: [PROBLEM] } };
    throw new Error('the compiler is gone');
  },
  places: async (_program, frames) =>
    frames.map(({ url, line }) =>
      url.startsWith('miniauth://')
        ? { file: `${url.split('/').at(-1)}.ts`, line: line * 10, column: 2 }
        : undefined,
    ),
  file: async (_program, path) => (path === 'a.png' ? 'data:image/png;base64,AA==' : undefined),
};

let time: ManualTime;
let simulator: Simulator;
let page: HeadlessDocument;
beforeEach(() => {
  time = manualTime(1_000_000);
  simulator = new Simulator({
    time,
    programs: [
      { id: 'shop', kind: 'axml', manifest: {}, problems: [], sample: false, path: 'programs/shop/' },
    ],
    dialects: DIALECTS,
    personas: [TEST_PERSONA],
    frozenAt: 1_000_000,
    parts,
  });
  page = new HeadlessDocument(simulator.open());
});

const sent = (type: string) => page.received.filter((text) => text.startsWith(`${type} `));
const notices = () =>
  simulator.trace.events.flatMap((event) => (event.type === 'notice' ? [[event.code, event.params]] : []));
const pages = (stack: string[], bar: Partial<PagesBody['bar']> = {}) => {
  const body = { stack, bar: { title: 'T', loading: false, back: stack.length > 1, home: false, ...bar } };
  page.raw(`pages 0 - ${JSON.stringify(body satisfies PagesBody)}`);
};
const inputs = () =>
  simulator.hops.rows
    .filter(({ step }) => step === 'user.input')
    .map(({ request }) => simulator.trace.payloads.json(request));

describe('the parts of an AXML program', () => {
  it('come as they are asked for, and are not recorded', async () => {
    page.raw('load 1 - {"unit":"app"}');
    page.raw('load 2 - {"file":"a.png"}');
    page.raw('load 3 - {"file":"b.png"}');
    await time.turn();
    expect(sent('part').sort()).toEqual([
      `part 1 success ${JSON.stringify(UNIT)}`,
      'part 2 success "data:image/png;base64,AA=="',
      'part 3 success null',
    ]);
    const raw = simulator.trace.events.filter((event) => event.type === 'raw');
    expect(raw.map(({ text }) => String(simulator.trace.payloads.json(text)).slice(0, 4))).not.toContain(
      'part',
    );
  });

  it('that cannot be compiled say where and why, each problem once', async () => {
    page.raw('load 1 - {"unit":"broken"}');
    page.raw('load 2 - {"unit":"broken"}');
    page.raw('load 3 - {"unit":"odd"}');
    page.raw('load 4 - {"unit":"gone"}');
    await time.turn();
    expect(sent('part').filter((text) => text.includes(' fail '))).toHaveLength(3);
    expect(notices()).toEqual([
      ['sourceError', { message: 'no', file: 'a.axml', line: 3, column: 7 }],
      ['sourceError', { message: 'the compiler is gone', file: '', line: 0, column: 0 }],
    ]);
  });

  it('a request for anything else changes nothing', () => {
    page.raw('load 1 - {"unit":""}');
    page.raw('load 1 - {"url":"http://elsewhere.example"}');
    expect(notices().map(([code]) => code)).toEqual(['badMessage', 'badMessage']);
  });
});

describe('errors of the program', () => {
  const error = (params: object) => page.raw(`notice 0 programError ${JSON.stringify({ params })}`);

  it('are told with their place in its own source, and the calls that are its own', async () => {
    const stack =
      'Error: no\n    at pick (miniauth://shop/a:3:4)\n    at http://x/axml.js:1:1\n    at miniauth://shop/b:5:6';
    error({ message: 'no', file: 'miniauth://shop/a', line: 3, column: 4, stack });
    error({ message: 'bad', file: 'miniauth://shop/c', line: 1, column: 1 });
    error({ message: 'where', file: '', line: 0, column: 0 });
    await time.turn();
    expect(notices()).toEqual([
      [
        'programError',
        { message: 'no', file: 'a.ts', line: 30, column: 2, stack: 'pick (a.ts:30:2)\n(b.ts:50:2)' },
      ],
      ['programError', { message: 'bad', file: 'c.ts', line: 10, column: 2, stack: '(c.ts:10:2)' }],
      ['programError', { message: 'where', file: '', line: 0, column: 0 }],
    ]);
  });
});

describe('calls whose work is in the page', () => {
  it('are asked of the page with checked arguments, and end as it says', async () => {
    const reply = page.call('setNavigationBar', { title: 'Cart', other: 1 });
    expect(sent('ask')).toEqual(['ask 1 setNavigationBar {"title":"Cart"}']);
    await expect(reply).resolves.toEqual({ success: {} });
    await expect(page.call('setTabBarBadge', { text: 'x' })).resolves.toMatchObject({ fail: { error: 2 } });
    await expect(page.call('pageScrollTo')).resolves.toMatchObject({ fail: { error: 1 } });
  });

  it('end as caller gone with the page', async () => {
    const run = simulator.open();
    const silent: string[] = [];
    const end = run.openDocument({ url: 'http://shop.localhost/', send: (text) => void silent.push(text) });
    end.receive('call 1 switchTab {"url":"pages/a"}');
    await time.turn();
    expect(silent.at(-1)).toBe('ask 1 switchTab {"url":"pages/a"}');
    end.close('navigated');
    expect(simulator.trace.events.findLast((event) => event.type === 'hop.abandoned')).toMatchObject({
      reason: 'callerGone',
    });
    expect(silent.some((text) => text.startsWith('reply'))).toBe(false);
  });

  it('are not there for an HTML5 program', async () => {
    simulator.setPrograms([
      { ...simulator.programs[0], id: 'page', kind: 'html5' } as (typeof simulator.programs)[0],
    ]);
    page = new HeadlessDocument(simulator.open({ program: 'page' }));
    await expect(page.call('showTabBar')).resolves.toMatchObject({ fail: { error: 1 } });
    expect(sent('ask')).toEqual([]);
    page.raw('told 1 success {}');
    expect(notices().at(-1)?.[0]).toBe('badMessage');
  });
});

describe('the page stack', () => {
  it('is recorded when it changes, and part of the state', () => {
    pages(['pages/a']);
    pages(['pages/a']);
    pages(['pages/a', 'pages/b?id=1'], { title: 'B' });
    expect(simulator.trace.events.filter((event) => event.type === 'pages')).toHaveLength(2);
    const shown = simulator.state.runs.r1?.pages;
    expect(shown && simulator.trace.payloads.json(shown)).toMatchObject({
      stack: ['pages/a', 'pages/b?id=1'],
      bar: { title: 'B', back: true },
    });
    const file = JSON.parse(JSON.stringify(sessionOf(simulator)));
    expect(readSessionFile(file)).not.toHaveProperty('problems');
  });

  it('names the page of a call for the service', async () => {
    pages(['pages/a', 'pages/b?id=1']);
    void page.call('getAuthCode', { scopes: ['auth_base'] });
    await time.turn();
    const asked = simulator.hops.rows.find(({ step }) => step === 'spi.getAuthorizedScopes');
    expect(asked && JSON.stringify(simulator.trace.payloads.json(asked.request))).toContain('"pages/b?id=1"');
  });

  it('a second page is no first screen any more, without any input', async () => {
    pages(['pages/a']);
    pages(['pages/a', 'pages/b']);
    simulator.device.autoAnswer = (sheet) => (sheet.kind === 'consent' ? { ending: 'reject' } : undefined);
    await page.call('getAuthCode', { scopes: ['auth_user'] });
    expect(notices().map(([code]) => code)).not.toContain('firstScreen');
  });
});

describe('the bar over the page', () => {
  it('Back is an input of the user, and then the page is asked', async () => {
    pages(['pages/a', 'pages/b']);
    await expect(simulator.run?.press('back')).resolves.toEqual({ success: {} });
    expect(inputs()).toEqual([{ type: 'back', target: 'pages/b', label: 'Back', role: 'button' }]);
    expect(sent('ask')).toEqual(['ask 1 back {}']);
  });

  it('what the bar does not have now does nothing', async () => {
    pages(['pages/a']);
    await expect(simulator.run?.press('back')).resolves.toBeUndefined();
    expect(inputs()).toEqual([]);
  });

  it('has a title to tap, and Share as long as the page allows it', async () => {
    pages(['pages/a']);
    await simulator.run?.press('titleClick');
    await simulator.run?.press('share');
    pages(['pages/a'], { unshared: true });
    await simulator.run?.press('share');
    expect(inputs().map((input) => (input as { type: string }).type)).toEqual(['titleClick', 'share']);
  });

  it('is done again where it was done', async () => {
    pages(['pages/a']);
    pages(['pages/a', 'pages/b?id=1']);
    await simulator.run?.press('back');
    pages(['pages/a']);
    void page.call('hideKeyboard');
    await time.turn();
    const target = simulator.hops.rows.find(({ step }) => step === 'jsapi.hideKeyboard')?.id ?? '';
    page.close();
    simulator.runAgain({ to: { hop: target }, then: 'run' });
    page = new HeadlessDocument(simulator.run as NonNullable<typeof simulator.run>);
    await time.turn();
    expect(sent('ask')).toEqual([]);
    pages(['pages/a', 'pages/b?id=1'] as string[]);
    await time.turn();
    expect(sent('ask')).toEqual(['ask 1 back {}']);
    expect(inputs()).toHaveLength(1);
  });
});

describe('a program whose files have changed', () => {
  it('starts again at the page where it is, and so does its recording', () => {
    pages(['pages/a', 'pages/b?id=1']);
    const run = simulator.restart();
    expect(run?.boot().axml).toEqual({ stack: ['pages/a', 'pages/b?id=1'] });
    expect(simulator.trace.events.findLast((event) => event.type === 'run.started')).toMatchObject({
      start: ['pages/a', 'pages/b?id=1'],
    });
    page = new HeadlessDocument(run as NonNullable<typeof run>);
    const again = simulator.runAgain({ to: { run: 'r2' }, then: 'run' });
    expect(again.boot().axml).toEqual({ stack: ['pages/a', 'pages/b?id=1'] });
  });

  it('keeps the page where it is when a page never came up', () => {
    pages(['pages/a', 'pages/b']);
    const broken = simulator.restart();
    expect(simulator.restart()?.start).toEqual(broken?.start);
  });

  it('patches go to the page and are not recorded', () => {
    const before = simulator.trace.length;
    simulator.run?.patch(UNIT);
    expect(sent('patch')).toEqual([`patch 0 - ${JSON.stringify(UNIT)}`]);
    expect(simulator.trace.length).toBe(before);
  });
});
