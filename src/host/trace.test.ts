import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBody, StorageArea } from '../contract/trace.ts';
import { Clock } from './clock.ts';
import { EMPTY_STATE, type SimulatorState } from './state.ts';
import { manualTime } from './testing/manual-time.ts';
import { fold, Trace } from './trace.ts';

const START = 1_000_000;
const make = (limit?: number) => {
  const time = manualTime(START);
  const trace = new Trace(new Clock(time), limit === undefined ? {} : { limit });
  return { time, trace };
};

const persona = fc.constantFrom('alex', 'bo');
const program = fc.constantFrom('shop', 'lab');
const key = fc.constantFrom('k', 'constructor', '__proto__', 'long');
/** Events that change the state, and some that do not. Payloads are put where the event is appended. */
const happenings: fc.Arbitrary<(trace: Trace) => EventBody> = fc.oneof(
  fc
    .record({
      persona,
      program,
      key,
      area: fc.constantFrom<StorageArea>('my', 'local', 'session', 'cookie'),
      value: fc.oneof(
        fc.jsonValue(),
        fc.integer({ min: 2_500, max: 2_600 }).map((length) => 'x'.repeat(length)),
      ),
      op: fc.constantFrom('set', 'set', 'set', 'remove', 'clear'),
    })
    .map(({ persona, program, area, op, key, value }) => (trace: Trace): EventBody => {
      const change =
        op === 'set'
          ? ({ op, key, value: trace.payloads.put(value) } as const)
          : op === 'remove'
            ? ({ op, key } as const)
            : ({ op: 'clear' } as const);
      return { type: 'storage', persona, program, area, change };
    }),
  fc.record({ persona, scopes: fc.subarray(['auth_user', 'USER_NAME']), given: fc.boolean() }).map(
    ({ persona, scopes, given }) =>
      (): EventBody => ({
        type: 'wallet',
        change: { type: given ? 'grant.given' : 'grant.withdrawn', persona, clientId: 'shop', scopes },
      }),
  ),
  fc.record({ persona, program, token: fc.string({ maxLength: 4 }) }).map(
    ({ persona, program, token }) =>
      (): EventBody => ({
        type: 'merchant.kept',
        persona,
        program,
        session: { accessToken: token, refreshToken: token, customerId: token },
      }),
  ),
  fc.record({ run: fc.constantFrom('run-1', 'run-2'), persona, program }).map(
    ({ run, persona, program }) =>
      (trace: Trace): EventBody => ({
        type: 'run.started',
        run,
        storage: trace.payloads.put({}),
        program,
        persona,
        clientId: program,
        dialect: 'qi',
        service: 'in-memory',
        silentPolicy: 'table',
      }),
  ),
  fc.constantFrom<() => EventBody>(
    () => ({ type: 'run.stopped', run: 'run-1', reason: 'stopped' }),
    () => ({ type: 'document.opened', run: 'run-1', document: 'd1', url: '/' }),
    () => ({ type: 'document.closed', run: 'run-1', document: 'd1', reason: 'navigated' }),
    () => ({ type: 'notice', code: 'flood', level: 'error', params: { limit: 1_000 } }),
    () => ({ type: 'session.opened', version: 2, seed: 'again' }),
  ),
);
const stories = fc.array(happenings, { maxLength: 40 });

