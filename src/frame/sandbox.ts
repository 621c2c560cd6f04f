/** What a mini program's frame may do, in one place. */

/** Scripts, and `submit` events; never `allow-same-origin`, with which a program could reach the page. */
const SANDBOX = 'allow-scripts allow-forms';

/** Features of the browser that a mini program has no use for. Names that a browser does not know are left out. */
const FEATURES = [
  'accelerometer',
  'ambient-light-sensor',
  'attribution-reporting',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-write',
  'compute-pressure',
  'digital-credentials-get',
  'display-capture',
  'encrypted-media',
  'focus-without-user-activation',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'join-ad-interest-group',
  'keyboard-map',
  'language-detector',
  'language-model',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'private-aggregation',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'run-ad-auction',
  'screen-wake-lock',
  'serial',
  'shared-storage',
  'speaker-selection',
  'storage-access',
  'summarizer',
  'translator',
  'usb',
  'web-share',
  'window-management',
  'xr-spatial-tracking',
] as const;

/**
 * The `allow` attribute: every feature `'none'`.
 * @param known the features that this browser knows; undefined when it does not say
 */
export function featurePolicy(known: readonly string[] | undefined): string {
  const names = known ? FEATURES.filter((name) => known.includes(name)) : FEATURES;
  return names.map((name) => `${name} 'none'`).join('; ');
}

/** What the DOM of this module needs of an iframe element. */
interface Attributes {
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
}

/** Sets everything that shuts the frame in, before it is put into the document. */
export function shutIn(iframe: Attributes, knownFeatures: readonly string[] | undefined): void {
  iframe.setAttribute('sandbox', SANDBOX);
  iframe.setAttribute('referrerpolicy', 'no-referrer');
  iframe.setAttribute('allow', featurePolicy(knownFeatures));
  assertShutIn(iframe);
}

/** Throws unless the frame is sandboxed as it must be. */
export function assertShutIn(iframe: Attributes): void {
  const sandbox = iframe.getAttribute('sandbox');
  if (sandbox !== SANDBOX)
    throw new Error(
      `A mini program's frame needs sandbox="${SANDBOX}", it has ${sandbox === null ? 'none' : `"${sandbox}"`}.`,
    );
}

/** The features that this browser knows, where it tells. */
export function knownFeatures(document: Document): readonly string[] | undefined {
  const { featurePolicy: policy } = document as Document & { featurePolicy?: { features?(): string[] } };
  return policy?.features?.();
}
