import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/personas.ts';
import { catalogueScenarios } from '../../catalogue/scenarios/index.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Scenario } from '../../contract/scenario.ts';
import { playScenario } from '../scenario/play.ts';
import { listing } from '../testing/headless.ts';
import { deeds, sessionWith } from '../testing/random-session.ts';
import { canonicalTrace } from './canonical.ts';

const house = { programs: [listing('shop')], dialects: DIALECTS, personas: PERSONAS };

async function played(scenario: Scenario): Promise<string> {
  let text = '';
  await playScenario(scenario, { ...house, onPlayed: ({ trace }) => (text = canonicalTrace(trace)) });
  return text;
}

describe('the canonical trace', () => {
  it('is the same, byte for byte, for the same scenario and seed: every seventh of the catalogue, twice', async () => {
    for (const [n, scenario] of catalogueScenarios(DIALECTS).entries()) {
      if (n % 7 > 0) continue;
      const first = await played(scenario);
      expect(first, scenario.name).toContain('"type":"run.started"');
      expect(await played(scenario), scenario.name).toBe(first);
    }
  });

  it('is another one for another seed: codes and tokens are not the same', async () => {
    expect(await played({ name: 'login', seed: 'other' })).not.toBe(await played({ name: 'login' }));
  });

  it('of any session is the same whenever the same is done', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (list) => {
        const [first, second] = [await sessionWith(PERSONAS, list), await sessionWith(PERSONAS, list)];
        expect(canonicalTrace(second.trace)).toBe(canonicalTrace(first.trace));
      }),
      { numRuns: 15 },
    );
  });

  it('says what the trace says: every event but raw messages and pictures, values in place', async () => {
    const list = [
      { does: 'store' as const, key: 'a', value: 'x'.repeat(3_000) },
      { does: 'login' as const, scopes: ['auth_user'], ending: { ending: 'reject' as const }, sends: false },
    ];
    const { trace } = await sessionWith(PERSONAS, list);
    const lines = canonicalTrace(trace)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('# '));
    const told = trace.events.filter(({ type }) => type !== 'raw' && type !== 'picture');
    expect(lines.map((line) => JSON.parse(line).type).sort()).toEqual(told.map(({ type }) => type).sort());
    expect(lines.join('')).toContain('x'.repeat(3_000));
    expect(lines.join('')).not.toMatch(/"(seq|at|ref)":/);
  });

  it('has a part for the session, each run and each call, in the order of their numbers', async () => {
    const list = [
      ...Array.from({ length: 11 }, () => ({ does: 'store' as const, key: 'a', value: 1 })),
      { does: 'restart' as const, persona: 'omar', dialect: 'qi' },
      { does: 'store' as const, key: 'b', value: 2 },
    ];
    const text = canonicalTrace((await sessionWith(PERSONAS, list)).trace);
    expect(text.match(/^# .*$/gm)).toEqual([
      '# session',
      '# r1',
      ...Array.from({ length: 11 }, (_, n) => `# r1/jsapi.setStorage#${n + 1}`),
      '# r1/user.input#1',
      '# r2',
      '# r2/jsapi.setStorage#1',
      '# r2/user.input#1',
    ]);
  });

  it('does not change with the order in which calls of the same time were recorded', async () => {
    const { trace } = await sessionWith(PERSONAS, [
      { does: 'store', key: 'a', value: 1 },
      { does: 'login', scopes: ['auth_user'], ending: { ending: 'close' }, sends: false },
    ]);
    const mine = (event: (typeof trace.events)[number]) =>
      'hop' in event && event.hop?.startsWith('r1/jsapi.setStorage#1') === true;
    const events = [...trace.events.filter((event) => !mine(event)), ...trace.events.filter(mine)];
    expect(events).not.toEqual(trace.events);
    expect(canonicalTrace({ events, payloads: trace.payloads })).toBe(canonicalTrace(trace));
  });
});
