import type { MerchantRoute } from '../../contract/program.ts';
import { type MerchantRequest, splitUrl } from './request.ts';

/**
 * The first route that answers a request; undefined when none does. A route's `url` is a full URL, or a path that
 * matches on any host; `*` stands for any run of characters, `/` included. A pattern without `?` matches whatever the
 * query. Host names match in any case, paths as they are written.
 */
export function routeFor(
  routes: readonly MerchantRoute[],
  request: MerchantRequest,
): MerchantRoute | undefined {
  const method = request.method.toUpperCase();
  const { origin, path, query } = splitUrl(request.url);
  return routes.find((route) => {
    if (route.method !== '*' && route.method !== method) return false;
    const pattern = splitPattern(route.url);
    if (pattern.origin !== undefined && !matches(pattern.origin, origin)) return false;
    return matches(pattern.rest, pattern.rest.includes('?') ? `${path}?${query}` : path);
  });
}

function splitPattern(url: string): { origin: string | undefined; rest: string } {
  const [, origin, rest = ''] = /^([a-z*][a-z0-9+.*-]*:\/\/[^/?]*)?(.*)$/is.exec(url) ?? [];
  const path = rest.startsWith('/') || rest.startsWith('*') ? rest : `/${rest}`;
  return { origin: origin?.toLowerCase(), rest: path };
}

/** Whether a text matches a pattern with `*`. One pass with one point to come back to: never exponential. */
export function matches(pattern: string, text: string): boolean {
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let t = 0; t < text.length; ) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && pattern[p] === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
