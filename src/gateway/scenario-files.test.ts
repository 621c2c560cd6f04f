import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programList } from './program-list.ts';
import { buildStaticPrograms } from './static-build.ts';

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'miniauth-scenarios-'));
});
afterEach(() => rmSync(top, { recursive: true }));

function put(files: Record<string, unknown>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
}
const FILES = {
  'shop/index.html': '<p>',
  'shop/scenarios/b.json': { name: 'second' },
  'shop/scenarios/a.json': { name: 'first', dialect: 'qi' },
  'shop/scenarios/notes.txt': 'no scenario',
  'bank/index.html': '<p>',
};

it('the list of programs has the scenarios that each brings, and says which file is none and why', async () => {
  put({
    ...FILES,
    'shop/scenarios/broken.json': '{"name": ',
    'shop/scenarios/wrong.json': { name: 'x', rules: [{ at: 'spi.getAuthCode' }] },
  });
  const list = programList({ folders: [{ path: top, sample: false }], urls: [], dialects: [] });
  const [bank, shop] = (await list.file()).programs;
  expect(bank).not.toHaveProperty('scenarios');
  expect(shop?.scenarios).toEqual({
    list: [{ name: 'first', dialect: 'qi' }, { name: 'second' }],
    problems: [
      expect.stringMatching(/^scenarios\/broken\.json, line 1, column 10: expected a value/),
      expect.stringMatching(/^scenarios\/wrong\.json: rules\[0\]\.outcome: /),
    ],
  });
});

it('a static build has them, too', () => {
  put(FILES);
  const { programs } = buildStaticPrograms(top, join(top, 'page'));
  expect(programs.find(({ id }) => id === 'shop')?.scenarios?.list).toHaveLength(2);
});
