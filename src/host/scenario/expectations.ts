import type { Scenario } from '../../contract/scenario.ts';
import type { ScenarioResult } from '../../contract/scenario-result.ts';
import type { Hop } from '../hops.ts';
import type { Payloads } from '../payloads.ts';
import type { Simulator } from '../simulator.ts';
import type { Run } from '../simulator-api.ts';
import { answersIn, checkExpectations, type Expectation, type GivenAnswer } from './check.ts';
import type { PlayedCall } from './player.ts';

interface Answer extends GivenAnswer {
  version?: 'v1' | 'v2';
}

/** What came of a scenario that was played, against what it expects. */
export function judgeScenario(
  scenario: Scenario,
  { hops, trace, wallet }: Simulator,
  { persona, program }: Run,
  calls: readonly PlayedCall[],
): Pick<ScenarioResult, 'code' | 'problems' | 'codes' | 'hops'> {
  const { answers = [], hangs = [] } = scenario.expect ?? {};
  const given = answersIn({ trace, hops });
  const soFar = { answers: given, rows: hops.rows, granted: wallet.granted(persona.id, program.clientId) };
  const problems = [...checkExpectations(scenario, soFar).flatMap(problemIn), ...hangProblems(calls, hangs)];

  const [first = { step: 'jsapi.getAuthCode', n: undefined }] = answers;
  const of = given.filter((answer) => answer.step === first.step);
  const said = first.n === undefined ? of.at(-1) : of[first.n - 1];
  return {
    code: said?.verdict === 'failed' ? (said.code ?? 'failed') : null,
    problems,
    codes: codesOf(given.map((answer) => withVersion(answer, hops.get(answer.hop), trace.payloads))),
    hops: hops.rows.length,
  };
}

function withVersion(answer: GivenAnswer, hop: Hop | undefined, payloads: Payloads): Answer {
  if (!hop?.step.startsWith('openapi.')) return answer;
  const { path } = payloads.json(hop.request) as { path: string };
  return { ...answer, version: path.includes('/v2/') ? 'v2' : 'v1' };
}

/** What is not as expected when all has come, in a sentence. */
function problemIn(expectation: Expectation): string[] {
  if (expectation.state === 'met') return [];
  switch (expectation.kind) {
    case 'answer': {
      const { step, n, expected, found } = expectation;
      const which = n === undefined ? step : `answer ${n} of ${step}`;
      const came = found === undefined ? 'no answer' : (found ?? 'success');
      return [`${which}: expected ${expected ?? 'success'}, found ${came}.`];
    }
    case 'steps': {
      const { missing = '', after } = expectation;
      return [`steps: ${missing} is missing${after.length > 0 ? ` after ${after.join(', ')}` : ''}.`];
    }
    case 'absent':
      return [`${expectation.step}: expected not to occur, but it did.`];
    case 'granted':
      return [`granted: expected ${list(expectation.expected)}, found ${list(expectation.found)}.`];
    case 'hangs':
      return [];
  }
}

const list = (words: readonly string[]): string =>
  words.length > 0 ? [...words].sort().join(', ') : 'nothing';

function hangProblems(calls: readonly PlayedCall[], hangs: readonly string[]): string[] {
  const problems: string[] = [];
  for (const call of calls) {
    const label = `my.${call.names.at(-1) ?? ''}`;
    const isHung = call.settled === undefined && !call.gone;
    const expected = call.names.some((name) => hangs.includes(name));
    if (isHung && !expected) problems.push(`${label}: it never settled.`);
    if (!isHung && expected) problems.push(`${label}: expected to hang, but it settled.`);
  }
  return problems;
}

function codesOf(given: readonly Answer[]): ScenarioResult['codes'] {
  const seen = new Set<string>();
  return given.flatMap(({ step, code, version }) => {
    const key = `${step} ${code} ${version}`;
    if (code === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ step, code, ...(version ? { version } : {}) }];
  });
}
