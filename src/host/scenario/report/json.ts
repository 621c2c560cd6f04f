import type { PlayedScenario } from './played.ts';

/** The results as a JSON array: what each answered, and what did not come as expected. */
export const jsonReport = (played: readonly PlayedScenario[]): string =>
  `${JSON.stringify(
    played.map(({ result }) => result),
    null,
    2,
  )}\n`;
