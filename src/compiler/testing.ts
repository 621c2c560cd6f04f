import type { ProgramSource } from '../contract/axml/source.ts';
import type { Child, Render, Toolkit } from '../contract/axml/toolkit.ts';
import { compileTemplate } from './axml/compile.ts';
import { folderOf, joined } from './project/paths.ts';
import { compileScript } from './script/compile.ts';

/** A program whose files are texts. Change `files` and tell the project to see an edit. */
export function memorySource(files: Record<string, string>): ProgramSource {
  return {
    async list(folder) {
      const start = folder === '' ? '' : `${folder}/`;
      const inside = start.split('/').includes('node_modules');
      return Object.keys(files).filter((path) => {
        if (!path.startsWith(start)) return false;
        const names = path.slice(start.length).split('/');
        return !names.some((name) => name.startsWith('.') || (!inside && name === 'node_modules'));
      });
    },
    text: async (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    url: async (path) => (Object.hasOwn(files, path) ? `https://program.example/${path}` : undefined),
  };
}

/** A node of a template, as {@link renderFiles} gives it. */
export interface Rendered {
  tag: string;
  attrs: Readonly<Record<string, unknown>>;
  key?: unknown;
  children: (Rendered | string)[];
  /** Of a component: what it is given for its slots. */
  slots?: Readonly<Record<string, (scope: unknown) => (Rendered | string)[]>>;
}

/** How often a loop's `deps` were given, and what they were: for tests of what they say. */
export interface Loop {
  deps: readonly unknown[] | null;
  keys: unknown[];
}

/**
 * Compiles template and sjs files and renders one of them with plain objects for nodes.
 * @param files by path; specifiers are resolved as relative paths
 * @param watch is told of each loop
 */
export function renderFiles(
  files: Readonly<Record<string, string>>,
  entry: string,
  data: Readonly<Record<string, unknown>>,
  watch?: (loop: Loop) => void,
): (Rendered | string)[] {
  const modules = new Map<string, { exports: Record<string, unknown> }>();
  const load = (path: string): Record<string, unknown> => {
    const known = modules.get(path);
    if (known) return known.exports;
    const text = files[path];
    if (text === undefined) throw new Error(`Cannot find module '${path}'`);
    const module = { exports: {} as Record<string, unknown> };
    modules.set(path, module);
    const { code } = path.endsWith('.axml') ? compileTemplate(text) : compileScript(text, path);
    const run = new Function('require', 'module', 'exports', code);
    run((specifier: string) => load(joined(folderOf(path), specifier)), module, module.exports);
    return module.exports;
  };
  const flat = (child: Child): (Rendered | string)[] => {
    if (Array.isArray(child)) return child.flatMap(flat);
    if (child === null || child === undefined || child === false) return [];
    return [typeof child === 'object' ? (child as Rendered) : String(child)];
  };
  const $: Toolkit = {
    el: (tag, attrs, key, children) => ({
      tag,
      attrs: { ...attrs },
      ...(key === null ? {} : { key }),
      children: flat((children ?? []) as Child[]),
    }),
    comp(tag, attrs, key, slots) {
      const given = Object.entries(slots ?? {}).map(
        ([name, slot]) => [name, (scope: unknown) => flat(slot(scope))] as const,
      );
      return {
        tag,
        attrs: { ...attrs },
        ...(key === null ? {} : { key }),
        children: given.filter(([name]) => name === 'default').flatMap(([, slot]) => slot({})),
        slots: Object.fromEntries(given),
      };
    },
    each(list, deps, key, body) {
      const items: [unknown, unknown][] = Array.isArray(list)
        ? list.map((item, index) => [item, index])
        : typeof list === 'number'
          ? Array.from({ length: list }, (_, index) => [index, index])
          : Object.entries((list as object | null) ?? {}).map(([name, item]) => [item, name]);
      watch?.({ deps, keys: items.map(([item, index]) => key?.(item, index)) });
      return items.map(([item, index]) => body(item, index));
    },
    slot: (name, scope, fallback) => ({
      tag: 'slot',
      attrs: { name, ...scope },
      children: flat(fallback?.() ?? []),
    }),
    template(templates, name, data) {
      return Object.hasOwn(templates, String(name)) ? templates[String(name)]?.(data, $) : null;
    },
    text: (value) => (value === null || value === undefined ? '' : String(value)),
  };
  return flat((load(entry).render as Render)(data, $));
}

/** One file, `index.axml`. */
export const render = (
  source: string,
  data: Readonly<Record<string, unknown>> = {},
  watch?: (loop: Loop) => void,
): (Rendered | string)[] => renderFiles({ 'index.axml': source }, 'index.axml', data, watch);

/** Nodes as markup, for tests that are read. */
export function markup(nodes: readonly (Rendered | string)[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const attrs = Object.entries(node.attrs).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
      const key = 'key' in node ? ` key:${JSON.stringify(node.key)}` : '';
      return `<${node.tag}${key}${attrs.join('')}>${markup(node.children)}</${node.tag}>`;
    })
    .join('');
}
