import { describe, expect, it } from 'vitest';
import type { Hop } from '../../host/hops.ts';
import { hopMatches, searchWords } from './search.ts';

const hop = (parts: Partial<Hop>): Hop => ({
  id: 'h',
  index: 0,
  seq: 0,
  step: 'spi.getAuthCode',
  run: 'r1',
  document: undefined,
  call: undefined,
  parent: undefined,
  observed: false,
  request: { json: null },
  reply: undefined,
  requestedAt: 0,
  answeredAt: undefined,
  verdict: undefined,
  code: undefined,
  origin: undefined,
  injected: undefined,
  stopped: undefined,
  abandoned: undefined,
  outcome: undefined,
  ignored: [],
  ...parts,
});

describe('hopMatches', () => {
  it('finds a hop by any part of its step, its actors and its code, and wants every word', () => {
    const failed = hop({ verdict: 'failed', code: '2001' });
    expect(hopMatches(failed, searchWords('authcode 2001'), 'any')).toBe(true);
    expect(hopMatches(failed, searchWords('SERVICE'), 'any')).toBe(true);
    expect(hopMatches(failed, searchWords('authcode 1001'), 'any')).toBe(false);
  });

  it('filters by how the hop ended', () => {
    expect(hopMatches(hop({ verdict: 'ok' }), [], 'ok')).toBe(true);
    expect(hopMatches(hop({ verdict: 'ok' }), [], 'failed')).toBe(false);
    expect(hopMatches(hop({}), [], 'waiting')).toBe(true);
    expect(hopMatches(hop({ stopped: 'request' }), [], 'stopped')).toBe(true);
    expect(hopMatches(hop({ abandoned: 'callerGone' }), [], 'gone')).toBe(true);
    expect(hopMatches(hop({ injected: 'r', verdict: 'ok' }), [], 'injected')).toBe(true);
  });
});
