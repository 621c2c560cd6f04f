import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { findFile, namesOf } from './safe-path.ts';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'miniauth-path-')));
const root = join(top, 'program');
for (const folder of ['sub', '.git', 'node_modules/x']) mkdirSync(join(root, folder), { recursive: true });
mkdirSync(join(top, 'program-secret'));
for (const file of ['index.html', 'sub/a b.js', '.env', '.git/config', 'node_modules/x/index.js', '100%.txt'])
  writeFileSync(join(root, file), file);
writeFileSync(join(top, 'outside.txt'), 'secret');
writeFileSync(join(top, 'program-secret', 'key.txt'), 'secret');
symlinkSync(join(top, 'outside.txt'), join(root, 'link-out.txt'));
symlinkSync(join(top, 'program-secret'), join(root, 'link-folder'));
symlinkSync(join(root, '.env'), join(root, 'link-env.txt'));
symlinkSync(join(root, 'index.html'), join(root, 'link-in.html'));
afterAll(() => rmSync(top, { recursive: true }));

describe('findFile', () => {
  it.each(['/index.html', '//index.html', '/sub/a%20b.js', '/100%25.txt', '/link-in.html'])(
    '%s is a file',
    async (path) => {
      expect(await findFile(root, path)).toMatchObject({ type: 'file' });
    },
  );

  it.each(['/', '/sub', '/sub/'])('%s is a folder', async (path) => {
    expect(await findFile(root, path)).toEqual({ type: 'folder' });
  });

  it.each([
    '/../outside.txt',
    '/sub/../index.html',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/..%5coutside.txt',
    '/sub%2fa%20b.js',
    '/%252e%252e/outside.txt',
    '/../program-secret/key.txt',
    '/index.html%00.js',
    '/%',
    '/%c3%28',
    '/.env',
    '/.git/config',
    '/node_modules/x/index.js',
    '/Node_Modules/x/index.js',
    '/link-out.txt',
    '/link-folder/key.txt',
    '/link-env.txt',
    '/index.html/',
    '/missing',
    'index.html',
    `/${'a'.repeat(5000)}`,
  ])('%s is nothing', async (path) => {
    expect(await findFile(root, path)).toEqual({ type: 'none' });
  });

  it('no path leads out of the folder or to anything hidden in it', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '..%2f',
        '%5c..',
        '%00',
        'link-out.txt',
        'link-folder',
        'key.txt',
        '.git',
        'config',
      ),
      fc.constantFrom('outside.txt', 'program', 'program-secret', 'sub', 'index.html', '.env', '', '%252e'),
      fc.string({ maxLength: 4 }).map(encodeURIComponent),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const found = await findFile(root, `/${parts.join('/')}`);
        if (found.type !== 'file') return;
        expect(found.file.startsWith(root + sep)).toBe(true);
        expect(found.file.slice(root.length)).not.toMatch(/[/\\]\.|node_modules/i);
      }),
    );
  });

  it('names are decoded once only', () => {
    expect(namesOf('/a%2541/b')).toEqual(['a%41', 'b']);
  });
});
