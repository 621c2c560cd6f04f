import { sheetText, withAddresses } from './styles.ts';

/** What is not part of how a page looks, or would do something in another place. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'script',
  'noscript',
  'template',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'base',
  'source',
  'track',
  'meta',
]);
const DROPPED = /^(?:on.*|srcset|srcdoc|action|formaction|ping|nonce|integrity|autofocus|imagesrcset)$/i;
const ADDRESSES = /^(?:href|src|poster|background|xlink:href)$/i;
const MASK = '••••••••';
/** So many elements take too long to copy each time. */
const MOST_ELEMENTS = 15_000;
/** Characters of the text that stands for a page which is too large. */
const OUTLINE = 20_000;

/** What a copy of a tree leads to. */
export interface Copied {
  html: string;
  /** Open shadow roots: changes in them are not seen from outside. */
  roots: ShadowRoot[];
}

/**
 * The page as it looks: markup without scripts, with what the user entered, its styles inside and its addresses
 * absolute. Undefined when it has more elements than `most`. What is inside of `scrolled` elements stands where they are scrolled to. It is copied into a document without a window, where nothing loads and no code of the program runs.
 */
export function pageHtml(
  document: Document,
  most = MOST_ELEMENTS,
  scrolled: { has(element: Element): boolean } = new Set<Element>(),
): Copied | undefined {
  const { documentElement } = document;
  if (!documentElement || document.getElementsByTagName('*').length > most) return undefined;
  const inert = document.implementation.createHTMLDocument('');
  const copier = new Copier(document, inert, scrolled);
  const root = copier.copy(documentElement) as Element;
  copier.adopted(document, root.querySelector('head') ?? root);
  const doctype = document.compatMode === 'CSS1Compat' ? '<!doctype html>' : '';
  return { html: doctype + root.outerHTML, roots: copier.roots };
}

/** The text alone, for a page that is too large. */
export function outlineHtml(document: Document): string {
  const inert = document.implementation.createHTMLDocument('');
  // biome-ignore lint/performance/useDomNodeTextContent: lines stay lines, and what is hidden stays out
  const text = document.body?.innerText ?? '';
  inert.documentElement.setAttribute('data-outline', '');
  inert.body.setAttribute('style', 'white-space: pre-wrap; font: 14px/1.5 system-ui, sans-serif');
  inert.body.textContent = text.slice(0, OUTLINE);
  return `<!doctype html>${inert.documentElement.outerHTML}`;
}

class Copier {
  readonly roots: ShadowRoot[] = [];
  readonly #document: Document;
  readonly #inert: Document;
  readonly #scrolled: { has(element: Element): boolean };

  constructor(document: Document, inert: Document, scrolled: { has(element: Element): boolean }) {
    this.#document = document;
    this.#inert = inert;
    this.#scrolled = scrolled;
  }

  /** A copy of an element with all below it. */
  copy(element: Element): Node {
    const copy = this.#inert.importNode(element, true);
    this.#adjust(element, copy);
    this.#below(element, copy);
    return copy;
  }

