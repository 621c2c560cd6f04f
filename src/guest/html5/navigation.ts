import { define } from '../natives.ts';
import { type Inside, resolve } from './inside.ts';

export interface NavigationTools {
  inside: Inside;
  /** Shows another page of the program in this frame. */
  go(url: string): void;
  /** The page wanted a window, or a link, that the super app does not open. */
  popup(url: string): void;
}

/** `window.open`: one program is one frame, so its own pages open in place and nothing else opens. */
export function installWindowOpen(window: Window, tools: NavigationTools): void {
  define(window, 'open', (url?: string | URL) => {
    const target = resolve(url ?? '', window.document.baseURI);
    if (url === undefined || url === '' || !target || !tools.inside(target)) {
      tools.popup(String(url ?? ''));
      return null;
    }
    tools.go(target.href);
    return window;
  });
}

/** What the guest does about a click on a link that no listener of the program has taken. */
export type LinkAction = { type: 'leave' } | { type: 'go'; url: string } | { type: 'refuse'; url: string };

/**
 * Links that stay in the frame go their own way. A link to another window opens in place when it is the program's own,
 * and is refused when not; so are addresses of other apps (`tel:`, `mailto:`, `alipays:`).
 * @param target the link's `target`, or the document's default for links
 */
export function linkAction(href: string, target: string, inside: Inside): LinkAction {
  const { protocol } = new URL(href);
  if (protocol === 'javascript:' || protocol === 'blob:' || protocol === 'data:') return { type: 'leave' };
  if (protocol !== 'http:' && protocol !== 'https:') return { type: 'refuse', url: href };
  if (target === '' || target.toLowerCase() === '_self') return { type: 'leave' };
  return inside(href) ? { type: 'go', url: href } : { type: 'refuse', url: href };
}

/** Watches clicks and submits after the program's own listeners have had them. */
export function installLinks(window: Window, tools: NavigationTools): void {
  window.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (event.defaultPrevented || !link?.href) return;
    const target = link.target || window.document.querySelector('base[target]')?.getAttribute('target') || '';
    let action: LinkAction;
    try {
      action = linkAction(link.href, target, tools.inside);
    } catch {
      return;
    }
    if (action.type === 'leave') return;
    event.preventDefault();
    if (action.type === 'go') tools.go(action.url);
    else tools.popup(action.url);
  });
  window.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
    const url = formUrl(event.target, event.submitter, window.document.baseURI);
    if (!url || !tools.inside(url)) return;
    event.preventDefault();
    tools.go(url);
  });
}

/** Where a form that is sent by GET leads. A form sent by POST has no page to go to: the policy refuses it. */
function formUrl(form: HTMLFormElement, submitter: HTMLElement | null, base: string): string | undefined {
  const attribute = (own: string, overriding: string) =>
    submitter?.getAttribute(overriding) ?? form.getAttribute(own) ?? '';
  if (!/^(?:get)?$/i.test(attribute('method', 'formmethod'))) return undefined;
  const url = resolve(attribute('action', 'formaction') || base, base);
  if (!url) return undefined;
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter))
    query.append(name, typeof value === 'string' ? value : value.name);
  url.search = query.toString();
  return url.href;
}

function linkOf(event: MouseEvent): HTMLAnchorElement | HTMLAreaElement | undefined {
  if (event.button !== 0) return undefined;
  for (const node of event.composedPath())
    if (node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement) return node;
  return undefined;
}
