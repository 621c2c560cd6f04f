import { spiCodeToFailure } from '../dialects/translate.ts';
import type { FailureKind } from '../outcome.ts';
import { BASE_SERVICE_ERROR_CODE as SPI, type SpiErrorCode } from '../spi.ts';
import type { Outcome } from './types.ts';

/** A refusal of the wallet backend; the service passes its code on. */
function refusal(id: string, title: string, when: string, code: SpiErrorCode, errorMsg: string): Outcome {
  return {
    id,
    title,
    when,
    source: 'simulator',
    effect: { reply: { value: { error: { code, errorMsg } } } },
    ends: spiCodeToFailure(code),
  };
}

function broken(
  id: string,
  title: string,
  when: string,
  kind: 'timeout' | 'network',
  message: string,
  ends: FailureKind,
): Outcome {
  return { id, title, when, source: 'simulator', effect: { reply: { failure: { kind, message } } }, ends };
}

const both: readonly Outcome[] = [
  refusal(
    'down',
    "The wallet's backend is down",
    'The backend answers with an error of its own.',
    SPI.ERROR_CODE_APP_SERVICE_ERROR,
    'the wallet backend is not available',
  ),
  refusal(
    'system-error',
    "The wallet's backend fails underneath",
    'A database or a machine of the wallet fails.',
    SPI.ERROR_CODE_SYSTEM_ERROR,
    'internal error',
  ),
  broken(
    'timeout',
    "The wallet's backend does not answer in time",
    'The backend is overloaded.',
    'timeout',
    'no answer from the wallet backend',
    'timeout',
  ),
  broken(
    'network',
    'The way to the backend is broken',
    'The phone lost its connection between the app and the wallet.',
    'network',
    'connection lost',
    'systemError',
  ),
];

/** `wallet.submitConsent`: the user's ticks on their way to the backend (document 001). */
export function submitConsentOutcomes(): Outcome[] {
  return [
    refusal(
      'cancelled',
      "The user cancels at the wallet's own check",
      'The backend asks for a PIN before it stores the consent, and the user gives up there.',
      SPI.ERROR_CODE_USER_CANCEL,
      'the user cancelled the PIN check',
    ),
    ...both,
  ];
}

/** `wallet.issueCode`: the backend verifies and makes the code (document 001). */
export function issueCodeOutcomes(): Outcome[] {
  return [
    refusal(
      'not-agreed',
      'The backend knows of no agreement',
      'The consent did not reach the backend yet, or was withdrawn in the meantime.',
      SPI.ERROR_CODE_AUTH_PENDING_AGREEMENT,
      'the user has not agreed to these scopes',
    ),
    refusal(
      'account-inactive',
      "The user's account is not active",
      'The wallet has closed the account, or not opened it yet: it issues no codes for it.',
      SPI.ERROR_CODE_APP_SERVICE_ERROR,
      'the account of the user is not active',
    ),
    {
      id: 'empty',
      title: 'The backend answers without a code',
      when: 'The answer is good, but the authCode in it is empty.',
      source: 'simulator',
      effect: { reply: { value: { authCode: '' } } },
      ends: 'emptyCode',
    },
    ...both,
  ];
}
