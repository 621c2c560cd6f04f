import type { Node } from 'acorn';

export interface Required {
  specifier: string;
  at: number;
  optional: boolean;
}

/** Every `require('…')` whose `require` is the module's own. Each specifier once. */
export function requiredBy(program: Node): Required[] {
  const found = new Map<string, Required>();
  // A stack of its own: minified code nests deep. `depth` counts functions that have a `require` of their own.
  const stack: { node: Node; shadowed: boolean; optional: boolean }[] = [
    { node: program, shadowed: false, optional: false },
  ];
  let outermost = true;
  for (let at = stack.pop(); at; at = stack.pop()) {
    const node = at.node as Node & Record<string, unknown>;
    let { shadowed, optional } = at;
    if (/Function/.test(node.type)) {
      // The first function is the module itself.
      if (
        !outermost &&
        (node.params as Node[]).some((param) => (param as { name?: string }).name === 'require')
      )
        shadowed = true;
      outermost = false;
    }
    if (node.type === 'CallExpression' && !shadowed) {
      const callee = node.callee as { type: string; name?: string };
      const [argument] = node.arguments as [TextNode?];
      const specifier = textOf(argument);
      if (callee.type === 'Identifier' && callee.name === 'require' && argument && specifier !== undefined) {
        const before = found.get(specifier);
        if (!before) found.set(specifier, { specifier, at: argument.start + 1, optional });
        else if (!optional) before.optional = false;
      }
    }
    for (const name in node) {
      const value = node[name];
      if (typeof value !== 'object' || value === null || name === 'loc') continue;
      const inside = optional || (node.type === 'TryStatement' && name === 'block' && node.handler !== null);
      if (Array.isArray(value)) {
        for (let index = value.length - 1; index >= 0; index--)
          if (isNode(value[index])) stack.push({ node: value[index] as Node, shadowed, optional: inside });
      } else if (isNode(value)) stack.push({ node: value, shadowed, optional: inside });
    }
  }
  return [...found.values()];
}

interface TextNode extends Node {
  value?: unknown;
  quasis?: { value: { cooked?: string | null } }[];
}

/** What a text says, written with quotes of any kind. */
function textOf(node: TextNode | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.quasis?.length === 1)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
