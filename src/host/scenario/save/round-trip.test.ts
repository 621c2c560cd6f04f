import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../../catalogue/index.ts';
import { catalogueScenarios } from '../../../catalogue/scenarios/index.ts';
import { DIALECTS } from '../../../contract/dialects/index.ts';
import type { Scenario } from '../../../contract/scenario.ts';
import { listing } from '../../testing/headless.ts';
import { playScenario } from '../play.ts';
import { checkScenario, readScenario } from '../read.ts';
import { type SavedScenario, scenarioFromSession } from './from-session.ts';

const house = { programs: [listing('shop')], dialects: DIALECTS, personas: PERSONAS };

/** Plays a scenario, saves what happened as one, and plays that. */
async function roundTrip(scenario: Scenario, secrets: 'redacted' | 'kept') {
  let saved: SavedScenario | undefined;
  const first = await playScenario(scenario, {
    ...house,
    onPlayed: (simulator) => {
      saved = scenarioFromSession(simulator, { secrets });
    },
  });
  if (!saved) throw new Error(`${scenario.name} was not played`);
  return { first, ...saved, second: await playScenario(saved.scenario, house) };
}

const catalogue = catalogueScenarios(DIALECTS);
/** A fifth of each dialect, another one in each. */
const groups = DIALECTS.map(({ id }, i) => {
  const own = catalogue.filter(({ dialect }) => dialect === id);
  return [id, own.filter((_, n) => n % 5 === i)] as const;
});

describe.each(groups)('the catalogue in %s, saved from its own traces', (_dialect, scenarios) => {
  it('is valid, passes, and answers the same codes', async () => {
    for (const [n, scenario] of scenarios.entries()) {
      // To find every secret takes most of the time: some stand for all.
      const secrets = n % 6 === 0 ? 'redacted' : 'kept';
      const { first, second, scenario: saved } = await roundTrip(scenario, secrets);
      expect
        .soft(readScenario(JSON.parse(JSON.stringify(saved))), scenario.name)
        .toEqual({ scenario: saved });
      expect.soft(checkScenario(saved, house), scenario.name).toEqual([]);
      expect.soft([scenario.name, second.problems, second.codes]).toEqual([scenario.name, [], first.codes]);
    }
  });
});
