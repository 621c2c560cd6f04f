/** How a `my.getAuthCode` ends, in the engine's own words. A dialect says what a mini program sees of it. */

/** Every way to end without a code. Each dialect maps each of them to a code and a message. */
export const FAILURE_KINDS = [
  /** *Reject* pressed in the host's dialog, or *Agree* with nothing granted. */
  'rejected',
  /** The host's dialog closed by its close mark. */
  'dismissed',
  /** The host's dialog left by the phone's Back, or Escape. */
  'backedOut',
  /** The app went to the background while the host's dialog was open. */
  'backgrounded',
  /** SPI error 1001 from a service that did not ask through the host's dialog. */
  'cancelled',
  /** Nobody answered the dialog in time, a service hung, or SPI error 1003. */
  'timeout',
  /** A service threw, or SPI error 1002. */
  'serviceError',
  /** SPI error 1005. */
  'systemError',
  /** SPI error 1000, an unknown SPI code, or a result of the wrong shape. */
  'unknownError',
  /** A service answered without an error and without an authCode. */
  'emptyCode',
  /** SPI error 2001 still standing, or a second dialog wanted while one is open. */
  'pending',
  /** The arguments of the call are not what the dialect's document allows. */
  'badArguments',
  /** The wallet knows none of the requested scopes. */
  'noScope',
  /** The wallet knows some of them, but none that the program applied for and the service supports. */
  'noPermission',
  /** Consent asked on the first screen under the policy `refuse` (002, FAQ 2). */
  'firstScreen',
  /** The bridge or the host itself failed. */
  'hostFailure',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** Why one scope of a request was not granted. */
export type RefusalReason = 'unknown' | 'notApplied' | 'notSupported' | 'refused' | 'service';

export type AuthOutcome =
  | {
      kind: 'granted';
      authCode: string;
      granted: string[];
      /** Empty: everything that was asked for was granted. */
      refused: Record<string, RefusalReason>;
      /** Codes that the service itself gave for refused scopes. */
      serviceCodes?: Record<string, string>;
    }
  | {
      kind: FailureKind;
      detail: string;
      refused: Record<string, RefusalReason>;
      serviceCodes?: Record<string, string>;
    };
