import { REQUEST_ERRORS } from '../../contract/jsapi/request.ts';
import { codeAnswered, type Outcome, outcomesFor } from '../../contract/outcomes/index.ts';
import type { PlayItem } from '../../contract/scenario.ts';
import type { Ground } from './ground.ts';
import { answer, type CatalogueScenario, type ExpectedAnswer, login } from './make.ts';

const STEP = 'merchant.request';

/** The program's own server and the way to it: every HTTP and network failure that the platform's pages know. */
export function merchantScenarios(ground: Ground): CatalogueScenario[] {
  const { dialect } = ground;
  return [
    ...outcomesFor(STEP, dialect).map(
      (outcome): CatalogueScenario => ({
        name: `${dialect.id}/${STEP}/${outcome.id}`,
        title: outcome.title,
        when: outcome.when,
        source: outcome.source,
        step: STEP,
        dialect: dialect.id,
        rules: [{ at: STEP, outcome: outcome.id, times: 'always' }],
        play: login(ground),
        expect: { answers: answersOf(outcome) },
      }),
    ),
    ...sessions(ground),
  ];
}

/** What the way answers, and what `my.request` makes of it by the platform's table of errors. */
function answersOf(outcome: Outcome): ExpectedAnswer[] {
  const { id, effect } = outcome;
  const code = codeAnswered(STEP, outcome);
  const both = (own: string | null, seen: number | null) => [
    answer(STEP, own),
    answer('jsapi.request', seen),
  ];
  // Nothing came within the time limit of the request.
  if ('never' in effect || 'drop' in effect || 'late' in effect)
    return both('timeout', REQUEST_ERRORS.timeout);
  if (id.startsWith('network-')) return both(code ?? null, Number(code));
  if (id.startsWith('http-')) return both(code ?? null, REQUEST_ERRORS.httpStatus);
  const undecodable = ['not-json', 'empty', 'malformed'].includes(id);
  return both('200', undecodable ? REQUEST_ERRORS.decode : null);
}

/** What the merchant server does with the tokens that it keeps. */
function sessions(ground: Ground): CatalogueScenario[] {
  const { dialect } = ground;
  const make = (
    id: string,
    title: string,
    when: string,
    play: PlayItem[],
    answers: ExpectedAnswer[],
    absent: string[] = [],
  ): CatalogueScenario => ({
    name: `${dialect.id}/merchant/${id}`,
    title,
    when,
    source: 'platform',
    step: STEP,
    dialect: dialect.id,
    play,
    expect: { answers, absent },
  });
  return [
    make(
      'user-again',
      'The user is asked for again with the kept token',
      'The visitor comes back while the access token is good.',
      [...login(ground), { merchant: 'userInfo' }],
      [answer(STEP, '200'), answer('openapi.inquiryUserInfo', 'SUCCESS', 2)],
    ),
    make(
      'refresh',
      'The tokens are renewed',
      'The access token runs out and the server renews it with its refresh token.',
      [...login(ground), { wait: '2h' }, { merchant: 'refresh' }, { merchant: 'userInfo' }],
      [
        answer(STEP, '200'),
        answer('openapi.applyToken', 'SUCCESS', 2),
        answer('openapi.inquiryUserInfo', 'SUCCESS'),
      ],
    ),
    make(
      'logout',
      'The token is given back',
      'The user signs out at the merchant, who revokes the token.',
      [...login(ground), { merchant: 'revoke' }, { merchant: 'userInfo' }],
      [
        answer(STEP, '200'),
        answer('openapi.cancelToken', 'SUCCESS'),
        answer('openapi.inquiryUserInfo', 'INVALID_ACCESS_TOKEN'),
      ],
    ),
    make(
      'no-session',
      'Nobody has logged in yet',
      'The program asks for the user before it sent a code: the server keeps no token.',
      [{ merchant: 'userInfo' }],
      [answer(STEP, '200')],
      ['openapi.inquiryUserInfo'],
    ),
  ];
}
