import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ProgramsFile } from '../contract/program.ts';
import { buildStaticPrograms, staticFile } from './static-build.ts';

const top = mkdtempSync(join(tmpdir(), 'miniauth-static-'));
afterAll(() => rmSync(top, { recursive: true }));

describe('the static build of a program', () => {
  it('has policy and guest script first in every document, found from where the document is', () => {
    const html = Buffer.from(
      staticFile('/pages/a.html', Buffer.from('<!doctype html><img src="/b.png">'), []) ?? [],
    );
    const [, head, rest] = /^<!doctype html>(.*<\/script>)(<img.*)$/.exec(html.toString()) ?? [];
    expect(rest).toBe('<img src="../b.png">');
    expect(head).toMatch(
      /^<meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' [^"]*"\/>/,
    );
    const scripts = Array.from(
      (head ?? '').matchAll(/src="([^"]*)"/g),
      ([, src = '']) => new URL(src, 'http://x/any/path/programs/p/pages/a.html').pathname,
    );
    expect(scripts).toEqual(['/any/path/__miniauth__/guest.js']);
  });

  it("keeps the document's charset within what browsers look at", () => {
    const text =
      '<!doctype html><meta http-equiv="Content-Type" content="text/html; charset=gb18030"><p>\xc9\xcc';
    const html = Buffer.from(staticFile('/a.html', Buffer.from(text, 'latin1'), []) ?? []).toString('latin1');
    expect(html.startsWith('<!doctype html><meta charset="gb18030"/>')).toBe(true);
    expect(html.endsWith('<p>\xc9\xcc')).toBe(true);
  });

  it('holds every file that the gateway would serve, and the list of programs', () => {
    const files: Record<string, string | Buffer> = {
      'p/index.html': '<script type=module src=/a.js></script>',
      'p/a.js': 'import "/b.js"',
      'p/c.css': 'p{background:url(/d.png)}',
      'p/d.png': Buffer.from([137, 80, 78, 71, 0, 255]),
      'p/.env': 'SECRET',
    };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(top, 'samples', name)), { recursive: true });
      writeFileSync(join(top, 'samples', name), content);
    }
    mkdirSync(join(top, 'page'));
    buildStaticPrograms(join(top, 'samples'), join(top, 'page'));
    const read = (name: string) => readFileSync(join(top, 'page', name));
    const list = JSON.parse(read('programs.json').toString()) as ProgramsFile;
    expect(list).toMatchObject({
      mode: 'static',
      programs: [{ id: 'p', path: 'programs/p/', sample: true }],
    });
    expect(read('programs/p/a.js').toString()).toBe('import "./b.js"');
    expect(read('programs/p/c.css').toString()).toBe('p{background:url(d.png)}');
    expect(read('programs/p/d.png')).toEqual(files['p/d.png']);
    expect(existsSync(join(top, 'page/programs/p/.env'))).toBe(false);
  });
});
