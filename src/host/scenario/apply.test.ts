import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import { DEFAULT_POLICIES } from '../../contract/policies.ts';
import { Simulator } from '../simulator.ts';
import { HeadlessDocument, listing } from '../testing/headless.ts';
import { manualTime } from '../testing/manual-time.ts';
import { applyScenario } from './apply.ts';

const start = () =>
  new Simulator({
    time: manualTime(1_790_000_000_000),
    programs: [listing('shop'), listing('bank', { dialect: 'qi', scopes: ['USER_NAME'] })],
    dialects: DIALECTS,
    personas: PERSONAS,
  });

describe('applyScenario', () => {
  it('makes a new session with everything that the scenario says, and opens the program', () => {
    const simulator = start();
    const run = applyScenario(simulator, {
      name: 'x',
      program: 'bank',
      persona: 'sam',
      silentPolicy: 'note',
      failureShape: 'error',
      seed: 'mine',
      clock: { at: '2026-03-01T08:00:00Z', mode: 'frozen' },
      policies: { lives: { code: 1_000 }, revokeDropsConsent: true },
      grants: { granted: ['USER_NAME'] },
      rules: [{ at: 'spi.getAuthCode', outcome: '1003', times: 2 }],
    });
    expect(run.choice).toMatchObject({
      program: 'bank',
      dialect: 'qi',
      persona: 'sam',
      silentPolicy: 'note',
      failureShape: 'error',
    });
    expect(simulator.choice).toEqual(run.choice);
    expect(simulator.seed).toBe('mine');
    expect([simulator.clock.now(), simulator.clock.frozen]).toEqual([1_772_352_000_000, true]);
    expect(simulator.policies).toEqual({
      ...DEFAULT_POLICIES,
      lives: { ...DEFAULT_POLICIES.lives, code: 1_000 },
      revokeDropsConsent: true,
    });
    expect(simulator.wallet.granted('sam', 'bank')).toEqual(['USER_NAME']);
    expect(simulator.rules.list).toMatchObject([{ at: 'spi.getAuthCode', left: 2 }]);
  });

  it('has grants and rules in place before the run starts, so that it can be run again', async () => {
    const simulator = start();
    const run = applyScenario(simulator, {
      name: 'x',
      grants: { granted: ['auth_user'] },
      rules: [{ at: 'spi.getAuthCode', outcome: '1003' }],
    });
    const types = simulator.trace.events.map(({ type }) => type);
    expect(types.indexOf('wallet')).toBeLessThan(types.indexOf('run.started'));
    expect(types.indexOf('rules')).toBeLessThan(types.indexOf('run.started'));
    const page = new HeadlessDocument(run);
    expect(await page.call('getAuthCode', { scopes: ['auth_user'] })).toMatchObject({ fail: { error: 10 } });
    simulator.runAgain({ to: { run: run.id }, then: 'run' });
    expect(simulator.wallet.granted('lena', 'shop')).toContain('auth_user');
  });

  it('leaves nothing of what was before, but the program that is open', () => {
    const simulator = start();
    simulator.open({ program: 'bank', persona: 'sam', silentPolicy: 'note' });
    simulator.setPolicies({ revokeDropsConsent: true });
    simulator.addRule({ at: 'spi.getAuthCode', outcome: '1003' });
    simulator.editGrant('sam', 'bank', ['USER_NAME'], true);
    const run = applyScenario(simulator, { name: 'x' });
    expect(run.choice).toMatchObject({
      program: 'bank',
      dialect: 'qi',
      persona: 'lena',
      silentPolicy: 'table',
    });
    expect(simulator.policies).toEqual(DEFAULT_POLICIES);
    expect(simulator.rules.list).toEqual([]);
    expect(simulator.wallet.granted('sam', 'bank')).toEqual([]);
    expect(simulator.clock.frozen).toBe(false);
  });

  it('says what is wrong before anything is changed', () => {
    const simulator = start();
    const before = simulator.trace.events.length;
    expect(() => applyScenario(simulator, { name: 'x', persona: 'nobody' })).toThrow(
      /persona: expected one of/,
    );
    expect(simulator.trace.events).toHaveLength(before);
  });
});
