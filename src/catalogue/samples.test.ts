import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../contract/dialects/index.ts';
import { JSAPI } from '../contract/jsapi/names.ts';
import { manifestSchema } from '../contract/program.ts';
import { DEFAULTS } from './index.ts';

const at = (...path: string[]) =>
  fileURLToPath(new URL(`../../mini-programs/${path.join('/')}`, import.meta.url));
const read = (...path: string[]) => readFileSync(at(...path), 'utf8');
const samples = readdirSync(at(), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('the sample mini programs', () => {
  it('have the default program among them', () => {
    expect(samples).toContain(DEFAULTS.program);
  });

  it.each(samples)('%s has a miniauth.json that is valid and names files that are there', (name) => {
    const manifest = manifestSchema.parse(JSON.parse(read(name, 'miniauth.json')));
    for (const file of [manifest.entry ?? 'index.html', manifest.logo ?? ''])
      expect(existsSync(at(name, file)), file).toBe(true);
    expect(manifest.$schema && existsSync(at(name, manifest.$schema))).toBe(true);
  });

  it.each(samples)('%s loads only files of its own, and no script inside a page', (name) => {
    for (const page of readdirSync(at(name)).filter((file) => file.endsWith('.html'))) {
      const html = read(name, page);
      const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(existsSync(at(name, file)), `${page}: ${file}`).toBe(true);
      expect(html).not.toMatch(/<script>|<style>|\son\w+=/);
    }
  });
});

describe('the API lab', () => {
  it('offers every scope of every wallet', () => {
    const offered = [...read('api-lab', 'js', 'scopes.js').matchAll(/^ {6}\['(\w+)',/gm)].map(
      ([, name]) => name,
    );
    const documented = DIALECTS.flatMap((dialect) => dialect.scopes.map((scope) => scope.name));
    expect(offered.length).toBe(19);
    expect(new Set(offered)).toEqual(new Set(documented));
  });

  it('has a card for every implemented call, and one for a call that is not', () => {
    const cards = [...read('api-lab', 'js', 'call-list.js').matchAll(/\bname: '(\w+)'/g)].map(
      ([, name]) => name,
    );
    expect(new Set(cards).size).toBe(cards.length);
    const implemented = Object.keys(JSAPI).filter((name) => name !== 'getAuthCode');
    expect(cards.filter((name) => !implemented.includes(name ?? ''))).toEqual(['scan']);
    expect(implemented.filter((name) => !cards.includes(name))).toEqual([]);
  });
});
