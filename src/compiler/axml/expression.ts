import {
  type Expression as Ast,
  type Node,
  type Pattern,
  type Program,
  type Property,
  parse,
  type SpreadElement,
} from 'acorn';

/** A name in an expression, to be looked up where it is used. */
export interface Name {
  name: string;
  /** Offset in the expression. */
  at: number;
}

/** An expression of a template, as JavaScript in which only the names are left open. Made once for each text. */
export interface Expression {
  parts: readonly (string | Name)[];
  /** What it depends on: `name` and the properties after it, as code. */
  paths: readonly { name: string; rest: string }[];
  /** It can stand beside any operator without brackets. */
  simple: boolean;
}

/** The expression cannot be used. `at` is an offset in it. */
export interface Unusable {
  at: number;
  message: string;
}

/**
 * `value`: an expression; what is none, but the inside of an object (`a: b, ...c`), is that object.
 * `object`: the other way round, as `data` of a template is read: `{{item}}` is `{item: item}`.
 */
export type Reading = 'value' | 'object';

/** Expressions that have been compiled: programs say the same thing many times. */
export class Expressions {
  readonly #known: Readonly<Record<Reading, Map<string, Expression | Unusable>>> = {
    value: new Map(),
    object: new Map(),
  };

  compile(source: string, reading: Reading): Expression | Unusable {
    const known = this.#known[reading];
    let found = known.get(source);
    if (!found) {
      found = compiled(source, reading);
      if (known.size >= MOST) known.clear();
      known.set(source, found);
    }
    return found;
  }
}

/** Texts of long ago, of files that have been edited, go some day. */
const MOST = 20_000;

const PATH = /^\s*([A-Za-z_$][\w$]*)((?:\.[A-Za-z_$][\w$]*)*)\s*$/;
const NO_NAMES: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'this',
  'super',
]);

function compiled(source: string, reading: Reading): Expression | Unusable {
  const plain = reading === 'value' ? PATH.exec(source) : null;
  if (plain) {
    const [, name = '', properties = ''] = plain;
    if (!NO_NAMES.has(name)) {
      const rest = properties.replaceAll('.', '?.');
      return {
        parts: rest ? [{ name, at: source.indexOf(name) }, rest] : [{ name, at: source.indexOf(name) }],
        paths: [{ name, rest }],
        simple: true,
      };
    }
  }
  if (!/\S/.test(source))
    return reading === 'object'
      ? { parts: ['{}'], paths: [], simple: false }
      : { parts: ['undefined'], paths: [], simple: true };
  try {
    return parsed(source, reading);
  } catch (error) {
    if (error instanceof Refused) return { at: error.at, message: error.message };
    const { pos, message } = error as { pos?: number; message: string };
    return {
      at: Math.min(Math.max(0, (pos ?? 1) - 1), source.length),
      message: error instanceof RangeError ? 'The expression is nested too deep' : withoutPlace(message),
    };
  }
}

/** acorn's messages end with `(line:column)`. */
export const withoutPlace = (message: string): string => message.replace(/ \(\d+:\d+\)$/, '');

class Refused extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

function parsed(source: string, reading: Reading): Expression {
  const ways: readonly (() => Expression | undefined)[] =
    reading === 'value'
      ? [() => asValue(source, false), () => asObject(source), () => asValue(source, true)]
      : [() => asObject(source), () => asValue(source, true)];
  let first: unknown;
  for (const way of ways) {
    try {
      const expression = way();
      if (expression) return expression;
    } catch (error) {
      if (error instanceof Refused) throw error;
      first ??= error;
    }
  }
  throw first;
}

/** @param sequence whether `a, b` is one */
function asValue(source: string, sequence: boolean): Expression | undefined {
  const inside = only(
    parse(`(${source}\n)`, { ecmaVersion: 'latest', preserveParens: true }),
    source.length + 3,
  );
  if (inside.type === 'SequenceExpression' && !sequence) return undefined;
  return new Writer(`(${source}`, 1).write(inside);
}

function asObject(source: string): Expression | undefined {
  // Without what is around it this is a statement or a list of them.
  const text = `({${source}\n})`;
  const inside = only(parse(text, { ecmaVersion: 'latest', preserveParens: true }), source.length + 5);
  return new Writer(text, 2).write(inside);
}

/** The expression between the outer brackets; what would close them and open others is none. */
function only(program: Program, length: number): Ast {
  const [statement] = program.body;
  if (program.body.length === 1 && statement?.type === 'ExpressionStatement') {
    const { expression } = statement;
    if (expression.type === 'ParenthesizedExpression' && expression.start === 0 && expression.end === length)
      return expression.expression;
  }
  throw new Refused(0, 'This is not one expression');
}

const SIMPLE: ReadonlySet<string> = new Set([
  'Identifier',
  'Literal',
  'MemberExpression',
  'CallExpression',
  'ChainExpression',
  'ArrayExpression',
  'TemplateLiteral',
]);

