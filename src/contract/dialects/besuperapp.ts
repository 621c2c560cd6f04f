import { miniProgramPlatform } from './mini-program-platform.ts';
import type { Dialect, DialectScope } from './schema.ts';

type Source = Dialect['document'];
const line =
  (error: number, errorMessage: string) =>
  (source: Source, note: string): Dialect['failures']['rejected'] => ({ error, errorMessage, note, source });

/** The super app's own answers. */
const unknown = line(3, 'Unknown error!');
const empty = line(10, 'Empty authCode');
const cancelled = line(11, "User's authorization is cancelled");
/** The service's answers, passed through. */
const spi1000 = line(1000, 'Unknown error');
const spi1001 = line(1001, 'The user cancels the operation.');
const spi1005 = line(1005, 'System error');

const passedThrough = 'A code of the SPI, passed through; the message is that of document 000.';

/** This wallet's table of scopes is not published in full: the generic platform's stands in for it. */
const scopes: DialectScope[] = [
  ...miniProgramPlatform.scopes.map((scope) => ({
    ...scope,
    silent: { workspace: scope.name === 'auth_base' },
    note: "The wallet's own table of scopes could not be read; as the generic platform, document 004.",
  })),
  {
    name: 'AGREEMENT_PAY',
    description: "Authorized to auto-debit payment from user's balance or card.",
    silent: { workspace: false },
    note: "The wallet's page on prepare names it, without a description; the words are those of document 001.",
    source: 'platform',
  },
];

/**
 * The wallet of the "Be Super App" workspace: the one published page with the codes of both layers in one table, the
 * super app's (3, 10, 11) and the service's (1000, 1001, 1005).
 */
export const besuperapp: Dialect = {
  id: 'besuperapp',
  title: 'Be Super App',
  document: 'platform',
  scopes,
  silentPolicies: [
    {
      id: 'workspace',
      description: 'auth_base is granted silently; the user agrees to every other scope.',
      note: "From the workspace's pages on the OAuthService, which name auth_base and auth_user alone; the rest as document 004.",
      source: 'platform',
    },
  ],
  scopesParameter: { array: true, string: false, default: null, source: 'platform' },
  authCode: {
    length: 32,
    alphabet: 'alphanumeric',
    note: 'No sample is published; the server API takes codes of at most 64 characters.',
    source: 'simulator',
  },
  success: {
    authSuccessScopes: 'partial',
    authErrorScopes: 'partial',
    note: 'Every field of the result is optional: both are there when some of the scopes were not granted.',
    source: 'platform',
  },
  failure: {
    shape: 'error',
    refusedScopeCode: '10001',
    note: 'The page shows error and errorMessage alone. It gives no value for a refused scope; 10001 is from document 001.',
    source: 'platform',
  },
  failures: {
    rejected: cancelled(
      'platform',
      "Reject in the super app's dialog is its own 11, not the service's 1001.",
    ),
    dismissed: cancelled(
      'simulator',
      'The page does not say when 11 is given; closing counts as cancelling.',
    ),
    backedOut: cancelled(
      'simulator',
      'The page does not say when 11 is given; going back counts as cancelling.',
    ),
    backgrounded: empty(
      'simulator',
      'Nobody cancelled and no code came: as Alipay in China, which gives 10 for an app that went to the background.',
    ),
    cancelled: spi1001('platform', 'The service answers SPI error 1001, which is passed through.'),
    timeout: empty(
      'simulator',
      'The table lacks SPI error 1003; document 004 gives 10 when the request failed or timed out.',
    ),
    serviceError: spi1000(
      'simulator',
      'The table lacks SPI error 1002: an error of the service that has no line is its unknown error.',
    ),
    systemError: spi1005('platform', 'The service answers SPI error 1005, which is passed through.'),
    unknownError: spi1000(
      'platform',
      'The service answers SPI error 1000, which is passed through, or something of the wrong shape.',
    ),
    emptyCode: empty('platform', 'The service answers without a code, as the message says.'),
    pending: unknown('simulator', 'The table lacks SPI error 2001: the super app gives up.'),
    badArguments: unknown('simulator', 'The table has no code for bad arguments.'),
    noScope: unknown('simulator', 'The table has no code for a scope that the wallet does not know.'),
    noPermission: unknown('simulator', 'The table has no code for a scope that the program may not have.'),
    firstScreen: unknown(
      'simulator',
      'Document 002, FAQ 2, forbids consent on the first screen and gives no code for it.',
    ),
    hostFailure: unknown('simulator', 'The super app itself failed.'),
  },
  codes: [
    { code: 3, message: 'Unknown error!', source: 'platform' },
    { code: 10, message: 'Empty authCode', source: 'platform' },
    { code: 11, message: "User's authorization is cancelled", source: 'platform' },
    { code: 1000, message: 'Unknown error', note: passedThrough, source: 'platform' },
    { code: 1001, message: 'The user cancels the operation.', note: passedThrough, source: 'platform' },
    { code: 1005, message: 'System error', note: passedThrough, source: 'platform' },
  ],
  consent: {
    perScopeTicks: true,
    note: 'The result can name scopes that succeed beside scopes that fail, so the user can choose; how is left open.',
    source: 'simulator',
  },
  openapi: { version: 'v1', note: "The wallet's server pages are v1.", source: 'platform' },
  defaults: {
    toastDuration: 2000,
    okText: 'OK',
    cancelText: 'Cancel',
    siteName: 'BESUPERAPP',
    note: "siteName is the simulator's choice.",
    source: 'platform',
  },
};
