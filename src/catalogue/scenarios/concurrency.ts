import type { PlayItem, Scenario } from '../../contract/scenario.ts';
import type { StepName } from '../../contract/steps.ts';
import type { Ground } from './ground.ts';
import { answer, ask, type CatalogueScenario, seen, tap } from './make.ts';

/** Two things at once, and what arrives when nobody waits for it any more. */
export function concurrencyScenarios({ dialect, ask: scope, silent }: Ground): CatalogueScenario[] {
  const make = (
    id: string,
    title: string,
    when: string,
    play: PlayItem[],
    expect: NonNullable<Scenario['expect']>,
    change: Partial<Scenario> & { step?: StepName } = {},
  ): CatalogueScenario => ({
    name: `${dialect.id}/concurrency/${id}`,
    title,
    when,
    source: 'simulator',
    step: 'jsapi.getAuthCode',
    dialect: dialect.id,
    play: [tap, ...play],
    expect,
    ...change,
  });
  const first = ask(dialect, [scope], 'first');
  const second = ask(dialect, [scope], 'second');
  const agree: PlayItem = { user: 'agree' };
  const login = (code: string): PlayItem => ({ merchant: 'login', code });
  return [
    make(
      'second-call-while-asked',
      'A second call while the dialog is open',
      'A double tap: the second call needs the same dialog and fails as pending, the first goes on.',
      [first, second, agree],
      {
        answers: [
          seen(dialect, 'pending', 1),
          seen(dialect, 'granted', 2),
          answer('spi.getAuthCode', '2001', 2),
          answer('user.authorize', 'agree'),
        ],
        granted: [scope],
      },
    ),
    ...(silent === undefined
      ? []
      : [
          make(
            'silent-call-while-asked',
            'A silent call while the dialog is open',
            'The program asks for the user id beside: that needs no dialog and succeeds at once.',
            [first, ask(dialect, [silent], 'second'), { user: 'reject' }],
            {
              answers: [seen(dialect, 'granted', 1), seen(dialect, 'rejected', 2)],
              granted: [],
            },
          ),
        ]),
    make(
      'second-call-after-the-dialog',
      'A second call after the dialog',
      'The program calls again when the user has agreed: nobody is asked twice.',
      [first, agree, second],
      {
        answers: [
          seen(dialect, 'granted', 1),
          seen(dialect, 'granted', 2),
          answer('user.authorize', 'agree', 1),
        ],
        granted: [scope],
      },
    ),
    make(
      'two-calls-one-fails',
      'Two calls at once, one fails',
      "The wallet's service fails once: only the call that it failed for ends, the other one is not touched.",
      [first, second, { user: 'agree', optional: true }],
      { answers: [seen(dialect, 'unknownError', 1), seen(dialect, 'granted', 2)] },
      { step: 'spi.getAuthCode', rules: [{ at: 'spi.getAuthCode', outcome: 'unknown-error' }] },
    ),
    make(
      'late-answer',
      'An answer after the time limit',
      'The service answers when the call has given up: the late answer is ignored, a new call works.',
      [first, { wait: '30s' }, second, agree],
      {
        answers: [
          seen(dialect, 'timeout', 1),
          seen(dialect, 'granted', 2),
          answer('spi.getAuthCode', 'timeout', 1),
        ],
      },
      { step: 'spi.getAuthCode', rules: [{ at: 'spi.getAuthCode', outcome: 'late' }] },
    ),
    make(
      'late-agreement',
      'The user agrees, and the answer of the dialog comes too late',
      'The app was frozen with the sheet open: the call has timed out, and nothing is granted.',
      [first, agree, { wait: '5m' }],
      { answers: [seen(dialect, 'timeout'), answer('user.authorize', 'timeout')], granted: [] },
      { step: 'user.authorize', rules: [{ at: 'user.authorize', outcome: 'late' }] },
    ),
    make(
      'duplicate-answer',
      'The answer is delivered twice',
      'A layer between app and runtime calls back twice: only the first may count.',
      [first, agree, login('first')],
      { answers: [seen(dialect, 'granted'), answer('openapi.applyToken', 'SUCCESS', 1)] },
      { rules: [{ at: 'jsapi.getAuthCode', outcome: 'twice' }] },
    ),
    make(
      'code-sent-twice',
      'The program sends its code twice',
      'A double click on the button: two requests with the same code, the second exchange is refused.',
      [first, agree, login('first'), login('first')],
      { answers: [answer('openapi.applyToken', 'USED_CODE', 2), answer('openapi.applyToken', 'SUCCESS', 1)] },
      { step: 'openapi.applyToken' },
    ),
    make(
      'page-left-while-asked',
      'The page is left while the dialog is open',
      'The program reloads under the sheet: the dialog closes, nothing is granted, no callback runs.',
      [first, { page: 'reload' }],
      {
        answers: [],
        steps: ['user.authorize'],
        absent: ['wallet.submitConsent', 'wallet.issueCode'],
        granted: [],
      },
      { step: 'user.authorize' },
    ),
    make(
      'page-left-and-again',
      'The page is left while the dialog is open, and asks again',
      'After the reload the new page is asked for as if nothing had been.',
      [first, { page: 'reload' }, second, agree],
      { answers: [seen(dialect, 'granted'), answer('user.authorize', 'agree')], granted: [scope] },
      { step: 'user.authorize' },
    ),
    make(
      'page-left-before-the-code',
      'The page is left before the code arrives',
      'The user agreed and the program reloads while the code is on its way: what was agreed stays, the code reaches nobody.',
      [first, agree, { page: 'reload' }, { wait: '1m' }],
      { answers: [], steps: ['wallet.issueCode'], absent: ['merchant.request'], granted: [scope] },
      { step: 'wallet.issueCode', rules: [{ at: 'wallet.issueCode', outcome: 'slow' }] },
    ),
    make(
      'background-while-asked',
      'The app goes to the background while the dialog is open',
      'A phone call comes; when the user is back the sheet is gone.',
      [first, { page: 'background' }, { page: 'foreground' }],
      { answers: [seen(dialect, 'backgrounded'), answer('user.authorize', 'background')], granted: [] },
      { step: 'user.authorize' },
    ),
  ];
}
