import { beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../contract/dialects/index.ts';
import { GRANT_PRESETS } from '../../contract/ledger.ts';
import type { ScenarioResult } from '../../contract/scenario-result.ts';
import { STEPS } from '../../contract/steps.ts';
import { playScenario } from '../../host/scenario/play.ts';
import { checkScenario, readScenario } from '../../host/scenario/read.ts';
import { listing } from '../../host/testing/headless.ts';
import { coverageOf, documentedCodes } from '../coverage.ts';
import { PERSONAS } from '../personas.ts';
import { type CatalogueScenario, catalogueScenarios } from './index.ts';

const house = { programs: [listing('shop')], dialects: DIALECTS, personas: PERSONAS };
const catalogue = catalogueScenarios(DIALECTS);

/** `qi/consent`, `token`, `jsapi`: what is played together. */
const groupOf = ({ name, dialect }: CatalogueScenario): string =>
  name.split('/', name.startsWith(`${dialect}/`) ? 2 : 1).join('/');
const groups = [...new Set(catalogue.map(groupOf))].map(
  (group) => [group, catalogue.filter((scenario) => groupOf(scenario) === group)] as const,
);
const results = new Map<string, ScenarioResult>();

describe('the catalogue', () => {
  it('has names that occur once, and all that a table shows', () => {
    expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length);
    for (const { name, title, when } of catalogue) {
      expect(title, name).toMatch(/^\S.*[^.]$/);
      expect(when, name).toMatch(/^[A-Z"].*\.$/);
    }
  });

  it('is valid: as a file, and against dialects, personas and programs', () => {
    for (const scenario of catalogue) {
      expect(readScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ scenario });
      expect(checkScenario(scenario, house), scenario.name).toEqual([]);
    }
  });

  it('expects something of every scenario', () => {
    for (const { name, expect: expected } of catalogue)
      expect(JSON.stringify(expected), name).toMatch(/"(code|steps|hangs|absent)":/);
  });

  it('has a scenario at every step that can be made fail', () => {
    const at = new Set(catalogue.map(({ step }) => step));
    for (const { name } of STEPS)
      if (!['user.input', 'html5.storage'].includes(name)) expect(at).toContain(name);
  });

  it('begins with every preset of the grants but the one that is no single case', () => {
    const begun = new Set(catalogue.map(({ grants }) => grants?.preset));
    for (const preset of GRANT_PRESETS) if (preset !== 'partly-granted') expect(begun).toContain(preset);
  });
});

describe.each(groups)('%s', (_group, scenarios) => {
  it('comes as it expects', async () => {
    for (const scenario of scenarios) {
      const result = await playScenario(scenario, house);
      results.set(scenario.name, result);
      expect.soft([scenario.name, result.status, result.problems]).toEqual([scenario.name, 'passed', []]);
    }
  });
});

describe('when all of it has been played', () => {
  beforeAll(() => expect(results.size).toBe(catalogue.length));

  it('every code of every document has been reached', () => {
    const rows = coverageOf([...results.values()], DIALECTS);
    expect(rows).toHaveLength(documentedCodes(DIALECTS).length);
    const missing = rows.filter((row) => row.scenarios.length === 0);
    expect(missing).toEqual([]);
  });

  it('what the scenarios say that they reach, they reach', () => {
    const reached = new Map(
      coverageOf([...results.values()], DIALECTS).map(({ scenarios, ...row }) => [
        JSON.stringify(row),
        new Set(scenarios),
      ]),
    );
    for (const { scenarios, ...row } of coverageOf(catalogue, DIALECTS))
      for (const name of scenarios)
        expect(reached.get(JSON.stringify(row)), JSON.stringify(row)).toContain(name);
  });
});
