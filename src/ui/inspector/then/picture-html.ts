import type { ProgramPicture } from '../../../contract/trace.ts';

/** Elements that run, load or embed something, or could lead away. */
const ACTIVE = [
  'script',
  'noscript',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'portal',
  'fencedframe',
  'base',
  'audio',
  'source',
  'track',
  'animate',
  'animatemotion',
  'animatetransform',
  'set',
];
/** Attributes whose value is an address. */
const ADDRESSES: ReadonlySet<string> = new Set(['src', 'href', 'xlink:href', 'poster', 'background']);
const DROPPED =
  /^(?:on.*|srcdoc|srcset|imagesrcset|action|formaction|ping|target|download|autofocus|autoplay|nonce|integrity|http-equiv|manifest|data|is|slot-scope)$/;
const NAMES_OF_META = /^(?:viewport|color-scheme)$/i;

/**
 * The document that is drawn for a picture of a program. The picture comes from the program's frame, so it may hold
 * anything: what comes out has markup, styles, and addresses of images and style sheets, and nothing active. It shows the
 * part of the page that was in view, and stands still.
 */
export function pictureDocument({ html, scrollX, scrollY }: ProgramPicture): string {
  const parsed = cleaned(html);
  const head = parsed.head ?? parsed.documentElement;
  const policy = parsed.createElement('meta');
  policy.setAttribute('http-equiv', 'Content-Security-Policy');
  policy.setAttribute('content', POLICY);
  head.prepend(policy);
  const style = parsed.createElement('style');
  style.textContent = STILL + scrolled(scrollX, scrollY);
  parsed.documentElement.append(style);
  return textOf(parsed);
}

/** Texts that are read otherwise each time they are read and written are made to deceive; nobody needs to see them. */
const READINGS = 5;

/** What is written anew must be read as it was meant: it is cleaned until reading it once more changes nothing. */
function cleaned(html: string): Document {
  let before = html;
  for (let i = 0; i < READINGS; i++) {
    const parsed = parse(before);
    clean(parsed);
    const after = textOf(parsed);
    if (after === before) return parsed;
    before = after;
  }
  return parse('');
}

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function textOf(document: Document): string {
  return `${document.compatMode === 'CSS1Compat' ? '<!doctype html>' : ''}${document.documentElement.outerHTML}`;
}

/** Whether the picture is the text alone, as the page was too large. */
export function isOutline({ html }: ProgramPicture): boolean {
  return /^(?:<!doctype html>)?<html [^>]*\bdata-outline\b/i.test(html);
}

const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline' http: https:",
  'img-src data: http: https:',
  'font-src data: http: https:',
].join('; ');
const STILL =
  '*,*::before,*::after{animation-duration:1ms!important;animation-delay:0s!important;animation-iteration-count:1!important;transition:none!important;caret-color:transparent!important}html{scrollbar-width:none}';

/** Nobody can scroll a frame without scripts: its page is moved instead, and what is fixed stays. */
function scrolled(x: number, y: number): string {
  if (x === 0 && y === 0) return '';
  return `html{position:relative!important;left:${-x}px!important;top:${-y}px!important;overflow:hidden!important}`;
}

function clean(root: Document | DocumentFragment): void {
  for (const element of Array.from(root.querySelectorAll('*'))) {
    const name = element.localName.toLowerCase();
    if (ACTIVE.includes(name) || !isKept(element, name)) {
      element.remove();
      continue;
    }
    for (const { name: attribute, value } of Array.from(element.attributes))
      if (!isHarmless(name, attribute.toLowerCase(), value)) element.removeAttribute(attribute);
    if (name === 'a' || name === 'area') for (const href of LINKS) neutralize(element, href);
    if (name === 'template') clean((element as HTMLTemplateElement).content);
  }
}

const LINKS = ['href', 'xlink:href'];
/** A link looks like one and leads nowhere. */
function neutralize(link: Element, attribute: string): void {
  if (link.hasAttribute(attribute)) link.setAttribute(attribute, '#');
}

function isKept(element: Element, name: string): boolean {
  if (name === 'meta') return NAMES_OF_META.test(element.getAttribute('name') ?? '');
  if (name === 'link') return /^stylesheet$/i.test(element.getAttribute('rel') ?? '');
  return name !== 'template' || element.hasAttribute('shadowrootmode');
}

function isHarmless(element: string, attribute: string, value: string): boolean {
  if (DROPPED.test(attribute)) return false;
  if (element === 'video' && attribute === 'src') return false;
  if (!ADDRESSES.has(attribute)) return true;
  if (value.startsWith('#')) return true;
  return /^https?:\/\//i.test(value) || /^data:image\//i.test(value);
}
