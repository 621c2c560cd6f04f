import type { WindowConfig } from '../../contract/axml/config.ts';
import type { ComponentEntry } from '../../contract/axml/unit.ts';
import type { Fault } from '../compiled.ts';
import { readWindow } from './config.ts';
import type { Files } from './files.ts';
import { parseJson } from './json.ts';
import { isAddress } from './paths.ts';
import { Reading } from './reading.ts';
import type { Resolver } from './resolve.ts';

/** A page or component: its files, and what its json says. */
export interface Owner {
  path: string;
  script?: string;
  template?: string;
  style?: string;
  json?: string;
  jsonText: string;
  /** Tag to the path of a component, as json says. */
  using: ReadonlyMap<string, string>;
  window: WindowConfig;
  isolation: ComponentEntry['styleIsolation'];
  isComponent: boolean;
  /** Of its json. */
  problems: readonly Fault[];
}

const SCRIPTS = ['.js', '.ts', '.mjs', '.cjs'];
const STYLES = ['.acss', '.css'];

/** Reads pages and components. */
export class Owners {
  readonly #files: Files;
  readonly #resolver: Resolver;
  readonly #known = new Map<string, Promise<Owner>>();

  constructor(files: Files, resolver: Resolver) {
    this.#files = files;
    this.#resolver = resolver;
  }

  forgetAll(): void {
    this.#known.clear();
  }

  /** @param path without extension */
  owner(path: string): Promise<Owner> {
    let owner = this.#known.get(path);
    if (!owner) {
      owner = this.#read(path);
      this.#known.set(path, owner);
      owner.catch(() => this.#known.delete(path));
    }
    return owner;
  }

  async #read(path: string): Promise<Owner> {
    const ids = (extensions: readonly string[]) => extensions.map((extension) => path + extension);
    const [script, template, style, json] = await Promise.all([
      this.#files.first(ids(SCRIPTS)),
      this.#files.first([`${path}.axml`]),
      this.#files.first(ids(STYLES)),
      this.#files.first([`${path}.json`]),
    ]);
    const jsonText = (json === undefined ? undefined : await this.#files.text(json)) ?? '';
    const problems: Fault[] = [];
    const reading = new Reading(jsonText.trim() ? parseJson(jsonText, problems) : undefined, problems);
    const isolation =
      reading.oneOf('styleIsolation', ['apply-shared', 'isolated', 'shared']) ?? 'apply-shared';
    return {
      path,
      ...(script === undefined ? {} : { script }),
      ...(template === undefined ? {} : { template }),
      ...(style === undefined ? {} : { style }),
      ...(json === undefined ? {} : { json }),
      jsonText,
      using: await usingOf(reading, json ?? `${path}.json`, this.#resolver, this.#files, problems),
      window: readWindow(reading.has('window') ? (reading.object('window') ?? reading) : reading),
      isolation,
      isComponent: reading.flag('component') ?? false,
      problems,
    };
  }
}

/** `usingComponents`: tag to the path of a component. */
export async function usingOf(
  reading: Reading,
  from: string,
  resolver: Resolver,
  files: Files,
  problems: Fault[],
): Promise<Map<string, string>> {
  const using = new Map<string, string>();
  for (const { name, text, at } of reading.table('usingComponents')) {
    if (isAddress(text)) {
      problems.push({
        severity: 'warning',
        at,
        message: `<${name}> comes from a plugin ('${text}'): plugins are not run here`,
      });
      continue;
    }
    const path = await componentPath(text, from, resolver, files);
    if (path === undefined)
      problems.push({ severity: 'error', at, message: `There is no component '${text}' for <${name}>` });
    else using.set(name, path);
  }
  return using;
}

/** A component is known by its json; one without is found by its template or script. */
async function componentPath(
  specifier: string,
  from: string,
  resolver: Resolver,
  files: Files,
): Promise<string | undefined> {
  const bare = specifier.replace(/\.(?:axml|json|js|ts)$/, '');
  const json = await resolver.resolve(bare, from, 'json');
  if (json?.endsWith('.json')) return json.slice(0, -'.json'.length);
  for (const kind of ['template', 'script'] as const) {
    const found = await resolver.resolve(bare, from, kind);
    const path = found?.replace(/\.\w+$/, '');
    if (path !== undefined && (await files.has(`${path}.axml`))) return path;
  }
  return undefined;
}
