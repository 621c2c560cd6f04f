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
export function literal(value: unknown, indent = 0): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined';
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((item) => literal(item, indent + 2))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => `${keyOf(name)}: ${literal(member, indent + 2)}`);
  const [start, end] = isList ? '[]' : '{}';
  if (members.length === 0) return `${start}${end}`;
  const space = isList ? '' : ' ';
  const line = `${start}${space}${members.join(', ')}${space}${end}`;
  if (line.length <= 90 && !line.includes('\n')) return line;
  const inner = ' '.repeat(indent + 2);
  return `${start}\n${members.map((member) => `${inner}${member},`).join('\n')}\n${' '.repeat(indent)}${end}`;
}

const keyOf = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));
