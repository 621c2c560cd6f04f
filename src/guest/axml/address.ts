import { fileAt } from './asset.ts';

/** A page with its query. */
export interface PageAddress {
  /** `pages/index/index` */
  path: string;
  query: Record<string, string>;
  /** `pages/index/index?id=1`, as it was given. */
  full: string;
}

/** Reads `pages/index/index?id=1`. */
export function readAddress(text: string): PageAddress {
  const at = text.indexOf('?');
  const path = fileAt(`/${at < 0 ? text : text.slice(0, at)}`, '');
  const search = at < 0 ? '' : text.slice(at + 1);
  return { path, query: readQuery(search), full: search ? `${path}?${search}` : path };
}

/**
 * Where an address leads: from the program's root when it begins with a slash, else from the file `from`. An address without a
 * slash that is no page there may be meant from the root.
 */
export function resolveAddress(url: string, from: string, exists: (path: string) => boolean): PageAddress {
  const at = url.indexOf('?');
  const [bare, search] = at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
  const relative = fileAt(bare === '' ? `/${from}` : bare, from);
  const rooted = fileAt(`/${bare}`, '');
  return readAddress((exists(relative) || !exists(rooted) ? relative : rooted) + search);
}

/** Names and values decoded; one that cannot be decoded stays as it is. */
export function readQuery(search: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    if (name === '__proto__') continue;
    query[name] = at < 0 ? '' : decoded(pair.slice(at + 1));
  }
  return query;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
