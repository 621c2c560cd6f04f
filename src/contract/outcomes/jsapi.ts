import type { Dialect } from '../dialects/schema.ts';
import { jsapiInfo } from '../jsapi/names.ts';
import { OPEN_RESULTS } from '../jsapi/open.ts';
import { CANCELLED, FILE_ERRORS, PAY_RESULTS, SCAN_CANCELLED } from '../jsapi/results.ts';
import type { JsonObject } from '../json.ts';
import { FAILURE_KINDS, type FailureKind } from '../outcome.ts';
import type { Source } from '../steps.ts';
import { NETWORK_CODES } from './merchant.ts';
import { madeUpCode } from './spi.ts';
import type { Outcome } from './types.ts';

/** When each ending happens, as the end of "when …". */
const WHEN: Record<FailureKind, string> = {
  rejected: 'the user rejects',
  dismissed: 'the user closes the dialog',
  backedOut: 'the user leaves the dialog by Back',
  backgrounded: 'the app goes to the background',
  cancelled: 'the user cancels in a page of the wallet',
  timeout: 'nobody answers in time',
  serviceError: "the wallet's service is down",
  systemError: 'the system fails',
  unknownError: "the wallet's service fails and does not know why",
  emptyCode: 'the service answers without a code',
  pending: 'the agreement is still pending',
  badArguments: 'scopes is not what it should be',
  noScope: 'the wallet knows no requested scope',
  noPermission: 'no requested scope may be granted to the program',
  firstScreen: 'consent is asked for on the first screen',
  hostFailure: 'the super app fails',
};

const orList = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;

/** `jsapi.getAuthCode`: each code that the dialect's document lists, and answers that no document promises. */
export function getAuthCodeOutcomes(dialect: Dialect): Outcome[] {
  return [
    ...dialect.codes.map((line): Outcome => {
      const kinds = FAILURE_KINDS.filter((kind) => dialect.failures[kind].error === line.code);
      return {
        id: `code-${line.code}`,
        title: `${line.message.replace(/\.$/, '')} (${line.code})`,
        when:
          kinds.length > 0
            ? `The wallet answers this when ${orList(kinds.map((kind) => WHEN[kind]))}.`
            : 'The document lists it and does not say when.',
        source: line.source,
        effect: { reply: { value: { fail: { error: line.code, errorMessage: line.message } } } },
      };
    }),
    {
      id: 'refused-scopes-only',
      title: 'Only the refused scopes, no error code',
      when: "The documents' failure sample: authErrorScopes alone, so code that reads res.error finds nothing.",
      source: dialect.failure.source,
      effect: {
        reply: { value: { fail: { authErrorScopes: { auth_user: dialect.failure.refusedScopeCode } } } },
      },
    },
    {
      id: 'unknown-code',
      title: 'A code that the wallet does not know',
      when: 'The code got mixed up on its way: the exchange at the platform will refuse it.',
      source: 'simulator',
      effect: { reply: { value: { success: { authCode: madeUpCode(dialect, '13579') } } } },
    },
    {
      id: 'success-without-code',
      title: 'Success without a code',
      when: 'The wallet calls success, and the authCode in it is missing.',
      source: 'simulator',
      effect: { reply: { value: { success: {} } } },
    },
  ];
}

const fail = (id: string, title: string, when: string, error: number, errorMessage: string): Outcome => ({
  id,
  title,
  when,
  source: 'platform',
  effect: { reply: { value: { fail: { error, errorMessage } } } },
});

const ANY: readonly Outcome[] = [
  fail(
    'not-implemented',
    'The wallet does not have this call (1)',
    'An older version of the app, or a wallet that leaves it out.',
    1,
    'not implemented!',
  ),
  fail(
    'bad-parameter',
    'A parameter is wrong (2)',
    'The wallet is stricter than the developer thought.',
    2,
    'invalid parameter!',
  ),
  fail('unknown-error', 'An unknown error (3)', 'Something fails in the app.', 3, 'unknown error!'),
  fail(
    'no-permission',
    'The program may not call this (4)',
    'The call is not in the packages that the program applied for; works in a developer tool, fails on a phone.',
    4,
    'no permission (N22104)',
  ),
];

