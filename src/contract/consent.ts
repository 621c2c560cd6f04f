/** What the user is asked at `user.authorize`, and every way in which the dialog can end. */
export interface ConsentRequest {
  clientId: string;
  name: string;
  logo: string;
  /** Scopes that need agreement now. */
  scopes: string[];
}

export type ConsentEnding =
  | { ending: 'agree'; scopes: string[] }
  | { ending: 'reject' }
  /** The close mark. */
  | { ending: 'close' }
  /** Escape, or the phone's Back. */
  | { ending: 'escape' }
  /** The app went to the background. */
  | { ending: 'background' }
  /** Nobody answered in time. */
  | { ending: 'timeout' }
  /** The host could not show the dialog, or took it away (focus theft). */
  | { ending: 'failed'; message: string };

/** The endings a person can choose, in the order of the UI. */
export const CONSENT_ENDINGS = [
  'agree',
  'reject',
  'close',
  'escape',
  'background',
  'timeout',
  'failed',
] as const;
