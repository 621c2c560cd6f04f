/** How a text is spelled in other texts: in JSON, in addresses and forms, in HTML, escaped once or twice. */
type Spelling = (text: string) => string;

const json: Spelling = (text) => JSON.stringify(text).slice(1, -1);
const percent: Spelling = (text) => uri(encodeURIComponent, text);
const lower: Spelling = (text) => percent(text).replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
const form: Spelling = (text) =>
  percent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
const whole: Spelling = (text) => uri(encodeURI, text);
const unicode: Spelling = (text) =>
  json(text).replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html: Spelling = (text) => text.replace(/[&<>"']/g, (char) => HTML[char] ?? char);
const htmlText: Spelling = (text) => text.replace(/[&<>]/g, (char) => HTML[char] ?? char);

const SPELLINGS: readonly Spelling[] = [
  (text) => text,
  json,
  (text) => json(json(text)),
  (text) => json(json(json(text))),
  unicode,
  (text) => json(unicode(text)),
  percent,
  form,
  lower,
  whole,
  (text) => percent(percent(text)),
  html,
  htmlText,
  (text) => json(html(text)),
  (text) => html(json(text)),
];

/** Every way in which a text may be spelled, each once, with the way to spell another text alike. */
export function spellingsOf(text: string): { text: string; spell: Spelling }[] {
  const found = new Map<string, Spelling>();
  for (const spell of SPELLINGS) {
    const spelled = spell(text);
    if (!found.has(spelled)) found.set(spelled, spell);
  }
  return Array.from(found, ([spelled, spell]) => ({ text: spelled, spell }));
}

/** Half of a surrogate pair cannot be in an address. */
function uri(encode: Spelling, text: string): string {
  try {
    return encode(text);
  } catch {
    return text;
  }
}
