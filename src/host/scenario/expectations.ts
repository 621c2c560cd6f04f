import type { Scenario } from '../../contract/scenario.ts';
import type { ScenarioResult } from '../../contract/scenario-result.ts';
import type { EventOf, Verdict } from '../../contract/trace.ts';
import type { Hop } from '../hops.ts';
import type { Payloads } from '../payloads.ts';
import type { Simulator } from '../simulator.ts';
import type { Run } from '../simulator-api.ts';
import type { PlayedCall } from './player.ts';

interface Answer {
  step: string;
  verdict: Verdict;
  code: string | undefined;
  version?: 'v1' | 'v2';
}

/** What came of a scenario that was played, against what it expects. */
export function judgeScenario(
  scenario: Scenario,
  { hops, trace, wallet }: Simulator,
  { persona, program }: Run,
  calls: readonly PlayedCall[],
): Pick<ScenarioResult, 'code' | 'problems' | 'codes' | 'hops'> {
  const { answers = [], steps = [], absent = [], granted, hangs = [] } = scenario.expect ?? {};
  const given: Answer[] = trace.events.flatMap((event) =>
    event.type === 'hop.answered' ? [answerOf(hops.get(event.hop), event, trace.payloads)] : [],
  );
  const find = (step: string, n: number | undefined) => {
    const of = given.filter((answer) => answer.step === step);
    return n === undefined ? of.at(-1) : of[n - 1];
  };
  const problems: string[] = [];
  for (const { step, n, code } of answers) {
    const found = find(step, n);
    if (found && (code === null ? found.verdict === 'ok' : found.code === code)) continue;
    const which = n === undefined ? step : `answer ${n} of ${step}`;
    problems.push(`${which}: expected ${code ?? 'success'}, found ${found ? inWords(found) : 'no answer'}.`);
  }
  problems.push(...stepProblems(steps, absent, hops.rows));
  if (granted) {
    const now = wallet.granted(persona.id, program.clientId);
    if (!isSameSet(now, granted)) problems.push(`granted: expected ${list(granted)}, found ${list(now)}.`);
  }
  problems.push(...hangProblems(calls, hangs));

  const [first = { step: 'jsapi.getAuthCode', n: undefined }] = answers;
  const said = find(first.step, first.n);
  return {
    code: said?.verdict === 'failed' ? (said.code ?? 'failed') : null,
    problems,
    codes: codesOf(given),
    hops: hops.rows.length,
  };
}

function answerOf(
  hop: Hop | undefined,
  { verdict, code }: EventOf<'hop.answered'>,
  payloads: Payloads,
): Answer {
  const step = hop?.step ?? '';
  const answer = { step, verdict, code };
  if (!hop || !step.startsWith('openapi.')) return answer;
  const { path } = payloads.json(hop.request) as { path: string };
  return { ...answer, version: path.includes('/v2/') ? 'v2' : 'v1' };
}

const inWords = ({ verdict, code }: Answer): string => code ?? (verdict === 'ok' ? 'success' : 'a failure');
const list = (words: readonly string[]): string =>
  words.length > 0 ? [...words].sort().join(', ') : 'nothing';
const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set([...a, ...b]).size === new Set(a).size && new Set(a).size === new Set(b).size;

function stepProblems(
  steps: readonly string[],
  absent: readonly string[],
  rows: readonly { step: string }[],
): string[] {
  let at = 0;
  for (const { step } of rows) if (step === steps[at]) at++;
  const missing = steps[at];
  return [
    ...(missing === undefined
      ? []
      : [`steps: ${missing} is missing${at > 0 ? ` after ${steps.slice(0, at).join(', ')}` : ''}.`]),
    ...absent
      .filter((step) => rows.some((row) => row.step === step))
      .map((step) => `${step}: expected not to occur, but it did.`),
  ];
}

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
