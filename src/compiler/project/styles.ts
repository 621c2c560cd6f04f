import type { AxmlStyle } from '../../contract/axml/unit.ts';
import { readSheet, type Sheet } from '../acss/compile.ts';
import type { Scoping } from '../acss/selectors.ts';
import type { Files } from './files.ts';
import { folderOf, joined } from './paths.ts';
import type { Problems } from './problems.ts';
import type { Resolver } from './resolve.ts';

interface Known {
  text: string;
  sheet: Sheet;
  /** By scoping. */
  css: Map<string, { urls: string; css: string }>;
}

/** The style sheets of a program. */
export class Styles {
  readonly #files: Files;
  readonly #resolver: Resolver;
  readonly #known = new Map<string, Known>();

  constructor(files: Files, resolver: Resolver) {
    this.#files = files;
    this.#resolver = resolver;
  }

  /** Whether a file has been read for anything. */
  has(id: string): boolean {
    return this.#known.has(id);
  }

  /** A style sheet with all that it imports; `files` is given every file that it is made of. */
  async style(
    id: string,
    owner: string,
    scoping: Scoping,
    problems: Problems,
    files: Set<string>,
  ): Promise<AxmlStyle> {
    const parts: string[] = [];
    const network: string[] = [];
    const css = await this.#css(id, scoping, problems, files, network, []);
    // Imports of the network are imports only in front of everything.
    parts.push(...network, css);
    return { file: this.#files.pathOf(id), owner, css: parts.join('\n') };
  }

  async #css(
    id: string,
    scoping: Scoping,
    problems: Problems,
    files: Set<string>,
    network: string[],
    above: readonly string[],
  ): Promise<string> {
    const text = await this.#files.text(id);
    if (text === undefined) return '';
    files.add(id);
    let known = this.#known.get(id);
    if (known?.text !== text) {
      known = { text, sheet: readSheet(text), css: new Map() };
      this.#known.set(id, known);
    }
    const { sheet } = known;
    problems.add(id, text, sheet.problems);
    const inside = [...above, id];
    const parts: string[] = [];
    for (const { specifier, condition, at } of sheet.imports) {
      const target = await this.#resolver.resolve(specifier, id, 'style');
      if (target === undefined) {
        problems.add(id, text, [{ severity: 'error', at, message: `There is no file '${specifier}'` }]);
        continue;
      }
      if (inside.includes(target)) {
        problems.add(id, text, [
          { severity: 'warning', at, message: `'${specifier}' imports this file in turn` },
        ]);
        continue;
      }
      const css = await this.#css(target, scoping, problems, files, network, inside);
      parts.push(condition ? `@media ${condition} {\n${css}\n}` : css);
    }
    const urls = await this.#urls(id, text, sheet, problems);
    const key = JSON.stringify(scoping);
    const stamp = JSON.stringify([...urls]);
    let made = known.css.get(key);
    if (made?.urls !== stamp) {
      made = { urls: stamp, css: sheet.css(scoping, urls) };
      known.css.set(key, made);
    }
    parts.push(
      made.css.replace(/^[ \t]*@import\b[^;]*;?/gim, (rule) => {
        network.push(rule.trim().replace(/;?$/, ';'));
        return '';
      }),
    );
    return parts.join('\n');
  }

  async #urls(id: string, text: string, sheet: Sheet, problems: Problems): Promise<Map<string, string>> {
    const urls = new Map<string, string>();
    await Promise.all(
      [...sheet.urls].map(async ([address, at]) => {
        const [path = '', tail = ''] = address.split(/(?=[?#])/s, 2);
        const target = path.startsWith('/') ? joined('', path) : joined(folderOf(id), decoded(path));
        const url = (await this.#files.has(target)) ? await this.#files.url(target) : undefined;
        if (url === undefined)
          problems.add(id, text, [{ severity: 'warning', at, message: `There is no file '${path}'` }]);
        else urls.set(address, url.startsWith('data:') ? url : url + tail);
      }),
    );
    return urls;
  }
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
