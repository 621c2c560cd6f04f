import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../contract/dialects/index.ts';
import type { Effect } from '../contract/rule.ts';
import type { StepName } from '../contract/steps.ts';
import type { Reply } from '../contract/trace.ts';
import type { HopContext } from './gate.ts';
import { CALLER, type GateHouse, gateHouse, HOUSE_START } from './testing/gate-house.ts';

const STEP: StepName = 'spi.getAuthCode';
/** One hop, and what reaches the asker. `work` is done at the perform; without it nothing is ever answered. */
function pass(house: GateHouse, work?: (request: unknown, hop: HopContext) => unknown, limit?: number) {
  const got: Reply<unknown>[] = [];
  const performed: unknown[] = [];
  let hop: HopContext | undefined;
  const id = house.gate.pass<unknown, unknown>(
    CALLER,
    STEP,
    { scopes: ['auth_base'] },
    (request, context) => {
      performed.push(request);
      hop = context;
      return work ? work(request, context) : new Promise(() => {});
    },
    (reply) => got.push(reply),
    { limit },
  );
  return { id, got, performed, signal: () => hop?.signal };
}
const rule = (house: GateHouse, effect: Effect, title = 'the rule') =>
  house.rules.add({ at: STEP, times: 1, outcome: effect, title });
const summary = (house: GateHouse) => house.trace.events.map((event) => event.type);

describe('a hop', () => {
  it('is recorded, performed and answered', () => {
    const house = gateHouse();
    const { id, got, performed } = pass(house, () => ({ authCode: 'c' }));
    expect(performed).toEqual([{ scopes: ['auth_base'] }]);
    expect(got).toEqual([{ value: { authCode: 'c' } }]);
    expect(house.trace.events).toEqual([
      {
        seq: 0,
        at: HOUSE_START,
        type: 'hop.requested',
        hop: id,
        step: STEP,
        request: { json: { scopes: ['auth_base'] } },
        ...CALLER,
      },
      {
        seq: 1,
        at: HOUSE_START,
        type: 'hop.answered',
        hop: id,
        reply: { json: { value: { authCode: 'c' } } },
        verdict: 'ok',
        origin: 'performed',
      },
    ]);
    expect(house.gate.inFlight).toBe(0);
  });

  it('may take its time', async () => {
    const house = gateHouse();
    const { got } = pass(house, () => house.clock.wait(30).then(() => ({ error: { code: '1002' } })));
    expect([got, house.gate.inFlight]).toEqual([[], 1]);
    await house.time.advance(30);
    expect(got).toEqual([{ value: { error: { code: '1002' } } }]);
    expect(house.events('hop.answered')).toMatchObject([
      { at: HOUSE_START + 30, verdict: 'failed', code: '1002' },
    ]);
  });

  it.each([
    [
      'an error at once',
      () => {
        throw new Error('broken');
      },
      'broken',
    ],
    ['a rejection', () => Promise.reject(new TypeError('broken')), 'broken'],
    ['a text', () => Promise.reject('just text'), 'just text'],
  ])('that throws %s is answered with a failure', async (_title, work, message) => {
    const house = gateHouse();
    const { got } = pass(house, work);
    await house.time.turn();
    expect(got).toEqual([{ failure: { kind: 'threw', message } }]);
    expect(house.events('hop.answered')).toMatchObject([{ verdict: 'failed', code: 'threw' }]);
  });

  it('resolves a promise with its first answer', async () => {
    const house = gateHouse();
    rule(house, { twice: true });
    const answer = house.gate.ask(CALLER, STEP, null, () => ({ n: 1 }));
    expect(await answer).toEqual({ value: { n: 1 } });
  });
});

