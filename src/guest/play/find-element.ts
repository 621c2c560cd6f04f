/**
 * The element that a path of an input leads to (`pathOf` in guest/input-target.ts): CSS, with ` >>> ` into open shadow
 * trees. Undefined when there is none, or the path is none.
 */
export function findElement(document: Document, path: string): Element | undefined {
  let scope: Document | ShadowRoot | null = document;
  let found: Element | null = null;
  for (const part of path.split(' >>> ')) {
    if (!scope) return undefined;
    try {
      found = scope.querySelector(part);
    } catch {
      return undefined;
    }
    if (!found) return undefined;
    scope = found.shadowRoot;
  }
  return found ?? undefined;
}

/** Whether a user could do this to the element now. */
export function isReady(element: Element, type: string): boolean {
  if (!element.isConnected || element.matches(':disabled')) return false;
  return type !== 'click' || (element.checkVisibility?.() ?? true);
}
