import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { ProgramListing } from '../../contract/program.ts';
import { Simulator } from '../../host/simulator.ts';
import { HeadlessDocument, listing } from '../../host/testing/headless.ts';
import { manualTime } from '../../host/testing/manual-time.ts';
import { automationOf } from '../install.ts';
import { ScenarioDesk } from './desk.ts';

const OWN = { name: 'shop/mine', title: 'Mine', dialect: 'qi', expect: { granted: ['auth_user'] } };
const TIMEOUT = 'qi/spi.getAuthCode/timeout';

function house(programs: ProgramListing[] = [listing('shop'), listing('bank', { scopes: ['USER_NAME'] })]) {
  const simulator = new Simulator({
    time: manualTime(1_790_000_000_000),
    programs,
    dialects: DIALECTS,
    personas: PERSONAS,
  });
  const automation = automationOf(simulator, Promise.resolve());
  /** As the page does it: a frame for the run, whose document says hello. */
  const opened = async (what: string | object) => {
    const before = simulator.run;
    const opening = automation.scenarios.open(what);
    await Promise.race([opening, expect.poll(() => simulator.run).not.toBe(before)]);
    if (!simulator.run) throw new Error('nothing runs');
    const page = new HeadlessDocument(simulator.run);
    await opening;
    return page;
  };
  return { simulator, automation, scenarios: automation.scenarios, opened };
}
const withOwn = (list: (typeof OWN)[], problems: string[] = []) => [
  { ...listing('shop'), scenarios: { list, problems } },
  listing('bank'),
];

describe('the library', () => {
  it('has the catalogue for the known dialects and the chosen program, and can be searched', async () => {
    const { scenarios, automation, simulator } = house();
    const all = await scenarios.list();
    expect(all.length).toBeGreaterThan(1_500);
    expect(all.every(({ from, when, source }) => from === 'catalogue' && when && source)).toBe(true);
    const some = await scenarios.list({ dialect: 'qi', text: 'GETAUTHCODE/TIMEOUT' });
    expect(some.map(({ name }) => name)).toEqual([TIMEOUT]);
    simulator.open({ program: 'bank' });
    await expect(automation.scenarios.list()).resolves.not.toHaveLength(all.length);
  });

  it("has the programs' own, each for its program, and what was added in front", async () => {
    const { scenarios } = house(withOwn([OWN]));
    expect(await scenarios.get('shop/mine')).toEqual({ ...OWN, program: 'shop' });
    expect(await scenarios.list({ from: 'program' })).toMatchObject([{ name: 'shop/mine' }]);
    await scenarios.add({ ...OWN, title: 'Changed' });
    expect((await scenarios.list())[0]).toMatchObject({ title: 'Changed', from: 'opened' });
    expect(await scenarios.list({ from: 'program' })).toEqual([]);
    await scenarios.remove('shop/mine');
    expect((await scenarios.get('shop/mine')).title).toBe('Mine');
  });

  it('says what is wrong with what is added, and what is called alike when a name is unknown', async () => {
    const { scenarios } = house();
    await expect(scenarios.add({ name: 'x', rules: [{ outcome: 'timeout' }] })).rejects.toThrow(
      /rules\[0\]\.at/,
    );
    await expect(scenarios.get('qi/spi.getAuthCode/timeot')).rejects.toThrow(
      /there is no "qi\/spi.getAuthCode\/timeot".*there is .*qi\/spi\.getAuthCode/,
    );
  });
});

