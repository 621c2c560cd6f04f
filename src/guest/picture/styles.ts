/** Style sheets as text that means the same in another document. */

/** The rules of a sheet; undefined when the page may not read them. A sheet that is switched off has none. */
export function sheetText(sheet: CSSStyleSheet, base: string): string | undefined {
  if (sheet.disabled) return '';
  let rules: CSSRuleList;
  try {
    rules = sheet.cssRules;
  } catch {
    return undefined;
  }
  let text = '';
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i];
    if (!rule) continue;
    text += 'styleSheet' in rule ? importedText(rule as CSSImportRule, base) : `${rule.cssText}\n`;
  }
  // The text stands in a style element, where nothing can be escaped but by CSS itself.
  return withAddresses(text, sheet.href ?? base).replace(/<\/(?=style)/gi, '<\\/');
}

function importedText(rule: CSSImportRule, base: string): string {
  const text = (rule.styleSheet && sheetText(rule.styleSheet, base)) ?? '';
  const media = rule.media?.mediaText;
  return text && media ? `@media ${media} {\n${text}}\n` : text;
}

const URL_IN_CSS = /\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)/gi;

/** Relative addresses of a style made absolute. */
export function withAddresses(css: string, base: string): string {
  if (!css.includes('url(')) return css;
  return css.replace(URL_IN_CSS, (found: string, double?: string, single?: string, bare?: string) => {
    const url = double ?? single ?? bare ?? '';
    return url === '' || /^(?:#|data:)/i.test(url) || !URL.canParse(url, base)
      ? found
      : `url("${new URL(url, base).href}")`;
  });
}
