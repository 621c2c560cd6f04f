/**
 * The platform's own scripts that give a web page its `my`. The simulator provides `my` itself, so wherever a page
 * asks for one of them it gets an empty script that loads. Each pattern is tested against the whole URL.
 */
export const BRIDGE_SCRIPTS: readonly { name: string; pattern: RegExp }[] = [
  {
    name: 'hylid-bridge',
    pattern: /^https?:\/\/[^/]+\/(?:[^?#]*\/)?hylid-bridge(?:[@.-][^/?#]*)?(?:\/[^?#]*)?(?:[?#].*)?$/i,
  },
  {
    name: 'web-view bridge',
    pattern: /^https?:\/\/appx\/web-view(?:\.[a-z.]+)?\.js(?:[?#].*)?$/i,
  },
  {
    name: 'web-view bridge',
    pattern: /^https?:\/\/[^/]+\/(?:[^?#]*\/)?appx\/(?:[^?#]*\/)?web-view(?:\.[a-z.]+)?\.js(?:[?#].*)?$/i,
  },
];

/** True when `url` (absolute) is one of the platform's bridge scripts. */
export function isBridgeScript(url: string): boolean {
  return url.length <= 2000 && BRIDGE_SCRIPTS.some(({ pattern }) => pattern.test(url));
}
