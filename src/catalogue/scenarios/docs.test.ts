import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../contract/dialects/index.ts';
import { manifestSchema } from '../../contract/program.ts';
import { playScenario } from '../../host/scenario/play.ts';
import { readScenario } from '../../host/scenario/read.ts';
import { listing } from '../../host/testing/headless.ts';
import { PERSONAS } from '../personas.ts';

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const examples = [...read('docs/scenarios.md').matchAll(/```json\n(.*?)```/gs)].map(
  ([, text = '']) => JSON.parse(text) as { name: string },
);
const shop = manifestSchema.parse(JSON.parse(read('mini-programs/shop/miniauth.json')));
const house = { programs: [listing('shop', shop)], dialects: DIALECTS, personas: PERSONAS };

describe('the examples of docs/scenarios.md', () => {
  it.each(examples.map((example) => [example.name, example] as const))(
    '%s passes',
    async (_name, example) => {
      const read = readScenario(example);
      expect(read).toEqual({ scenario: example });
      if ('scenario' in read)
        expect(await playScenario(read.scenario, house)).toMatchObject({ problems: [], status: 'passed' });
    },
  );

  it('are there', () => expect(examples.length).toBeGreaterThan(4));
});
