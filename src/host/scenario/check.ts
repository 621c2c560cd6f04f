import { programOf } from '../../contract/program.ts';
import { type PlayItem, type Scenario, USUAL_PLAY } from '../../contract/scenario.ts';
import type { Verdict } from '../../contract/trace.ts';
import { type Hop, hopStatus } from '../hops.ts';
import type { SimulatorApi } from '../simulator-api.ts';
import { grantsOf } from '../wallet/read.ts';
import { namesOf } from './read.ts';

/** `open`: it has not come to it yet. `missed`: something else came. */
export type ExpectationState = 'met' | 'open' | 'missed';

/** One thing that a scenario expects, and what there is of it so far. */
export type Expectation = { state: ExpectationState } & (
  | {
      kind: 'answer';
      step: string;
      /** The n-th answer of the step, from 1; absent: the last. */
      n?: number;
      /** The code; null: a success. */
      expected: string | null;
      /** Its code; null: a success that has none; absent: there is no answer. */
      found?: string | null;
    }
  | {
      kind: 'steps';
      expected: readonly string[];
      /** The first that is missing. */
      missing?: string;
      after: readonly string[];
    }
  | { kind: 'absent'; step: string }
  | { kind: 'granted'; expected: readonly string[]; found: readonly string[] }
  | { kind: 'hangs'; call: string }
);

export interface GivenAnswer {
  step: string;
  verdict: Verdict;
  code: string | undefined;
}

/** What has come so far: the answers in their order, the hops in that of their requests, and what is granted. */
export interface SoFar {
  answers: readonly GivenAnswer[];
  rows: readonly { step: string }[];
  granted: readonly string[];
}

/** What a scenario expects of answers, steps and grants, against what has come. */
export function checkExpectations(
  { expect = {} }: Scenario,
  { answers, rows, granted }: SoFar,
): Expectation[] {
  const { steps = [], absent = [] } = expect;
  return [
    ...(expect.answers ?? []).map(({ step, n, code }): Expectation => {
      const of = answers.filter((answer) => answer.step === step);
      const found = n === undefined ? of.at(-1) : of[n - 1];
      const about = { kind: 'answer' as const, step, ...(n === undefined ? {} : { n }), expected: code };
      if (!found) return { ...about, state: 'open' };
      const isMet = code === null ? found.verdict === 'ok' : found.code === code;
      return { ...about, state: isMet ? 'met' : 'missed', found: codeIn(found) };
    }),
    ...(steps.length > 0 ? [stepsIn(steps, rows)] : []),
    ...absent.map(
      (step): Expectation => ({
        kind: 'absent',
        step,
        state: rows.some((row) => row.step === step) ? 'missed' : 'met',
      }),
    ),
    ...(expect.granted
      ? [
          {
            kind: 'granted' as const,
            expected: expect.granted,
            found: granted,
            state: isSameSet(granted, expect.granted) ? ('met' as const) : ('open' as const),
          },
        ]
      : []),
  ];
}

const codeIn = ({ verdict, code }: GivenAnswer): string | null =>
  code ?? (verdict === 'ok' ? null : 'a failure');

function stepsIn(steps: readonly string[], rows: readonly { step: string }[]): Expectation {
  let at = 0;
  for (const { step } of rows) if (step === steps[at]) at++;
  const missing = steps[at];
  return {
    kind: 'steps',
    expected: steps,
    after: steps.slice(0, at),
    ...(missing === undefined ? { state: 'met' } : { state: 'open', missing }),
  };
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set([...a, ...b]).size === new Set(a).size && new Set(a).size === new Set(b).size;

/** The answers of a trace, in their order. */
export function answersIn({ trace, hops }: Pick<SimulatorApi, 'trace' | 'hops'>): (GivenAnswer & {
  hop: string;
})[] {
  return trace.events.flatMap((event) =>
    event.type === 'hop.answered'
      ? [
          {
            hop: event.hop,
            step: hops.get(event.hop)?.step ?? '',
            verdict: event.verdict,
            code: event.code,
          },
        ]
      : [],
  );
}

/** The same while the scenario is under way in the page: what has come of it so far. */
export function checkSoFar(scenario: Scenario, simulator: SimulatorApi): Expectation[] {
  const { choice, hops, state, clock } = simulator;
  const listing = simulator.programs.find(({ id }) => id === choice.program);
  const granted = listing
    ? grantsOf(state.wallet, choice.persona, programOf(listing).clientId, clock.now())
    : [];
  return [
    ...checkExpectations(scenario, {
      answers: answersIn(simulator),
      rows: hops.rows,
      granted: granted.map(({ scope }) => scope),
    }),
    ...(scenario.expect?.hangs ?? []).map((call): Expectation => {
      const hop = hopOf(call, scenario.play ?? USUAL_PLAY, hops.rows);
      const status = hop && hopStatus(hop);
      const state = status === undefined ? 'open' : status === 'waiting' ? 'met' : 'missed';
      return { kind: 'hangs', call, state };
    }),
  ];
}

/** The hop of the call that a scenario knows by this name: the n-th of its kind in the play is the n-th that was made. */
function hopOf(name: string, play: readonly PlayItem[], rows: readonly Hop[]): Hop | undefined {
  const calls = play.flatMap((item) => {
    const names = namesOf(item);
    return names.length > 0 ? [names] : [];
  });
  const own = calls.findLast((names) => names.includes(name));
  const alike = calls.filter((names) => names[0] === own?.[0]);
  return own && rows.filter(({ step }) => step === `jsapi.${own[0]}`)[alike.indexOf(own)];
}
