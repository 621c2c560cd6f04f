import type { Node } from 'acorn';

export interface Required {
  specifier: string;
  at: number;
  optional: boolean;
}

/**
 * Every `require('…')` and `require.async('…')` whose `require` is the module's own. Each specifier once.
 * @returns `later`: whether some are to come later; `dynamic`: whether there is an `import()`
 */
export function requiredBy(program: Node): { required: Required[]; later: boolean; dynamic: boolean } {
  const found = new Map<string, Required>();
  // A stack of its own: minified code nests deep. `depth` counts functions that have a `require` of their own.
  const stack: { node: Node; shadowed: boolean; optional: boolean }[] = [
    { node: program, shadowed: false, optional: false },
  ];
  let outermost = true;
  let later = false;
  let dynamic = false;
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
    if (node.type === 'ImportExpression') dynamic = true;
    if (node.type === 'CallExpression' && !shadowed) {
      const callee = node.callee as Node;
      const [argument] = node.arguments as [TextNode?];
      const specifier = textOf(argument);
      const asynchronous = isAsync(callee);
      if ((isRequire(callee) || asynchronous) && argument && specifier !== undefined) {
        later ||= asynchronous || (node.arguments as Node[]).length > 1;
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
  return { required: [...found.values()], later, dynamic };
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

const isRequire = (node: { type: string; name?: string }): boolean =>
  node.type === 'Identifier' && node.name === 'require';

/** `require.async` */
const isAsync = (node: { type: string; object?: Node; property?: Node; computed?: boolean }): boolean =>
  node.type === 'MemberExpression' &&
  !node.computed &&
  isRequire(node.object as Node) &&
  (node.property as { name?: string }).name === 'async';

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