describe('a scenario in the page', () => {
  it('is on from when it is opened, and its expectations are held against what happens', async () => {
    const { scenarios, automation, opened } = house();
    const page = await opened(TIMEOUT);
    expect(automation.current).toMatchObject({ dialect: 'qi', persona: 'lena' });
    expect(scenarios.current).toBe(TIMEOUT);
    const [answer] = await scenarios.check();
    expect(answer).toMatchObject({ kind: 'answer', state: 'open', expected: '1003' });
    expect(await page.call('getAuthCode', { scopes: ['auth_user'] })).toMatchObject({
      fail: { error: 1003 },
    });
    expect(await scenarios.check()).toContainEqual(
      expect.objectContaining({ step: 'jsapi.getAuthCode', state: 'met', found: '1003' }),
    );
  });

  it('says so when another answer came', async () => {
    const { scenarios, opened } = house();
    const page = await opened({
      name: 'x',
      expect: { answers: [{ step: 'jsapi.getAuthCode', code: '11' }], absent: ['spi.getAuthCode'] },
    });
    await page.call('getAuthCode', { scopes: ['auth_base'] });
    expect(await scenarios.check()).toEqual([
      { kind: 'answer', step: 'jsapi.getAuthCode', expected: '11', found: null, state: 'missed' },
      { kind: 'absent', step: 'spi.getAuthCode', state: 'missed' },
    ]);
  });

  it('knows a call that hangs by its name', async () => {
    const { scenarios, opened } = house();
    const page = await opened({
      name: 'x',
      rules: [{ at: 'jsapi.getAuthCode', from: 2, outcome: 'never' }],
      play: [{ call: 'getAuthCode' }, { call: 'getAuthCode', as: 'lost' }],
      expect: { hangs: ['lost'] },
    });
    const state = async () => (await scenarios.check())[0]?.state;
    await page.call('getAuthCode', { scopes: ['auth_base'] });
    expect(await state()).toBe('open');
    void page.call('getAuthCode', { scopes: ['auth_base'] });
    expect(await state()).toBe('met');
  });

  it('stays on when the program is started again, and ends with the session or another choice', async () => {
    const { scenarios, simulator, opened } = house();
    await opened(TIMEOUT);
    simulator.open();
    expect(scenarios.current).toBe(TIMEOUT);
    simulator.open({ persona: 'sam' });
    expect(scenarios.current).toBeNull();
    await opened(TIMEOUT);
    simulator.reset();
    expect(scenarios.current).toBeNull();
    expect(await scenarios.check()).toEqual([]);
  });

  it('changes nothing when it cannot be', async () => {
    const { scenarios, simulator, opened } = house();
    await opened(TIMEOUT);
    const events = simulator.trace.length;
    await expect(scenarios.open({ name: 'x', persona: 'nobody', play: [{ call: 'nope' }] })).rejects.toThrow(
      /x: persona: expected one of/,
    );
    await expect(scenarios.open('no-such')).rejects.toThrow('there is no "no-such"');
    expect(simulator.trace.length).toBe(events);
    expect(scenarios.current).toBe(TIMEOUT);
  });
});

describe('scenarios that are run', () => {
  it('answer as on the command line, whatever way they are named, and leave the page as it is', async () => {
    const { scenarios, simulator } = house();
    const events = simulator.trace.length;
    const wrong = { name: 'wrong', expect: { answers: [{ step: 'jsapi.getAuthCode', code: '99' }] } };
    const results = await scenarios.run([TIMEOUT, wrong]);
    expect(results).toMatchObject([
      { name: TIMEOUT, dialect: 'qi', step: 'spi.getAuthCode', code: '1003', status: 'passed' },
      { name: 'wrong', status: 'failed', problems: ['jsapi.getAuthCode: expected 99, found success.'] },
    ]);
    expect(await scenarios.run(TIMEOUT)).toEqual([results[0]]);
    expect(await scenarios.run({ dialect: 'qi', text: 'getAuthCode/timeout' })).toEqual([results[0]]);
    expect(await scenarios.run(wrong)).toEqual([results[1]]);
    expect(simulator.trace.length).toBe(events);
  });

  it('are held against the codes of the documents, by expectation or as they came', async () => {
    const { scenarios } = house();
    const expected = await scenarios.coverage();
    expect(expected.filter((row) => row.scenarios.length === 0)).toEqual([]);
    const came = await scenarios.coverage(await scenarios.run(TIMEOUT));
    const reached = came.filter((row) => row.scenarios.length > 0);
    expect(reached.map(({ family, code }) => `${family} ${code}`)).toEqual(
      expect.arrayContaining(['jsapi 1003', 'spi 1003']),
    );
  });
});

describe('a session that is saved', () => {
  it('since a mark, or all of it; as a scenario it runs, and can be opened', async () => {
    const { scenarios, opened } = house();
    const page = await opened(TIMEOUT);
    await page.call('getAuthCode', { scopes: ['auth_user'] });
    const from = scenarios.mark();
    await page.call('getAuthCode', { scopes: ['auth_base'] });
    const all = await scenarios.save({ name: 'mine/all', title: 'All' });
    expect(all.scenario.expect?.answers).toContainEqual({ step: 'jsapi.getAuthCode', n: 1, code: '1003' });
    const since = await scenarios.save({ from });
    expect(since.scenario.expect?.answers?.filter(({ step }) => step === 'jsapi.getAuthCode')).toMatchObject([
      { n: 2 },
    ]);
    expect(await scenarios.run([all.scenario, since.scenario])).toMatchObject([
      { name: 'mine/all', title: 'All', status: 'passed' },
      { status: 'passed' },
    ]);
    const { text } = await scenarios.saveTest({ title: "It's mine" });
    expect(text).toContain("test('It\\'s mine'");
  });

  it('recording goes on over reloads, and ends with the session', () => {
    const { simulator } = house();
    const { recording } = new ScenarioDesk(simulator);
    simulator.open();
    expect([recording.start(), recording.from]).toEqual([simulator.trace.length, simulator.trace.length]);
    simulator.open();
    expect(recording.from).toBeDefined();
    simulator.reset();
    expect([recording.from, recording.stop()]).toEqual([undefined, undefined]);
  });
});
