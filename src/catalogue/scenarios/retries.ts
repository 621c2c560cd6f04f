import type { FailureKind } from '../../contract/outcome.ts';
import type { StepName } from '../../contract/steps.ts';
import type { Ground } from './ground.ts';
import { answer, ask, type CatalogueScenario, type ExpectedAnswer, login, seen, tap } from './make.ts';

/** A failing outcome of each step inside `my.getAuthCode`, and how the call ends by it. */
const FAILING: readonly [step: StepName, outcome: string, ends: FailureKind][] = [
  ['spi.getAuthorizedScopes', 'service-error', 'serviceError'],
  ['spi.getAuthCode', 'timeout', 'timeout'],
  ['spi.showAuthPage', 'threw', 'serviceError'],
  ['user.authorize', 'reject', 'rejected'],
  ['wallet.submitConsent', 'network', 'systemError'],
  ['wallet.issueCode', 'timeout', 'timeout'],
];

/** What fails a few times and then succeeds: the program must be able to try again. */
export function retryScenarios(ground: Ground): CatalogueScenario[] {
  const { dialect, ask: scope } = ground;
  const attempt = [ask(dialect, [scope]), { user: 'agree', optional: true } as const];
  const make = (
    step: StepName,
    id: string,
    title: string,
    change: Pick<CatalogueScenario, 'rules' | 'play'>,
    answers: ExpectedAnswer[],
  ): CatalogueScenario => ({
    name: `${dialect.id}/retry/${step}/${id}`,
    title,
    when: 'A disturbance that passes: who tries again gets through.',
    source: 'simulator',
    step,
    dialect: dialect.id,
    ...change,
    expect: { answers },
  });
  const [start, call, agree, exchange] = login(ground);
  const twice = (step: StepName, outcome: string) => [{ at: step, outcome, times: 2 }];
  return [
    ...FAILING.flatMap(([step, outcome, ends]) => [
      make(
        step,
        'twice-then-well',
        `${step} fails twice, then works`,
        { rules: twice(step, outcome), play: [tap, ...attempt, ...attempt, ...attempt] },
        [seen(dialect, ends, 1), seen(dialect, ends, 2), seen(dialect, 'granted', 3)],
      ),
      make(
        step,
        'first-well-then-never-again',
        `${step} works once, then fails for good`,
        {
          // The dialog of the second call opens because the agreement has been withdrawn.
          rules: [{ at: step, outcome, from: step === 'spi.getAuthCode' ? 3 : 2, times: 'always' }],
          play: [tap, ...attempt, { grant: { [scope]: false } }, ...attempt],
        },
        [seen(dialect, ends, 2), seen(dialect, 'granted', 1)],
      ),
    ]),
    make(
      'merchant.request',
      'twice-then-well',
      "The program's server is down twice, then works",
      {
        rules: twice('merchant.request', 'http-503'),
        play: [start, call, agree, exchange, exchange, exchange].filter((item) => item !== undefined),
      },
      [
        answer('merchant.request', '503', 1),
        answer('merchant.request', '503', 2),
        answer('merchant.request', '200', 3),
        answer('openapi.applyToken', 'SUCCESS', 1),
      ],
    ),
    make(
      'openapi.applyToken',
      'twice-then-well',
      'The platform does not know twice, then answers',
      {
        rules: twice('openapi.applyToken', 'unknown-exception'),
        play: [start, call, agree, exchange, exchange, exchange].filter((item) => item !== undefined),
      },
      [
        answer('openapi.applyToken', 'UNKNOWN_EXCEPTION', 1),
        answer('openapi.applyToken', 'UNKNOWN_EXCEPTION', 2),
        answer('openapi.applyToken', 'SUCCESS', 3),
      ],
    ),
  ];
}
