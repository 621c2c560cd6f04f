/** Texts of a template as they stand in code. */

export const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** White space with line ends at either end of a text is how the file is laid out, no part of it. */
export function tidy(text: string, inText: boolean): { text: string; cut: number } {
  const cut = /^\s*\n\s*/.exec(text)?.[0].length ?? 0;
  const end = text.length - (/\s*\n\s*$/.exec(text.slice(cut))?.[0].length ?? 0);
  return inText && cut >= end ? { text, cut: 0 } : { text: text.slice(cut, Math.max(cut, end)), cut };
}

/** Lines of a text are one line; `\n` written out is a line end inside of `<text>`. */
export const inLines = (text: string, inText: boolean): string => {
  const one = text.includes('\n') ? text.replace(/[^\S\n]*\n\s*/g, ' ') : text;
  return inText && one.includes('\\n') ? one.replaceAll('\\n', '\n') : one;
};

export const quoted = (text: string): string => JSON.stringify(text);
export const property = (name: string): string =>
  name === '__proto__' ? '["__proto__"]' : IDENTIFIER.test(name) ? name : quoted(name);
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
