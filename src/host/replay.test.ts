import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import type { Effect } from '../contract/rule.ts';
import type { TraceEvent } from '../contract/trace.ts';
import { Simulator } from './simulator.ts';
import type { Run } from './simulator-api.ts';
import { listing, type Settled } from './testing/headless.ts';
import { manualTime } from './testing/manual-time.ts';
import { type PlayedPage, PlayedProgram } from './testing/played-program.ts';

const codeIn = (settled: Settled | undefined) =>
  settled && 'success' in settled ? (settled.success as { authCode?: string }).authCode : undefined;

/** Signs in, then sends the code to its server; after a failure it tells in a toast. */
async function signIn(page: PlayedPage): Promise<void> {
  const login = await page.call('getAuthCode', { scopes: ['auth_user'] });
  const authCode = codeIn(login);
  if (authCode)
    await page.call('request', { url: 'https://shop.example/login', method: 'POST', data: { authCode } });
  else await page.call('showToast', { content: 'Try again', duration: 1_000 });
}

function house(onTap: (page: PlayedPage, label: string) => void = (page) => void signIn(page)) {
  const time = manualTime(1_790_000_000_000);
  const simulator = new Simulator({
    time,
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas: PERSONAS,
    choice: { persona: 'lena' },
  });
  const asked: string[] = [];
  simulator.device.autoAnswer = (sheet) => {
    asked.push(sheet.kind);
    return sheet.kind === 'consent'
      ? { ending: 'agree', scopes: sheet.scopes.map(({ scope }) => scope) }
      : undefined;
  };
  let program = new PlayedProgram(simulator.open(), onTap);
  const again = async (start: () => Run) => {
    program = new PlayedProgram(start(), onTap);
    await idle();
    return program;
  };
  const idle = async () => {
    for (let i = 0; i < 200; i++) await time.turn();
  };
  return {
    time,
    simulator,
    asked,
    idle,
    again,
    get program() {
      return program;
    },
    hops: () => simulator.hops.rows.map((hop) => hop.id),
    hop: (step: string, n = 1) => {
      const found = simulator.hops.rows.filter((hop) => hop.step === step)[n - 1];
      if (!found) throw new Error(`no hop ${step}`);
      return found;
    },
    notices: () => simulator.trace.events.flatMap((event) => (event.type === 'notice' ? [event.code] : [])),
  };
}

/** What must be the same when a run is done again: everything but how an answer came about, and the place in the list. */
const essence = (events: readonly TraceEvent[]) =>
  events
    .filter(
      (event) => !['clock', 'rules', 'policies', 'hop.stopped', 'hop.resumed', 'raw'].includes(event.type),
    )
    .map(({ seq: _seq, ...event }) =>
      JSON.stringify(event.type === 'hop.answered' ? { ...event, origin: undefined } : event),
    );