describe('the ids of hops', () => {
  it('are paths that count per asker and step', () => {
    const house = gateHouse();
    const ids: string[] = [];
    const inner = (context: HopContext, step: StepName) =>
      ids.push(
        house.gate.pass(
          context.caller,
          step,
          null,
          () => ({}),
          () => {},
        ),
      );
    for (let n = 0; n < 2; n++)
      ids.push(
        house.gate.pass(
          CALLER,
          'jsapi.getAuthCode',
          null,
          (_request, context) => {
            inner(context, STEP);
            inner(context, 'spi.showAuthPage');
            inner(context, STEP);
            return {};
          },
          () => {},
        ),
      );
    ids.push(
      house.gate.pass(
        { run: 'run-2' },
        'jsapi.getAuthCode',
        null,
        () => ({}),
        () => {},
      ),
    );
    expect(ids).toEqual([
      'run-1/jsapi.getAuthCode#1/spi.getAuthCode#1',
      'run-1/jsapi.getAuthCode#1/spi.showAuthPage#1',
      'run-1/jsapi.getAuthCode#1/spi.getAuthCode#2',
      'run-1/jsapi.getAuthCode#1',
      'run-1/jsapi.getAuthCode#2/spi.getAuthCode#1',
      'run-1/jsapi.getAuthCode#2/spi.showAuthPage#1',
      'run-1/jsapi.getAuthCode#2/spi.getAuthCode#2',
      'run-1/jsapi.getAuthCode#2',
      'run-2/jsapi.getAuthCode#1',
    ]);
    expect(house.events('hop.requested')[1]).toMatchObject({
      parent: 'run-1/jsapi.getAuthCode#1',
      run: 'run-1',
    });
  });

  it('do not start again while work goes on for a hop that has ended', async () => {
    const house = gateHouse();
    const ids: string[] = [];
    pass(
      house,
      async (_request, context) => {
        for (let n = 0; n < 2; n++) {
          ids.push(
            house.gate.pass(
              context.caller,
              'wallet.issueCode',
              null,
              () => ({}),
              () => {},
            ),
          );
          await house.clock.wait(10);
        }
      },
      5,
    );
    await house.time.advance(30);
    expect(ids).toEqual([
      'run-1/spi.getAuthCode#1/wallet.issueCode#1',
      'run-1/spi.getAuthCode#1/wallet.issueCode#2',
    ]);
  });

  it('start again after a reset, which ends what is under way', () => {
    const house = gateHouse();
    const { id, got } = pass(house);
    house.gate.reset();
    expect(house.gate.inFlight).toBe(0);
    expect(pass(house).id).toBe(id);
    expect(got).toEqual([]);
  });
});

describe('a time limit', () => {
  it('is of virtual time, and ends the hop with a timeout', async () => {
    const house = gateHouse();
    const { got, signal } = pass(house, undefined, 100);
    await house.time.advance(99);
    expect([got, signal()?.aborted]).toEqual([[], false]);
    await house.time.advance(1);
    expect(got).toEqual([{ failure: { kind: 'timeout', message: 'no answer within 100 ms' } }]);
    expect(signal()?.aborted).toBe(true);
    expect(house.events('hop.answered')).toMatchObject([
      { origin: 'timeout', verdict: 'failed', code: 'timeout' },
    ]);
  });

  it('does not strike when the answer came in time', async () => {
    const house = gateHouse();
    const { got } = pass(house, () => house.clock.wait(50).then(() => 'in time'), 100);
    await house.time.advance(1_000);
    expect(got).toEqual([{ value: 'in time' }]);
  });

  it('does not strike while the clock is frozen, and does in a jump', async () => {
    const house = gateHouse();
    house.clock.freeze();
    const { got } = pass(house, undefined, 100);
    await house.time.advance(60_000);
    expect(got).toEqual([]);
    await house.clock.jump(100);
    expect(got).toHaveLength(1);
  });

  it('lets what comes too late be recorded as ignored, and not delivered', async () => {
    const house = gateHouse();
    const { id, got } = pass(house, () => house.clock.wait(200).then(() => 'too late'), 100);
    await house.time.advance(300);
    expect(got).toHaveLength(1);
    expect(house.events('hop.ignored')).toMatchObject([
      { hop: id, reason: 'late', reply: { json: { value: 'too late' } } },
    ]);
  });
});