const answer = (
  id: string,
  title: string,
  when: string,
  success: JsonObject,
  source: Source = 'platform',
): Outcome => ({
  id,
  title,
  when,
  source,
  effect: { reply: { value: { success } } },
});

/** A result of the open calls, as members of the failure and as the text that some pages print. */
const openResult = (
  id: string,
  title: string,
  when: string,
  result: { code: string; msg: string },
): Outcome => ({
  id,
  title,
  when,
  source: 'platform',
  effect: {
    reply: {
      value: {
        fail: {
          ...result,
          error: Number(result.code),
          errorMessage: result.msg,
          response: JSON.stringify({ response: result }),
        },
      },
    },
  },
});
const OPEN = [
  openResult(
    'not-agreed',
    'The user has not agreed (40003)',
    'The call comes before my.getAuthCode, or the user has withdrawn the consent.',
    OPEN_RESULTS.notAuthorized,
  ),
  openResult(
    'not-applied',
    'The program has not applied for it (40006)',
    'The product behind the data is not bound to the mini program.',
    OPEN_RESULTS.notApplied,
  ),
];

const FULL: readonly Outcome[] = [
  fail(
    'storage-full',
    'The storage is full (12)',
    'The program has used its 10 MB.',
    12,
    'the storage limit is reached',
  ),
  fail(
    'data-too-long',
    'The data is too long (14)',
    'More than 200 KB under one key.',
    14,
    'the data is too long',
  ),
];

/** Writes of the page to localStorage and sessionStorage, as the HTML standard has it. */
export function pageStorageOutcomes(): Outcome[] {
  return [
    {
      id: 'quota',
      title: 'The storage is full: setItem throws QuotaExceededError',
      when: 'The phone has no room left, or the web view keeps nothing in private mode.',
      source: 'simulator',
      effect: { reply: { failure: { kind: 'threw', message: 'QuotaExceededError' } } },
    },
    {
      id: 'not-kept',
      title: 'The write is lost',
      when: 'The web view was ended before it had written: nothing fails, and the value is gone.',
      source: 'simulator',
      effect: { reply: { value: {} } },
    },
  ];
}

/** The user leaves the phone's own page. */
const cancelled = ({ error, errorMessage }: { error: number; errorMessage: string }) =>
  fail(
    'user-cancelled',
    `The user cancels (${error})`,
    "The user leaves the phone's own page without a choice.",
    error,
    errorMessage,
  );
const paid = (id: keyof typeof PAY_RESULTS, title: string, when: string) =>
  answer(`pay-${id}`, `${title} (${PAY_RESULTS[id]})`, when, { resultCode: PAY_RESULTS[id] });