describe('a run that is done again as it was recorded', () => {
  it('does the same, asks nobody, and ends in the same state', async () => {
    const { simulator, program, idle, again, asked } = house();
    program.tap();
    await idle();
    const before = essence(simulator.trace.events);
    const wallet = JSON.stringify(simulator.state.wallet);
    await again(() => simulator.runAgain({ to: { run: 'r1' }, then: 'run' }));
    expect(essence(simulator.trace.events)).toEqual(before);
    expect(JSON.stringify(simulator.state.wallet)).toBe(wallet);
    expect(asked).toEqual(['consent']);
    expect(simulator.gate.replay?.over).toBe(true);
  });

  it('stops at the step that it should go to, with what was answered until then', async () => {
    const { simulator, program, idle, again, hop, hops, asked } = house();
    program.tap();
    await idle();
    const all = hops();
    const target = hop('wallet.issueCode').id;
    await again(() => simulator.runAgain({ to: { hop: target }, then: 'pause' }));
    expect(hops()).toEqual(all.slice(0, all.indexOf(target) + 1));
    expect(simulator.stepper.stops.map((stop) => stop.hop)).toEqual([target]);
    expect(hop('user.authorize')).toMatchObject({ origin: 'replayed', verdict: 'ok' });
    simulator.stepper.run();
    await idle();
    expect(hops()).toEqual(all);
    expect(asked).toEqual(['consent']);
  });

  it('goes on live from there: the user is asked again', async () => {
    const { simulator, program, idle, again, hop, asked } = house();
    program.tap();
    await idle();
    const target = hop('user.authorize').id;
    const code = codeIn(program.results[0]);
    const next = await again(() => simulator.runAgain({ to: { hop: target }, then: 'run' }));
    expect(asked).toEqual(['consent', 'consent']);
    expect(codeIn(next.results[0])).toBe(code);
  });

  it('can go wrong there instead: the program sees the failure, and nothing of the old future is left', async () => {
    const { simulator, program, idle, again, hop } = house();
    program.tap();
    await idle();
    const effect: Effect = { reply: { value: { error: { code: '1003', errorMsg: 'Timeout' } } } };
    const target = hop('spi.getAuthCode', 2).id;
    const next = await again(() =>
      simulator.runAgain({ to: { hop: target }, then: { effect, title: 'Timeout' } }),
    );
    expect(next.results[0]).toMatchObject({ fail: { error: 10 } });
    expect(simulator.hops.rows.some((one) => one.step === 'merchant.request')).toBe(false);
    expect(hop('spi.getAuthCode', 2)).toMatchObject({ injected: 'Timeout', origin: 'injected' });
    expect(Object.keys(simulator.state.wallet.codes)).toEqual([]);
  });

  it('can be done again and again', async () => {
    const { simulator, program, idle, again, hop, hops } = house();
    program.tap();
    await idle();
    const all = hops();
    for (const step of ['merchant.request', 'spi.showAuthPage', 'openapi.applyToken'] as const) {
      await again(() => simulator.runAgain({ to: { hop: hop(step).id }, then: 'pause' }));
      simulator.stepper.run();
      await idle();
      expect(hops()).toEqual(all);
    }
  });

  it('keeps what happened before the run, and begins with the storage of then', async () => {
    const { simulator, idle, again, notices } = house((page, label) => {
      void page.call('setStorage', { key: 'count', data: label });
    });
    new PlayedProgram(simulator.open(), (page) => void page.call('setStorage', { key: 'a', data: 1 })).tap();
    await idle();
    const second = await again(() => simulator.open());
    second.tap('two');
    await idle();
    const before = essence(simulator.trace.events);
    await again(() => simulator.runAgain({ to: { run: 'r3' }, then: 'run' }));
    expect(essence(simulator.trace.events)).toEqual(before);
    expect(notices()).not.toContain('diverged');
  });

  it('takes the time that it took: limits that ran out run out again', async () => {
    const { simulator, program, idle, again, time, notices } = house();
    simulator.addRule({ at: 'spi.getAuthCode', outcome: 'never' });
    program.tap();
    await idle();
    await time.advance(10_000);
    await idle();
    expect(program.results[0]).toMatchObject({ fail: { error: 10 } });
    const before = essence(simulator.trace.events);
    await again(() => simulator.runAgain({ to: { run: 'r1' }, then: 'run' }));
    expect(essence(simulator.trace.events)).toEqual(before);
    expect(notices()).not.toContain('diverged');
  });

  it('does what a person did at a stop, edits included', async () => {
    const { simulator, program, idle, again, hop, notices } = house();
    simulator.addBreakpoint({ at: 'jsapi.getAuthCode', where: 'answer' });
    simulator.addBreakpoint({ at: 'spi.getAuthCode', nth: 1 });
    program.tap();
    await idle();
    simulator.stepper.stops[0]?.resume({ how: 'continue' });
    await idle();
    simulator.stepper.stops[0]?.resume({
      how: 'edit',
      value: { value: { success: { authCode: 'edited' } } },
    });
    await idle();
    expect(codeIn(program.results[0])).toBe('edited');
    simulator.stepper.breakpoints.clear();
    const next = await again(() =>
      simulator.runAgain({ to: { hop: hop('merchant.request').id }, then: 'pause' }),
    );
    expect(codeIn(next.results[0])).toBe('edited');
    expect(notices()).not.toContain('diverged');
  });

  it('stops where the program goes another way, and says so', async () => {
    let n = 0;
    const { simulator, program, idle, again, notices, hop } = house((page) => {
      void page.call('getAuthCode', { scopes: [++n === 1 ? 'auth_base' : 'auth_user'] });
    });
    program.tap();
    await idle();
    const target = hop('spi.getAuthCode').id;
    await again(() => simulator.runAgain({ to: { hop: target }, then: 'run' }));
    expect(notices()).toContain('diverged');
    expect(simulator.stepper.stops.map((stop) => stop.step)).toEqual(['jsapi.getAuthCode']);
    const told = simulator.trace.events.find((event) => event.type === 'notice' && event.code === 'diverged');
    expect(told).toMatchObject({
      hop: 'r1/jsapi.getAuthCode#1',
      params: {
        expected: 'jsapi.getAuthCode {"scopes":["auth_base"]}',
        found: 'jsapi.getAuthCode {"scopes":["auth_user"]}',
      },
    });
  });

  it('says so, too, when the program does nothing any more', async () => {
    let silent = false;
    const { simulator, program, idle, again, notices, hop, time } = house((page) => {
      if (!silent) void signIn(page);
    });
    program.tap();
    await idle();
    silent = true;
    await again(() => simulator.runAgain({ to: { hop: hop('merchant.request').id }, then: 'run' }));
    expect(notices()).not.toContain('diverged');
    await time.advance(10_000);
    await idle();
    expect(notices()).toContain('diverged');
  });

  it('what a tap leads to at once comes of itself: it is not done a second time', async () => {
    let submits = 0;
    const { simulator, program, idle, again, notices } = house((page, label) => {
      if (label === 'Send') {
        submits++;
        (page as PlayedProgram).input('submit', 'Form');
        void signIn(page);
      }
    });
    program.tap('Send');
    program.tap('Nothing');
    await idle();
    const before = essence(simulator.trace.events);
    await again(() => simulator.runAgain({ to: { run: 'r1' }, then: 'run' }));
    expect(essence(simulator.trace.events)).toEqual(before);
    expect(submits).toBe(2);
    expect(notices()).not.toContain('diverged');
  });

  it('says so when there is nothing any more to do an input to, and takes it back', async () => {
    const { simulator, program, idle, time, notices } = house();
    program.tap();
    await idle();
    const next = new PlayedProgram(simulator.runAgain({ to: { run: 'r1' }, then: 'run' }), () => undefined);
    next.onPlay = undefined;
    await idle();
    expect(notices()).not.toContain('diverged');
    await time.advance(10_000);
    await idle();
    const told = simulator.trace.events.find((event) => event.type === 'notice' && event.code === 'diverged');
    expect(told).toMatchObject({ params: { found: 'nothing to do it to at button' } });
    expect(next.taken).toBe(1);
  });

  it('does the next input only when the last one is done', async () => {
    const { simulator, program, idle } = house(
      (page, label) => void page.call('setStorage', { key: label, data: 1 }),
    );
    program.tap('one');
    program.tap('two');
    await idle();
    const next = new PlayedProgram(simulator.runAgain({ to: { run: 'r1' }, then: 'run' }), (page, label) => {
      void page.call('setStorage', { key: label, data: 1 });
    });
    const pending: (() => void)[] = [];
    next.onPlay = (report, done) => {
      report();
      pending.push(done);
    };
    await idle();
    expect(pending).toHaveLength(1);
    pending[0]?.();
    await idle();
    expect(pending).toHaveLength(2);
    pending[1]?.();
    await idle();
    expect(await simulator.gate.replay?.finished).toMatchObject({ how: 'reached' });
  });

  it('a tap that leads to another page is done when the page has gone', async () => {
    const { simulator, program, idle, notices } = house(() => undefined);
    program.tap('Link');
    program.close();
    new PlayedProgram(simulator.run as Run, () => undefined).tap('There');
    await idle();
    const run = simulator.runAgain({ to: { run: 'r1' }, then: 'run' });
    const first = new PlayedProgram(run, () => undefined);
    first.onPlay = (report) => {
      report();
      first.close();
      new PlayedProgram(run, () => undefined);
    };
    await idle();
    expect(await simulator.gate.replay?.finished).toMatchObject({ how: 'reached' });
    expect(notices()).not.toContain('diverged');
  });

  it('is done only when all has happened that belongs to it, be it later', async () => {
    const { simulator, program, idle } = house((page) => void page.call('setStorage', { key: 'a', data: 1 }));
    program.tap();
    await idle();
    let late = () => {};
    new PlayedProgram(simulator.runAgain({ to: { run: 'r1' }, then: 'run' }), (page) => {
      late = () => void page.call('setStorage', { key: 'a', data: 1 });
    });
    await idle();
    expect(simulator.gate.replay?.over).toBe(false);
    late();
    await idle();
    expect(await simulator.gate.replay?.finished).toMatchObject({ how: 'reached' });
  });

  it('ends when the program is started anew', async () => {
    const { simulator, program, idle, again, hop, notices } = house();
    program.tap();
    await idle();
    simulator.runAgain({ to: { hop: hop('merchant.request').id }, then: 'run' });
    const next = await again(() => simulator.open());
    next.tap();
    await idle();
    expect(codeIn(next.results[0])).toBeTruthy();
    expect(notices()).not.toContain('diverged');
  });

  it('cannot begin before the recording does', () => {
    const { simulator } = house();
    expect(() => simulator.runAgain({ to: { run: 'r9' }, then: 'run' })).toThrow(
      'r9: the beginning of this run is not in the recording any more',
    );
    expect(() => simulator.runAgain({ to: { hop: 'r1/spi.getAuthCode#7' }, then: 'run' })).toThrow(
      'r1/spi.getAuthCode#7: there is no such step in the recording',
    );
    expect(simulator.run?.stopped).toBeUndefined();
  });
});

