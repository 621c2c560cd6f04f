import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPrograms } from './programs.ts';

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'miniauth-programs-'));
});
afterEach(() => rmSync(top, { recursive: true }));

function put(files: Record<string, unknown>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
}
const find = (path = '', sample = false) => findPrograms([{ path: join(top, path), sample }]);
const listings = (path = '') => find(path).programs.map(({ listing }) => listing);

describe('findPrograms', () => {
  it.each(['miniauth.json', 'app.json', 'manifest.json', 'index.html'])(
    'a folder with %s is a program',
    (marker) => {
      put({ [`shop/${marker}`]: '{}', 'shop/inner/index.html': '' });
      expect(listings('shop').map(({ id }) => id)).toEqual(['shop']);
    },
  );

  it('else each sub-folder that is one, no deeper, no hidden ones, no packages', () => {
    put({
      'b/index.html': '',
      'a/app.json': '{"pages":[]}',
      'c/d/index.html': '',
      '.hidden/index.html': '',
      'node_modules/index.html': '',
      'readme.txt': '',
    });
    expect(listings().map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'axml'],
      ['b', 'html5'],
    ]);
  });

  it('a folder without any says what was expected', () => {
    put({ 'readme.txt': '' });
    expect(find().problems).toEqual([
      `${top}: no mini program here. Expected miniauth.json, app.json, manifest.json or index.html in it or in one of its sub-folders.`,
    ]);
    expect(find('missing').problems).toEqual([`${join(top, 'missing')}: this folder does not exist.`]);
  });

  it('ids are safe in a host name and unique; the name stays readable', () => {
    put({
      'My Shop/index.html': '',
      'my_shop/index.html': '',
      'x/miniauth.json': { name: 'Y' },
      'x/index.html': '',
    });
    expect(listings().map(({ id, manifest, path }) => [id, manifest.name, path])).toEqual([
      ['my-shop', 'My Shop', 'programs/my-shop/'],
      ['my-shop-2', 'my_shop', 'programs/my-shop-2/'],
      ['x', 'Y', 'programs/x/'],
    ]);
  });

  it('the first folder has the first choice of an id', () => {
    put({ 'mine/shop/index.html': '', 'samples/shop/index.html': '' });
    const { programs } = findPrograms([
      { path: join(top, 'mine'), sample: false },
      { path: join(top, 'samples'), sample: true },
    ]);
    expect(programs.map(({ listing }) => [listing.id, listing.sample])).toEqual([
      ['shop', false],
      ['shop-2', true],
    ]);
  });

  it('manifest.json with plus is HTML5+, comments and all; a web app manifest is not', () => {
    put({
      'p/manifest.json': '{ /* HBuilder */ "name": "P", "launch_path": "start.html", "plus": {} // x\n}',
      'p/start.html': '',
      'w/manifest.json': { name: 'W', start_url: '/' },
      'w/index.html': '',
    });
    expect(listings()).toMatchObject([
      { id: 'p', kind: 'plus', manifest: { name: 'P', entry: 'start.html' }, problems: [] },
      { id: 'w', kind: 'html5', manifest: { name: 'w' }, problems: [] },
    ]);
  });

  it('an app.json of another tool beside an index.html makes no AXML program', () => {
    put({ 'a/app.json': { expo: {} }, 'a/index.html': '' });
    expect(listings('a')[0]?.kind).toBe('html5');
  });

  it('app.json may have what the compiler tolerates: comments, commas at the end, names without quotes', () => {
    put({ 'a/app.json': '{\n  // pages\n  pages: ["p/a",],\n}', 'a/p/a.axml': '' });
    expect(listings()).toMatchObject([{ id: 'a', kind: 'axml', problems: [] }]);
  });

  it('a broken file is a problem of that program, which is listed with defaults', () => {
    put({
      'a/miniauth.json': '{"name": }',
      'a/index.html': '',
      'b/manifest.json': '[1',
      'b/miniauth.json': '{"entry":"x.html"}',
    });
    expect(listings()).toMatchObject([
      {
        id: 'a',
        manifest: { name: 'a' },
        problems: [
          "a/miniauth.json, line 1, column 10: expected a value, found '}'. The whole file is ignored.",
        ],
      },
      {
        id: 'b',
        kind: 'html5',
        problems: [
          "b/manifest.json, line 1, column 3: expected ',' or ']', found the end of the file.",
          'b: the first page, x.html, does not exist. Name it as "entry" in miniauth.json.',
        ],
      },
    ]);
  });

  it('sees what changed on disk since', () => {
    put({ 'a/index.html': '' });
    expect(listings()).toHaveLength(1);
    put({ 'b/index.html': '' });
    expect(listings()).toHaveLength(2);
  });
});
