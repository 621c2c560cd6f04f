import type { ProgramSource } from '../../contract/axml/source.ts';
import { plainText } from '../maps/lines.ts';
import { joined, normal } from './paths.ts';

/** The files of a program, each read once until it changes. Ids are paths from the folder of app.json. */
export class Files {
  readonly #source: ProgramSource;
  /** Folder of app.json: empty, or with `/` at its end. */
  readonly root: string;
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #lists = new Map<string, Promise<ReadonlySet<string>>>();
  readonly #urls = new Map<string, Promise<string | undefined>>();

  constructor(source: ProgramSource, root: string) {
    this.#source = source;
    this.root = root;
  }

  /** Path in the source of an id. */
  pathOf(id: string): string {
    return normal(this.root + id);
  }

  /** Id of a path in the source. */
  idOf(path: string): string {
    if (path.startsWith(this.root)) return path.slice(this.root.length);
    const up = this.root.split('/').slice(0, -1);
    const names = path.split('/');
    while (up.length > 0 && names.length > 1 && up[0] === names[0]) {
      up.shift();
      names.shift();
    }
    return '../'.repeat(up.length) + names.join('/');
  }

  /** With `\n` as the only line ending; undefined when there is no such file. */
  text(id: string): Promise<string | undefined> {
    let text = this.#texts.get(id);
    if (!text) {
      // A file that is not in the list is not asked for: a server would answer, and the console say, that it is missing.
      text = this.has(id)
        .then((is) => (is ? this.#source.text(this.pathOf(id)) : undefined))
        .then((found) => (found === undefined ? found : plainText(found)));
      this.#texts.set(id, text);
      // What could not be read is asked for again.
      text.catch(() => this.#texts.delete(id));
    }
    return text;
  }

  url(id: string): Promise<string | undefined> {
    let url = this.#urls.get(id);
    if (!url) {
      url = this.#source.url(this.pathOf(id));
      this.#urls.set(id, url);
      url.catch(() => this.#urls.delete(id));
    }
    return url;
  }

  /** Whether there is a file. */
  async has(id: string): Promise<boolean> {
    const path = this.pathOf(id);
    if (path === '' || path.startsWith('../')) return false;
    return (await this.#list(packageFolder(path))).has(path);
  }

  /** The first of several ids that exists. */
  async first(ids: readonly string[]): Promise<string | undefined> {
    for (const id of ids) if (await this.has(id)) return id;
    return undefined;
  }

  /** Whether a folder of a package has anything in it. @param folder id that ends with `node_modules/<name>` */
  async hasPackage(folder: string): Promise<boolean> {
    const path = this.pathOf(folder);
    return !path.startsWith('../') && (await this.#list(path)).size > 0;
  }

  #list(folder: string): Promise<ReadonlySet<string>> {
    let list = this.#lists.get(folder);
    if (!list) {
      list = this.#source.list(folder).then((paths) => new Set(paths));
      this.#lists.set(folder, list);
      list.catch(() => this.#lists.delete(folder));
    }
    return list;
  }

  /**
   * Forgets what may have changed.
   * @returns whether a file has come or gone
   */
  async forget(ids: readonly string[]): Promise<boolean> {
    let moved = false;
    for (const id of ids) {
      const was = await this.has(id);
      this.#texts.delete(id);
      this.#urls.delete(id);
      this.#lists.delete(packageFolder(this.pathOf(id)));
      if ((await this.has(id)) !== was) moved = true;
    }
    return moved;
  }
}

/** The folder whose list has a path: the whole program's, or a package's, whose files that one leaves out. */
function packageFolder(path: string): string {
  const at = `/${path}`.lastIndexOf('/node_modules/');
  if (at < 0) return '';
  const inside = path.slice(at + 'node_modules/'.length).split('/');
  return joined(
    path.slice(0, at),
    `node_modules/${inside.slice(0, inside[0]?.startsWith('@') ? 2 : 1).join('/')}`,
  );
}
