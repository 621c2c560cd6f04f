import { MAX_PAGES } from '../../contract/jsapi/max-pages.ts';
import { navigateBackArgs, type UrlArgs, urlArgs } from '../../contract/jsapi/navigation.ts';
import type { Program } from '../../contract/program.ts';
import { checked, failure } from './checked.ts';
import type { JsapiContext, JsapiHandler, JsapiReply } from './context.ts';

/**
 * The address that a program's own files stand under, with a slash at its end: the root of its own origin
 * (`<id>.localhost`), or its path on the page's origin where there is no other.
 */
export function programBase(program: Pick<Program, 'id' | 'path'>, pageUrl: string): string {
  const { origin, hostname, pathname } = new URL(pageUrl);
  const at = hostname.startsWith(`${program.id}.`) ? -1 : pathname.indexOf(`/${program.path}`);
  return at < 0 ? `${origin}/` : origin + pathname.slice(0, at + 1 + program.path.length);
}

/**
 * Where `my.navigateTo` and its siblings lead: relative to the page, or to the program when it begins with a slash.
 * Undefined when that is outside the program.
 */
export function pageAddress(url: string, pageUrl: string, base: string): string | undefined {
  const fromRoot = /^\/(?!\/)/.test(url);
  const [relative, against] = fromRoot ? [`./${url.slice(1)}`, base] : [url, pageUrl];
  if (!URL.canParse(relative, against)) return undefined;
  const { href } = new URL(relative, against);
  return href.startsWith(base) ? href : undefined;
}

/** Takes the program to another page; `stack` says what the pages are then. The caller's document is gone soon after. */
function leadTo(
  { url, resolvedPath }: UrlArgs,
  { pageUrl, pages, program }: JsapiContext,
  stack: (now: readonly string[], url: string) => readonly string[],
): JsapiReply {
  const base = programBase(program, pageUrl);
  const from = resolvedPath ? pageAddress(resolvedPath.replace(/^\/*/, '/'), pageUrl, base) : pageUrl;
  const address = pageAddress(url, from ?? pageUrl, base);
  if (from === undefined || address === undefined) {
    const resolved = URL.canParse(url, pageUrl) ? new URL(url, pageUrl).href : url;
    return failure(1, `${url} resolved to ${resolved} is not found: it is outside the mini program`);
  }
  const urls = stack(pages.urls, address);
  if (urls.length > MAX_PAGES) return failure(1, `depth can not be more than ${MAX_PAGES}`);
  pages.go(urls);
  return { success: {} };
}

/** `my.navigateTo({url})`: one page more, 10 at most. Errors 2, and 1 with the platform's messages. */
const navigateTo = checked(urlArgs, (args, context) => leadTo(args, context, (urls, url) => [...urls, url]));

/** `my.redirectTo({url})`: in the place of the current page. */
const redirectTo = checked(urlArgs, (args, context) =>
  leadTo(args, context, (urls, url) => [...urls.slice(0, -1), url]),
);

/** `my.reLaunch({url})`: in the place of all pages. */
const reLaunch = checked(urlArgs, (args, context) => leadTo(args, context, (_urls, url) => [url]));

/**
 * `my.navigateBack({delta = 1})`: more than there are pages leads to the first one. On the first one it fails, with
 * a text in the slot of the error number (the platform's page).
 */
const navigateBack = checked(navigateBackArgs, ({ delta }, { pages }) => {
  const { urls } = pages;
  if (urls.length <= 1) return failure('already top of navigation', 'already top of navigation');
  pages.go(urls.slice(0, Math.max(1, urls.length - Number(delta ?? 1))));
  return { success: {} };
});

/** The pages of a program: the platform's pages on routing. */
export const navigationHandlers: Readonly<Record<string, JsapiHandler>> = {
  navigateTo,
  redirectTo,
  reLaunch,
  navigateBack,
};
