/**
 * Changes to a program's HTML, made on its bytes: whatever encoding the document has, the rest of it stays as it is.
 * Eight-bit text is handled as Latin-1 (each byte a character, and back), UTF-16 by its byte order mark.
 */

const GUEST = '__miniauth__/guest.js';
const STUB = '__miniauth__/bridge-stub.js';

export interface HtmlChange {
  /** Where `__miniauth__/` is, ending in `/`: `/`, or `../../` in a static build. */
  base: string;
  /** ASCII HTML that stands before the guest script. */
  before?: string;
  /** Whether a script is the platform's own bridge; it is answered by a stub, `my` being there already. */
  isBridge: (url: string) => boolean;
  /** The document is XHTML: the script stands first in its `head`, anywhere else it would be no XML. */
  xml?: boolean;
  /**
   * The server lets anybody read the files: the program's own scripts and style sheets are fetched with CORS, or else the
   * browser tells a page of opaque origin no more of errors than "Script error.", and nothing of the styles.
   */
  cors?: boolean;
  /** Any other change to the text; eight-bit text comes as Latin-1. */
  rewrite?: (html: string) => string;
}

/** The document with the guest script first and the platform's bridge scripts replaced. */
export function changeHtml(
  bytes: Uint8Array,
  { base, before = '', isBridge, xml = false, cors = false, rewrite }: HtmlChange,
): Uint8Array {
  const encoding = byteOrder(bytes);
  let text = decode(bytes, encoding);
  if (rewrite) text = rewrite(text);
  text = replaceBridges(text, isBridge, base + STUB);
  if (cors) text = fetchWithCors(text);
  const first = `${before}<script src="${base}${GUEST}"></script>`;
  const at = xml ? afterHead(text) : afterDoctype(text);
  if (!text.startsWith(first, at)) text = text.slice(0, at) + first + text.slice(at);
  return encode(text, encoding);
}

/**
 * The charset of a document: what it declares, or UTF-8 when it declares none and its bytes are that; undefined when
 * the browser had better find out by itself.
 */
export function charsetOf(bytes: Uint8Array): { name: string; declared: boolean } | undefined {
  if (byteOrder(bytes) !== 'latin1') return undefined;
  const name = /charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(decode(bytes.subarray(0, 1024), 'latin1'))?.[1];
  if (name !== undefined) return { name, declared: true };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { name: 'utf-8', declared: false };
  } catch {
    return undefined;
  }
}

/** The Content-Type header. A charset there would overrule the document's own, so it is added only where there is none. */
export function htmlType(bytes: Uint8Array): string {
  const charset = charsetOf(bytes);
  return charset && !charset.declared ? `text/html; charset=${charset.name}` : 'text/html';
}

type ByteOrder = 'latin1' | 'utf-16le' | 'utf-16be';

function byteOrder(bytes: Uint8Array): ByteOrder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'latin1';
}

function decode(bytes: Uint8Array, encoding: ByteOrder): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'latin1') return buffer.toString('latin1');
  const even = Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2)));
  return (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le');
}

function encode(text: string, encoding: ByteOrder): Uint8Array {
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  const buffer = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? buffer.swap16() : buffer;
}

/** Where a script stands first without turning the document to quirks mode: after byte order mark and doctype. */
function afterDoctype(text: string): number {
  const start = text.startsWith('\ufeff') ? 1 : text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  let at = start;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    const end = /^<!doctype/i.test(text.slice(at, at + 9))
      ? text.indexOf('>', at)
      : text.startsWith('<!--', at)
        ? text.indexOf('-->', at) + 2
        : text.startsWith('<?', at)
          ? text.indexOf('>', at)
          : -1;
    if (end < at + 4) return start;
    if (/^<!doctype/i.test(text.slice(at, at + 9))) return end + 1;
    at = end + 1;
  }
}

function afterHead(text: string): number {
  const head = /<head(?:\s[^>]*)?>/i.exec(text);
  return head ? head.index + head[0].length : text.length;
}

const SRC = /(?<=[\s"'/])src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i;
const HREF = /(?<=[\s"'/])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i;
const INTEGRITY = /(?<=[\s"'/])integrity\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

function replaceBridges(html: string, isBridge: (url: string) => boolean, stub: string): string {
  return html.replace(/<script(?=[\s/])[^>]*>/gi, (tag) => {
    const src = SRC.exec(tag);
    const url = src?.[1] ?? src?.[2] ?? src?.[3];
    if (!src || url === undefined || !isBridge(url.trim().replaceAll('&amp;', '&'))) return tag;
    return tag.replace(src[0], `src="${stub}"`).replace(INTEGRITY, '');
  });
}

const CROSSORIGIN = /(?<=[\s"'/])crossorigin(?=[\s=/>])/i;
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const STYLE_SHEET = /(?<=[\s"'/])rel\s*=\s*(?:"[^"]*\bstylesheet\b|'[^']*\bstylesheet\b|stylesheet\b)/i;

function fetchWithCors(html: string): string {
  return html.replace(/<(script|link)(?=[\s/])[^>]*>/gi, (tag: string, name: string) => {
    const link = name.toLowerCase() === 'link';
    const found = (link ? HREF : SRC).exec(tag);
    const url = found?.[1] ?? found?.[2] ?? found?.[3];
    if (url === undefined || ELSEWHERE.test(url) || CROSSORIGIN.test(tag)) return tag;
    if (link && !STYLE_SHEET.test(tag)) return tag;
    return `<${name} crossorigin=""${tag.slice(1 + name.length)}`;
  });
}