describe('the trace', () => {
  it('numbers its events from 0 and stamps them with virtual time', async () => {
    const { time, trace } = make();
    trace.append({ type: 'session.opened', version: 2, seed: 's' });
    await time.advance(12.3456);
    trace.append({ type: 'notice', code: 'flood', level: 'error', params: {} });
    expect(trace.events.map(({ seq, at }) => [seq, at])).toEqual([
      [0, START],
      [1, START + 12.35],
    ]);
    expect([trace.length, trace.dropped, trace.state.seed]).toEqual([2, 0, 's']);
  });

  it('has at each moment the state that is the fold of its events', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { trace } = make();
        const states = story.map((happening) => {
          trace.append(happening(trace));
          return trace.state;
        });
        expect(fold(trace.events)).toEqual(trace.state);
        for (const [seq, state] of states.entries()) expect(trace.stateAt(seq)).toEqual(state);
        expect(trace.stateAt(-1)).toEqual(EMPTY_STATE);
      }),
      { numRuns: 100 },
    );
  });

  it('has at each of many moments, after loading and rewinding too, the state that is the plain fold', () => {
    const longer = fc.record({
      story: fc.array(happenings, { minLength: 1, maxLength: 12 }),
      length: fc.integer({ min: 200, max: 1_200 }),
      moments: fc.array(fc.nat(1_200), { minLength: 3, maxLength: 8 }),
      back: fc.nat(1_200),
    });
    fc.assert(
      fc.property(longer, ({ story, length, moments, back }) => {
        const { trace } = make();
        for (let n = 0; n < length; n++) {
          const happening = story[n % story.length];
          if (happening) trace.append(happening(trace));
        }
        const same = (one: Trace) => {
          for (const seq of moments)
            expect(one.stateAt(seq)).toEqual(fold(one.events.filter((event) => event.seq <= seq)));
        };
        same(trace);
        const loaded = make().trace;
        loaded.load(trace.events, trace.payloads.entries());
        same(loaded);
        loaded.rewind(back);
        same(loaded);
        expect(loaded.state).toEqual(fold(loaded.events));
      }),
      { numRuns: 25 },
    );
  });

  it('has the state that is the plain fold after any mix of events, trims and ways back', () => {
    const move = fc.oneof(
      { weight: 6, arbitrary: fc.array(happenings, { minLength: 1, maxLength: 80 }) },
      { weight: 1, arbitrary: fc.record({ back: fc.nat(120) }) },
    );
    fc.assert(
      fc.property(
        fc.array(move, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 30, max: 300 }),
        (moves, limit) => {
          const { trace } = make(limit);
          for (const one of moves) {
            if (Array.isArray(one)) for (const happening of one) trace.append(happening(trace));
            else trace.rewind(Math.max((trace.events[0]?.seq ?? 0) + 1, trace.length - one.back));
            const [first, ...rest] = trace.events;
            const folded = first?.type === 'checkpoint';
            const from = folded ? (trace.payloads.value(first.state) as SimulatorState) : EMPTY_STATE;
            const events = folded ? rest : trace.events;
            expect(trace.state).toEqual(fold(events, from));
            for (const event of events.filter((_, n) => n % 37 === 0))
              expect(trace.stateAt(event.seq)).toEqual(
                fold(
                  events.filter(({ seq }) => seq <= event.seq),
                  from,
                ),
              );
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps its state, and every value in it, when its oldest events are folded into a checkpoint', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 3, max: 12 }), (story, limit) => {
        const [{ trace: bounded }, { trace: whole }] = [make(limit), make()];
        for (const happening of story) {
          bounded.append(happening(bounded));
          whole.append(happening(whole));
          expect(bounded.events.length).toBeLessThanOrEqual(limit * 1.1);
        }
        expect(bounded.state).toEqual(whole.state);
        expect(bounded.length).toBe(whole.length);
        const [first, ...rest] = bounded.events;
        if (first?.type === 'checkpoint') {
          expect(first.dropped).toBe(bounded.dropped);
          expect(bounded.dropped + rest.length).toBe(bounded.length);
          expect(bounded.payloads.value(first.state)).toEqual(bounded.stateAt(first.seq));
          expect(fold(rest, bounded.stateAt(first.seq))).toEqual(whole.state);
          for (const { seq } of rest) expect(bounded.stateAt(seq)).toEqual(whole.stateAt(seq));
        }
        const seqs = bounded.events.map(({ seq }) => seq);
        expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
        for (const programs of Object.values(bounded.state.storage))
          for (const areas of Object.values(programs))
            for (const area of Object.values(areas))
              for (const value of Object.values(area))
                expect(() => bounded.payloads.value(value)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it('forgets the payloads that nothing refers to any more', () => {
    const { trace } = make(10);
    for (let n = 0; n < 200; n++) {
      const change = { op: 'set', key: 'k', value: trace.payloads.put(`${n} ${'x'.repeat(3_000)}`) } as const;
      trace.append({ type: 'storage', persona: 'alex', program: 'shop', area: 'my', change });
    }
    expect(trace.payloads.size).toBeLessThanOrEqual(20);
  });

  it('keeps the request of a hop that still waits, and lets it go after the answer is folded away too', () => {
    const { trace } = make(10);
    const request = trace.payloads.put('x'.repeat(3_000));
    const other = () => trace.append({ type: 'notice', code: 'flood', level: 'error', params: {} });
    trace.append({ type: 'hop.requested', hop: 'h', step: 'merchant.request', request, run: 'run-1' });
    for (let n = 0; n < 30; n++) other();
    expect(trace.payloads.value(request)).toBe('x'.repeat(3_000));
    const reply = trace.payloads.put({ value: {} });
    trace.append({ type: 'hop.answered', hop: 'h', reply, verdict: 'ok', origin: 'performed' });
    for (let n = 0; n < 30; n++) other();
    expect(() => trace.payloads.value(request)).toThrow('is not in the store');
  });

  it('tells who asks which event is the first that is left, each time it folds some away', () => {
    const { trace } = make(10);
    const firsts: number[] = [];
    const stop = trace.onTrim((firstSeq) => firsts.push(firstSeq));
    const append = () => trace.append({ type: 'notice', code: 'flood', level: 'error', params: {} });
    for (let n = 0; n < 12; n++) append();
    expect(firsts).toEqual([trace.events[1]?.seq]);
    for (let n = 0; n < 5; n++) append();
    expect(firsts.length).toBeGreaterThan(1);
    expect(firsts.at(-1)).toBe(trace.events[1]?.seq);
    stop();
    const told = firsts.length;
    for (let n = 0; n < 20; n++) append();
    expect(firsts.length).toBe(told);
  });

  it('tells each event to who listens, after the state has taken it in', () => {
    const { trace } = make();
    const seen: string[] = [];
    const stop = trace.subscribe((event) => seen.push(`${event.seq} ${trace.state.seed}`));
    trace.append({ type: 'session.opened', version: 2, seed: 'a' });
    stop();
    trace.append({ type: 'session.opened', version: 2, seed: 'b' });
    expect(seen).toEqual(['0 a']);
  });

  it('forgets everything when it is cleared', () => {
    const { trace } = make();
    const change = { op: 'set', key: 'k', value: trace.payloads.put('x'.repeat(3_000)) } as const;
    trace.append({ type: 'storage', persona: 'alex', program: 'shop', area: 'my', change });
    trace.clear();
    expect([trace.events, trace.state, trace.length, trace.payloads.size]).toEqual([[], EMPTY_STATE, 0, 0]);
  });
});

describe('going back', () => {
  it('to any event leaves what was before it, and what comes then is as if nothing else had been', () => {
    fc.assert(
      fc.property(
        fc.array(happenings, { minLength: 1, maxLength: 600 }),
        fc.array(happenings, { maxLength: 20 }),
        fc.nat(),
        (before, after, at) => {
          const { trace } = make();
          for (const happening of before) trace.append(happening(trace));
          const events = [...trace.events];
          const seq = at % (events.length + 1);
          let replaced = 0;
          trace.onReplaced(() => replaced++);
          trace.rewind(seq);
          expect([trace.events, trace.length, replaced]).toEqual([events.slice(0, seq), seq, 1]);
          expect(trace.state).toEqual(fold(events.slice(0, seq)));
          for (const happening of after) trace.append(happening(trace));
          expect(trace.events.map((event) => event.seq)).toEqual(trace.events.map((_, i) => i));
          expect(trace.state).toEqual(fold(trace.events));
          expect(trace.stateAt(seq - 1)).toEqual(fold(events.slice(0, seq)));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a recording that is taken in', () => {
  it('is the recording, its state at every event too, also when it begins with a checkpoint', () => {
    fc.assert(
      fc.property(
        fc.array(happenings, { maxLength: 500 }),
        fc.constantFrom(20, 10_000),
        fc.nat(),
        (list, limit, n) => {
          const { trace } = make(limit);
          for (const happening of list) trace.append(happening(trace));
          const { trace: other } = make(limit);
          other.append({ type: 'session.opened', version: 2, seed: 'gone' });
          other.load(trace.events, trace.payloads.entries());
          expect(other.events).toEqual(trace.events);
          expect([other.length, other.dropped]).toEqual([trace.length, trace.dropped]);
          expect(other.state).toEqual(trace.state);
          const seq = trace.events[n % Math.max(1, trace.events.length)]?.seq ?? 0;
          expect(other.stateAt(seq)).toEqual(trace.stateAt(seq));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('with a payload that was tampered with is refused', () => {
    const { trace } = make();
    expect(() => trace.load([], [['0123', '"x"']])).toThrow('does not match its address');
  });
});
