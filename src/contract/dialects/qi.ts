import type { Dialect, DialectScope } from './schema.ts';

const scope = (name: string, description: string, table: boolean, note: boolean): DialectScope => ({
  name,
  description,
  silent: { table, note },
  source: '001',
});

/** The failure that nothing in document 001 has a code of its own for. */
const unlisted = (note: string) => ({
  error: 3,
  errorMessage: 'ERROR_CODE_UNKNOWN_ERROR',
  note,
  source: 'simulator' as const,
});

const userCancel = (note: string) => ({
  error: 1001,
  errorMessage: 'ERROR_CODE_USER_CANCEL',
  note,
  source: '001' as const,
});

/** Document 001: `my.getAuthCode` of the Qi wallet. */
export const qi: Dialect = {
  id: 'qi',
  title: 'Qi wallet',
  document: '001',
  scopes: [
    scope('auth_base', 'Authorized to obtain the unique user ID.', true, true),
    scope('USER_ID', 'Authorized to obtain the unique user ID.', true, false),
    scope('USER_LOGIN_ID', "Authorized to obtain the user's login ID.", true, false),
    scope('HASH_LOGIN_ID', 'Authorized to obtain the hash user login ID.', true, false),
    scope('auth_user', 'Authorized to obtain the basic user information.', false, false),
    scope('USER_NAME', 'Authorized to obtain the user name.', false, false),
    scope('USER_AVATAR', 'Authorized to obtain the user avatar.', false, false),
    scope('USER_GENDER', "Authorized to obtain the user's gender.", false, false),
    scope('USER_BIRTHDAY', "Authorized to obtain the user's birthday.", false, false),
    scope('USER_NATIONALITY', "Authorized to obtain the user's nationality.", false, false),
    scope('USER_CONTACTINFO', "Authorized to obtain the user's contact information.", false, false),
    scope(
      'NOTIFICATION_INBOX',
      "Authorized to send notification to user's notification in app inbox.",
      false,
      false,
    ),
    scope('AGREEMENT_PAY', "Authorized to auto-debit payment from user's balance or card.", false, false),
  ],
  silentPolicies: [
    {
      id: 'table',
      description:
        'The column "Silent authorization" of the scope table: auth_base, USER_ID, USER_LOGIN_ID and HASH_LOGIN_ID are granted without a dialog.',
      note: "The document's table and the note under it contradict each other; the table is the default.",
      source: '001',
    },
    {
      id: 'note',
      description:
        'The note under the table: auth_base is used to silently obtain user ID only; all the other scopes are used for proactive user authorization.',
      source: '001',
    },
  ],
  scopesParameter: { array: true, string: false, default: null, source: '001' },
  authCode: {
    length: 32,
    alphabet: 'alphanumeric',
    note: 'As long as the code of the success sample.',
    source: '001',
  },
  success: {
    authSuccessScopes: 'partial',
    authErrorScopes: 'partial',
    note: 'Both are "Required: No", and the success sample has authCode alone.',
    source: '001',
  },
  failure: {
    shape: 'both',
    refusedScopeCode: '10001',
    note: "The failure sample has authErrorScopes alone, the error table promises a code: both are given at once. The value 10001 is the sample's.",
    source: '001',
  },
  failures: {
    rejected: userCancel('The user presses Reject.'),
    dismissed: userCancel('Closing the dialog is a cancel too: the document knows no other word for it.'),
    backedOut: userCancel('Going back is a cancel too.'),
    backgrounded: userCancel('A dialog that closes with the app counts as cancelled.'),
    cancelled: userCancel('The service answers SPI error 1001, which has the same name.'),
    timeout: {
      error: 1003,
      errorMessage: 'ERROR_CODE_TIMEOUT',
      note: 'Nobody answers the dialog in time, or the service does not.',
      source: '001',
    },
    serviceError: {
      error: 1002,
      errorMessage: 'ERROR_CODE_APP_SERVICE_ERROR',
      note: 'The service throws, or answers SPI error 1002, which has the same name.',
      source: '001',
    },
    systemError: {
      error: 1000,
      errorMessage: 'ERROR_CODE_UNKNOWN_ERROR',
      note: 'SPI error 1005 of document 000 is not in the error table of document 001.',
      source: 'simulator',
    },
    unknownError: {
      error: 1000,
      errorMessage: 'ERROR_CODE_UNKNOWN_ERROR',
      note: 'The service answers SPI error 1000, which has the same name, or something of the wrong shape.',
      source: '001',
    },
    emptyCode: {
      error: 1000,
      errorMessage: 'ERROR_CODE_UNKNOWN_ERROR',
      note: 'The document has no code for an answer without authCode.',
      source: 'simulator',
    },
    pending: {
      error: 2001,
      errorMessage: 'ERROR_CODE_AUTH_PENDING_AGREEMENT',
      note: 'The service still answers SPI error 2001 after the dialog, or another dialog is open.',
      source: '001',
    },
    badArguments: unlisted('The document has no code for bad arguments.'),
    noScope: unlisted('The document has no code for a scope that it does not list; as bad arguments.'),
    noPermission: unlisted(
      'The document has no code for a scope that the program may not have; as bad arguments.',
    ),
    firstScreen: unlisted(
      'Document 002, FAQ 2, forbids consent on the first screen and gives no code for it.',
    ),
    hostFailure: unlisted(
      "The table lists the name ERROR_CODE_UNKNOWN_ERROR twice; 3 is the super app's own.",
    ),
  },
  codes: [
    { code: 3, message: 'ERROR_CODE_UNKNOWN_ERROR', source: '001' },
    { code: 1000, message: 'ERROR_CODE_UNKNOWN_ERROR', source: '001' },
    { code: 1001, message: 'ERROR_CODE_USER_CANCEL', source: '001' },
    { code: 1002, message: 'ERROR_CODE_APP_SERVICE_ERROR', source: '001' },
    { code: 1003, message: 'ERROR_CODE_TIMEOUT', source: '001' },
    {
      code: 2001,
      message: 'ERROR_CODE_AUTH_PENDING_AGREEMENT',
      asPrinted: 'ERRORLCODE_AUTH_PENDING_AGREEMENT',
      note: 'A slip of the document; document 000 has the name without it.',
      source: '001',
    },
  ],
  consent: {
    perScopeTicks: true,
    note: 'The document names scopes that succeed beside scopes that fail, so the user can choose; how is left open.',
    source: 'simulator',
  },
  openapi: { version: 'v1', note: "The wallet's server pages are v1.", source: 'platform' },
  defaults: {
    toastDuration: 2000,
    okText: 'OK',
    cancelText: 'Cancel',
    siteName: 'QI',
    note: "siteName is the simulator's choice.",
    source: 'platform',
  },
};
