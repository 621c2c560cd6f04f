import { type Attribute, type ElementNode, isBlank, type Node } from './parse.ts';

/** Attributes that are instructions to the compiler. */
export const DIRECTIVES: ReadonlySet<string> = new Set([
  'a:if',
  'a:elif',
  'a:else',
  'a:for',
  'a:for-items',
  'a:for-item',
  'a:for-index',
  'a:key',
]);

/** An attribute by its name. */
export const named = ({ attributes }: ElementNode, name: string): Attribute | undefined => {
  for (const attribute of attributes) if (attribute.name === name) return attribute;
  return undefined;
};
export const isLoop = (element: ElementNode): boolean =>
  element.directed && (named(element, 'a:for') !== undefined || named(element, 'a:for-items') !== undefined);
export const isDirected = (element: ElementNode): boolean =>
  element.directed && element.attributes.some(({ name }) => DIRECTIVES.has(name));
export const isShown = (node: Node): boolean => node.kind === 'element' || !isBlank(node.text);

/** An element and the `a:elif`, `a:else` that follow it. */
export function chainFrom(nodes: readonly Node[], from: number): ElementNode[] {
  const first = nodes[from] as ElementNode;
  const chain = [first];
  if (!first.directed || !named(first, 'a:if') || isLoop(first)) return chain;
  for (let at = from + 1; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    if (node.kind === 'text') {
      if (isBlank(node.text)) continue;
      break;
    }
    if (named(node, 'a:elif')) chain.push(node);
    else {
      if (named(node, 'a:else')) chain.push(node);
      break;
    }
  }
  return chain;
}

/** The condition of an element, and nothing else of it. */
export const hollow = (element: ElementNode): ElementNode => ({
  ...element,
  tag: 'block',
  attributes: element.attributes.filter(
    ({ name }) => name === 'a:if' || name === 'a:elif' || name === 'a:else',
  ),
  children: [],
});

/** The key of the one element in a block that is repeated. */
export function keyInside(element: ElementNode): Attribute | undefined {
  if (element.tag !== 'block') return undefined;
  const shown = element.children.filter(isShown);
  const [only] = shown;
  if (shown.length !== 1 || only?.kind !== 'element' || isLoop(only)) return undefined;
  const key = named(only, 'key') ?? named(only, 'a:key');
  return key;
}
