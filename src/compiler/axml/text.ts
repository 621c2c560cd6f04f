/** Texts of a template as they stand in code. */

export const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** A text without the white space at its ends, which is how a file is laid out; `cut`: how much of it was in front. */
export function trimmed(text: string): { text: string; cut: number } {
  const rest = text.trimStart();
  return { text: rest.trimEnd(), cut: text.length - rest.length };
}

/** A line end takes the white space around it along. It is one in a `<text>`, where it may be written out as `\\n`, too. */
export const inLines = (text: string, inText: boolean): string => {
  const plain = text.includes('\n') ? text.replace(/[^\S\n]*\n\s*/g, inText ? '\n' : ' ') : text;
  return inText && plain.includes('\\n') ? plain.replaceAll('\\n', '\n') : plain;
};

export const quoted = (text: string): string => JSON.stringify(text);
export const property = (name: string): string =>
  name === '__proto__' ? '["__proto__"]' : IDENTIFIER.test(name) ? name : quoted(name);
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
