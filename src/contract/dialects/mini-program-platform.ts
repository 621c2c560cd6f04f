import type { Dialect, DialectScope } from './schema.ts';

const scope = (name: string, description: string, silent = false): DialectScope => ({
  name,
  description,
  silent: { document: silent },
  source: '004',
});

type Source = Dialect['document'];
const invalid = (source: Source, note: string) => ({
  error: 2,
  errorMessage: 'Invalid parameters',
  note,
  source,
});
const unknown = (source: Source, note: string) => ({ error: 3, errorMessage: 'Unknown error', note, source });
const empty = (source: Source, note: string) => ({ error: 10, errorMessage: 'Empty data', note, source });
const cancelled = (source: Source, note: string) => ({
  error: 11,
  errorMessage: "User's authorization is cancelled",
  note,
  source,
});

/** Document 004: `my.getAuthCode` of the generic Mini Program Platform. */
export const miniProgramPlatform: Dialect = {
  id: 'mini-program-platform',
  title: 'Mini Program Platform',
  document: '004',
  scopes: [
    scope('auth_base', 'Authorized to silently obtain user ID only.', true),
    scope('auth_user', 'Authorized to obtain user ID and other user information.'),
    scope('SEND_MESSAGE', 'Authorized to send notifications to the user via SMS, PUSH, or INBOX.'),
    scope('USER_NICKNAME', 'Authorized to obtain the user nickname.'),
    scope('USER_NAME', 'Authorized to obtain the user name.'),
    scope('USER_LOGIN_ID', "Authorized to obtain the user's login ID."),
    scope('PLAINTEXT_USER_LOGIN_ID', "Authorized to obtain the user's plaintext login ID."),
    scope('HASH_LOGIN_ID', 'Authorized to obtain the hash user login ID.'),
    scope('USER_AVATAR', 'Authorized to obtain the user avatar.'),
    scope('USER_GENDER', "Authorized to obtain the user's gender."),
    scope('USER_BIRTHDAY', "Authorized to obtain the user's birthday."),
    scope('USER_NATIONALITY', "Authorized to obtain the user's nationality."),
    scope('USER_CONTACTINFO', "Authorized to obtain the user's contact information."),
    scope('USER_ADDRESS', "Authorized to obtain the user's address."),
    scope('PLAINTEXT_MOBILE_PHONE', "Authorized to obtain the user's plaintext phone number."),
  ],
  silentPolicies: [
    {
      id: 'document',
      description:
        'auth_base is used to silently obtain user ID only. All the other scopes are used for proactive user authorization.',
      source: '004',
    },
  ],
  scopesParameter: { array: true, string: false, default: null, source: '004' },
  authCode: {
    length: 13,
    alphabet: 'digits',
    note: 'As long as the masked code of the success sample.',
    source: '004',
  },
  success: {
    authSuccessScopes: 'always',
    authErrorScopes: 'always',
    note: 'The table says "Required: Yes" for both; the sample leaves authErrorScopes out. The table is followed: {} when nothing was refused.',
    source: '004',
  },
  failure: {
    shape: 'both',
    refusedScopeCode: '10001',
    note: 'The failure sample has authErrorScopes alone, the error table promises code and message: both are given at once. The sample masks the value as 1***1; document 001 prints it in full.',
    source: '004',
  },
  failures: {
    rejected: cancelled('004', 'The user presses Reject.'),
    dismissed: cancelled('simulator', 'Closing the dialog counts as cancelling it.'),
    backedOut: cancelled('simulator', 'Going back counts as cancelling it.'),
    backgrounded: cancelled('simulator', 'A dialog that closes with the app counts as cancelled.'),
    cancelled: cancelled('004', 'The service answers SPI error 1001: the user cancels the operation.'),
    timeout: empty('004', 'The request to authorize timed out.'),
    serviceError: unknown('simulator', 'The document has no code for SPI error 1002.'),
    systemError: unknown('simulator', 'The document has no code for SPI error 1005.'),
    unknownError: unknown(
      '004',
      'The service answers SPI error 1000, unknown error, or something of the wrong shape.',
    ),
    emptyCode: empty('platform', 'Another page of the platform words code 10 as "Empty authCode".'),
    pending: unknown('simulator', 'The document has no code for SPI error 2001.'),
    badArguments: invalid('004', 'The arguments are not what the parameter table allows.'),
    noScope: invalid(
      'simulator',
      'The document lists none of the requested scopes: the value of scopes is not valid here.',
    ),
    noPermission: invalid(
      'simulator',
      'The document has no code for a scope that the program may not have; as a value that is not valid.',
    ),
    firstScreen: unknown(
      'simulator',
      'Document 002, FAQ 2, forbids consent on the first screen and gives no code for it.',
    ),
    hostFailure: unknown('simulator', 'The super app itself failed.'),
  },
  codes: [
    {
      code: 2,
      message: 'Invalid parameters',
      furtherAction: 'Check whether the …',
      note: 'The sentence breaks off in the document; the only parameter with rules of its own is scopes.',
      source: '004',
    },
    {
      code: 3,
      message: 'Unknown error',
      note: 'The document leaves "Further action" empty.',
      source: '004',
    },
    {
      code: 10,
      message: 'Empty data',
      furtherAction:
        'The error is caused because the request to authorize the network failed or timeout. Retry to call this API. If the problem still exists, please contact overseas_support@service.alibaba.com for assistance.',
      source: '004',
    },
    {
      code: 11,
      message: "User's authorization is cancelled",
      furtherAction:
        'Explain to the user about the purpose and necessity of obtaining the user information. Then help to instruct the user to action again.',
      source: '004',
    },
  ],
  consent: {
    perScopeTicks: true,
    note: 'The document names scopes that succeed beside scopes that fail, so the user can choose; how is left open.',
    source: 'simulator',
  },
  openapi: {
    version: 'v1',
    note: "The platform's newer server pages are v2; v1 is spoken here because it is the version that is published in full.",
    source: 'simulator',
  },
  defaults: {
    toastDuration: 2000,
    okText: 'OK',
    cancelText: 'Cancel',
    siteName: 'MINIAUTH',
    note: "siteName is the simulator's choice.",
    source: 'platform',
  },
};