  /** Style sheets that no element holds. */
  adopted(owner: DocumentOrShadowRoot, into: ParentNode): void {
    for (const sheet of owner.adoptedStyleSheets ?? []) {
      const text = sheetText(sheet, this.#document.baseURI);
      if (text) into.append(this.#style(text));
    }
  }

  #below(original: ParentNode, copy: ParentNode): void {
    const originals = original.querySelectorAll('*');
    const copies = copy.querySelectorAll('*');
    for (let i = 0; i < originals.length; i++) {
      const from = originals[i];
      const to = copies[i];
      if (from && to) this.#adjust(from, to);
    }
  }

  #adjust(from: Element, to: Element): void {
    const { localName } = from;
    if (localName === 'style' || localName === 'link')
      return this.#sheet(from as HTMLStyleElement | HTMLLinkElement, to);
    if (LEFT_OUT.has(localName)) {
      if (localName !== 'meta' || !/^(?:viewport|color-scheme)$/i.test(from.getAttribute('name') ?? ''))
        to.remove();
      return;
    }
    this.#attributes(to);
    // A page behind another one is not seen.
    if (from.hasAttribute('data-behind')) to.replaceChildren();
    showState(from, to);
    if (this.#scrolled.has(from)) showScroll(from, to);
    if (from.shadowRoot) to.prepend(this.#shadow(from.shadowRoot));
  }

  #attributes(to: Element): void {
    const { attributes } = to;
    // From the last one: those that are taken away move the others up.
    for (let i = attributes.length - 1; i >= 0; i--) {
      const { name, value } = attributes[i] as Attr;
      if (DROPPED.test(name)) to.removeAttribute(name);
      else if (name === 'style') {
        if (value.includes('url(')) to.setAttribute(name, withAddresses(value, this.#document.baseURI));
      } else if (ADDRESSES.test(name) && !value.startsWith('#')) {
        const url = this.#address(value);
        if (url === undefined) to.removeAttribute(name);
        else to.setAttribute(name, url);
      }
    }
  }

  /** An address that can be fetched from elsewhere. */
  #address(value: string): string | undefined {
    if (!URL.canParse(value, this.#document.baseURI)) return undefined;
    const { protocol, href } = new URL(value, this.#document.baseURI);
    return /^(?:https?|data):$/.test(protocol) ? href : undefined;
  }

  #sheet(from: HTMLStyleElement | HTMLLinkElement, to: Element): void {
    const text = from.sheet ? sheetText(from.sheet, this.#document.baseURI) : '';
    if (text !== undefined) {
      if (!text) return to.remove();
      const style = this.#style(text);
      if (from.media) style.setAttribute('media', from.media);
      return to.replaceWith(style);
    }
    // A sheet that may not be read can still be named.
    for (const { name } of Array.from(to.attributes))
      if (!/^(?:rel|href|media)$/.test(name)) to.removeAttribute(name);
    to.setAttribute('href', (from as HTMLLinkElement).href);
  }

  #style(text: string): HTMLStyleElement {
    const style = this.#inert.createElement('style');
    style.textContent = text;
    return style;
  }

  #shadow(root: ShadowRoot): HTMLTemplateElement {
    this.roots.push(root);
    const template = this.#inert.createElement('template');
    template.setAttribute('shadowrootmode', 'open');
    const { content } = template;
    for (const child of root.childNodes) content.append(this.#inert.importNode(child, true));
    this.#below(root, content);
    this.adopted(root, content);
    return template;
  }
}

/** What an element shows beside its attributes and children: what the user entered, what was drawn or opened. */
function showState(from: Element, to: Element): void {
  switch (from.localName) {
    case 'input':
      return inputState(from as HTMLInputElement, to);
    case 'textarea':
      to.textContent = (from as HTMLTextAreaElement).value;
      return;
    case 'option':
      return setFlag(to, 'selected', (from as HTMLOptionElement).selected);
    case 'img': {
      const { currentSrc } = from as HTMLImageElement;
      if (/^(?:https?|data):/.test(currentSrc)) to.setAttribute('src', currentSrc);
      return;
    }
    case 'video': {
      to.removeAttribute('src');
      to.setAttribute('width', String(from.clientWidth));
      return to.setAttribute('height', String(from.clientHeight));
    }
    case 'audio':
      return to.removeAttribute('src');
    case 'dialog':
      if (matches(from, ':modal'))
        to.setAttribute(
          'style',
          `position:fixed;inset:0;z-index:2147483647;${to.getAttribute('style') ?? ''}`,
        );
      return;
    default:
      if (from.hasAttribute('popover') && matches(from, ':popover-open')) to.removeAttribute('popover');
  }
}

/** Nobody can scroll the copy: what is inside is moved instead. Styles of its own come before this, so that it wins. */
function showScroll({ scrollTop, scrollLeft }: Element, { firstElementChild: first }: Element): void {
  if (!first || (scrollTop === 0 && scrollLeft === 0)) return;
  const style = first.getAttribute('style');
  first.setAttribute(
    'style',
    `${style ? `${style};` : ''}margin-top:${0 - scrollTop}px!important;margin-left:${0 - scrollLeft}px!important`,
  );
}

function inputState(from: HTMLInputElement, to: Element): void {
  switch (from.type) {
    case 'password':
      return from.value ? to.setAttribute('value', MASK) : to.removeAttribute('value');
    case 'hidden':
    case 'file':
      return to.removeAttribute('value');
    case 'checkbox':
    case 'radio':
      return setFlag(to, 'checked', from.checked);
    default:
      to.setAttribute('value', from.value);
  }
}

function setFlag(element: Element, name: string, on: boolean): void {
  if (on) element.setAttribute(name, '');
  else element.removeAttribute(name);
}

/** Older browsers do not know every selector. */
function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
