import { namesOfKind } from '../../contract/jsapi/names.ts';
import { OPERATIONS } from '../../contract/openapi/index.ts';
import { STEPS, type StepName } from '../../contract/steps.ts';

export const FAMILIES = ['jsapi', 'spi', 'user', 'wallet', 'merchant', 'openapi'] as const;
export type Family = (typeof FAMILIES)[number];

/** Steps that are recorded when they are over: nothing can be stopped there. */
const OBSERVED = new Set<string>(['user.input', 'html5.storage']);

/** Every step that is known and can be stopped, by who is asked. Other calls of a program have steps, too. */
export function stepGroups(): { family: Family; steps: StepName[] }[] {
  const names = new Set<StepName>([
    ...STEPS.map((step) => step.name),
    ...namesOfKind('async').map((name): StepName => `jsapi.${name}`),
    ...OPERATIONS.map((operation) => operation.step),
  ]);
  return FAMILIES.map((family) => ({
    family,
    steps: [...names].filter((name) => name.startsWith(`${family}.`) && !OBSERVED.has(name)),
  }));
}