describe('rules at the gate', () => {
  it('answer in the place of the work, which is not done', () => {
    const house = gateHouse();
    rule(house, { reply: { value: { error: { code: '1001' } } } }, 'The user cancels');
    const { id, got, performed } = pass(house, () => 'real');
    expect([got, performed]).toEqual([[{ value: { error: { code: '1001' } } }], []]);
    expect(house.events('hop.injected')).toMatchObject([{ hop: id, rule: 'The user cancels' }]);
    expect(house.events('hop.answered')).toMatchObject([{ origin: 'injected', code: '1001' }]);
  });

  it('answer with what JSON cannot say, through the codec', () => {
    const house = gateHouse();
    rule(house, { reply: { value: { extendedInfo: { $map: [['k', 'v']] } } } });
    expect(pass(house).got).toEqual([{ value: { extendedInfo: new Map([['k', 'v']]) } }]);
  });

  it('never: nothing is done and nothing comes, but a limit still strikes', async () => {
    const house = gateHouse();
    rule(house, { never: true });
    const { got, performed } = pass(house, () => 'real', 100);
    await house.time.advance(99);
    expect([got, performed, house.gate.inFlight]).toEqual([[], [], 1]);
    await house.time.advance(1);
    expect(got).toMatchObject([{ failure: { kind: 'timeout' } }]);
  });

  it('drop: it is done, and the answer is lost', async () => {
    const house = gateHouse();
    rule(house, { drop: true });
    const { got, performed } = pass(house, () => 'real', 100);
    expect([got, performed.length]).toEqual([[], 1]);
    expect(house.events('hop.abandoned')).toMatchObject([{ reason: 'dropped' }]);
    await house.time.advance(100);
    expect(got).toMatchObject([{ failure: { kind: 'timeout' } }]);
  });

  it('twice: the answer arrives twice, the second time recorded as a duplicate', () => {
    const house = gateHouse();
    rule(house, { twice: true });
    const { got } = pass(house, () => 'real');
    expect(got).toEqual([{ value: 'real' }, { value: 'real' }]);
    expect(house.events('hop.answered')).toHaveLength(1);
    expect(house.events('hop.ignored')).toMatchObject([{ reason: 'duplicate' }]);
  });

  it('twice: a time limit strikes once all the same', async () => {
    const house = gateHouse();
    rule(house, { twice: true });
    const { got } = pass(house, undefined, 100);
    await house.time.advance(100);
    expect(got).toHaveLength(1);
    expect(house.events('hop.ignored')).toEqual([]);
  });

  it('delay: it is done later', async () => {
    const house = gateHouse();
    rule(house, { delay: 40 });
    const { got, performed } = pass(house, () => house.clock.now());
    await house.time.advance(39);
    expect(performed).toEqual([]);
    await house.time.advance(1);
    expect(got).toEqual([{ value: HOUSE_START + 40 }]);
  });

  it('delay: it is not done for somebody who has gone meanwhile', async () => {
    const house = gateHouse();
    rule(house, { delay: 40 });
    const { got, performed } = pass(house, () => 'real');
    house.gate.abandon(() => true, 'callerGone');
    await house.time.advance(100);
    expect([got, performed]).toEqual([[], []]);
  });

  it('late: it is done at once, and the answer arrives later', async () => {
    const house = gateHouse();
    rule(house, { late: 40 });
    const { got, performed } = pass(house, () => 'real');
    expect([got, performed.length]).toEqual([[], 1]);
    await house.time.advance(40);
    expect(got).toEqual([{ value: 'real' }]);
  });

  it('late: beyond the time limit the answer is ignored', async () => {
    const house = gateHouse();
    rule(house, { late: 140 });
    const { got } = pass(house, () => 'real', 100);
    await house.time.advance(200);
    expect(got).toMatchObject([{ failure: { kind: 'timeout' } }]);
    expect(house.events('hop.ignored')).toMatchObject([
      { reason: 'late', reply: { json: { value: 'real' } } },
    ]);
  });

  it('apply to the program of the run', () => {
    const house = gateHouse();
    house.rules.add({ at: STEP, times: 'always', match: { program: 'other' }, outcome: { never: true } });
    expect(pass(house, () => 'real').got).toEqual([{ value: 'real' }]);
    house.rules.add({ at: STEP, times: 'always', match: { program: 'shop' }, outcome: { never: true } });
    expect(pass(house, () => 'real').got).toEqual([]);
  });
});

