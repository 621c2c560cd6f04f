/** Elements without an end tag. */
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const SILENT = /^(script|style|head|title|template|noscript|svg|select|textarea)$/;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

/**
 * The pieces of text that a picture of a page shows, each once, in their order. It reads markup that a browser wrote
 * (`outerHTML`), and knows of styles only what stands in the element itself.
 */
export function shownTexts(html: string): string[] {
  const texts = new Set<string>();
  const open: { name: string; hidden: boolean }[] = [];
  let hidden = 0;
  for (const [, comment, end, name = '', attributes = '', text] of html.matchAll(
    /(<!--[\s\S]*?-->|<![^>]*>)|<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)/gi,
  )) {
    if (comment !== undefined) continue;
    if (text !== undefined) {
      const shown = decoded(text).replace(/\s+/g, ' ').trim();
      if (hidden === 0 && shown) texts.add(shown);
      continue;
    }
    const tag = name.toLowerCase();
    if (end) {
      const at = open.findLastIndex((one) => one.name === tag);
      if (at >= 0) for (const one of open.splice(at)) if (one.hidden) hidden--;
    } else if (!VOID.test(tag) && !attributes.endsWith('/')) {
      const isHidden =
        SILENT.test(tag) ||
        /(^|\s)(hidden|aria-hidden="true")(?=[\s=]|$)/i.test(attributes) ||
        /display:\s*none|visibility:\s*hidden/i.test(attributes);
      open.push({ name: tag, hidden: isHidden });
      if (isHidden) hidden++;
    }
  }
  return [...texts];
}

const decoded = (text: string): string =>
  text.replace(/&(#39|[a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
