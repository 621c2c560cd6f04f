import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import type { AxmlChange } from '../../contract/axml/unit.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { ProgramListing } from '../../contract/program.ts';
import { HeadlessDocument } from '../../host/headless-document.ts';
import { Simulator } from '../../host/simulator.ts';
import type { Run } from '../../host/simulator-api.ts';
import { manualTime } from '../../host/testing/manual-time.ts';
import { applyChange } from './apply-change.ts';

const UNIT = { name: 'patch', url: '/p', script: '', styles: [], components: [], tags: [] };
const listing = (id: string, kind: ProgramListing['kind']): ProgramListing => ({
  id,
  kind,
  manifest: {},
  problems: [],
  sample: false,
  path: `programs/${id}/`,
});
let simulator: Simulator;
let change: AxmlChange;
const list = vi.fn(async () => undefined);
const patched = vi.fn();
const apply = (program: string, ...files: string[]) =>
  applyChange(
    { program, files },
    { simulator, compiler: async () => ({ changed: async () => ({ change, problems: [] }) }), list, patched },
  );
const start = (program: string, url?: string) =>
  new HeadlessDocument(simulator.open({ program }) as Run, url);

beforeEach(() => {
  vi.clearAllMocks();
  simulator = new Simulator({
    time: manualTime(),
    programs: [listing('kit', 'axml'), listing('shop', 'html5')],
    dialects: DIALECTS,
    personas: PERSONAS,
    parts: {
      unit: async () => ({ failure: { message: 'no', problems: [] } }),
      places: async () => [],
      file: async () => undefined,
    },
  });
});

describe('an edit of the program that runs', () => {
  it('styles and templates are put in place: the run goes on', async () => {
    const page = start('kit');
    change = { kind: 'patch', unit: UNIT };
    await apply('kit', 'pages/a.axml');
    expect(page.received.at(-1)).toBe(`patch 0 - ${JSON.stringify(UNIT)}`);
    expect(simulator.run?.id).toBe('r1');
    expect(patched).toHaveBeenCalledOnce();
  });

  it('anything else starts it again at its page', async () => {
    const page = start('kit');
    const bar = { title: '', loading: false, back: true, home: false };
    page.raw(`pages 0 - ${JSON.stringify({ stack: ['pages/a', 'pages/b'], bar })}`);
    change = { kind: 'reload' };
    await apply('kit', 'pages/a.js');
    expect(simulator.run?.id).toBe('r2');
    expect(simulator.run?.start).toEqual(['pages/a', 'pages/b']);
  });

  it('what nothing depends on changes nothing, unless a part is missing that this may be', async () => {
    const page = start('kit');
    change = { kind: 'nothing' };
    await apply('kit', 'notes.md');
    expect(simulator.run?.id).toBe('r1');
    page.raw('load 1 - {"unit":"pages/a"}');
    await vi.waitFor(() => expect(simulator.run?.lacks).toBe(true));
    await apply('kit', 'pages/a.axml');
    expect(simulator.run?.id).toBe('r2');
  });

  it('an HTML5 program is loaded again at the page where it is', async () => {
    start('shop', 'http://shop.localhost/cart.html');
    await apply('shop', 'scenarios/a.json');
    expect(simulator.run?.id).toBe('r1');
    await apply('shop', 'cart.html');
    expect(simulator.run?.id).toBe('r2');
    expect(simulator.run?.start).toEqual(['http://shop.localhost/cart.html']);
  });
});

describe('an edit of anything else', () => {
  it('of another program, or when nothing runs, starts nothing', async () => {
    start('kit');
    change = { kind: 'reload' };
    await apply('shop', 'cart.html');
    expect(simulator.run?.id).toBe('r1');
    simulator.stop();
    await apply('kit', 'pages/a.js');
    expect(simulator.run?.stopped).toBe('stopped');
  });

  it('of what a program is listed by, reads the list again', async () => {
    start('shop');
    await apply('kit', 'pages/a.json');
    expect(list).not.toHaveBeenCalled();
    for (const file of ['miniauth.json', 'app.json', 'dist/app.json', 'scenarios/a.json'])
      await apply('kit', file);
    expect(list).toHaveBeenCalledTimes(4);
  });
});
