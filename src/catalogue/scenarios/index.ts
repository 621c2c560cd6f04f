import type { Dialect } from '../../contract/dialects/schema.ts';
import { concurrencyScenarios } from './concurrency.ts';
import { consentScenarios } from './consent.ts';
import { type Applicant, type Ground, groundOf } from './ground.ts';
import { jsapiScenarios } from './jsapi.ts';
import type { CatalogueScenario } from './make.ts';
import { merchantScenarios } from './merchant.ts';
import { openApiScenarios, resultScenarios } from './openapi.ts';
import { getAuthCodeScenarios, outcomeScenarios } from './outcomes.ts';
import { retryScenarios } from './retries.ts';
import { scopeScenarios } from './scopes.ts';
import { serviceScenarios } from './service.ts';
import { spiScenarios } from './spi.ts';
import { lifeScenarios, tokenScenarios } from './tokens.ts';

export type { CatalogueScenario } from './make.ts';

type Family = (ground: Ground) => CatalogueScenario[];

/** What differs from wallet to wallet. */
const OF_EACH_DIALECT: readonly Family[] = [
  consentScenarios,
  getAuthCodeScenarios,
  outcomeScenarios,
  merchantScenarios,
  openApiScenarios,
  scopeScenarios,
  retryScenarios,
  concurrencyScenarios,
  lifeScenarios,
  serviceScenarios,
];
/** What is the same in all: played in the first dialect. */
const OF_ALL: readonly Family[] = [spiScenarios, resultScenarios, tokenScenarios, jsapiScenarios];

/**
 * The catalogue that ships: every way in which an authorization can go, in each of these dialects.
 * @param program whose scopes are asked for: those that it applied for, absent: any; and what kind of program it is. A
 *   dialect with no scope that a user is asked for is left out.
 */
export function catalogueScenarios(
  dialects: readonly Dialect[],
  program: Applicant = {},
): CatalogueScenario[] {
  const grounds = dialects.flatMap((dialect) => groundOf(dialect, program) ?? []);
  const [first] = grounds;
  if (!first) return [];
  return [
    ...OF_ALL.flatMap((family) => family(first)),
    ...grounds.flatMap((ground) => OF_EACH_DIALECT.flatMap((family) => family(ground))),
  ];
}