/** Copies the source of an expression, leaving names open and making each access safe for null. */
class Writer {
  readonly #source: string;
  readonly #shift: number;
  readonly #parts: (string | Name)[] = [];
  readonly #paths = new Map<string, { name: string; rest: string }>();
  /** Parameters of the functions around, and what they are called in the code. */
  #bound: ReadonlyMap<string, string> = new Map();
  #from = 0;

  /** @param shift offset of the expression in `source` */
  constructor(source: string, shift: number) {
    this.#source = source;
    this.#shift = shift;
  }

  write(node: Ast): Expression {
    const list = node.type === 'SequenceExpression';
    if (list) this.#push('(');
    this.#from = node.start;
    this.#walk(node);
    this.#upTo(node.end);
    if (list) this.#push(')');
    return {
      parts: this.#parts,
      paths: [...this.#paths.values()],
      simple: list || SIMPLE.has(node.type),
    };
  }

  #push(part: string): void {
    const last = this.#parts.length - 1;
    if (typeof this.#parts[last] === 'string') this.#parts[last] += part;
    else if (part) this.#parts.push(part);
  }

  #upTo(at: number): void {
    this.#push(this.#source.slice(this.#from, at));
    this.#from = at;
  }

  /** Puts a text where `at` is. @param skip what stands there and is left out */
  #put(at: number, text: string, skip = 0): void {
    this.#upTo(at);
    this.#push(text);
    this.#from = at + skip;
  }

  #refuse(node: Node, message: string): never {
    throw new Refused(Math.max(0, node.start - this.#shift), message);
  }

  #name(name: string, at: number, length: number): void {
    const bound = this.#bound.get(name);
    this.#upTo(at);
    this.#from = at + length;
    if (bound !== undefined) this.#push(bound);
    else if (name === 'undefined' || name === 'NaN' || name === 'Infinity') this.#push(name);
    else this.#parts.push({ name, at: at - this.#shift });
  }

  #uses(path: { name: string; rest: string } | undefined): void {
    if (path) this.#paths.set(path.name + path.rest, path);
  }

  /** `a.b.c` of a free name. */
  #pathOf(node: Node): { name: string; rest: string } | undefined {
    const at = node as Ast;
    switch (at.type) {
      case 'Identifier':
        return this.#bound.has(at.name) || NO_NAMES.has(at.name) ? undefined : { name: at.name, rest: '' };
      case 'MemberExpression': {
        if (at.computed || at.property.type !== 'Identifier') return undefined;
        const of = this.#pathOf(at.object);
        return of && { name: of.name, rest: `${of.rest}?.${at.property.name}` };
      }
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        return this.#pathOf(at.expression);
    }
    return undefined;
  }

  #all(nodes: readonly (Node | null)[]): void {
    for (const node of nodes) if (node) this.#walk(node);
  }

  /** `...list` of an array or a call: nothing where there is no list. */
  #spread(argument: Node): void {
    this.#put(argument.start, '(');
    this.#walk(argument);
    this.#put(argument.end, ' ?? [])');
  }

  /** @param hard `new` and tags of templates do not stand `?.` */
  #member(node: Extract<Ast, { type: 'MemberExpression' }>, hard: boolean, known: boolean): void {
    this.#walk(node.object, { hard, known });
    if (node.property.type === 'PrivateIdentifier')
      this.#refuse(node.property, 'Private names exist in classes only');
    const safe = !node.optional && !hard;
    if (node.computed) {
      if (safe) this.#put(this.#source.indexOf('[', node.object.end), '?.');
      this.#walk(node.property);
    } else if (safe) this.#put(this.#source.lastIndexOf('.', node.property.start), '?.', 1);
  }

  /** @param how.known the path is registered already */
  #walk(node: Node, how: { hard?: boolean; known?: boolean } = {}): void {
    const at = node as Ast | SpreadElement;
    switch (at.type) {
      case 'Identifier':
        if (!how.known) this.#uses(this.#pathOf(at));
        this.#name(at.name, at.start, at.end - at.start);
        return;
      case 'Literal':
        return;
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        this.#walk(at.expression, how);
        return;
      case 'MemberExpression': {
        const path = how.known ? undefined : this.#pathOf(at);
        this.#uses(path);
        this.#member(at, how.hard ?? false, how.known || path !== undefined);
        return;
      }
      case 'CallExpression': {
        if (at.callee.type === 'Super') this.#refuse(at, 'super exists in classes only');
        this.#callee(at.callee);
        if (!at.optional && !how.hard) this.#put(this.#source.indexOf('(', at.callee.end), '?.');
        this.#arguments(at.arguments);
        return;
      }
      case 'NewExpression':
        this.#walk(at.callee, { hard: true });
        this.#arguments(at.arguments);
        return;
      case 'UnaryExpression':
        if (at.operator === 'delete') this.#refuse(at, 'A template cannot change data');
        this.#walk(at.argument);
        return;
      case 'BinaryExpression':
        if (at.left.type === 'PrivateIdentifier')
          this.#refuse(at.left, 'Private names exist in classes only');
        this.#walk(at.left);
        if (at.operator === 'in') {
          this.#put(at.right.start, 'Object(');
          this.#walk(at.right);
          this.#put(at.right.end, ')');
        } else this.#walk(at.right);
        return;
      case 'LogicalExpression':
        this.#walk(at.left);
        this.#walk(at.right);
        return;
      case 'ConditionalExpression':
        this.#all([at.test, at.consequent, at.alternate]);
        return;
      case 'SequenceExpression':
        this.#all(at.expressions);
        return;
      case 'TemplateLiteral':
        this.#all(at.expressions);
        return;
      case 'TaggedTemplateExpression':
        this.#walk(at.tag, { hard: true });
        this.#all(at.quasi.expressions);
        return;
      case 'ArrayExpression':
        for (const element of at.elements) {
          if (element?.type === 'SpreadElement') this.#spread(element.argument);
          else if (element) this.#walk(element);
        }
        return;
      case 'ObjectExpression':
        for (const property of at.properties) {
          if (property.type === 'SpreadElement') this.#walk(property.argument);
          else this.#property(property);
        }
        return;
      case 'ArrowFunctionExpression': {
        if (at.async || at.body.type === 'BlockStatement')
          this.#refuse(at, 'A function in a template is one expression; put more into an .sjs file');
        const outer = this.#bound;
        const inner = new Map(outer);
        for (const param of at.params) bindNames(param, inner);
        this.#bound = inner;
        for (const param of at.params) this.#pattern(param);
        this.#walk(at.body);
        this.#bound = outer;
        return;
      }
      case 'ThisExpression':
        this.#refuse(at, '`this` means nothing in a template; name the data itself');
        break;
      case 'AssignmentExpression':
      case 'UpdateExpression':
        this.#refuse(at, 'A template cannot change data');
        break;
    }
    this.#refuse(at, 'This cannot stand in a template; put it into an .sjs file');
  }

  /** What is called: a change of what holds the function matters, not of the function's own name. */
  #callee(callee: Node): void {
    const at = callee as Ast;
    if (at.type === 'MemberExpression' && !at.computed && this.#pathOf(at)) {
      this.#uses(this.#pathOf(at.object));
      this.#member(at, false, true);
    } else this.#walk(callee);
  }

  #arguments(nodes: readonly Node[]): void {
    for (const node of nodes as readonly (Ast | SpreadElement)[]) {
      if (node.type === 'SpreadElement') this.#spread(node.argument);
      else this.#walk(node);
    }
  }

  #property(property: Property): void {
    if (property.method || property.kind !== 'init')
      this.#refuse(property, 'A function in a template is one expression; put more into an .sjs file');
    if (property.shorthand && property.key.type === 'Identifier') {
      const { name, start } = property.key;
      this.#put(start, `${name}: `);
      this.#walk(property.value);
      return;
    }
    if (property.computed) this.#walk(property.key);
    this.#walk(property.value);
  }

  /** Parameters: names that are bound stay as they are, defaults are expressions. */
  #pattern(pattern: Pattern): void {
    switch (pattern.type) {
      case 'Identifier':
        this.#name(pattern.name, pattern.start, pattern.end - pattern.start);
        break;
      case 'AssignmentPattern':
        this.#pattern(pattern.left);
        this.#walk(pattern.right);
        break;
      case 'RestElement':
        this.#pattern(pattern.argument);
        break;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element) this.#pattern(element);
        break;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') {
            this.#pattern(property.argument);
            continue;
          }
          if (property.computed) this.#walk(property.key);
          if (property.shorthand && property.key.type === 'Identifier')
            this.#put(property.key.start, `${property.key.name}: `);
          this.#pattern(property.value);
        }
    }
  }
}

/** Names that the code around an expression uses. */
const TAKEN: ReadonlySet<string> = new Set(['d', '$', 'Object', 'undefined', 'NaN', 'Infinity']);

function bindNames(pattern: Pattern, names: Map<string, string>): void {
  switch (pattern.type) {
    case 'Identifier':
      names.set(
        pattern.name,
        TAKEN.has(pattern.name) || pattern.name.startsWith('$') ? `_${pattern.name}_` : pattern.name,
      );
      break;
    case 'AssignmentPattern':
      bindNames(pattern.left, names);
      break;
    case 'RestElement':
      bindNames(pattern.argument, names);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) bindNames(element, names);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties)
        bindNames(property.type === 'RestElement' ? property.argument : property.value, names);
  }
}