const PARTICULAR: ReadonlyMap<string, readonly Outcome[]> = new Map<string, readonly Outcome[]>([
  [
    'confirm',
    [answer('cancel', 'The user cancels', 'Cancel is a success with confirm: false.', { confirm: false })],
  ],
  [
    'prompt',
    [
      answer('cancel', 'The user cancels', 'Cancel is a success with ok: false.', {
        ok: false,
        inputValue: '',
      }),
    ],
  ],
  [
    'showActionSheet',
    [answer('cancel', 'The user cancels', 'Cancel is a success with index -1.', { index: -1 })],
  ],
  [
    'getNetworkType',
    [
      answer('offline', 'There is no network', 'The phone is in a tunnel or in flight mode.', {
        networkAvailable: false,
        networkType: 'NOTREACHABLE',
        networkInfo: 'NOTREACHABLE',
      }),
    ],
  ],
  ...['chooseImage', 'datePicker', 'addPhoneContact'].map((name) => [name, [cancelled(CANCELLED)]] as const),
  ['scan', [cancelled(SCAN_CANCELLED)]],
  [
    'optionsSelect',
    [
      answer('cancel', 'The user cancels', 'Cancel is a success with nothing selected.', {
        selectedOneIndex: '',
        selectedOneOption: '',
        selectedTwoIndex: '',
        selectedTwoOption: '',
      }),
    ],
  ],
  [
    'tradePay',
    [
      paid('cancelled', 'The user cancels the payment', 'The user leaves the cashier without paying.'),
      paid('failed', 'The payment fails', 'The balance is too low, or the order is closed.'),
      paid(
        'processing',
        'The payment is in progress',
        'The bank has not answered yet: ask the server later.',
      ),
      paid('network', 'The network fails while paying', 'The phone loses its connection in the cashier.'),
      paid('unknown', 'Nobody knows whether it was paid', 'It may have been: ask the server.'),
    ],
  ],
  [
    'getLocation',
    [
      fail(
        'location-off',
        'Location is switched off (11)',
        'The user has not let the app or the program know the place.',
        11,
        'location permission is off',
      ),
      fail(
        'location-network',
        'There is no network (12)',
        'The phone cannot ask for its place.',
        12,
        'network error',
      ),
      fail(
        'location-failed',
        'The place is not found (13)',
        'The phone is indoors, or its receiver fails.',
        13,
        'location failed',
      ),
      fail(
        'location-timeout',
        'Finding the place takes too long (14)',
        'The phone finds no satellites in time.',
        14,
        'location timeout',
      ),
    ],
  ],
  [
    'uploadFile',
    [
      fail(
        'no-file',
        'The file does not exist (11)',
        'Temporary files are gone after the program has ended.',
        FILE_ERRORS.noFile,
        'the file does not exist',
      ),
      fail(
        'upload-failed',
        'The upload fails (12)',
        'The connection breaks while the file is sent.',
        FILE_ERRORS.failed,
        'upload failed',
      ),
      fail(
        'upload-refused',
        'The server is not on the list (13)',
        'Its domain is not registered for uploads.',
        FILE_ERRORS.noPermission,
        'no permission',
      ),
    ],
  ],
  [
    'downloadFile',
    [
      fail(
        'download-failed',
        'The download fails (12)',
        'The connection breaks while the file is fetched.',
        FILE_ERRORS.failed,
        'download failed',
      ),
      fail(
        'download-refused',
        'The server is not on the list (13)',
        'Its domain is not registered for downloads.',
        FILE_ERRORS.noPermission,
        'no permission',
      ),
      fail(
        'download-no-http',
        'Plain HTTP is not allowed (20)',
        'Phones fetch files over HTTPS only.',
        20,
        'the requested URL does not support HTTP',
      ),
    ],
  ],
  ...['setStorage', 'setStorageSync'].map((name) => [name, FULL] as const),
  [
    'canIUse',
    [
      {
        id: 'cannot',
        title: 'The wallet does not have it',
        when: 'An older version of the app: my.canIUse answers false.',
        source: 'platform',
        effect: { reply: { value: { success: false } } },
      },
    ],
  ],
  ...['getOpenUserInfo', 'getAuthUserInfo', 'getPhoneNumber'].map((name) => [name, OPEN] as const),
  ...['request', 'httpRequest'].map(
    (name) =>
      [
        name,
        NETWORK_CODES.filter((line) => ![1, 2, 4].includes(line.code)).map((line) =>
          fail(`network-${line.code}`, line.title, line.when, line.code, line.message),
        ),
      ] as const,
  ),
]);

/** Every other `jsapi.<name>`: what the platform's general page lists, and what is particular to the call. */
export function jsapiOutcomes(name: string): Outcome[] {
  // A listener is no hop; what my.canIUse answers is no object.
  if (jsapiInfo(name)?.kind === 'event') return [];
  if (name === 'canIUse') return [...(PARTICULAR.get(name) ?? [])];
  return [...(PARTICULAR.get(name) ?? []), ...ANY];
}