describe('a hop that is stopped', () => {
  const stopped = (work?: (request: unknown) => unknown, limit?: number) => {
    const house = gateHouse();
    house.stepper.pause();
    const hop = pass(house, work, limit);
    return { house, ...hop };
  };

  it('is not performed, and time stands still for it', async () => {
    const { house, id, got, performed } = stopped(() => 'real', 100);
    await house.time.advance(60_000);
    expect([got, performed, house.clock.now()]).toEqual([[], [], HOUSE_START]);
    expect(house.stepper.stops).toMatchObject([{ hop: id, step: STEP, where: 'request' }]);
    expect(summary(house)).toEqual(['hop.requested', 'hop.stopped']);
  });

  it('goes on as it was', async () => {
    const { house, got, performed } = stopped((request) => request);
    house.stepper.step();
    await house.time.turn();
    expect(performed).toEqual([{ scopes: ['auth_base'] }]);
    expect(got).toEqual([{ value: { scopes: ['auth_base'] } }]);
    expect(house.events('hop.resumed')).toMatchObject([{ how: 'continue' }]);
    await house.time.advance(5);
    expect(house.clock.now()).toBe(HOUSE_START + 5);
  });

  it('goes on with another request', async () => {
    const { house, got } = stopped((request) => request);
    house.stepper.step({ how: 'edit', value: { info: { $map: [['a', 'b']] } } });
    await house.time.turn();
    expect(got).toEqual([{ value: { info: new Map([['a', 'b']]) } }]);
    expect(house.events('hop.resumed')).toMatchObject([
      { how: 'edit', edited: { json: { info: { $map: [['a', 'b']] } } } },
    ]);
  });

  it('is answered in the place of the work', async () => {
    const { house, got, performed } = stopped(() => 'real');
    house.stepper.step({ how: 'answer', reply: { value: 'mine' } });
    await house.time.turn();
    expect([got, performed]).toEqual([[{ value: 'mine' }], []]);
    expect(house.events('hop.answered')).toMatchObject([{ origin: 'edited' }]);
  });

  it('is dropped: nothing is done, nothing comes until the limit', async () => {
    const { house, got, performed } = stopped(() => 'real', 100);
    house.stepper.step({ how: 'drop' });
    await house.time.advance(99);
    expect([got, performed]).toEqual([[], []]);
    await house.time.advance(1);
    expect(got).toMatchObject([{ failure: { kind: 'timeout' } }]);
  });

  it('takes an outcome as from a rule: it is injected, and no other rule is asked', async () => {
    const { house, got, performed } = stopped(() => 'real');
    rule(house, { twice: true });
    house.stepper.step({ how: 'inject', effect: { reply: { value: 'no' } }, title: 'The user refuses' });
    await house.time.turn();
    expect([got, performed]).toEqual([[{ value: 'no' }], []]);
    expect(summary(house)).toEqual([
      'hop.requested',
      'hop.stopped',
      'hop.resumed',
      'hop.injected',
      'hop.answered',
    ]);
    expect(house.events('hop.injected')).toMatchObject([{ rule: 'The user refuses' }]);
    expect(house.events('hop.answered')).toMatchObject([{ origin: 'injected' }]);
  });

  it.each([
    [{ reply: { value: 'no' } }, [{ value: 'no' }], { how: 'answer' }],
    [{ twice: true }, [{ value: 'real' }, { value: 'real' }], { how: 'twice' }],
    [{ never: true }, [], { how: 'drop' }],
    [{ drop: true }, [], { how: 'drop' }],
    [{ late: 50 }, [{ value: 'real' }], { how: 'late', late: 50 }],
    [{ delay: 50 }, [{ value: 'real' }], { how: 'late', late: 50 }],
  ] as const)(
    'at its answer takes the outcome %j as what that makes of the answer',
    async (effect, got, resumed) => {
      const house = gateHouse();
      house.stepper.breakpoints.add({ at: STEP, where: 'answer' });
      const hop = pass(house, () => 'real');
      await house.time.turn();
      expect(house.stepper.stops).toMatchObject([{ where: 'answer', reply: { value: 'real' } }]);
      house.stepper.stops[0]?.resume({ how: 'inject', effect, title: 'chosen' });
      await house.time.advance(50);
      expect(hop.got).toEqual(got);
      expect(house.events('hop.resumed')).toMatchObject([{ ...resumed, title: 'chosen' }]);
    },
  );

  it('still meets its rules after it goes on', async () => {
    const { house, got } = stopped(() => 'real');
    rule(house, { twice: true });
    house.stepper.run();
    await house.time.turn();
    expect(got).toHaveLength(2);
  });

  it('is forgotten when its caller goes, and time goes on', async () => {
    const { house, id, got } = stopped(() => 'real');
    house.gate.abandon(() => true, 'callerGone');
    expect([house.stepper.stops, house.clock.held]).toEqual([[], false]);
    house.stepper.run();
    await house.time.turn();
    expect(got).toEqual([]);
    expect(house.events('hop.abandoned')).toMatchObject([{ hop: id, reason: 'callerGone' }]);
  });
});

