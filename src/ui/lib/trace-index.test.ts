import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTORS, type StepName } from '../../contract/steps.ts';
import type { EventBody, TraceEvent } from '../../contract/trace.ts';
import { type ArrowRow, laneOf, TraceIndex } from './trace-index.ts';

const trace = (...bodies: EventBody[]): TraceEvent[] =>
  bodies.map((body, seq) => ({ seq, at: seq, ...body }));
const asked = (hop: string, step: StepName, more: { parent?: string; observed?: true } = {}): EventBody => ({
  type: 'hop.requested',
  hop,
  step,
  request: { json: null },
  run: 'run-1',
  ...more,
});
const answered = (hop: string): EventBody => ({
  type: 'hop.answered',
  hop,
  reply: { json: null },
  verdict: 'ok',
  origin: 'performed',
});
const arrows = (index: TraceIndex, minor = false) =>
  index.flow(minor).filter((row): row is ArrowRow => row.kind !== 'run');

describe('TraceIndex', () => {
  it('draws a request and its answer as two rows, nested by the hop they were made for', () => {
    const index = new TraceIndex();
    index.rebuild(
      trace(
        asked('a', 'jsapi.getAuthCode'),
        asked('b', 'spi.getAuthCode', { parent: 'a' }),
        answered('b'),
        answered('a'),
      ),
    );
    expect(arrows(index).map(({ kind, hop, depth }) => [kind, hop, depth])).toEqual([
      ['request', 'a', 0],
      ['request', 'b', 1],
      ['answer', 'b', 1],
      ['answer', 'a', 0],
    ]);
    expect(index.childrenOf('a')).toEqual(['b']);
    const service = laneOf('service');
    expect(arrows(index).map((row) => row.active[service])).toEqual([0, 1, 1, 0]);
  });

  it('shows an answer that is stopped as a row of its own, until it goes on', () => {
    const index = new TraceIndex();
    const events = trace(
      asked('a', 'spi.getAuthCode'),
      { type: 'hop.stopped', hop: 'a', where: 'answer', why: 'breakpoint' },
      asked('b', 'jsapi.alert'),
      { type: 'hop.resumed', hop: 'a', how: 'edit' },
      answered('a'),
    );
    index.rebuild(events.slice(0, 3));
    expect(arrows(index).map(({ kind, hop }) => [kind, hop])).toEqual([
      ['request', 'a'],
      ['held', 'a'],
      ['request', 'b'],
    ]);
    index.rebuild(events);
    expect(arrows(index).map(({ kind, hop }) => [kind, hop])).toEqual([
      ['request', 'a'],
      ['request', 'b'],
      ['answer', 'a'],
    ]);
    expect(index.wasEdited('a'), 'its answer was edited, not its request').toBe(false);
  });

  it('keeps taps and instant calls out of the short list', () => {
    const index = new TraceIndex();
    index.rebuild(
      trace(
        asked('tap', 'user.input'),
        answered('tap'),
        asked('sync', 'jsapi.getStorageSync', { observed: true }),
        answered('sync'),
        asked('call', 'jsapi.alert'),
      ),
    );
    expect(arrows(index).map((row) => row.hop)).toEqual(['call']);
    expect(new Set(arrows(index, true).map((row) => row.hop))).toEqual(new Set(['tap', 'sync', 'call']));
    expect(index.lastMain).toBe('call');
  });

  it('says why an answer never came or was ignored', () => {
    const index = new TraceIndex();
    index.rebuild(
      trace(
        asked('a', 'jsapi.alert'),
        { type: 'hop.abandoned', hop: 'a', reason: 'callerGone' },
        { type: 'hop.ignored', hop: 'a', reply: { json: null }, reason: 'late' },
      ),
    );
    expect(arrows(index).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['request', undefined],
      ['gone', 'callerGone'],
      ['ignored', 'late'],
    ]);
  });

  it('lets go of what the trace has folded away, and keeps numbers and what is still under way', () => {
    const index = new TraceIndex();
    index.rebuild(
      trace(
        asked('open', 'jsapi.alert'),
        asked('old', 'spi.getAuthCode', { parent: 'open' }),
        answered('old'),
        { type: 'notice', code: 'flood', level: 'error', params: {} },
        asked('new', 'jsapi.alert'),
        answered('new'),
      ),
    );
    index.trim(4);
    expect(arrows(index).map(({ kind, hop }) => [kind, hop])).toEqual([
      ['request', 'open'],
      ['request', 'new'],
      ['answer', 'new'],
    ]);
    expect(index.hops(false)).toEqual(['open', 'new']);
    expect([index.numberOf('open'), index.numberOf('old'), index.numberOf('new')]).toEqual([1, undefined, 3]);
    expect(index.notices).toEqual([]);
    index.apply({ seq: 6, at: 6, ...asked('next', 'jsapi.alert') });
    expect(index.numberOf('next')).toBe(4);
    index.apply({ seq: 7, at: 7, ...answered('open') });
    index.trim(7);
    expect(index.hops(true)).toEqual(['next']);
  });

  it('knows the gravest of the notices that are there', () => {
    const level = fc.constantFrom('info' as const, 'warning' as const, 'error' as const);
    fc.assert(
      fc.property(fc.array(level, { maxLength: 8 }), fc.nat(8), (levels, first) => {
        const index = new TraceIndex();
        index.rebuild(
          trace(...levels.map((one) => ({ type: 'notice' as const, code: 'flood', level: one, params: {} }))),
        );
        const worstOf = (left: readonly string[]) =>
          ['error', 'warning', 'info'].find((one) => left.includes(one));
        expect(index.worstNotice).toBe(worstOf(levels));
        index.trim(first);
        expect(index.worstNotice).toBe(worstOf(levels.slice(first)));
      }),
    );
  });

  it('forgets everything when a session is opened', () => {
    const index = new TraceIndex();
    index.rebuild(
      trace(
        asked('a', 'jsapi.alert'),
        { type: 'session.opened', version: 2, seed: 's' },
        asked('b', 'jsapi.alert'),
      ),
    );
    expect(arrows(index).map((row) => row.hop)).toEqual(['b']);
  });

  it('counts what is in progress: never below nought, and nought when all is answered', () => {
    const steps: StepName[] = ['jsapi.alert', 'spi.getAuthCode', 'user.authorize', 'merchant.request'];
    fc.assert(
      fc.property(fc.array(fc.nat(19), { maxLength: 60 }), (moves) => {
        const index = new TraceIndex();
        const open = new Set<string>();
        let made = 0;
        const events: EventBody[] = [];
        for (const move of moves) {
          if (move < 10 || open.size === 0) {
            const hop = `h${made++}`;
            open.add(hop);
            events.push(asked(hop, steps[move % 4] ?? 'jsapi.alert'));
          } else {
            const hop = [...open][move % open.size] ?? '';
            open.delete(hop);
            events.push(move % 3 ? answered(hop) : { type: 'hop.abandoned', hop, reason: 'aborted' });
          }
        }
        for (const hop of open) events.push(answered(hop));
        events.push(asked('last', 'jsapi.alert'));
        index.rebuild(trace(...events));
        for (const row of arrows(index)) for (const n of row.active) expect(n).toBeGreaterThanOrEqual(0);
        expect(arrows(index).at(-1)?.active).toEqual(ACTORS.map((actor) => (actor === 'superApp' ? 1 : 0)));
      }),
      { numRuns: 100 },
    );
  });
});
