import { describe, expect, it } from 'vitest';
import type { StepName } from '../contract/steps.ts';
import type { Reply } from '../contract/trace.ts';
import type { Resume } from './stepper.ts';
import { CALLER, type GateHouse, gateHouse } from './testing/gate-house.ts';

const STEP: StepName = 'spi.getAuthCode';
const CODE = { authCode: 'c' };

/** One hop that the service answers at once, stopped before its answer is delivered. */
function stoppedAtAnswer(limit?: number) {
  const house = gateHouse();
  house.stepper.breakpoints.add({ at: STEP, where: 'answer' });
  const got: Reply[] = [];
  house.gate.pass(
    CALLER,
    STEP,
    { scopes: ['auth_base'] },
    () => CODE,
    (reply) => got.push(reply),
    { limit },
  );
  return { house, got, resume: (decision: Resume) => resume(house, decision) };
}
async function resume(house: GateHouse, decision: Resume): Promise<void> {
  house.stepper.stops[0]?.resume(decision);
  await house.time.turn();
}

describe('a hop that is stopped before its answer', () => {
  it('has done its work, shows the answer that waits, and delivers it when it goes on', async () => {
    const { house, got, resume } = stoppedAtAnswer();
    expect(got).toEqual([]);
    expect(house.stepper.stops).toMatchObject([
      { where: 'answer', why: 'breakpoint', reply: { value: CODE } },
    ]);
    expect(house.events('hop.stopped')).toMatchObject([
      { where: 'answer', why: 'breakpoint', reply: { json: { value: CODE } } },
    ]);
    await resume({ how: 'continue' });
    expect(got).toEqual([{ value: CODE }]);
    expect(house.events('hop.answered')).toMatchObject([{ origin: 'performed' }]);
  });

  it('delivers what a person made of the answer, marked as edited', async () => {
    const { house, got, resume } = stoppedAtAnswer();
    await resume({ how: 'edit', value: { value: { authCode: 'mine' } } });
    expect(got).toEqual([{ value: { authCode: 'mine' } }]);
    expect(house.events('hop.answered')).toMatchObject([{ origin: 'edited' }]);
  });

  it('refuses what no hop can be answered with, and stays stopped', () => {
    const { house } = stoppedAtAnswer();
    expect(() => house.stepper.stops[0]?.resume({ how: 'edit', value: { authCode: 'mine' } })).toThrow(
      'value: expected {"value": …}',
    );
    expect(() => house.stepper.stops[0]?.resume({ how: 'late', ms: -1 })).toThrow('ms: expected');
    expect(house.stepper.stops).toHaveLength(1);
  });

  it('can be answered with something else altogether', async () => {
    const { got, resume } = stoppedAtAnswer();
    await resume({ how: 'answer', reply: { failure: { kind: 'threw', message: 'no' } } });
    expect(got).toEqual([{ failure: { kind: 'threw', message: 'no' } }]);
  });

  it('can lose the answer: the asker gives up at its limit', async () => {
    const { house, got, resume } = stoppedAtAnswer(1_000);
    await resume({ how: 'drop' });
    expect(got).toEqual([]);
    expect(house.events('hop.abandoned')).toMatchObject([{ reason: 'dropped' }]);
    await house.time.advance(1_000);
    expect(got).toMatchObject([{ failure: { kind: 'timeout' } }]);
  });

  it('can be answered twice', async () => {
    const { house, got, resume } = stoppedAtAnswer();
    await resume({ how: 'twice' });
    expect(got).toEqual([{ value: CODE }, { value: CODE }]);
    expect(house.events('hop.ignored')).toMatchObject([{ reason: 'duplicate' }]);
  });

  it('can be answered late, also after the asker has given up', async () => {
    const { house, got, resume } = stoppedAtAnswer(1_000);
    await resume({ how: 'late', ms: 500 });
    await house.time.advance(499);
    expect(got).toEqual([]);
    await house.time.advance(1);
    expect(got).toEqual([{ value: CODE }]);

    const late = stoppedAtAnswer(1_000);
    await late.resume({ how: 'late', ms: 1_500 });
    await late.house.time.advance(2_000);
    expect(late.got).toMatchObject([{ failure: { kind: 'timeout' } }]);
    expect(late.house.events('hop.ignored')).toMatchObject([{ reason: 'late' }]);
  });

  it('does not run into its time limit while it is stopped', async () => {
    const { house, got, resume } = stoppedAtAnswer(1_000);
    await house.time.advance(60_000);
    expect(got).toEqual([]);
    await resume({ how: 'continue' });
    expect(got).toEqual([{ value: CODE }]);
  });

  it('ends with its caller, and time goes on', async () => {
    const { house, got } = stoppedAtAnswer();
    house.gate.abandon(() => true, 'callerGone');
    await house.time.turn();
    expect([got, house.stepper.stops, house.clock.held]).toEqual([[], [], false]);
  });
});

describe('a stopped request', () => {
  const stopped = () => {
    const house = gateHouse();
    house.stepper.breakpoints.add({ at: STEP });
    const got: Reply[] = [];
    house.gate.pass(
      CALLER,
      STEP,
      {},
      () => CODE,
      (reply) => got.push(reply),
      { limit: 1_000 },
    );
    return { house, got };
  };

  it('can be answered twice: the work is done once', async () => {
    const { house, got } = stopped();
    await resume(house, { how: 'twice' });
    expect(got).toEqual([{ value: CODE }, { value: CODE }]);
  });

  it('can be answered late', async () => {
    const { house, got } = stopped();
    await resume(house, { how: 'late', ms: 800 });
    await house.time.advance(799);
    expect(got).toEqual([]);
    await house.time.advance(1);
    expect(got).toEqual([{ value: CODE }]);
  });
});

describe('stepping', () => {
  it('stops at answers, too, when it is told to', async () => {
    const house = gateHouse();
    house.stepper.answers = true;
    house.stepper.pause();
    const got: Reply[] = [];
    house.gate.pass(
      CALLER,
      STEP,
      {},
      () => CODE,
      (reply) => got.push(reply),
    );
    const walked: string[] = [];
    for (let i = 0; i < 2; i++) {
      walked.push(house.stepper.stops[0]?.where ?? 'nothing');
      house.stepper.step();
      await house.time.turn();
    }
    expect([walked, got]).toEqual([['request', 'answer'], [{ value: CODE }]]);
  });
});
