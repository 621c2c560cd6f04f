import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import { Simulator } from '../host/simulator.ts';
import { HeadlessDocument, listing } from '../host/testing/headless.ts';
import { manualTime } from '../host/testing/manual-time.ts';
import { automationOf } from './install.ts';

const START = 1_790_000_000_000;

function house() {
  const time = manualTime(START);
  const simulator = new Simulator({
    time,
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas: PERSONAS,
  });
  const automation = automationOf(simulator, Promise.resolve());
  const page = new HeadlessDocument(simulator.open());
  const ask = () => page.call('getAuthCode', { scopes: ['auth_base'] });
  return { time, simulator, automation, ask };
}

describe('breakpoints', () => {
  it('stop at a request or an answer; the answer that waits can be read', async () => {
    const { time, automation, ask } = house();
    const id = automation.breakpoints.add({ at: 'wallet.issueCode', where: 'answer' });
    const reply = ask();
    await time.turn();
    const [stop] = automation.stops();
    expect(stop).toMatchObject({
      step: 'wallet.issueCode',
      where: 'answer',
      why: 'breakpoint',
      reply: { value: { authCode: expect.any(String) } },
    });
    expect(JSON.parse(JSON.stringify(stop))).toEqual(stop);
    automation.resume(stop?.hop ?? '');
    expect(await reply).toHaveProperty('success');
    expect(automation.breakpoints.list()).toMatchObject([{ id, hits: 1, enabled: true }]);
  });

  it('can be switched off, taken back, and cleared; an unknown id lists the known ones', async () => {
    const { automation, ask } = house();
    const id = automation.breakpoints.add({ at: 'spi.getAuthCode' });
    automation.breakpoints.enable(id, false);
    expect(await ask()).toHaveProperty('success');
    expect(() => automation.breakpoints.remove('no-such')).toThrow(`expected one of ${id}, got "no-such"`);
    automation.breakpoints.remove(id);
    automation.breakpoints.add({ at: 'spi.getAuthCode' });
    automation.breakpoints.clear();
    expect(automation.breakpoints.list()).toEqual([]);
  });

  it('refuse what can never stop anything, saying what was expected', () => {
    const { automation } = house();
    expect(() => automation.breakpoints.add({ at: 'getAuthCode' })).toThrow('breakpoint: at: expected');
    expect(() => automation.breakpoints.add({ at: 'spi.getAuthCode', nth: 0 })).toThrow('nth');
  });
});

describe('stops', () => {
  it('step({answers: true}) walks requests and answers alike', async () => {
    const { time, automation, ask } = house();
    automation.pause();
    const reply = ask();
    const walked: string[] = [];
    for (let i = 0; i < 4; i++) {
      await time.turn();
      const [stop] = automation.stops();
      walked.push(`${stop?.step} ${stop?.where}`);
      expect(automation.step({ answers: true })).toBe(true);
    }
    expect(walked).toEqual([
      'jsapi.getAuthCode request',
      'spi.getAuthorizedScopes request',
      'spi.getAuthorizedScopes answer',
      'spi.getAuthCode request',
    ]);
    automation.step({ answers: false });
    automation.run();
    expect(await reply).toHaveProperty('success');
  });

  it('fail with a documented outcome, by its id or by the code that it answers', async () => {
    for (const outcome of ['timeout', '1003']) {
      const { time, automation, ask } = house();
      automation.breakpoints.add({ at: 'spi.getAuthCode' });
      const reply = ask();
      await time.turn();
      const hop = automation.stops()[0]?.hop ?? '';
      expect(() => automation.resume(hop, { how: 'fail', outcome: 'no-such' })).toThrow(
        'outcome: expected one of',
      );
      automation.resume(hop, { how: 'fail', outcome });
      expect(await reply).toMatchObject({ fail: { error: 10 } });
      expect(automation.trace().find((event) => event.type === 'hop.injected')).toMatchObject({ hop });
    }
  });

  it('name what is stopped when a hop is not, and refuse what is no decision', async () => {
    const { time, automation, ask } = house();
    expect(() => automation.resume('r1/x#1')).toThrow('"r1/x#1" is not stopped; stopped now: nothing');
    automation.pause();
    void ask();
    await time.turn();
    const hop = automation.stops()[0]?.hop ?? '';
    expect(() => automation.resume(hop, JSON.parse('{"how": "late"}'))).toThrow('decision: ms: expected');
    expect(automation.stops()).toHaveLength(1);
  });
});

describe('the clock', () => {
  it('jumps to a moment, as a number or ISO 8601, and never back', async () => {
    const { automation } = house();
    automation.clock.freeze();
    await automation.clock.jumpTo(START + 5_000);
    expect(automation.clock.now()).toBe(START + 5_000);
    await automation.clock.jumpTo(new Date(START + 9_000).toISOString());
    expect(automation.clock.now()).toBe(START + 9_000);
    await expect(automation.clock.jumpTo(START)).rejects.toThrow('expected a moment to come');
    await expect(automation.clock.jumpTo('soon')).rejects.toThrow('expected ms since the epoch or ISO 8601');
  });

  it('goes at another speed, stands still, and goes on at the speed that it had', async () => {
    const { time, automation } = house();
    expect([automation.clock.speed(10), automation.clock.frozen]).toEqual([10, false]);
    await time.advance(100);
    expect(automation.clock.now()).toBe(START + 1_000);
    automation.clock.freeze();
    await time.advance(100);
    expect([automation.clock.now(), automation.clock.frozen]).toEqual([START + 1_000, true]);
    automation.clock.resume();
    await time.advance(1);
    expect([automation.clock.now(), automation.clock.speed()]).toEqual([START + 1_010, 10]);
  });
});
