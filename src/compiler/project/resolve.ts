import type { Json, JsonObject } from '../../contract/json.ts';
import type { Files } from './files.ts';
import { parseJson } from './json.ts';
import { extensionOf, folderOf, isRelative, joined, normal } from './paths.ts';

/** Extensions that may be left out, in the order in which they are looked for. */
const SCRIPTS = ['.js', '.ts', '.mjs', '.cjs', '.json', '.sjs'] as const;
const BY_KIND = {
  script: SCRIPTS,
  sjs: ['.sjs', '.js', '.ts'],
  template: ['.axml'],
  include: ['.axml'],
  style: ['.acss', '.css'],
  json: ['.json'],
} as const;

export type Kind = keyof typeof BY_KIND;

/** Finds the files that specifiers name. */
export class Resolver {
  readonly #files: Files;
  readonly #packages = new Map<string, Promise<JsonObject>>();

  constructor(files: Files) {
    this.#files = files;
  }

  /** Forgets what packages say of themselves. */
  forget(): void {
    this.#packages.clear();
  }

  /**
   * @param specifier `./a`, `/a` (from the root) or `lib/a` (of a package, in the node_modules next above the file)
   * @param from id of the file in which it stands
   * @returns undefined when there is no such file
   */
  async resolve(specifier: string, from: string, kind: Kind): Promise<string | undefined> {
    if (specifier === '') return undefined;
    const exact = kind === 'json';
    if (isRelative(specifier)) return this.#file(joined(folderOf(from), specifier), kind, exact);
    if (specifier.startsWith('/')) return this.#file(normal(specifier), kind, exact);
    const inPackage = await this.#package(specifier, from, kind);
    if (inPackage !== undefined || kind === 'script' || kind === 'sjs') return inPackage;
    // Markup and styles name files without `./`, too.
    return (
      (await this.#file(joined(folderOf(from), specifier), kind, exact)) ??
      (await this.#file(normal(specifier), kind, exact))
    );
  }

  /** @param exact the extension of the kind is always added */
  #file(id: string, kind: Kind, exact = false): Promise<string | undefined> {
    const extensions: readonly string[] = BY_KIND[kind];
    const candidates: string[] = [];
    if (!exact && extensionOf(id) !== '') candidates.push(id);
    // TypeScript names the script that a file will become.
    const typescript = /\.([mc]?)js$/.exec(id);
    if (typescript && kind === 'script')
      candidates.push(`${id.slice(0, typescript.index)}.${typescript[1]}ts`);
    candidates.push(...extensions.map((extension) => id + extension));
    candidates.push(...extensions.map((extension) => joined(id, `index${extension}`)));
    if (!exact && extensionOf(id) === '') candidates.push(id);
    return this.#files.first(candidates);
  }

  async #package(specifier: string, from: string, kind: Kind): Promise<string | undefined> {
    const names = specifier.split('/');
    const length = specifier.startsWith('@') ? 2 : 1;
    const name = names.slice(0, length).join('/');
    const inside = names.slice(length).join('/');
    if (names.length < length || name.includes('..')) return undefined;
    // From the folder of the file up to the source's own root, which may be above that of app.json.
    const folders = this.#files.pathOf(folderOf(from)).split('/').filter(Boolean);
    for (let count = folders.length; count >= 0; count--) {
      if (folders[count - 1] === 'node_modules') continue;
      const folder = this.#files.idOf(joined(folders.slice(0, count).join('/'), `node_modules/${name}`));
      if (!(await this.#files.hasPackage(folder))) continue;
      const found = await this.#inPackage(folder, inside, kind);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #inPackage(folder: string, inside: string, kind: Kind): Promise<string | undefined> {
    const about = await this.#about(folder);
    const miniprogram = typeof about.miniprogram === 'string' ? about.miniprogram : undefined;
    if (inside) {
      const exported = kind === 'script' ? exportOf(about.exports, `./${inside}`) : undefined;
      return (
        (exported !== undefined ? await this.#file(joined(folder, exported), kind) : undefined) ??
        (await this.#file(joined(folder, inside), kind, kind === 'json')) ??
        (miniprogram !== undefined
          ? await this.#file(joined(folder, `${miniprogram}/${inside}`), kind, kind === 'json')
          : undefined)
      );
    }
    const entries = [
      miniprogram,
      ...(kind === 'script' ? [exportOf(about.exports, '.'), about.main, about.module] : []),
      'index',
    ];
    for (const entry of entries) {
      const found =
        typeof entry === 'string'
          ? await this.#file(joined(folder, entry), kind, kind === 'json')
          : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #about(folder: string): Promise<JsonObject> {
    let about = this.#packages.get(folder);
    if (!about) {
      about = this.#files.text(joined(folder, 'package.json')).then((text) => {
        const value = text === undefined ? undefined : parseJson(text, [])?.value;
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
      });
      this.#packages.set(folder, about);
      about.catch(() => this.#packages.delete(folder));
    }
    return about;
  }
}

/** What `exports` of a package.json says of a path, in the words of a CommonJS loader. */
function exportOf(exports: Json | undefined, path: string): string | undefined {
  if (typeof exports === 'string') return path === '.' ? exports : undefined;
  if (typeof exports !== 'object' || exports === null || Array.isArray(exports)) return undefined;
  const byPath = Object.keys(exports).some((name) => name.startsWith('.'));
  if (!byPath) return path === '.' ? conditional(exports) : undefined;
  if (Object.hasOwn(exports, path)) return conditional(exports[path]);
  for (const [pattern, target] of Object.entries(exports)) {
    const star = pattern.indexOf('*');
    if (star < 0) continue;
    const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
    if (path.length >= pattern.length - 1 && path.startsWith(before) && path.endsWith(after)) {
      const found = conditional(target);
      return found?.replaceAll('*', path.slice(before.length, path.length - after.length));
    }
  }
  return undefined;
}

function conditional(target: Json | undefined): string | undefined {
  if (typeof target === 'string') return target;
  if (Array.isArray(target)) return target.map(conditional).find((one) => one !== undefined);
  if (typeof target !== 'object' || target === null) return undefined;
  for (const name of ['require', 'default', 'import', 'browser']) {
    const found = Object.hasOwn(target, name) ? conditional(target[name]) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
