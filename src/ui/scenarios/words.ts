import { GRANT_PRESETS } from '../../contract/ledger.ts';
import type { PlayItem, Scenario } from '../../contract/scenario.ts';
import type { Expectation } from '../../host/scenario/check.ts';
import { ruleTitle } from '../lib/rule-title.ts';
import { duration } from '../lib/time.ts';
import type { ScenarioMessages } from './use-scenario-messages.ts';

/** Scenarios in words. */

const list = (words: readonly string[], none: string): string => (words.length > 0 ? words.join(', ') : none);

/** What must come of it, in one line: the first thing that it expects. */
export function expectedInShort({ scenarios: m }: ScenarioMessages, { expect = {} }: Scenario): string {
  const [answer] = expect.answers ?? [];
  if (answer) return answer.code ?? m.expectation.success;
  const [hanging] = expect.hangs ?? [];
  if (hanging !== undefined) return m.expectation.hangs(hanging);
  const [absent] = expect.absent ?? [];
  if (absent !== undefined) return m.expectation.absent(absent);
  if (expect.granted) return m.expectation.granted(list(expect.granted, m.expectation.nothing));
  return expect.steps ? m.expectation.steps(expect.steps.join(' → ')) : m.expectation.settles;
}

/** One expectation, whatever has come of it. */
export function expectationInWords({ scenarios: m }: ScenarioMessages, expectation: Expectation): string {
  const { expectation: words } = m;
  switch (expectation.kind) {
    case 'answer':
      return words.answer(expectation.step, expectation.n, expectation.expected ?? words.success);
    case 'steps':
      return words.steps(expectation.expected.join(' → '));
    case 'absent':
      return words.absent(expectation.step);
    case 'granted':
      return words.granted(list(expectation.expected, words.nothing));
    case 'hangs':
      return words.hangs(expectation.call);
  }
}

/** How it stands. */
export function stateInWords({ scenarios: m }: ScenarioMessages, expectation: Expectation): string {
  if (expectation.state !== 'missed') return m.state[expectation.state];
  if (expectation.kind !== 'answer' || expectation.found === undefined) return m.state.missedPlain;
  return m.state.missed(expectation.found ?? m.expectation.success);
}

/** What is true when it begins, a line each. */
export function beginsInWords(m: ScenarioMessages, scenario: Scenario): string[] {
  const {
    grants,
    rules = [],
    clock,
    policies,
    persona,
    service,
    silentPolicy,
    failureShape,
    seed,
    program,
  } = scenario;
  const preset = GRANT_PRESETS.find((one) => one === grants?.preset);
  const choice = { program, persona, service, silentPolicy, failureShape, seed };
  return [
    ...Object.entries(choice).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])),
    ...(preset ? [m.ledger.presets[preset].title] : []),
    ...(grants?.granted ? [`granted: ${list(grants.granted, m.scenarios.expectation.nothing)}`] : []),
    ...(grants?.declined ? [`declined: ${list(grants.declined, m.scenarios.expectation.nothing)}`] : []),
    ...(clock ? [`clock: ${Object.values(clock).join(', ')}`] : []),
    ...(policies ? [JSON.stringify(policies)] : []),
    ...rules.map((rule) => {
      const { from = 1, times = 1 } = rule;
      const often = [
        ...(from > 1 ? [m.scenarios.from(from)] : []),
        ...(times === 1 && from === 1 ? [] : [m.scenarios.times(times)]),
      ].join(', ');
      return `${m.scenarios.rule(rule.at, ruleTitle(m, rule))}${often ? ` (${often})` : ''}`;
    }),
  ];
}

/** One item of the play. */
export function playInWords(m: ScenarioMessages, item: PlayItem): string {
  const { play } = m.scenarios;
  const optional = 'optional' in item && item.optional ? ` (${play.ifAny})` : '';
  if ('tap' in item) return play.tap(item.tap);
  if ('call' in item) return play.call(item.call, item.as ?? '');
  if ('user' in item)
    return (
      (typeof item.user === 'string'
        ? play.user[item.user]
        : play.agreeTo(list(item.user.agree, m.scenarios.expectation.nothing))) + optional
    );
  if ('merchant' in item) return play.merchant[item.merchant] + optional;
  if ('openapi' in item) return play.openapi(item.openapi);
  if ('wait' in item)
    return play.wait(typeof item.wait === 'number' ? duration(item.wait, m.units) : item.wait);
  if ('grant' in item)
    return item.grant === null
      ? play.forget
      : play.grant(
          Object.entries(item.grant)
            .map(([scope, given]) => `${given ? '+' : '−'}${scope}`)
            .join(', '),
        );
  return play.page[item.page];
}
