import type { ScenarioResult } from '../../../contract/scenario-result.ts';

/** A scenario that was played, and what it took. */
export interface PlayedScenario {
  result: ScenarioResult;
  /** One sentence: when this happens in a real wallet; '' when the scenario does not say. */
  when: string;
  /** Real time. */
  ms: number;
}