describe('the clock of a run that is done again', () => {
  it('goes on as it went, and nothing is recorded of it, however often it is done', async () => {
    const { simulator, program, idle, again, hop } = house();
    program.tap();
    await idle();
    for (const step of ['merchant.request', 'wallet.issueCode', 'spi.showAuthPage']) {
      await again(() => simulator.runAgain({ to: { hop: hop(step).id }, then: 'run' }));
      expect([simulator.clock.frozen, simulator.clock.speed]).toEqual([false, 1]);
    }
    expect(simulator.trace.events.filter((event) => event.type === 'clock')).toEqual([]);
  });

  it('stands still in a session that began frozen', async () => {
    const { simulator, idle, again, hop } = house();
    simulator.reset({ clock: { at: 1_700_000_000_000, frozen: true } });
    const program = await again(() => simulator.open());
    program.tap();
    await idle();
    await again(() => simulator.runAgain({ to: { hop: hop('wallet.issueCode').id }, then: 'run' }));
    expect(simulator.clock.frozen).toBe(true);
    expect(simulator.clock.now()).toBe(1_700_000_000_000);
  });

  it('goes at the speed that it had when the step was reached, not at a later one', async () => {
    const { simulator, program, idle, again, hop } = house();
    simulator.clock.run(10);
    program.tap();
    await idle();
    simulator.clock.freeze();
    await again(() => simulator.runAgain({ to: { hop: hop('wallet.issueCode').id }, then: 'run' }));
    expect([simulator.clock.frozen, simulator.clock.speed]).toEqual([false, 10]);
  });
});
