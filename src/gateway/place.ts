import { type ProgramSources, programPolicy, shellPolicy, webViewPolicy } from './csp.ts';
import type { Site } from './hosts.ts';

/** Where a program is seen from: the root of its own origin, or a path under the page's origin. */
export interface Place {
  type: 'origin' | 'path';
  /** The origin of the request. */
  origin: string;
  /** What stands before the program's own paths: empty, or `/programs/<id>`. */
  prefix: string;
  /** The port that the page is served on, and may frame the program from. */
  port: number;
}

/** The place that a request's path on a site means; undefined when it names no program. */
export function placeOf(
  site: Site,
  path: string,
  port: number,
): { id: string; path: string; place: Place } | undefined {
  if (site.type === 'program')
    return { id: site.id, path, place: { type: 'origin', origin: site.origin, prefix: '', port } };
  const match = site.type === 'page' ? /^\/programs\/([a-z0-9-]+)(\/.*)$/.exec(path) : null;
  if (!match || site.type !== 'page') return undefined;
  const [, id = '', rest = '/'] = match;
  return { id, path: rest, place: { type: 'path', origin: site.origin, prefix: `/programs/${id}`, port } };
}

/** The sources that are a program's own files there. */
const ownSources = ({ type, origin, prefix }: Place): string[] =>
  type === 'origin' ? [origin] : [`${origin}${prefix}/`, `${origin}/__miniauth__/`];

/** Which of the policies a file of a program gets. */
const POLICIES = {
  page: programPolicy,
  shell: shellPolicy,
  webView: webViewPolicy,
} as const satisfies Record<string, (sources: ProgramSources, port: number) => string>;

/**
 * Headers of every file of a program. `Access-Control-Allow-Origin: *`, as a frame of an opaque origin could read
 * neither its own module scripts nor its own data otherwise.
 */
export function programHeaders(
  place: Place,
  allow: readonly string[],
  as: keyof typeof POLICIES = 'page',
): Record<string, string> {
  const sources: ProgramSources = { own: ownSources(place), allow };
  return {
    'Content-Security-Policy': POLICIES[as](sources, place.port),
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
}
