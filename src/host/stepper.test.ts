import { describe, expect, it } from 'vitest';
import type { StepName } from '../contract/steps.ts';
import type { HopSubject } from './subject.ts';
import { gateHouse } from './testing/gate-house.ts';

const STEP: StepName = 'spi.getAuthCode';
const at = (hop: string): HopSubject => ({ step: STEP, hop, scopes: () => [] });
const alive = () => new AbortController().signal;

describe('stepping', () => {
  it('lets everything go on at once in the mode run', () => {
    const { stepper } = gateHouse();
    expect(stepper.mode).toBe('run');
    expect(stepper.stop(at('h1'), 'request', alive)).toBeUndefined();
  });

  it('stops every hop before it is performed in the mode pause, none at its answer', async () => {
    const house = gateHouse();
    house.stepper.pause();
    const decision = house.stepper.stop(at('h1'), 'request', alive);
    expect(house.stepper.stop(at('h1'), 'answer', alive)).toBeUndefined();
    expect(house.stepper.stops).toMatchObject([{ hop: 'h1', step: STEP, where: 'request' }]);
    expect(house.events('hop.stopped')).toMatchObject([{ hop: 'h1', where: 'request', why: 'step' }]);
    house.stepper.stops[0]?.resume({ how: 'continue' });
    expect(await decision).toEqual({ how: 'continue' });
    expect(house.stepper.stops).toEqual([]);
  });

  it('lets the oldest go on with each step, and stays in the mode pause', async () => {
    const { stepper } = gateHouse();
    stepper.pause();
    const gone: string[] = [];
    for (const hop of ['h1', 'h2', 'h3']) stepper.stop(at(hop), 'request', alive)?.then(() => gone.push(hop));
    expect(stepper.step()).toBe(true);
    expect(stepper.step({ how: 'drop' })).toBe(true);
    await Promise.resolve();
    expect([gone, stepper.stops.map(({ hop }) => hop), stepper.mode]).toEqual([
      ['h1', 'h2'],
      ['h3'],
      'pause',
    ]);
  });

  it('has nothing to let go when nothing is stopped, and then stops at the next', () => {
    const { stepper } = gateHouse();
    expect(stepper.step()).toBe(false);
    expect(stepper.mode).toBe('pause');
  });

  it('lets all go on with run, in order', async () => {
    const { stepper } = gateHouse();
    stepper.pause();
    const gone: string[] = [];
    for (const hop of ['h1', 'h2']) stepper.stop(at(hop), 'request', alive)?.then(() => gone.push(hop));
    stepper.run();
    await Promise.resolve();
    expect([gone, stepper.stops, stepper.mode]).toEqual([['h1', 'h2'], [], 'run']);
  });

  it('holds time while anything is stopped, and releases each hold once', () => {
    const { stepper, clock } = gateHouse();
    stepper.pause();
    stepper.stop(at('h1'), 'request', alive);
    stepper.stop(at('h2'), 'request', alive);
    const [first] = stepper.stops;
    stepper.step();
    first?.resume({ how: 'continue' });
    expect(clock.held).toBe(true);
    stepper.step();
    expect(clock.held).toBe(false);
  });

  it('records how a hop went on, and what was put in the place of what, once', () => {
    const house = gateHouse();
    house.stepper.pause();
    for (const hop of ['h1', 'h2', 'h3', 'h4']) house.stepper.stop(at(hop), 'request', alive);
    const [first] = house.stepper.stops;
    house.stepper.step({ how: 'edit', value: { scopes: [] } });
    first?.resume({ how: 'drop' });
    house.stepper.step({ how: 'answer', reply: { value: { bytes: { $bytes: 'AQI=' } } } });
    house.stepper.step({ how: 'drop' });
    house.stepper.step();
    expect(house.events('hop.resumed')).toMatchObject([
      { hop: 'h1', how: 'edit', edited: { json: { scopes: [] } } },
      { hop: 'h2', how: 'answer', edited: { json: { value: { bytes: { $bytes: 'AQI=' } } } } },
      { hop: 'h3', how: 'drop' },
      { hop: 'h4', how: 'continue' },
    ]);
  });

  it('refuses what cannot be an answer or be decoded; the hop stays stopped', () => {
    const house = gateHouse();
    house.stepper.pause();
    house.stepper.stop(at('h1'), 'request', alive);
    expect(() => house.stepper.step({ how: 'answer', reply: { authCode: 'c' } })).toThrow(
      'reply: expected {"value": …}',
    );
    expect(() => house.stepper.step({ how: 'edit', value: { $bytes: '***' } })).toThrow();
    expect([house.stepper.stops.length, house.clock.held, house.events('hop.resumed')]).toEqual([
      1,
      true,
      [],
    ]);
    expect(house.stepper.step()).toBe(true);
  });

  it('forgets a hop whose caller is gone: time goes on, and no decision comes', async () => {
    const house = gateHouse();
    house.stepper.pause();
    const abort = new AbortController();
    let decided = false;
    house.stepper
      .stop(at('h1'), 'request', () => abort.signal)
      ?.then(() => {
        decided = true;
      });
    const [stop] = house.stepper.stops;
    abort.abort();
    expect([house.stepper.stops, house.clock.held]).toEqual([[], false]);
    stop?.resume({ how: 'continue' });
    await house.time.turn();
    expect([decided, house.events('hop.resumed')]).toEqual([false, []]);
  });

  it('tells who listens of every change, until they stop', () => {
    const { stepper } = gateHouse();
    const seen: string[] = [];
    const stop = stepper.onChange(() => seen.push(`${stepper.mode} ${stepper.stops.length}`));
    stepper.pause();
    stepper.stop(at('h1'), 'request', alive);
    stepper.run();
    stop();
    stepper.pause();
    expect(seen).toEqual(['pause 0', 'pause 1', 'run 0', 'run 0']);
  });
});
