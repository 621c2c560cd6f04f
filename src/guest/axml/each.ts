import { Component, type ComponentChildren, isValidElement } from 'preact';
import type { Child } from '../../contract/axml/toolkit.ts';
import type { TemplateOwner } from './template-owner.ts';
import { group } from './toolkit.ts';

export interface EachProps {
  list: unknown;
  deps: readonly unknown[] | null;
  keyOf: ((item: unknown, index: unknown) => unknown) | null;
  body: (item: unknown, index: unknown) => Child[];
  owner: TemplateOwner;
}

interface Row {
  item: unknown;
  index: unknown;
  key: unknown;
  node: Child;
}

/**
 * `a:for`. A row whose item, index and dependencies are the same keeps its nodes, which Preact does not look at again. A body that takes
 * no index keeps them wherever the row moves.
 */
export class Each extends Component<EachProps> {
  #rows: readonly Row[] = [];
  #deps: readonly unknown[] | null = null;
  #version = -1;

  override render({ list, deps, keyOf, body, owner }: EachProps): ComponentChildren {
    const { version } = owner.runtime;
    const keeps = version === this.#version && areSame(deps, this.#deps);
    const usesIndex = body.length > 1;
    const old = this.#rows;
    const [items, names] = entriesOf(list);
    const { length } = items;
    const rows = new Array<Row>(length);
    const nodes = new Array<Child>(length);
    let byKey: Map<unknown, Row> | undefined;
    let moved = length !== old.length;
    for (let i = 0; i < length; i++) {
      const item = items[i];
      const index = names ? names[i] : i;
      let row = old[i];
      if (!(keeps && row && row.item === item && row.index === index)) {
        const key = keyOf?.(item, index) ?? undefined;
        if (row?.key !== key) {
          moved = true;
          byKey ??= new Map(old.map((known) => [known.key, known]));
          row = key === undefined ? undefined : byKey.get(key);
        }
        const same = keeps && row && Object.is(row.item, item) && (!usesIndex || row.index === index);
        row = { item, index, key, node: same && row ? row.node : asOne(body(item, index), key) };
      }
      rows[i] = row;
      nodes[i] = row.node;
    }
    if (keyOf && moved) this.#tellDuplicates(rows);
    this.#rows = rows;
    this.#deps = deps;
    this.#version = version;
    return nodes as ComponentChildren;
  }

  #tellDuplicates(rows: readonly Row[]): void {
    const { owner } = this.props;
    const seen = new Set<unknown>();
    for (const { key } of rows) {
      if (key !== undefined && seen.has(key))
        owner.runtime.once('axmlDuplicateKey', { key: String(key), path: owner.path });
      seen.add(key);
    }
  }
}

/**
 * The nodes of a row as one that has the row's key, or its own. Always a component of Preact's (a fragment): of those alone it sees that they
 * are the same, and looks no further.
 */
function asOne(nodes: Child[], key: unknown): Child {
  const [only] = nodes;
  if (nodes.length === 1 && !isValidElement(only)) return only;
  const own = nodes.length === 1 && isValidElement(only) ? only.key : undefined;
  return group(nodes, key ?? own);
}

/** What `a:for` goes over, and the names of the items where they are not numbers. */
function entriesOf(list: unknown): [items: readonly unknown[], names?: readonly string[]] {
  if (Array.isArray(list)) return [list];
  switch (typeof list) {
    case 'string':
      return [Array.from(list)];
    case 'number':
      return [Array.from({ length: Math.max(0, Math.min(Math.floor(list) || 0, 1e6)) }, (_none, i) => i)];
    case 'object':
      return list === null ? [[]] : [Object.values(list), Object.keys(list)];
    default:
      return [[]];
  }
}

function areSame(a: readonly unknown[] | null, b: readonly unknown[] | null): boolean {
  if (!a || !b || a.length !== b.length) return false;
  return a.every((value, i) => Object.is(value, b[i]));
}
