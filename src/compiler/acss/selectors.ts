import selectorParser from 'postcss-selector-parser';
import { elementOf, TAGS } from '../../contract/axml/tags.ts';

/** Whom the rules of a style sheet hold for. */
export type Scoping =
  /** All pages. */
  | { kind: 'app'; guard: boolean }
  /** What is in a page. */
  | { kind: 'page'; scope: string; guard: boolean }
  /** The elements of a component's own template. */
  | { kind: 'component'; scope: string };

/** Class of the elements of components that take no styles from outside. */
export const ISOLATED = 'a-isolated';

/** One selector list for another. @param inside whether the rule stands in another rule */
export function scoped(selector: string, scoping: Scoping, inside: boolean): string {
  const root = selectorParser().astSync(selector);
  root.walkTags((tag) => {
    if (tag.namespace !== undefined) return;
    const lower = tag.value.toLowerCase();
    const element = Object.hasOwn(TAGS, tag.value)
      ? elementOf(tag.value)
      : Object.hasOwn(TAGS, lower)
        ? elementOf(lower)
        : tag.value;
    if (element !== tag.value) tag.value = element;
  });
  for (const one of root.nodes) {
    const page = pageOf(one);
    if (scoping.kind === 'page') {
      if (page) {
        if (page.type === 'pseudo')
          page.replaceWith(selectorParser.tag({ value: 'page' }), where(scoping.scope));
        else page.parent?.insertAfter(page, where(scoping.scope));
      } else if (!inside) {
        const first = one.nodes[0];
        const space = first?.spaces.before ?? '';
        if (first) first.spaces.before = '';
        one.prepend(selectorParser.combinator({ value: ' ' }));
        const own = where(scoping.scope);
        own.spaces.before = space;
        one.prepend(own);
      }
    }
    if (scoping.kind === 'component') {
      // The page itself belongs to nobody's template: variables are set on it.
      if (!page || one.last !== page) last(one, where(scoping.scope));
    } else if (scoping.guard) last(one, without(ISOLATED));
  }
  return root.toString();
}

/** `page` or `:root` in a selector. */
function pageOf(selector: selectorParser.Selector): selectorParser.Node | undefined {
  return selector.nodes.find(
    (node) =>
      (node.type === 'tag' && node.value === 'page') || (node.type === 'pseudo' && node.value === ':root'),
  );
}

const LEGACY: ReadonlySet<string> = new Set([':before', ':after', ':first-line', ':first-letter']);

/** Adds a condition to what a selector selects in the end: behind its last compound, before a pseudo-element. */
function last(selector: selectorParser.Selector, condition: selectorParser.Node): void {
  let at = selector.nodes.length;
  while (at > 0 && selector.nodes[at - 1]?.type === 'comment') at--;
  let from = at;
  while (from > 0 && selector.nodes[from - 1]?.type !== 'combinator') from--;
  if (from === at) return;
  const compound = selector.nodes.slice(from, at);
  const pseudo = compound.find(
    (node) => node.type === 'pseudo' && (node.value.startsWith('::') || LEGACY.has(node.value.toLowerCase())),
  );
  if (pseudo) {
    condition.spaces.before = pseudo.spaces.before;
    pseudo.spaces.before = '';
    selector.insertBefore(pseudo as never, condition as never);
    return;
  }
  const end = compound.at(-1) as selectorParser.Node;
  condition.spaces.after = end.spaces.after;
  end.spaces.after = '';
  selector.insertAfter(end as never, condition as never);
}

/** `:where(.name)`: a condition that makes no selector weigh more. */
const where = (name: string): selectorParser.Pseudo =>
  selectorParser.pseudo({ value: ':where', nodes: [classes(name)] });
const without = (name: string): selectorParser.Pseudo => {
  const outer = selectorParser.selector({
    value: '',
    nodes: [selectorParser.pseudo({ value: ':not', nodes: [classes(name)] })],
  });
  return selectorParser.pseudo({ value: ':where', nodes: [outer] });
};
const classes = (name: string): selectorParser.Selector =>
  selectorParser.selector({ value: '', nodes: [selectorParser.className({ value: name })] });
