import type { Dialect } from '../../contract/dialects/schema.ts';
import type { CatalogueScenario } from './make.ts';
import { outcomeScenarios } from './outcomes.ts';

export type { CatalogueScenario } from './make.ts';

/** The catalogue that ships: every way in which an authorization can go, in each of these dialects. */
export function catalogueScenarios(dialects: readonly Dialect[]): CatalogueScenario[] {
  return dialects.flatMap(outcomeScenarios);
}
