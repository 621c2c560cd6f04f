/** The hops of an authorization flow: six actors, and a fixed address (the step) for each hop between them. */

export const ACTORS = ['program', 'superApp', 'service', 'user', 'merchant', 'platform'] as const;
export type Actor = (typeof ACTORS)[number];

export type DocumentId = '000' | '001' | '002' | '003' | '004';
/** Where a line comes from: one of the five documents, the platform's other pages, or nobody but us. */
export type Source = DocumentId | 'platform' | 'simulator';

/** The address of a hop, e.g. `spi.getAuthCode` or `jsapi.alert`. */
export type StepName =
  `${'jsapi' | 'spi' | 'user' | 'wallet' | 'merchant' | 'openapi' | 'html5' | 'plus'}.${string}`;

export interface StepInfo {
  name: StepName;
  from: Actor;
  to: Actor;
  source: Source;
  /** The sentence of the document on this hop, in short. */
  sentence: string;
  /** How long the asker waits for an answer in virtual ms; absent: as long as it takes. */
  limit?: number;
}

const info = (
  name: StepName,
  from: Actor,
  to: Actor,
  source: Source,
  sentence: string,
  limit?: number,
): StepInfo => ({ name, from, to, source, sentence, ...(limit === undefined ? {} : { limit }) });

/** Time limits are the simulator's choice: no document gives one. */
export const SPI_LIMIT = 10_000;
/** How long the consent dialog waits for the user. */
export const CONSENT_LIMIT = 120_000;

export const STEPS: readonly StepInfo[] = [
  info(
    'jsapi.getAuthCode',
    'program',
    'superApp',
    '001',
    'The mini program calls my.getAuthCode with specific scopes to request an authorization code.',
  ),
  info(
    'spi.getAuthorizedScopes',
    'superApp',
    'service',
    '000',
    'Retrieve the list of scopes that the super app supports for granting to mini programs.',
    SPI_LIMIT,
  ),
  info(
    'spi.getAuthCode',
    'superApp',
    'service',
    '000',
    'Request the super app to generate authorization codes for the mini program.',
    SPI_LIMIT,
  ),
  info(
    'spi.showAuthPage',
    'superApp',
    'service',
    '000',
    "Display an authorization dialog when the requested scopes require the user's agreement.",
    CONSENT_LIMIT + SPI_LIMIT,
  ),
  info(
    'user.authorize',
    'service',
    'user',
    '001',
    'The user confirms the authorization in the super app.',
    CONSENT_LIMIT,
  ),
  info(
    'wallet.submitConsent',
    'service',
    'platform',
    '001',
    'The service calls the authorization service to process the authorization information.',
    SPI_LIMIT,
  ),
  info(
    'wallet.issueCode',
    'service',
    'platform',
    '001',
    'The wallet backend verifies the authorization information, generates the authCode and returns it.',
    SPI_LIMIT,
  ),
  info(
    'merchant.request',
    'program',
    'merchant',
    '001',
    'The mini program sends the authCode to the merchant backend.',
  ),
  info(
    'openapi.applyToken',
    'merchant',
    'platform',
    '001',
    'The merchant backend calls applyToken with the authCode to apply for the accessToken.',
    SPI_LIMIT,
  ),
  info(
    'openapi.inquiryUserInfo',
    'merchant',
    'platform',
    '002',
    'Developers use the access token to call other authorization interfaces.',
    SPI_LIMIT,
  ),
  info(
    'openapi.cancelToken',
    'merchant',
    'platform',
    'platform',
    'The merchant revokes an access token; its refresh token dies with it.',
    SPI_LIMIT,
  ),
  info('user.input', 'user', 'program', 'simulator', 'A trusted tap, key or choice inside the frame.'),
  info(
    'html5.storage',
    'program',
    'superApp',
    'simulator',
    'The page writes to localStorage, sessionStorage or its cookies; the super app keeps them.',
  ),
];

const byName = new Map(STEPS.map((step) => [step.name as string, step]));
/** Calls of a program are asked for again and again; names come from outside, so only so many are remembered. */
const others = new Map<string, StepInfo>();
const MOST_OTHERS = 500;

/** What is known of a step. Every other `jsapi.<name>` is a hop from the program to the super app. */
export function stepInfo(name: StepName): StepInfo {
  const known = byName.get(name) ?? others.get(name);
  if (known) return known;
  const made = info(
    name,
    'program',
    'superApp',
    'platform',
    `The mini program calls my.${name.slice(name.indexOf('.') + 1)}.`,
  );
  if (others.size < MOST_OTHERS) others.set(name, made);
  return made;
}

/** The step at the end of a hop's id: `r1/jsapi.getAuthCode#1/spi.getAuthCode#2` → `spi.getAuthCode`. */
export function stepOfHop(hop: string): string {
  const last = hop.slice(hop.lastIndexOf('/') + 1);
  return last.slice(0, last.lastIndexOf('#'));
}
