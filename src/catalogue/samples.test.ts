import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../contract/dialects/index.ts';
import { JSAPI } from '../contract/jsapi/names.ts';
import { PAGE_NAMES } from '../contract/jsapi/page-names.ts';
import { manifestSchema } from '../contract/program.ts';
import { HANDLERS } from '../host/jsapi/registry.ts';
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
    const axml = existsSync(at(name, 'mini.project.json'));
    for (const file of [manifest.entry ?? (axml ? 'mini.project.json' : 'index.html'), manifest.logo ?? ''])
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

describe('the loyalty card', () => {
  /** What its scripts answer in a page where `my` is this. */
  const inPage = (expression: string, my: object = {}): unknown =>
    runInNewContext(
      `${read('loyalty-card', 'js', 'problem.js')}\n${read('loyalty-card', 'js', 'wallet.js')}\n${expression}`,
      { my },
    );

  it.each(DIALECTS)(
    'asks under $id for scopes that the wallet has and the program applied for',
    async (dialect) => {
      const my = {
        getSiteInfo: ({ success }: { success(info: object): void }) =>
          success({ siteName: dialect.defaults.siteName }),
      };
      const offered = Object.values((await inPage('offeredScopes()', my)) as Record<string, string[]>).flat();
      expect(offered).not.toEqual([]);
      const known = dialect.scopes.map((scope) => scope.name);
      const applied = manifestSchema.parse(JSON.parse(read('loyalty-card', 'miniauth.json'))).scopes;
      for (const scope of ['auth_base', ...offered]) {
        expect(known).toContain(scope);
        expect(applied).toContain(scope);
        if (scope !== 'auth_base') expect(inPage(`IN_WORDS.${scope}`)).toBeTypeOf('string');
      }
    },
  );

  it('has a sentence of its own for each code of each wallet, for refused scopes alone and for anything else', () => {
    const sentence = (res: object) => inPage(`walletProblem(${JSON.stringify(res)}).message`);
    const anything = sentence({ error: 4711 });
    for (const dialect of DIALECTS)
      for (const { code } of dialect.codes)
        expect(sentence({ error: code }), String(code)).not.toBe(anything);
    for (const text of [anything, sentence({}), sentence({ authErrorScopes: { USER_AVATAR: '10001' } })])
      expect(text).toMatch(/^[A-Z].+\.$/);
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
    // The lab is an HTML5 program: it has no pages of its own kind.
    const onlyInPages: readonly string[] = PAGE_NAMES.filter((name) => !HANDLERS.has(name));
    const implemented = Object.keys(JSAPI).filter(
      (name) => name !== 'getAuthCode' && !onlyInPages.includes(name),
    );
    expect(cards.filter((name) => !implemented.includes(name ?? ''))).toEqual(['faceVerify']);
    expect(implemented.filter((name) => !cards.includes(name))).toEqual([]);
  });
});
