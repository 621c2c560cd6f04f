import { TAGS } from '../../contract/axml/tags.ts';
import type { Fault } from '../compiled.ts';
import type { Expression, Expressions, Name, Reading } from './expression.ts';
import { endOfMoustache, type Piece, piecesOf, withoutEntities } from './moustache.ts';
import { type Attribute, type ElementNode, isBlank, type Node, type TextNode } from './parse.ts';
import { find, type Scope, variableFor } from './scope.ts';
import { IDENTIFIER, inLines, property, quoted, shortened, trimmed } from './text.ts';
import { chainFrom, DIRECTIVES, hollow, isDirected, isLoop, isShown, keyInside, named } from './tree.ts';

/** Generated code: texts, and numbers for the place in the source that the next text comes from. */
export type Chunk = string | number;

/** What the body of a loop depends on. */
interface Uses {
  /** Code to the local name it begins with; null: it begins with the data. */
  found: Map<string, Scope | null>;
  /** More than can be said. */
  unknown: boolean;
}

/** Directives for another platform: they would be silently without effect. */
const FOREIGN =
  /^(?:model|wx|tt|swan|qq|ks|jd|xhs|bind|catch|capture-bind|capture-catch|mut-bind):|^s-(?:if|for|else)|^v-[a-z]|^bind(?:tap|long\w+|touch\w+|input|change|submit|reset|confirm|focus|blur|scroll\w*|load|error)$/;

/** What scripts have and templates have not; it is rarely meant as data. */
const GLOBALS: ReadonlySet<string> = new Set([
  'Math',
  'JSON',
  'Number',
  'parseInt',
  'parseFloat',
  'console',
  'getApp',
  'encodeURIComponent',
]);

/** Writes the calls of the toolkit (contract/axml/toolkit.ts) that make a template's nodes. */
export class Emitter {
  readonly chunks: Chunk[] = [];
  /** Attributes without data: written once, behind all functions. */
  readonly constants: string[] = [];
  /** `require` of included files: specifier to variable. */
  readonly includes = new Map<string, { variable: string; at: number }>();
  readonly #faults: Fault[];
  readonly #expressions: Expressions;
  readonly #constantOf = new Map<string, string>();
  #uses: Uses | null = null;
  #locals = 0;
  /** Templates of the file put what stands in a slot of their owner's: its owner alone knows when that changes. */
  readonly #slotsInTemplates: boolean;

  constructor(faults: Fault[], expressions: Expressions, slotsInTemplates: boolean) {
    this.#faults = faults;
    this.#expressions = expressions;
    this.#slotsInTemplates = slotsInTemplates;
  }

  /** `function (d, $) { return [...]; }` */
  render(nodes: readonly Node[], scope: Scope | null): void {
    this.chunks.push('function (d, $) { return ');
    this.#children(nodes, scope, false);
    this.chunks.push('; }');
  }

