/** Text of TypeScript. */

/** A string literal. */
export const quoted = (text: string): string =>
  `'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}'`;

/** A plain value, as it is written in code: over several lines when it is long. */
export const literal = (value: unknown, indent = 0): string => written(value, indent, CODE);

/** The same as JSON: a file that a person reads. */
export const jsonText = (value: unknown): string => `${written(value, 0, JSON_WORDS)}\n`;

interface Words {
  text(value: string): string;
  key(name: string): string;
  /** After the last member of several lines. */
  end: string;
}
const CODE: Words = {
  text: quoted,
  key: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)),
  end: ',',
};
const JSON_WORDS: Words = { text: JSON.stringify, key: JSON.stringify, end: '' };

function written(value: unknown, indent: number, words: Words): string {
  if (typeof value === 'string') return words.text(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined';
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((item) => written(item, indent + 2, words))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => `${words.key(name)}: ${written(member, indent + 2, words)}`);
  const [start, end] = isList ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return start + end;
  const space = isList ? '' : ' ';
  const line = `${start}${space}${members.join(', ')}${space}${end}`;
  if ((indent > 0 || words === CODE) && line.length <= 90 && !line.includes('\n')) return line;
  const inner = ' '.repeat(indent + 2);
  return `${start}\n${inner}${members.join(`,\n${inner}`)}${words.end}\n${' '.repeat(indent)}${end}`;
}
