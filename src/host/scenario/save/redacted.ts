import type { Json } from '../../../contract/json.ts';
import type { Scenario } from '../../../contract/scenario.ts';
import { CopyRedactor } from '../../session/redact-copy.ts';
import type { SimulatorApi } from '../../simulator-api.ts';

/** Members of rules and of items of the play that hold what somebody said. The others are the scenario's own words. */
const SAID: ReadonlySet<string> = new Set(['title', 'outcome', 'tap', 'with', 'body']);

/**
 * The scenario without codes, tokens, credentials and personal data of the session that it was made from: what a program
 * sent, what a rule answers, what was tapped. `{{first.authCode}}` and the like stay: they are filled in when it is played.
 */
export function redactedScenario(
  scenario: Scenario,
  simulator: Pick<SimulatorApi, 'trace' | 'state' | 'personas'>,
): Scenario {
  const redactor = new CopyRedactor(simulator);
  const { title, rules, play } = scenario;
  const redacted = (part: object): object =>
    Object.fromEntries(
      Object.entries(part).map(([name, said]) => [
        name,
        SAID.has(name) ? withPlaceholders(said as Json, name, redactor) : said,
      ]),
    );
  for (const part of [{ title }, ...(rules ?? []), ...(play ?? [])])
    for (const [name, said] of Object.entries(part)) if (SAID.has(name)) redactor.learn(said);
  return {
    ...scenario,
    ...(title === undefined ? {} : (redacted({ title }) as Pick<Scenario, 'title'>)),
    ...(rules ? { rules: rules.map(redacted) as typeof rules } : {}),
    ...(play ? { play: play.map(redacted) as typeof play } : {}),
  };
}

function withPlaceholders(json: Json, name: string, redactor: CopyRedactor): Json {
  if (typeof json === 'string' && /\{\{[\w.-]+\}\}/.test(json)) return json;
  if (json === null || typeof json !== 'object') return redactor.value(json, name);
  if (Array.isArray(json)) return json.map((item) => withPlaceholders(item, '', redactor));
  return Object.fromEntries(
    Object.entries(json).map(([key, inner]) => [key, withPlaceholders(inner, key, redactor)]),
  );
}