  #fault(severity: Fault['severity'], at: number, message: string): void {
    this.#faults.push({ severity, at, message });
  }

  // Expressions

  /** @param operand whether it stands beside operators */
  #expression(code: string, at: number, scope: Scope | null, reading: Reading, operand = false): void {
    const readable = code.includes('&') ? withoutEntities(code) : code;
    const expression = this.#expressions.compile(readable, reading);
    if ('message' in expression) {
      this.#fault(
        'error',
        at + expression.at,
        `{{${shortened(code)}}} cannot be read: ${expression.message}`,
      );
      this.chunks.push(reading === 'object' ? '{}' : 'undefined');
      return;
    }
    const bracket = operand && !expression.simple;
    if (bracket) this.chunks.push('(');
    this.#parts(expression, at, scope);
    if (bracket) this.chunks.push(')');
  }

  #parts(expression: Expression, at: number, scope: Scope | null): void {
    for (const part of expression.parts) {
      if (typeof part === 'string') this.chunks.push(part);
      else this.chunks.push(at + part.at, this.#codeOf(part, scope));
    }
    const uses = this.#uses;
    for (const { name, rest } of expression.paths) {
      const local = find(scope, name);
      if (local?.kind === 'module') continue;
      if (!local && GLOBALS.has(name)) this.#global(name, at);
      uses?.found.set((local ? local.code : `d.${name}`) + rest, local);
    }
  }

  #global(name: string, at: number): void {
    this.#fault(
      'warning',
      at,
      `${name} is not known in a template, unless it is in the data: put the call into an .sjs file`,
    );
  }

  #codeOf({ name }: Name, scope: Scope | null): string {
    return find(scope, name)?.code ?? `d.${name}`;
  }

  /** The value of an attribute: one expression keeps its type, a mixed one is a text. */
  #value(
    value: string | null,
    at: number,
    scope: Scope | null,
    reading: Reading = 'value',
    operand = false,
  ): void {
    if (value === null) {
      this.chunks.push('true');
      return;
    }
    if (!value.includes('{{')) {
      this.chunks.push(quoted(withoutEntities(value)));
      return;
    }
    // Mostly the whole is one expression.
    if (value.startsWith('{{') && endOfMoustache(value, 2) === value.length - 2) {
      this.#expression(value.slice(2, -2), at + 2, scope, reading, operand);
      return;
    }
    // White space around is none of the value.
    const { text, cut } = trimmed(value);
    const pieces = piecesOf(text, at + cut, this.#faults);
    const [only] = pieces;
    if (only && pieces.length === 1 && 'code' in only)
      this.#expression(only.code, only.at, scope, reading, operand);
    else if (pieces.every((piece) => 'text' in piece)) this.chunks.push(quoted(withoutEntities(value)));
    else {
      if (operand) this.chunks.push('(');
      this.#text(pieces, scope, withoutEntities);
      if (operand) this.chunks.push(')');
    }
  }

  #text(pieces: readonly Piece[], scope: Scope | null, read: (text: string) => string): void {
    pieces.forEach((piece, index) => {
      if (index > 0) this.chunks.push(' + ');
      if ('text' in piece) this.chunks.push(quoted(read(piece.text)));
      else {
        this.chunks.push('$.text(');
        this.#expression(piece.code, piece.at, scope, 'value');
        this.chunks.push(')');
      }
    });
  }

  // Nodes

  /** `[a, b]` @param inText whether they stand in a `<text>` */
  #children(nodes: readonly Node[], scope: Scope | null, inText: boolean): void {
    this.chunks.push('[');
    this.#list(nodes, scope, inText, false);
    this.chunks.push(']');
  }

  /** @returns whether anything was written */
  #list(nodes: readonly Node[], scope: Scope | null, inText: boolean, comma: boolean): boolean {
    let written = comma;
    const next = () => {
      if (written) this.chunks.push(', ');
      written = true;
    };
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as Node;
      if (node.kind === 'text') {
        if (isBlank(node.text)) continue;
        next();
        this.#textNode(node, scope, inText);
        continue;
      }
      const chain = chainFrom(nodes, at);
      if (chain.length > 1) at = nodes.indexOf(chain[chain.length - 1] as Node, at);
      // A block without directives is its children.
      if (chain.length === 1 && node.tag === 'block' && !isDirected(node)) {
        written = this.#list(node.children, scope, inText, written);
        continue;
      }
      next();
      this.#chain(chain, scope, inText);
    }
    return written;
  }

  #textNode(node: TextNode, scope: Scope | null, inText: boolean): void {
    const text = trimmed(node.text);
    const at = node.at + text.cut;
    const read = (part: string) => (node.plain ? part : withoutEntities(part));
    this.chunks.push(at);
    const pieces = text.text.includes('{{')
      ? piecesOf(text.text, at, this.#faults)
      : [{ text: text.text, at }];
    if (pieces.length === 0) this.chunks.push('""');
    else this.#text(pieces, scope, (part) => read(inLines(part, inText)));
  }

  /** A node and the `a:elif` and `a:else` after it. */
  #chain(chain: readonly ElementNode[], scope: Scope | null, inText: boolean): void {
    const [first] = chain as [ElementNode];
    if (!named(first, 'a:if') || isLoop(first)) {
      if (named(first, 'a:elif') || named(first, 'a:else'))
        this.#fault(
          'warning',
          first.at,
          `<${first.tag}> has a:${named(first, 'a:elif') ? 'elif' : 'else'} without a:if before it`,
        );
      this.#element(first, scope, inText);
      return;
    }
    let open = true;
    for (const element of chain) {
      const condition = named(element, 'a:if') ?? named(element, 'a:elif');
      if (!condition) {
        this.#element(element, scope, inText);
        open = false;
        break;
      }
      this.chunks.push(condition.at);
      this.#value(condition.value, condition.valueAt, scope, 'value', true);
      this.chunks.push(' ? ');
      this.#element(element, scope, inText);
      this.chunks.push(' : ');
    }
    if (open) this.chunks.push('null');
  }

  #element(element: ElementNode, scope: Scope | null, inText: boolean): void {
    if (isLoop(element)) this.#loop(element, scope, inText);
    else this.#bare(element, scope, inText);
  }

  #local(name: string, outer: Scope | null): Scope {
    return { name, code: variableFor(name, ++this.#locals), kind: 'local', outer };
  }

  #loop(element: ElementNode, scope: Scope | null, inText: boolean): void {
    const list = (named(element, 'a:for') ?? named(element, 'a:for-items')) as Attribute;
    const item = this.#local(this.#loopName(element, 'a:for-item', 'item'), scope);
    let index = this.#local(this.#loopName(element, 'a:for-index', 'index'), item);
    // Two parameters of one name: the item is what is meant.
    if (index.name === item.name) index = { ...index, name: '', code: `$l${++this.#locals}` };
    const params = `(${item.code}, ${index.code}) { return `;

    this.chunks.push(element.at, '$.each(');
    this.#value(list.value, list.valueAt, scope);
    this.chunks.push(', ');
    const deps = this.chunks.push('') - 1;

    let usesIndex = false;
    const own = (local: Scope) => {
      usesIndex ||= local === index;
      return local === item || local === index;
    };
    this.chunks.push(', ');
    this.#within(own, () => this.#key(element, item, index, params));
    usesIndex = false;
    this.chunks.push(', function ');
    const start = this.chunks.push('') - 1;
    const uses = this.#within(own, () => {
      this.chunks.push('[');
      const condition = named(element, 'a:if');
      if (condition) {
        this.chunks.push(condition.at);
        this.#value(condition.value, condition.valueAt, index, 'value', true);
        this.chunks.push(' ? ');
      }
      this.#bare(element, index, inText);
      this.chunks.push(condition ? ' : null]; })' : ']; })');
    });
    // A body that takes no index keeps its nodes wherever the row moves.
    this.chunks[start] = usesIndex || uses.unknown ? params : `(${item.code}) { return `;
    this.chunks[deps] = uses.unknown ? 'null' : `[${[...uses.found.keys()].join(', ')}]`;
  }

  /** What is used by what `write` writes, without names that are its own. All of it is used by what is around, too. */
  #within(own: (local: Scope) => boolean, write: () => void): Uses {
    const outer = this.#uses;
    const uses: Uses = { found: new Map(), unknown: false };
    this.#uses = uses;
    write();
    this.#uses = outer;
    for (const [code, local] of uses.found) if (local && own(local)) uses.found.delete(code);
    if (outer) {
      for (const [code, local] of uses.found) outer.found.set(code, local);
      outer.unknown ||= uses.unknown;
    }
    return uses;
  }

  #loopName(element: ElementNode, attribute: string, usual: string): string {
    const given = named(element, attribute);
    const name = given?.value?.trim();
    if (!given || !name) return usual;
    if (IDENTIFIER.test(name)) return name;
    this.#fault('error', given.valueAt, `${attribute} is the name of a variable, not '${shortened(name)}'`);
    return usual;
  }

  /** `a:key="id"`, `key="{{item.id}}"`, or the key of the one element inside of a block. */
  #key(element: ElementNode, item: Scope, index: Scope, params: string): void {
    const own = named(element, 'a:key') ?? named(element, 'key');
    const given = own ?? keyInside(element);
    const value = given?.value?.trim();
    if (!given || !value) {
      this.chunks.push('null');
      return;
    }
    if (value.includes('{{')) {
      this.chunks.push(`function ${params}`);
      this.#value(given.value, given.valueAt, index);
      this.chunks.push('; }');
      return;
    }
    const path = value.startsWith(`${item.name}.`) ? value.slice(item.name.length + 1) : value;
    if (path === '*this' || path === item.name) this.chunks.push(`function ${params}${item.code}; }`);
    else if (path === index.name) this.chunks.push(`function ${params}${index.code}; }`);
    else if (/^[\w$]+(?:\.[\w$]+)*$/.test(path))
      this.chunks.push(
        `function ${params}${path.split('.').reduce((code, name) => `${code}?.${IDENTIFIER.test(name) ? name : `[${quoted(name)}]`}`, item.code)}; }`,
      );
    else {
      this.#fault(
        'warning',
        given.valueAt,
        `a:key is a name, *this or one expression, not '${shortened(value)}'`,
      );
      this.chunks.push('null');
    }
  }

  /** Without directives. */
  #bare(element: ElementNode, scope: Scope | null, inText: boolean): void {
    switch (element.tag) {
      case 'block':
        this.#children(element.children, scope, inText);
        return;
      case 'slot':
        this.#slot(element, scope);
        return;
      case 'template':
        this.#template(element, scope);
        return;
      case 'include':
        this.#include(element, scope);
        return;
    }
    // A component of the program may have the name of a platform's tag: what stands in it says that it has slots.
    const builtin = Object.hasOwn(TAGS, element.tag) && !element.children.some(hasSlot);
    this.chunks.push(element.at, `${builtin ? '$.el(' : '$.comp('}${quoted(element.tag)}, `);
    this.#attributes(element, scope, PLAIN);
    this.chunks.push(', ');
    // The key of a loop is the loop's.
    const key = isLoop(element) ? undefined : named(element, 'key');
    if (key) this.#value(key.value, key.valueAt, scope);
    else this.chunks.push('null');
    this.chunks.push(', ');
    if (!element.children.some(isShown)) this.chunks.push('null');
    else if (builtin) this.#children(element.children, scope, inText || element.tag === 'text');
    else this.#slots(element.children, scope);
    this.chunks.push(')');
  }

  /** `{class: …}`; what depends on no data is written once for all. */
  #attributes(element: ElementNode, scope: Scope | null, without: ReadonlySet<string>): void {
    const attributes: Attribute[] = [];
    let dynamic = false;
    for (const attribute of element.attributes) {
      const { name, value, at } = attribute;
      if (without.has(name)) continue;
      if (name.includes(':') || name.charCodeAt(1) === 45 || name.startsWith('bind')) {
        if (DIRECTIVES.has(name)) continue;
        if (FOREIGN.test(name))
          this.#fault(
            'warning',
            at,
            `${name} means nothing here: directives begin with a:, events with on or catch`,
          );
        else if (name.startsWith('a:')) this.#fault('warning', at, `${name} is not known`);
      }
      if (attributes.some((before) => before.name === name))
        this.#fault('warning', at, `${name} stands here twice; the last one counts`);
      dynamic ||= (value?.includes('{{') ?? false) || name.startsWith('{{');
      attributes.push(attribute);
    }
    if (attributes.length === 0) {
      this.chunks.push('null');
      return;
    }
    if (!dynamic) {
      this.#constant(attributes);
      return;
    }
    this.chunks.push('{');
    attributes.forEach((attribute, index) => {
      if (index > 0) this.chunks.push(', ');
      if (attribute.name.startsWith('{{')) this.#spread(attribute, scope);
      else {
        this.chunks.push(attribute.at, `${property(attribute.name)}: `);
        this.#value(attribute.value, attribute.valueAt, scope);
      }
    });
    this.chunks.push('}');
  }

  #constant(attributes: readonly Attribute[]): void {
    let code = '{';
    for (const { name, value } of attributes)
      code += `${code === '{' ? '' : ', '}${property(name)}: ${value === null ? 'true' : quoted(withoutEntities(value))}`;
    code += '}';
    let constant = this.#constantOf.get(code);
    if (!constant) {
      constant = `$s${this.constants.length}`;
      this.constants.push(`var ${constant} = ${code};`);
      this.#constantOf.set(code, constant);
    }
    this.chunks.push(constant);
  }

  /** `{{...object}}` among the attributes. */
  #spread({ name, at }: Attribute, scope: Scope | null): void {
    const end = name.lastIndexOf('}}');
    const code = name.slice(2, end < 0 ? undefined : end);
    const dots = /^\s*\.\.\./.exec(code)?.[0].length ?? 0;
    if (dots === 0) this.#fault('warning', at, `${shortened(name)} among the attributes is read as {{...}}`);
    this.chunks.push('...');
    this.#expression(code.slice(dots), at + 2 + dots, scope, 'value', true);
  }

  #slot(element: ElementNode, scope: Scope | null): void {
    const name = named(element, 'name');
    this.chunks.push(element.at, '$.slot(');
    if (name?.value) this.#value(name.value, name.valueAt, scope);
    else this.chunks.push('"default"');
    this.chunks.push(', ');
    this.#attributes(element, scope, SLOT);
    this.chunks.push(', ');
    if (element.children.some(isShown)) {
      this.chunks.push('function () { return ');
      this.#children(element.children, scope, false);
      this.chunks.push('; }');
    } else this.chunks.push('null');
    this.chunks.push(')');
    if (this.#uses) this.#uses.unknown = true;
  }

  #template(element: ElementNode, scope: Scope | null): void {
    const is = named(element, 'is');
    if (!is) this.#fault('error', element.at, '<template> has neither a name nor is');
    const data = named(element, 'data');
    this.chunks.push(element.at, '$.template($t, ');
    this.#value(is?.value ?? '', is?.valueAt ?? element.at, scope);
    this.chunks.push(', ');
    if (!data?.value) this.chunks.push('{}');
    else if (data.value.includes('{{')) this.#value(data.value, data.valueAt, scope, 'object');
    else {
      this.#fault('warning', data.valueAt, 'data of a template is an object: {{name: value}}');
      this.chunks.push('{}');
    }
    this.chunks.push(')');
    if (this.#uses && this.#slotsInTemplates) this.#uses.unknown = true;
  }

  /** The file's nodes, with all that is visible here. */
  #include(element: ElementNode, scope: Scope | null): void {
    const src = named(element, 'src');
    if (!src?.value) {
      this.#fault('error', element.at, '<include> has no src');
      this.chunks.push('null');
      return;
    }
    let include = this.includes.get(src.value);
    if (!include) {
      include = { variable: `$i${this.includes.size}`, at: src.valueAt };
      this.includes.set(src.value, include);
    }
    const visible = new Map<string, Scope>();
    for (let at = scope; at; at = at.outer) if (at.name && !visible.has(at.name)) visible.set(at.name, at);
    const more = [...visible.values()].map((one) => `, ${property(one.name)}: ${one.code}`);
    this.chunks.push(
      element.at,
      `${include.variable}.render(${more.length > 0 ? `{...d${more.join('')}}` : 'd'}, $)`,
    );
    const uses = this.#uses;
    if (!uses) return;
    uses.unknown = true;
  }

  /** What stands in a component, by slot. */
  #slots(nodes: readonly Node[], scope: Scope | null): void {
    /** Name, dynamic or not, to its nodes: chains stay together, without the members that go elsewhere. */
    const slots = new Map<string, { name: Attribute | undefined; items: (Node | ElementNode[])[] }>();
    const into = (node: Node): Attribute | undefined =>
      node.kind === 'element' ? named(node, 'slot') : undefined;
    const slotFor = (name: Attribute | undefined) => {
      const key = name?.value?.trim() || 'default';
      let slot = slots.get(key);
      if (!slot) {
        slot = { name: key === 'default' ? undefined : name, items: [] };
        slots.set(key, slot);
      }
      return slot;
    };
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as Node;
      if (!isShown(node)) continue;
      if (node.kind === 'text') {
        slotFor(undefined).items.push(node);
        continue;
      }
      const chain = chainFrom(nodes, at);
      if (chain.length > 1) at = nodes.indexOf(chain[chain.length - 1] as Node, at);
      for (const slot of new Set(chain.map((member) => slotFor(into(member))))) slot.items.push(chain);
    }
    this.chunks.push('{');
    let first = true;
    for (const slot of slots.values()) {
      if (!first) this.chunks.push(', ');
      first = false;
      const { name } = slot;
      if (!name) this.chunks.push('default: ');
      else if (!name.value?.includes('{{')) this.chunks.push(`${property(name.value?.trim() ?? '')}: `);
      else {
        this.chunks.push('[');
        this.#value(name.value, name.valueAt, scope);
        this.chunks.push(']: ');
      }
      const parameter = `$l${++this.#locals}`;
      this.chunks.push(`function (${parameter}) { return [`);
      // What a slot hands out comes anew with each rendering: a loop that is around need not know.
      this.#within(
        ({ code }) => code === parameter || code.startsWith(`${parameter}?.`),
        () =>
          slot.items.forEach((item, index) => {
            if (index > 0) this.chunks.push(', ');
            if (!Array.isArray(item)) {
              if (item.kind === 'text') this.#textNode(item, scope, false);
              return;
            }
            // Members of a chain that go into another slot are nothing here.
            const members = item.map((member) => (slotFor(into(member)) === slot ? member : hollow(member)));
            const scoped = item.find((member) => named(member, 'slot-scope'));
            this.#chain(members, scoped ? this.#slotScope(scoped, parameter, scope) : scope, false);
          }),
      );
      this.chunks.push(']; }');
    }
    this.chunks.push('}');
  }

  /** `slot-scope="props"`, or names taken out of it: `slot-scope="{item, index: i}"`. */
  #slotScope(element: ElementNode, parameter: string, outer: Scope | null): Scope | null {
    const given = named(element, 'slot-scope') as Attribute;
    const name =
      given.value
        ?.trim()
        .replace(/^\{\{(.*)\}\}$/s, '$1')
        .trim() ?? '';
    if (IDENTIFIER.test(name)) return { name, code: parameter, kind: 'local', outer };
    const inside = /^\{(.*)\}$/s.exec(name)?.[1];
    const names = inside
      ?.split(',')
      .map((part) => /^\s*([\w$]+)\s*(?::\s*([A-Za-z_$][\w$]*)\s*)?$/.exec(part));
    if (!names?.every((one) => one !== null)) {
      if (name)
        this.#fault('error', given.valueAt, `slot-scope is the name of a variable, not '${shortened(name)}'`);
      return outer;
    }
    return names.reduce<Scope | null>(
      (scope, [, from = '', to = from]) => ({
        name: to,
        code: `${parameter}?.${from}`,
        kind: 'local',
        outer: scope,
      }),
      outer,
    );
  }
}

/** Attributes that say where an element goes. */
const PLAIN: ReadonlySet<string> = new Set(['key', 'slot', 'slot-scope']);
const SLOT: ReadonlySet<string> = new Set(['name', 'slot', 'slot-scope', 'key']);

const hasSlot = (node: Node): boolean => node.kind === 'element' && named(node, 'slot') !== undefined;