describe('a caller that is gone', () => {
  it('gets no answer; what comes later is recorded as ignored', async () => {
    const house = gateHouse();
    const { id, got, signal } = pass(house, () => house.clock.wait(10).then(() => 'real'), 5);
    const { aborted } = signal() ?? {};
    house.gate.abandon(() => true, 'aborted');
    await house.time.advance(20);
    expect([got, aborted, signal()?.aborted]).toEqual([[], false, true]);
    expect(house.events('hop.abandoned', 'hop.answered', 'hop.ignored')).toMatchObject([
      { type: 'hop.abandoned', hop: id, reason: 'aborted' },
      { type: 'hop.ignored', hop: id, reason: 'callerGone' },
    ]);
  });

  it('is told apart from others: only its own hops end', async () => {
    const house = gateHouse();
    const ended: string[] = [];
    const ask = (document: string) => {
      const answer = house.gate.ask({ run: 'run-1', document }, STEP, null, () => house.clock.wait(10));
      answer.then(() => ended.push(document));
    };
    ask('d1');
    ask('d2');
    house.gate.abandon((caller) => caller.document === 'd1', 'callerGone');
    await house.time.advance(10);
    expect(ended).toEqual(['d2']);
  });

  it('has an aborted signal from the start when somebody looks only afterwards', () => {
    const house = gateHouse();
    const { signal } = pass(house, () => 'real');
    expect(signal()?.aborted).toBe(true);
  });
});

describe('an observed hop', () => {
  const STEP = 'jsapi.getStorageSync';
  const FAULT = { reply: { value: { fail: { error: 3, errorMessage: 'no' } } } };

  it('is recorded as answered, and stops nowhere', () => {
    const house = gateHouse();
    house.stepper.pause();
    house.rules.add({ at: STEP, outcome: FAULT });
    const id = house.gate.observe(CALLER, STEP, { key: 'k' }, { value: { success: { data: 1 } } });
    expect(id).toBe('run-1/jsapi.getStorageSync#1');
    expect(house.trace.events).toMatchObject([
      { type: 'hop.requested', hop: id, observed: true },
      { type: 'hop.answered', hop: id, origin: 'observed', verdict: 'ok' },
    ]);
    expect(house.rules.list, 'nobody said that a rule had acted').toMatchObject([{ used: 0 }]);
  });

  it('was met by a rule where it was answered: that is counted and recorded as injected', () => {
    const house = gateHouse();
    const [dialect] = DIALECTS;
    if (!dialect) throw new Error('there are dialects');
    house.rules.add({ at: STEP, outcome: FAULT, title: 'Refused' });
    const run = { program: 'shop', persona: 'lena', dialect };
    const [told] = house.gate.rulesFor(run, (step) => step === STEP);
    const observe = (rule: string | undefined) =>
      house.gate.observe(CALLER, STEP, {}, FAULT.reply, { rule, injected: true });
    observe(told?.key);
    expect(house.rules.list).toMatchObject([{ used: 1, left: 0 }]);
    observe('taken back meanwhile');
    expect(house.events('hop.injected')).toMatchObject([
      { rule: 'Refused', outcome: FAULT },
      { rule: 'taken back meanwhile', outcome: FAULT },
    ]);
    expect(house.events('hop.answered')).toMatchObject([
      { origin: 'injected', verdict: 'failed', code: '3' },
      { origin: 'injected', verdict: 'failed', code: '3' },
    ]);
  });
});

