/** AXML programs as they are written: what tags, directives and expressions they use, and how often, is that of 461 real files. */

export type Random = () => number;

/** The same numbers for the same seed, from 0 to 1. */
export function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

const pick = <Value>(next: Random, values: readonly Value[]): Value =>
  values[Math.floor(next() * values.length)] as Value;

const TAGS = [
  'view',
  'view',
  'view',
  'view',
  'view',
  'view',
  'text',
  'text',
  'image',
  'button',
  'input',
  'card',
];
const NAMES = [
  'title',
  'list',
  'user',
  'show',
  'loading',
  'count',
  'price',
  'active',
  'current',
  'config',
  'status',
  'detail',
];

/** A third of the expressions of a program are said nowhere else in it. */
function expression(next: Random): string {
  const name = () => (next() < 0.35 ? `${pick(next, NAMES)}${Math.floor(next() * 400)}` : pick(next, NAMES));
  const path = () => (next() < 0.5 ? name() : `${next() < 0.5 ? 'item' : name()}.${pick(next, NAMES)}`);
  const kind = next();
  if (kind < 0.62) return path();
  if (kind < 0.72) return `${path()} ? '${pick(next, NAMES)}' : ''`;
  if (kind < 0.8) return `${path()} === ${Math.floor(next() * 9)} && !${path()}`;
  if (kind < 0.86) return `${path()}.length > 0`;
  if (kind < 0.92) return `${path()} + '${pick(next, ['px', 'rpx', '%', '·'])}'`;
  if (kind < 0.96) return `${path()}.toFixed(2)`;
  return `[${path()}, ${path()}].includes(${path()}) || {a: ${path()}}.a`;
}

function element(next: Random, depth: number, indent: string): string {
  const tag = pick(next, TAGS);
  const parts = [tag];
  const kind = next();
  if (kind < 0.06) parts.push(`a:for="{{${expression(next)}}}"`, 'a:key="id"');
  else if (kind < 0.2) parts.push(`a:if="{{${expression(next)}}}"`);
  if (next() < 0.75)
    parts.push(next() < 0.7 ? `class="page-${pick(next, NAMES)}"` : `class="item {{${expression(next)}}}"`);
  if (next() < 0.12) parts.push(`style="width: {{${expression(next)}}}rpx"`);
  if (next() < 0.35) parts.push(`onTap="on${pick(next, NAMES)}"`);
  if (next() < 0.15) parts.push(`data-${pick(next, NAMES)}="{{${expression(next)}}}"`);
  if (tag === 'image') parts.push(`src="{{${expression(next)}}}"`, 'mode="widthFix"');
  if (tag === 'card') parts.push(`title="{{${expression(next)}}}"`);
  if (tag === 'image' || tag === 'input') return `${indent}<${parts.join(' ')} />\n`;
  if (tag === 'text' || tag === 'button' || depth > 4)
    return `${indent}<${parts.join(' ')}>${next() < 0.5 ? `Some words ${pick(next, NAMES)}` : `{{${expression(next)}}}`}</${tag}>\n`;
  const inside = Array.from({ length: Math.floor(next() * 4) }, () =>
    element(next, depth + 1, `${indent}  `),
  );
  return `${indent}<${parts.join(' ')}>\n${inside.join('')}${indent}</${tag}>\n`;
}

/** A file of about so many characters. */
export function axmlFile(next: Random, size: number): string {
  let text = '';
  while (text.length < size) text += element(next, 0, '');
  return text;
}

const script = (next: Random, size: number): string => {
  let text =
    "import { format, request } from '../../utils/utils';\n\nPage({\n  data: { list: [], show: true },\n";
  for (let number = 0; text.length < size; number++)
    text += `  async on${pick(next, NAMES)}${number}(event) {\n    const { id } = event.target.dataset;\n    const result = await request('/api/${pick(next, NAMES)}', { id, page: this.data.page + ${number} });\n    this.setData({ 'list[0].name': format(result.data.name), show: result.ok && !this.data.show });\n  },\n`;
  return `${text}});\n`;
};

const styles = (next: Random, size: number): string => {
  let text = '';
  while (text.length < size)
    text += `.page-${pick(next, NAMES)} .item, .${pick(next, NAMES)} > image {\n  margin: ${Math.floor(next() * 40)}rpx auto;\n  font-size: 28rpx;\n  color: #333;\n}\n`;
  return text;
};

/** A program with ten components, of which each page uses three. */
export function axmlProgram(pages: number): Record<string, string> {
  const next = random(3);
  const files: Record<string, string> = {
    'app.json': JSON.stringify({
      pages: Array.from({ length: pages }, (_, page) => `pages/page${page}/page${page}`),
      window: { defaultTitle: 'Bench' },
    }),
    'app.js': "import { request } from './utils/utils';\nApp({ onLaunch() { request('/start'); } });\n",
    'app.acss': styles(next, 4_000),
    'utils/utils.js': `export const format = (name) => String(name);\nexport const request = (url, data) => new Promise((success) => my.request({ url, data, success }));\n${'// words\n'.repeat(200)}`,
  };
  for (let component = 0; component < 10; component++) {
    const path = `components/c${component}/c${component}`;
    files[`${path}.axml`] = axmlFile(next, 1_000).replaceAll('<card', '<view').replaceAll('</card', '</view');
    files[`${path}.js`] = script(next, 2_000).replace('Page(', 'Component(');
    files[`${path}.acss`] = styles(next, 1_000);
    files[`${path}.json`] = '{"component": true}';
  }
  for (let page = 0; page < pages; page++) {
    const path = `pages/page${page}/page${page}`;
    files[`${path}.axml`] = `<x-a/><x-b/>${axmlFile(next, 2_000)}`;
    files[`${path}.js`] = script(next, 4_000);
    files[`${path}.acss`] = styles(next, 2_000);
    const using = (number: number) => `/components/c${(page + number) % 10}/c${(page + number) % 10}`;
    files[`${path}.json`] = JSON.stringify({
      usingComponents: { card: using(0), 'x-a': using(1), 'x-b': using(2) },
    });
  }
  return files;
}
