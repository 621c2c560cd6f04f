import { isObserved } from '../../contract/instant.ts';
import { namesOfKind } from '../../contract/jsapi/names.ts';
import { OPERATIONS } from '../../contract/openapi/index.ts';
import { STEPS, type StepName } from '../../contract/steps.ts';

export const FAMILIES = ['jsapi', 'spi', 'user', 'wallet', 'merchant', 'openapi', 'html5'] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * Every step that is known and that a rule can be set on, by who is asked; with `stops`, only those where something can be
 * stopped. Other calls of a program have steps, too.
 */
export function stepGroups(stops: boolean): { family: Family; steps: StepName[] }[] {
  const names = new Set<StepName>([
    ...STEPS.map((step) => step.name),
    ...namesOfKind('async').map((name): StepName => `jsapi.${name}`),
    ...namesOfKind('sync').map((name): StepName => `jsapi.${name}`),
    ...OPERATIONS.map((operation) => operation.step),
  ]);
  const usable = (name: StepName) => (stops ? !isObserved(name) : name !== 'user.input');
  return FAMILIES.map((family) => ({
    family,
    steps: [...names].filter((name) => name.startsWith(`${family}.`) && usable(name)),
  })).filter((group) => group.steps.length > 0);
}
