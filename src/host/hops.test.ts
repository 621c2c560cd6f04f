import { describe, expect, it } from 'vitest';
import type { StepName } from '../contract/steps.ts';
import { HopList, hopStatus } from './hops.ts';
import { CALLER, gateHouse, HOUSE_START } from './testing/gate-house.ts';

const STEP: StepName = 'spi.getAuthCode';
/** A gate whose hops are listed as they happen. */
function listed() {
  const house = gateHouse();
  const hops = new HopList();
  house.trace.subscribe((event) => hops.apply(event));
  const pass = (work: () => unknown = () => new Promise(() => {}), limit?: number) =>
    house.gate.pass<unknown, unknown>(CALLER, STEP, { n: 1 }, work, () => {}, { limit });
  const only = () => {
    const [hop] = hops.rows;
    if (!hop) throw new Error('no hop is listed');
    return hop;
  };
  return { house, hops, pass, only };
}

describe('the list of hops', () => {
  it('has a row for each request, in order, with what is known of it', async () => {
    const { house, hops, pass, only } = listed();
    const id = pass(() => house.clock.wait(25).then(() => ({})));
    expect(only()).toMatchObject({
      id,
      index: 0,
      seq: 0,
      step: STEP,
      run: 'run-1',
      document: 'd1',
      parent: undefined,
      observed: false,
      request: { json: { n: 1 } },
      requestedAt: HOUSE_START,
      answeredAt: undefined,
    });
    expect(hopStatus(only())).toBe('waiting');
    await house.time.advance(25);
    expect(only()).toMatchObject({
      answeredAt: HOUSE_START + 25,
      reply: { json: { value: {} } },
      verdict: 'ok',
      origin: 'performed',
    });
    expect(hopStatus(only())).toBe('ok');
    const second = pass(() => ({ error: { code: '1000' } }));
    expect(hops.rows.map(({ index }) => index)).toEqual([0, 1]);
    expect(hops.get(second)).toMatchObject({ index: 1, verdict: 'failed', code: '1000' });
    expect(hops.get('nobody')).toBeUndefined();
  });

  it('shows a stop, and the request as it was edited', async () => {
    const { house, pass, only } = listed();
    house.stepper.pause();
    pass(() => ({}));
    expect([only().stopped, hopStatus(only())]).toEqual(['request', 'stopped']);
    house.stepper.step({ how: 'edit', value: { n: 2, map: { $map: [] } } });
    await house.time.turn();
    expect(only()).toMatchObject({ stopped: undefined, request: { json: { n: 2, map: { $map: [] } } } });
    expect(house.trace.payloads.value(only().request)).toEqual({ n: 2, map: new Map() });
    expect(hopStatus(only())).toBe('ok');
  });

  it('shows what a rule made of it, and duplicates', () => {
    const { house, pass, only } = listed();
    house.rules.add({ at: STEP, times: 'always', outcome: { twice: true }, title: 'Twice' });
    pass(() => ({}));
    expect(only()).toMatchObject({ injected: 'Twice', origin: 'injected' });
    expect(only().ignored).toEqual([{ reply: { json: { value: {} } }, reason: 'duplicate' }]);
  });

  it('shows the outcome that a person chose for its answer, by its title', async () => {
    const { house, pass, only } = listed();
    house.stepper.breakpoints.add({ at: STEP, where: 'answer' });
    pass(() => ({}));
    await house.time.turn();
    house.stepper.step({ how: 'inject', effect: { reply: { value: 'no' } }, title: 'The user refuses' });
    await house.time.turn();
    expect(only()).toMatchObject({
      injected: 'The user refuses',
      origin: 'edited',
      reply: { json: { value: 'no' } },
    });
  });

  it('shows a caller that is gone, and what came too late for it', async () => {
    const { house, pass, only } = listed();
    pass(() => house.clock.wait(10).then(() => 'real'));
    house.gate.abandon(() => true, 'callerGone');
    expect([only().abandoned, hopStatus(only())]).toEqual(['callerGone', 'gone']);
    await house.time.advance(10);
    expect(only().ignored).toMatchObject([{ reason: 'callerGone' }]);
    expect(hopStatus(only())).toBe('gone');
  });

  it('shows the answer that is stopped; when it is edited, the request stays what it was', async () => {
    const { house, pass, only } = listed();
    house.stepper.breakpoints.add({ at: STEP, where: 'answer' });
    pass(() => ({ authCode: '1' }));
    await house.time.turn();
    const { request } = only();
    expect([hopStatus(only()), only().held]).toEqual(['stopped', { json: { value: { authCode: '1' } } }]);
    house.stepper.stops[0]?.resume({ how: 'edit', value: { value: { authCode: '2' } } });
    await house.time.turn();
    expect([hopStatus(only()), only().held, only().request]).toEqual(['ok', undefined, request]);
    expect(only().reply).toEqual({ json: { value: { authCode: '2' } } });
  });

  it('shows a dropped answer as gone until the time limit strikes', async () => {
    const { house, pass, only } = listed();
    house.rules.add({ at: STEP, times: 'always', outcome: { drop: true } });
    pass(() => ({}), 50);
    expect([only().abandoned, hopStatus(only())]).toEqual(['dropped', 'gone']);
    await house.time.advance(50);
    expect([only().code, hopStatus(only())]).toEqual(['timeout', 'failed']);
  });

  it('shows how a call to the super app ended in the engine’s own words', () => {
    const { house, pass, only } = listed();
    const id = pass(() => ({}));
    house.trace.append({ type: 'hop.outcome', hop: id, outcome: { json: { kind: 'rejected' } } });
    expect(only().outcome).toEqual({ json: { kind: 'rejected' } });
  });

  it('forgets what the trace has folded away, but not what still waits or is stopped', async () => {
    const { house, hops, pass } = listed();
    const done = pass(() => ({}));
    const waiting = pass();
    house.stepper.pause();
    const stopped = pass();
    const late = pass();
    const versions = [hops.version];
    hops.trim(0);
    versions.push(hops.version);
    hops.trim(house.trace.length);
    versions.push(hops.version);
    expect(hops.rows.map(({ id, index }) => [id, index])).toEqual([
      [waiting, 0],
      [stopped, 1],
      [late, 2],
    ]);
    expect([hops.get(done), hops.get(waiting)?.id]).toEqual([undefined, waiting]);
    expect(versions[1]).toBe(versions[0]);
    expect(versions[2]).toBe((versions[1] ?? 0) + 1);
    house.stepper.run();
    await house.time.turn();
    expect(hops.rows.map(hopStatus)).toEqual(['waiting', 'waiting', 'waiting']);
  });

  it('moves its version with each change of a row, and with nothing else', () => {
    const { house, hops, pass } = listed();
    const versions = [hops.version];
    pass(() => ({}));
    versions.push(hops.version);
    house.trace.append({ type: 'notice', code: 'flood', level: 'error', params: {}, hop: 'run-1/x#1' });
    house.trace.append({ type: 'hop.ignored', hop: 'unknown', reply: { json: null }, reason: 'late' });
    versions.push(hops.version);
    hops.clear();
    versions.push(hops.version);
    expect(versions).toEqual([0, 2, 2, 3]);
    expect([hops.rows, hops.get('run-1/spi.getAuthCode#1')]).toEqual([[], undefined]);
  });
});
