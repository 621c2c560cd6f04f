import { policiesWith } from '../../contract/policies.ts';
import type { Scenario } from '../../contract/scenario.ts';
import { DEFAULT_SEED } from '../ids.ts';
import type { Run, SimulatorApi } from '../simulator-api.ts';
import { castOf, choiceOf } from './house.ts';
import { clockOf } from './time.ts';

/**
 * Makes true what a scenario begins with: a new session with its seed, clock and policies, its choice, the user's
 * grants and the rules; then the program is opened. What it plays is up to the user of the page. A scenario that names
 * no program is for the one that is chosen.
 * @throws RangeError or TypeError when {@link checkScenario} finds problems
 */
export function applyScenario(simulator: SimulatorApi, scenario: Scenario): Run {
  const cast = castOf({ program: simulator.choice.program, ...scenario }, simulator);
  const choice = choiceOf(scenario, cast);
  simulator.reset({
    seed: scenario.seed ?? DEFAULT_SEED,
    clock: clockOf(scenario.clock),
    policies: policiesWith(scenario.policies),
    choice,
  });
  if (scenario.grants) simulator.setLedger(cast.persona.id, cast.program.clientId, scenario.grants);
  for (const rule of scenario.rules ?? []) simulator.addRule(rule);
  return simulator.open(choice);
}
