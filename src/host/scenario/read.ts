import { jsapiInfo } from '../../contract/jsapi/names.ts';
import { OPERATIONS } from '../../contract/openapi/index.ts';
import { outcomesFor } from '../../contract/outcomes/index.ts';
import { problemsOf } from '../../contract/problems.ts';
import type { NewRule } from '../../contract/rule.ts';
import { type PlayItem, type Scenario, scenarioSchema, USUAL_PLAY } from '../../contract/scenario.ts';
import { STEPS, type StepName } from '../../contract/steps.ts';
import { momentOf } from '../openapi/iso-time.ts';
import { expectReply } from '../reply-shape.ts';
import { outcomeProblem } from '../rules.ts';
import { type Cast, castOf, type House } from './house.ts';
import { namesIn } from './placeholders.ts';

/**
 * Reads a scenario from outside.
 * @param json what `JSON.parse` gave
 * @returns the scenario, or one sentence for each problem: the field's path, what was expected, what is there
 */
export function readScenario(json: unknown): { scenario: Scenario } | { problems: string[] } {
  const parsed = scenarioSchema.safeParse(json);
  return parsed.success ? { scenario: parsed.data } : { problems: problemsOf(parsed.error.issues, json) };
}

/**
 * What no schema can say of a scenario: ids that are there, outcomes that its dialect has, calls that are made before
 * they are spoken of.
 * @returns one sentence for each problem; none when it can be played
 */
export function checkScenario(scenario: Scenario, house: House): string[] {
  let cast: Cast;
  try {
    cast = castOf(scenario, house);
  } catch (error) {
    if (error instanceof RangeError) return [`${error.message}.`];
    throw error;
  }
  return [
    ...choiceProblems(scenario, cast),
    ...(scenario.rules ?? []).flatMap((rule, i) => ruleProblems(rule, cast).map((p) => `rules[${i}].${p}.`)),
    ...playProblems(scenario),
    ...expectProblems(scenario),
  ];
}

function choiceProblems({ silentPolicy, clock }: Scenario, { dialect }: Cast): string[] {
  const policies = dialect.silentPolicies.map((policy) => policy.id);
  return [
    ...(silentPolicy === undefined || policies.includes(silentPolicy)
      ? []
      : [`silentPolicy: expected one of ${policies.join(', ')}, found "${silentPolicy}".`]),
    ...(clock?.at === undefined || momentOf(clock.at) !== undefined
      ? []
      : [`clock.at: expected a moment that there is, found "${clock.at}".`]),
  ];
}

function ruleProblems(rule: NewRule, { dialect }: Cast): string[] {
  const problem = outcomeProblem(rule, dialect);
  if (problem) return [problem];
  if (typeof rule.outcome === 'string') return [];
  if (outcomesFor(rule.at as StepName, dialect).length === 0)
    return [`at: nothing can be made of "${rule.at}"`];
  if (!('reply' in rule.outcome)) return [];
  try {
    expectReply('outcome.reply', rule.outcome.reply);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The names that an item makes known: its call's own, and `as`. */
export function namesOf(item: PlayItem): string[] {
  if ('merchant' in item) return ['request'];
  return 'call' in item ? [item.call, ...(item.as === undefined ? [] : [item.as])] : [];
}

function playProblems(scenario: Scenario): string[] {
  const play: readonly PlayItem[] = scenario.play ?? USUAL_PLAY;
  const calls = new Set<string>();
  return play.flatMap((item, i) => {
    const at = `play[${i}]`;
    const problems = itemProblems(item, calls).map((problem) => `${at}.${problem}`);
    for (const name of namesOf(item)) calls.add(name);
    return problems;
  });
}

function itemProblems(item: PlayItem, calls: ReadonlySet<string>): string[] {
  const known = calls.size > 0 ? `one of ${[...calls].join(', ')}` : 'a call before it, there is none';
  if ('call' in item) {
    const kind = jsapiInfo(item.call)?.kind;
    if (kind === undefined) return [`call: my.${item.call} is not known here.`];
    return kind === 'async'
      ? []
      : [`call: my.${item.call} is answered in the frame; only asynchronous calls can be played.`];
  }
  if ('merchant' in item)
    return item.code === undefined || calls.has(item.code)
      ? []
      : [`code: expected ${known}, found "${item.code}".`];
  if (!('openapi' in item)) return [];
  const operations = [...new Set(OPERATIONS.map((operation) => operation.name as string))];
  return [
    ...(operations.includes(item.openapi)
      ? []
      : [`openapi: expected one of ${operations.join(', ')}, found "${item.openapi}".`]),
    ...namesIn(item.body)
      .filter((name) => !calls.has(name))
      .map((name) => `body: {{${name}.authCode}} speaks of ${known}.`),
  ];
}

function expectProblems({ play, expect = {} }: Scenario): string[] {
  const calls = new Set((play ?? USUAL_PLAY).flatMap(namesOf));
  const known = (step: string) =>
    STEPS.some(({ name }) => name === step) ||
    step === 'openapi.unknown' ||
    (step.startsWith('jsapi.') && jsapiInfo(step.slice('jsapi.'.length)) !== undefined);
  const steps: [string, string][] = [
    ...(expect.answers ?? []).map(({ step }, i): [string, string] => [`answers[${i}].step`, step]),
    ...(expect.steps ?? []).map((step, i): [string, string] => [`steps[${i}]`, step]),
    ...(expect.absent ?? []).map((step, i): [string, string] => [`absent[${i}]`, step]),
  ];
  return [
    ...steps
      .filter(([, step]) => !known(step))
      .map(([at, step]) => `expect.${at}: there is no step "${step}".`),
    ...(expect.hangs ?? []).flatMap((name, i) =>
      calls.has(name)
        ? []
        : [`expect.hangs[${i}]: expected one of ${[...calls].join(', ') || 'none'}, found "${name}".`],
    ),
  ];
}
