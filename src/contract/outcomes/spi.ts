import type { Dialect } from '../dialects/schema.ts';
import { spiCodeToFailure } from '../dialects/translate.ts';
import { BASE_SERVICE_ERROR_CODE as SPI, type SpiErrorCode } from '../spi.ts';
import type { Outcome } from './types.ts';

/** The six error codes of document 000, in its order, in words. */
const ERRORS: readonly { code: SpiErrorCode; name: string; message: string; title: string; when: string }[] =
  [
    {
      code: SPI.ERROR_CODE_UNKNOWN_ERROR,
      name: 'unknown-error',
      message: 'Unknown error',
      title: "The wallet's service fails and does not know why",
      when: 'The service catches an exception that it has no word for.',
    },
    {
      code: SPI.ERROR_CODE_USER_CANCEL,
      name: 'user-cancel',
      message: 'The user cancels the operation.',
      title: 'The user cancels in a page of the wallet',
      when: 'The service asked the user in its own way, a PIN or a page of its own, and the user went back.',
    },
    {
      code: SPI.ERROR_CODE_APP_SERVICE_ERROR,
      name: 'service-error',
      message: 'The app service is wrong.',
      title: "The wallet's service is down",
      when: "The service cannot reach the wallet's backend, or the backend refuses.",
    },
    {
      code: SPI.ERROR_CODE_TIMEOUT,
      name: 'timeout',
      message: 'Timeout',
      title: "The wallet's backend does not answer in time",
      when: 'The service gives up waiting for its backend.',
    },
    {
      code: SPI.ERROR_CODE_AUTH_PENDING_AGREEMENT,
      name: 'pending',
      message: 'Authorization is not finished or is pending.',
      title: 'The user has not agreed yet',
      when: 'The scopes need an agreement that the wallet does not have, or not yet.',
    },
    {
      code: SPI.ERROR_CODE_SYSTEM_ERROR,
      name: 'system-error',
      message: 'System error',
      title: 'The system fails',
      when: 'The phone or the runtime fails underneath the service.',
    },
  ];

/** What every method of the SPI can answer instead of its result. */
function anyMethod(): Outcome[] {
  return [
    ...ERRORS.map(
      (line): Outcome => ({
        id: line.name,
        title: line.title,
        when: line.when,
        source: '000',
        effect: { reply: { value: { error: { code: line.code, errorMsg: line.message } } } },
        ends: spiCodeToFailure(line.code),
      }),
    ),
    {
      id: 'threw',
      title: "The wallet's service throws",
      when: 'A bug in the service, or a library that it calls: the promise is rejected.',
      source: 'simulator',
      effect: {
        reply: {
          failure: {
            kind: 'threw',
            message: "TypeError: Cannot read properties of undefined (reading 'token')",
          },
        },
      },
      ends: 'serviceError',
    },
    {
      id: 'unlisted-code',
      title: 'An error code that nobody listed',
      when: 'A service makes up a code of its own: document 000 has no 1004.',
      source: 'simulator',
      effect: { reply: { value: { error: { code: '1004', errorMsg: 'Code of our own' } } } },
      ends: 'unknownError',
    },
    {
      id: 'error-without-code',
      title: 'An error without a code',
      when: 'The service fills error, but not its code: a missing code counts as 1000.',
      source: 'platform',
      effect: { reply: { value: { error: { errorMsg: 'Something went wrong' } } } },
      ends: 'unknownError',
    },
    {
      id: 'react-native-page',
      title: 'The service wants a React Native page',
      when: "Document 000's first sample: showReactNativePage with the page's names. How such a page answers is not published.",
      source: '000',
      effect: {
        reply: {
          value: {
            showReactNativePage: true,
            bundleURLPath: 'index.bundle',
            jsMainModulePath: 'index',
            moduleName: 'ConsentPage',
          },
        },
      },
      ends: 'unknownError',
    },
  ];
}

/** A different ending for one of the outcomes that every method has. */
const but = (outcomes: Outcome[], id: string, change: Partial<Outcome>): Outcome[] =>
  outcomes.map((outcome) => (outcome.id === id ? { ...outcome, ...change } : outcome));

/** `spi.getAuthorizedScopes`: the scopes that the super app supports for granting (document 000). */
export function authorizedScopesOutcomes(): Outcome[] {
  const rest = but(anyMethod(), 'pending', {
    when: 'Makes no sense as an answer to "which scopes are there?", so it counts as an error of the service.',
    ends: 'serviceError',
  });
  return [
    {
      id: 'no-scopes',
      title: 'The wallet supports no scope at all',
      when: 'The program was taken off the list of those that may ask for authorization.',
      source: 'simulator',
      effect: { reply: { value: { authorizedScopes: [] } } },
      ends: 'noPermission',
    },
    {
      id: 'auth-base-only',
      title: 'The wallet supports auth_base only',
      when: 'The program may know who the user is, and nothing more: every other scope is refused before anybody is asked.',
      source: 'simulator',
      effect: { reply: { value: { authorizedScopes: ['auth_base'] } } },
    },
    {
      id: 'empty',
      title: 'An answer without authorizedScopes',
      when: 'The service answers {} and leaves the list out.',
      source: 'simulator',
      effect: { reply: { value: {} } },
      ends: 'unknownError',
    },
    ...rest,
  ];
}

/** `spi.getAuthCode`: a code, or 2001 when the user must agree first (document 000). */
export function authCodeOutcomes(dialect: Dialect): Outcome[] {
  const authCode = madeUpCode(dialect, '24680');
  const rest = but(anyMethod(), 'pending', {
    when: 'The first time the dialog opens; when it is still so after the dialog, the call ends as pending.',
  });
  return [
    {
      id: 'empty',
      title: 'An answer without a code',
      when: 'The service answers {}: no error, but no authCode either.',
      source: 'platform',
      effect: { reply: { value: {} } },
      ends: 'emptyCode',
    },
    {
      id: 'code-without-asking',
      title: 'A code without asking the user',
      when: "The service makes a code itself and never says 2001, as document 000's second sample: the wallet does not overrule it.",
      source: '000',
      effect: { reply: { value: { authCode } } },
      ends: 'granted',
    },
    {
      id: 'scope-not-bound',
      title: 'A code, but the service refuses auth_user',
      when: 'The program was not bound to the data behind the scope: the code is good for auth_base, and auth_user has a code of its own.',
      source: 'platform',
      effect: {
        reply: {
          value: { authCode, authSuccessScopes: ['auth_base'], authErrorScopes: { auth_user: '40006' } },
        },
      },
      ends: 'granted',
    },
    ...rest,
  ];
}

/** `spi.showAuthPage`: `{}` when the user agreed (document 000). */
export function authPageOutcomes(): Outcome[] {
  return [
    {
      id: 'agreed-unasked',
      title: 'The service says agreed, but asked nobody',
      when: 'The service answers {} without a dialog: the backend knows of no agreement, so the code still is not there.',
      source: '000',
      effect: { reply: { value: {} } },
      ends: 'pending',
    },
    ...anyMethod(),
  ];
}

/** A code in the dialect's format that the wallet's backend never issues: `digits` over and over. */
export function madeUpCode(dialect: Dialect, digits: string): string {
  return digits.repeat(dialect.authCode.length).slice(0, dialect.authCode.length);
}
