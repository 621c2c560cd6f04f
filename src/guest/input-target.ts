/** How the element of an input is named: for a machine that plays it again, and for a person. */

const MAX_PATH = 1000;
const MAX_LABEL = 120;

/**
 * A CSS path from the document to the element: from the nearest id that is its own, else from the root. Where it
 * passes into a shadow tree there is ` >>> `.
 */
export function pathOf(element: Element): string {
  const parts: string[] = [];
  let at: Element | null = element;
  while (at) {
    const scope = at.getRootNode();
    if (at.id && isOnlyOne(scope, at.id)) {
      parts.unshift(`#${CSS.escape(at.id)}`);
      at = null;
    } else {
      parts.unshift(stepOf(at));
      at = at.parentElement;
    }
    if (!at && scope instanceof ShadowRoot) {
      parts.unshift('>>>');
      at = scope.host;
    }
  }
  return parts.join(' > ').replaceAll(' > >>> > ', ' >>> ').slice(0, MAX_PATH);
}

function isOnlyOne(scope: Node, id: string): boolean {
  return (
    (scope instanceof Document || scope instanceof ShadowRoot) &&
    scope.querySelectorAll(`#${CSS.escape(id)}`).length === 1
  );
}

function stepOf(element: Element): string {
  const { localName, parentNode } = element;
  const name = CSS.escape(localName);
  if (!parentNode) return name;
  const alike = Array.from(parentNode.children).filter((child) => child.localName === localName);
  return alike.length < 2 ? name : `${name}:nth-of-type(${alike.indexOf(element) + 1})`;
}

/** What the user acts on, when a part of it was hit: the button around the icon. */
export function actedOn(element: Element): Element {
  return (
    element.closest('button, a[href], input, select, textarea, summary, label, [role], [tabindex]') ?? element
  );
}

/** The element's name as a reader would call it: its label, else its text. */
export function labelOf(element: Element): string {
  const named =
    element.getAttribute('aria-label') ||
    referenced(element) ||
    labels(element) ||
    (element instanceof HTMLInputElement &&
      /^(?:button|submit|reset)$/.test(element.type) &&
      element.value) ||
    (element instanceof HTMLImageElement && element.alt) ||
    element.getAttribute('placeholder') ||
    element.getAttribute('title') ||
    (isField(element) ? element.name : element.textContent) ||
    element.localName;
  return named.replace(/\s+/g, ' ').trim().slice(0, MAX_LABEL);
}

const ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  summary: 'button',
  textarea: 'textbox',
  select: 'combobox',
};
const INPUT_ROLES: Readonly<Record<string, string | undefined>> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
  text: 'textbox',
  email: 'textbox',
  tel: 'textbox',
  url: 'textbox',
};

/** What the element is to a person: its role, said or its own; undefined for what has none. */
export function roleOf(element: Element): string | undefined {
  const said = element.getAttribute('role')?.trim().split(/\s+/)[0];
  if (said) return said.slice(0, MAX_LABEL);
  const { localName } = element;
  if (element instanceof HTMLInputElement) return INPUT_ROLES[element.type];
  if (element instanceof HTMLSelectElement && element.multiple) return 'listbox';
  if (localName === 'a') return element.hasAttribute('href') ? 'link' : undefined;
  return Object.hasOwn(ROLES, localName) ? ROLES[localName] : undefined;
}

function referenced(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return ids.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
}

function labels(element: Element): string {
  return isField(element)
    ? Array.from(element.labels ?? [], (label) => label.textContent ?? '').join(' ')
    : '';
}

export function isField(
  element: unknown,
): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

const MASK = '••••••••';
const MAX_VALUE = 2000;

/** A field's value; a password is masked, a tick says whether it is set, several choices have a line each.
 * Undefined for what has none. */
export function fieldValue(element: Element): string | undefined {
  if (element instanceof HTMLInputElement) {
    if (element.type === 'password') return MASK;
    if (element.type === 'checkbox' || element.type === 'radio') return element.checked ? 'on' : 'off';
    if (element.type === 'file') return Array.from(element.files ?? [], ({ name }) => name).join(', ');
    if (/^(?:button|submit|reset|image)$/.test(element.type)) return undefined;
  }
  if (element instanceof HTMLSelectElement && element.multiple)
    return Array.from(element.selectedOptions, ({ value }) => value)
      .join('\n')
      .slice(0, MAX_VALUE);
  if (isField(element)) return element.value.slice(0, MAX_VALUE);
  if (element instanceof HTMLElement && element.isContentEditable)
    return (element.textContent ?? '').slice(0, MAX_VALUE);
  return undefined;
}
