/** A code that a step of a run answered. */
export interface AnsweredCode {
  step: string;
  code: string;
  /** Of an `openapi.*` step: which version of the OpenAPI was asked. */
  version?: 'v1' | 'v2';
}

/** What came of playing a scenario: what tables, reports and the command line show. */
export interface ScenarioResult {
  name: string;
  title: string;
  /** The id of the dialect that it was played in. */
  dialect: string;
  /** The step at which it happens; null: at none in particular. */
  step: string | null;
  /** The code of the first expected answer, as it really was; null: it succeeded, or nothing came. */
  code: string | null;
  /** `error`: it could not be played. */
  status: 'passed' | 'failed' | 'error';
  /** What did not come as expected, a sentence each. */
  problems: string[];
  /** Every answer with a code, each once, in the order of the first; successes that have a code of their own, too. */
  codes: AnsweredCode[];
  /** How many hops it took. */
  hops: number;
}