describe('the gate', () => {
  it('lets each hop settle at most once, whatever rules, people, limits and callers do', async () => {
    const effect: fc.Arbitrary<Effect | undefined> = fc.oneof(
      fc.constant(undefined),
      fc.constantFrom<Effect>(
        { never: true },
        { drop: true },
        { twice: true },
        { reply: { value: 'injected' } },
      ),
      fc.integer({ min: 0, max: 60 }).map((delay) => ({ delay })),
      fc.integer({ min: 0, max: 60 }).map((late) => ({ late })),
    );
    const scene = fc.record({
      effect,
      limit: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      work: fc.constantFrom<'sync' | 'throws' | 'never' | 10 | 40>('sync', 'throws', 'never', 10, 40),
      stop: fc.option(fc.constantFrom('continue', 'edit', 'answer', 'drop', 'none'), { nil: undefined }),
      goneAfter: fc.option(fc.integer({ min: 0, max: 80 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(scene, { minLength: 1, maxLength: 4 }), async (scenes) => {
        const house = gateHouse();
        const passed: ReturnType<typeof pass>[] = [];
        for (const { effect, limit, work, stop } of scenes) {
          if (effect) rule(house, effect);
          if (stop) house.stepper.pause();
          const hop = pass(
            house,
            () => {
              if (work === 'throws') throw new Error('broken');
              if (work === 'sync') return 'real';
              return work === 'never' ? new Promise(() => {}) : house.clock.wait(work).then(() => 'real');
            },
            limit,
          );
          passed.push(hop);
          if (stop === 'none') continue;
          if (stop === 'edit') house.stepper.step({ how: 'edit', value: {} });
          else if (stop === 'answer') house.stepper.step({ how: 'answer', reply: { value: 'mine' } });
          else if (stop) house.stepper.step({ how: stop });
          if (stop) house.stepper.run();
        }
        const gone = scenes.map((each, n) => ({ at: each.goneAfter, hop: passed[n]?.id }));
        for (let elapsed = 0; elapsed <= 200; elapsed += 10) {
          for (const { at, hop } of gone)
            if (at !== undefined && at <= elapsed)
              house.gate.abandon((_caller, id) => id === hop, 'callerGone');
          await house.time.advance(10);
        }
        for (const { id, got } of passed) {
          const of = house.trace.events.filter((event) => 'hop' in event && event.hop === id);
          const count = (type: string) => of.filter((event) => event.type === type).length;
          expect(of[0]?.type).toBe('hop.requested');
          expect(count('hop.requested')).toBe(1);
          expect(count('hop.answered')).toBeLessThanOrEqual(1);
          const duplicates = of.some((event) => event.type === 'hop.ignored' && event.reason === 'duplicate');
          expect(got.length === 0).toBe(count('hop.answered') === 0);
          expect(got.length).toBeLessThanOrEqual(duplicates ? 2 : 1);
          const callerGone = of.findIndex(
            (event) => event.type === 'hop.abandoned' && event.reason === 'callerGone',
          );
          if (callerGone >= 0) expect(count('hop.answered')).toBe(0);
        }
        expect(house.gate.inFlight).toBe(
          passed.filter(({ id }) =>
            house.trace.events.every(
              (event) =>
                !('hop' in event) ||
                event.hop !== id ||
                (event.type !== 'hop.answered' &&
                  !(event.type === 'hop.abandoned' && event.reason !== 'dropped')),
            ),
          ).length,
        );
      }),
      { numRuns: 120 },
    );
  });
});
