import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

let root = '';
let watching: FolderWatch;
const told = new Set<string>();
const failed = vi.fn();
beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'miniauth-watch-')));
  mkdirSync(join(root, 'pages/a'), { recursive: true });
  mkdirSync(join(root, 'node_modules/lib'), { recursive: true });
  writeFileSync(join(root, 'pages/a/a.axml'), '1');
  told.clear();
  watching = watchFolder(root, (files) => files.forEach((file) => void told.add(file)), failed);
  await watching.ready;
});
afterEach(() => {
  watching.close();
  rmSync(root, { recursive: true });
});
const tells = (...files: string[]) =>
  vi.waitFor(() => expect([...told].sort()).toEqual([...files].sort()), { timeout: 20_000 });

describe('a folder that is watched', () => {
  it('tells of a file that is written, however deep, and of a new one', async () => {
    writeFileSync(join(root, 'pages/a/a.axml'), '2');
    writeFileSync(join(root, 'app.json'), '{}');
    await tells('app.json', 'pages/a/a.axml');
  });

  it('tells of a file that an editor has put in the place of another', async () => {
    writeFileSync(join(root, 'pages/a/.a.axml.tmp'), '2');
    renameSync(join(root, 'pages/a/.a.axml.tmp'), join(root, 'pages/a/a.axml'));
    await tells('pages/a/a.axml');
    told.clear();
    writeFileSync(join(root, 'pages/a/a.axml'), '3');
    await tells('pages/a/a.axml');
  });

  it('tells of files in a folder that is new, and of what is gone', async () => {
    mkdirSync(join(root, 'pages/b/deep'), { recursive: true });
    writeFileSync(join(root, 'pages/b/deep/b.js'), '1');
    await tells('pages/b/deep/b.js');
    told.clear();
    writeFileSync(join(root, 'pages/b/deep/b.js'), '2');
    await tells('pages/b/deep/b.js');
    told.clear();
    rmSync(join(root, 'pages/a/a.axml'));
    await tells('pages/a/a.axml');
  });

  it('tells nothing of packages and hidden files, and nothing after it was closed', async () => {
    writeFileSync(join(root, 'node_modules/lib/index.js'), '1');
    writeFileSync(join(root, '.env'), '1');
    writeFileSync(join(root, 'last.js'), '1');
    await tells('last.js');
    watching.close();
    expect(failed).not.toHaveBeenCalled();
  });

  it('that is not there is no failure', async () => {
    const none = watchFolder(join(root, 'missing'), () => undefined, failed);
    await none.ready;
    none.close();
    expect(failed).not.toHaveBeenCalled();
  });
});
