import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS } from '../outcome.ts';
import { DIALECTS, dialectById, parseDialect } from './index.ts';
import { dialectSchema } from './schema.ts';
import { isSilent, readScopes, toJsapi } from './translate.ts';

const text = readFileSync(new URL('../../../docs/dialects.md', import.meta.url), 'utf8');
const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? 'null');
const section = (title: string) => text.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const rows = (title: string) =>
  [...section(title).matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, name = '', rest = '']) => ({
    name: name.replace('[]', ''),
    cells: rest.split('|').map((cell) => cell.trim()),
  }));

describe('docs/dialects.md', () => {
  it('has an example that is a valid dialect and does what it says', () => {
    const read = parseDialect(example);
    expect(read).toHaveProperty('dialect');
    if (!('dialect' in read)) return;
    const { dialect } = read;
    expect(isSilent(dialect, 'auth_base', 'everyone')).toBe(true);
    expect(isSilent(dialect, 'auth_base', 'first-party')).toBe(false);
    expect(readScopes(dialect, undefined)).toEqual({ scopes: ['auth_base'] });
    expect(toJsapi(dialect, { kind: 'backgrounded', detail: '', refused: { auth_user: 'refused' } })).toEqual(
      {
        fail: { error: 10, errorMessage: 'Empty authCode' },
      },
    );
  });

  it('has a row for every field of the schema and no other', () => {
    expect(new Set(rows('The fields').map((row) => row.name))).toEqual(
      new Set(Object.keys(dialectSchema.shape)),
    );
  });

  it('gives the codes of the shipped dialects for every ending', () => {
    const endings = rows('The endings');
    expect(endings.map((row) => row.name)).toEqual([...FAILURE_KINDS]);
    for (const { name, cells } of endings) {
      const kind = FAILURE_KINDS.find((known) => known === name);
      if (!kind) continue;
      const code = (id: string) => String(dialectById(id)?.failures[kind].error);
      const shipped = ['qi', 'mini-program-platform', 'besuperapp', 'alipay-cn'];
      expect([name, ...cells.slice(1)]).toEqual([name, ...shipped.map(code)]);
      expect(code('guide-002')).toBe(code('qi'));
    }
  });

  it('names every shipped dialect', () => {
    for (const dialect of DIALECTS) expect(text).toContain(`| \`${dialect.id}\` | ${dialect.document} |`);
  });
});
