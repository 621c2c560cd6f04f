import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../contract/dialects/index.ts';
import { isSilent } from '../../contract/dialects/translate.ts';
import { planScopes } from './plan.ts';

const dialects = fc.constantFrom(...DIALECTS);
const plans = dialects.chain((dialect) => {
  const names = dialect.scopes.map((scope) => scope.name);
  return fc.record({
    dialect: fc.constant(dialect),
    silentPolicy: fc.constantFrom(...dialect.silentPolicies.map((policy) => policy.id)),
    requested: fc.array(fc.constantFrom(...names, 'NO_SUCH', 'constructor', '__proto__'), { maxLength: 12 }),
    applied: fc.option(fc.subarray(names), { nil: undefined }),
    supported: fc.subarray(names),
    granted: fc.subarray(names),
  });
});

describe('what becomes of the requested scopes', () => {
  it('each one goes to exactly one place, and nothing else goes anywhere', () => {
    fc.assert(
      fc.property(plans, (input) => {
        const plan = planScopes(input);
        const placed = [...plan.silent, ...plan.granted, ...plan.missing, ...Object.keys(plan.refused)];
        expect(placed.sort()).toEqual([...new Set(input.requested)].sort());
      }),
      { numRuns: 200 },
    );
  });

  it('only a scope that is known, applied for, supported, not silent and not granted is asked for', () => {
    fc.assert(
      fc.property(plans, (input) => {
        const { dialect, applied, supported, granted, silentPolicy } = input;
        for (const scope of planScopes(input).missing) {
          expect(dialect.scopes.some((line) => line.name === scope)).toBe(true);
          expect(applied?.includes(scope) ?? true).toBe(true);
          expect(supported).toContain(scope);
          expect(granted).not.toContain(scope);
          expect(isSilent(dialect, scope, silentPolicy)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});
