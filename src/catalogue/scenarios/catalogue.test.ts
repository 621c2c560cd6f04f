import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../contract/dialects/index.ts';
import { playScenario } from '../../host/scenario/play.ts';
import { listing } from '../../host/testing/headless.ts';
import { PERSONAS } from '../personas.ts';
import { catalogueScenarios } from './index.ts';

const house = { programs: [listing('shop')], dialects: DIALECTS, personas: PERSONAS };
const catalogue = catalogueScenarios(DIALECTS);

describe('the catalogue', () => {
  it.each(DIALECTS.map(({ id }) => id))('every scenario of %s comes as it expects', async (id) => {
    for (const scenario of catalogue.filter(({ dialect }) => dialect === id))
      expect
        .soft(await playScenario(scenario, house))
        .toMatchObject({ name: scenario.name, problems: [], status: 'passed' });
  });
});
