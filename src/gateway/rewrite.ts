/**
 * Root-absolute addresses (`/app.js`) made relative (`../app.js`), for a program that is not at the root of an
 * origin: a static build, or the path under the page's own origin. Text in an eight-bit encoding may come as
 * Latin-1: only ASCII is looked at.
 */

/** `/img/a.png` as seen from `/pages/x.html`: `../img/a.png`. Anything but a root-absolute path stays as it is. */
export function relativeTo(file: string, address: string): string {
  if (!/^\/(?![/\\])/.test(address)) return address;
  const up = '../'.repeat(file.split('/').length - 2);
  return up + address.slice(1) || './';
}

const URL_ATTRIBUTES = 'src|href|action|formaction|poster|data|xlink:href|manifest';
const ATTRIBUTE = new RegExp(
  `(?<=[\\s"'/])(${URL_ATTRIBUTES}|srcset|imagesrcset|style|content)(\\s*=\\s*)(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`,
  'gi',
);
/** A whole start tag; `>` may stand in quotes. */
const TAG = /<([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/**
 * @param file root-absolute path of the document in its program, e.g. `/pages/a.html`
 */
export function rewriteHtml(file: string, html: string): string {
  const from = baseOf(file, html);
  const text = html.replace(TAG, (_, name: string, attributes: string) => {
    const here = name.toLowerCase() === 'base' ? file : from;
    const changed = attributes.replace(
      ATTRIBUTE,
      (all, attribute: string, equals: string, ...values: unknown[]) => {
        const [double, single, bare] = values as (string | undefined)[];
        const value = double ?? single ?? bare ?? '';
        const made = attributeValue(name.toLowerCase(), attribute.toLowerCase(), here, value);
        if (made === value) return all;
        const quote = single === undefined ? '"' : "'";
        return `${attribute}${equals}${quote}${made}${quote}`;
      },
    );
    return `<${name}${changed}>`;
  });
  return text
    .replace(
      /(<style[^>]*>)([\s\S]*?)(<\/style)/gi,
      (_, open, css: string, close) => open + rewriteCss(from, css) + close,
    )
    .replace(/(<script[^>]*>)([\s\S]+?)(<\/script)/gi, (_, open: string, body: string, close) => {
      const isMap = /type\s*=\s*["']?importmap/i.test(open);
      return open + (isMap ? rewriteImportMap(from, body) : rewriteScript(from, body)) + close;
    });
}

/** @param file root-absolute path that the addresses are resolved against */
export const rewriteCss = (file: string, css: string): string =>
  css
    .replace(
      /(url\(\s*["']?)(\/[^"')\s]*)/gi,
      (_, open: string, path: string) => open + relativeTo(file, path),
    )
    .replace(
      /(@import\s+["'])(\/[^"']*)/gi,
      (_, open: string, path: string) => open + relativeTo(file, path),
    );

/** Import specifiers; other strings are the program's own affair. */
export const rewriteScript = (file: string, code: string): string =>
  code.replace(
    /((?:^|[\s;}*])(?:from|import)\s*|(?:^|[^\w$.])import\s*\(\s*)(["'])(\/[^"'\n]*)\2/g,
    (_, before: string, quote: string, path: string) => `${before}${quote}${specifier(file, path)}${quote}`,
  );

/** Module specifiers must start with a dot. */
function specifier(file: string, path: string): string {
  const made = relativeTo(file, path);
  return /^[./]/.test(made) ? made : `./${made}`;
}

function attributeValue(tag: string, attribute: string, from: string, value: string): string {
  if (attribute === 'style') return rewriteCss(from, value);
  if (attribute === 'content')
    return tag === 'meta'
      ? value.replace(
          /^(\s*\d+\s*;\s*url\s*=\s*)(\/.*)$/i,
          (_, head: string, path: string) => head + relativeTo(from, path),
        )
      : value;
  if (attribute.endsWith('srcset'))
    return value.replace(
      /(^|,\s*)(\/[^\s,]*)/g,
      (_, before: string, path: string) => before + relativeTo(from, path),
    );
  return relativeTo(from, value.trim());
}

/** Addresses in a document are resolved against its first `<base href>`. */
function baseOf(file: string, html: string): string {
  const href = /<base\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(html);
  const value = href?.[1] ?? href?.[2] ?? href?.[3];
  if (value === undefined) return file;
  try {
    const url = new URL(value, `http://program${file}`);
    return url.host === 'program' ? url.pathname : file;
  } catch {
    return file;
  }
}

const rewriteImportMap = (from: string, json: string): string =>
  json.replace(
    /(:\s*")(\/[^"]*)"/g,
    (_, before: string, path: string) => `${before}${specifier(from, path)}"`,
  );
