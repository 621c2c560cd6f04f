import { parse } from 'acorn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Loop, markup, type Rendered, render } from '../testing.ts';
import { compileTemplate } from './compile.ts';

/** Markup, or something like it. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<',
          '>',
          '/>',
          '</',
          '<view',
          '<text>',
          '</view>',
          '<block a:for="{{list}}"',
          'a:if="{{a}}"',
          'a:else',
          '{{',
          '}}',
          '{',
          '}',
        ],
        ...[
          '"',
          "'",
          '`',
          '=',
          ' ',
          '\n',
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
          '<template name="t">',
          '<template is="t" data="',
          'a.b[0]',
        ],
        ...[
          'a ? b : c',
          'x => x',
          '...a',
          '<import src="a"/>',
          '<slot',
          'slot-scope="s"',
          '<card>',
          '&amp;',
          '\\',
          'a:key=',
          '${',
          '*/',
          '//',
        ],
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('as a template gives code that can be read, and problems inside of the text', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const { code, problems } = compileTemplate(source);
        parse(`(function (require, module, exports) {${code}\n})`, { ecmaVersion: 'latest' });
        for (const { at } of problems) expect(at >= 0 && at <= source.length).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  it('as an expression gives code that can be read', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const { code } = compileTemplate(
          `<view a='{{${source}}}' a:for="{{${source}}}">{{${source}}}</view>`,
        );
        parse(`(function (require, module, exports) {${code}\n})`, { ecmaVersion: 'latest' });
      }),
      { numRuns: 1000 },
    );
  });
  it('however deep it is nested', () => {
    for (const source of [
      '<view>'.repeat(20_000),
      `{{${'('.repeat(20_000)}}}`,
      `{{${'a+'.repeat(20_000)}a}}`,
      `{{${'a.'.repeat(20_000)}a}}`,
      '{{'.repeat(20_000),
      '<'.repeat(20_000),
    ]) {
      const { code } = compileTemplate(source);
      expect(() => parse(code, { ecmaVersion: 'latest' })).not.toThrow();
    }
  });
});

// Expressions

type Value = unknown;
interface Case {
  source: string;
  value: (data: Readonly<Record<string, Value>>) => Value;
}
/** What is worked out by hand throws where JavaScript throws. */
const isNothing = (value: Value): value is null | undefined => value === null || value === undefined;
const member = (of: Value, name: Value): Value =>
  isNothing(of) ? undefined : (Object(of) as Record<PropertyKey, Value>)[String(name)];

const NAMES = ['a', 'b', 'c', 'd', 'list', 'item'] as const;
const literal = fc
  .constantFrom('0', '1', '-2', '"s"', "'t'", 'true', 'null', 'undefined', '""')
  .map((source): Case => ({ source, value: () => new Function(`return ${source}`)() as Value }));
const name = fc.constantFrom(...NAMES).map((one): Case => ({ source: one, value: (data) => data[one] }));
const expression: fc.Arbitrary<Case> = fc.letrec<{ any: Case }>((tie) => {
  const any = tie('any');
  const access = (of: Case) => (/^[\w.()[\]]+$/.test(of.source) ? of.source : `(${of.source})`);
  return {
    any: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      name,
      literal,
      fc.tuple(any, fc.constantFrom('x', 'y', 'length')).map(
        ([of, property]): Case => ({
          source: `(${of.source}).${property}`,
          value: (data) => member(of.value(data), property),
        }),
      ),
      fc.tuple(name, fc.constantFrom('x', 'y'), fc.constantFrom('x', 'length')).map(
        ([of, first, second]): Case => ({
          source: `${of.source}.${first}.${second}`,
          value: (data) => member(member(of.value(data), first), second),
        }),
      ),
      fc.tuple(any, any).map(
        ([of, property]): Case => ({
          source: `${access(of)}[${property.source}]`,
          value(data) {
            const target = of.value(data);
            return isNothing(target) ? undefined : member(target, property.value(data));
          },
        }),
      ),
      fc.tuple(any, any).map(
        ([of, argument]): Case => ({
          source: `(${of.source}).f(${argument.source})`,
          value(data) {
            const target = of.value(data);
            const method = member(target, 'f');
            return isNothing(method)
              ? undefined
              : (method as (value: Value) => Value).call(target, argument.value(data));
          },
        }),
      ),
      fc.tuple(any, fc.constantFrom('!', '-', 'typeof ', 'void ')).map(([of, operator]): Case => {
        const apply = new Function('v', `return ${operator}(v)`);
        return { source: `${operator}(${of.source})`, value: (data) => apply(of.value(data)) as Value };
      }),
      fc
        .tuple(any, fc.constantFrom('+', '-', '*', '===', '==', '<', '>=', '%'), any)
        .map(([left, operator, right]): Case => {
          const apply = new Function('l', 'r', `return l ${operator} r`);
          return {
            source: `(${left.source}) ${operator} (${right.source})`,
            value: (data) => apply(left.value(data), right.value(data)) as Value,
          };
        }),
      fc.tuple(any, any).map(
        ([left, right]): Case => ({
          source: `(${left.source}) && (${right.source})`,
          value: (data) => left.value(data) && right.value(data),
        }),
      ),
      fc.tuple(any, any).map(
        ([left, right]): Case => ({
          source: `(${left.source}) ?? (${right.source})`,
          value: (data) => left.value(data) ?? right.value(data),
        }),
      ),
      fc.tuple(any, any, any).map(
        ([test, yes, no]): Case => ({
          source: `(${test.source}) ? ${yes.source.includes('?') ? `(${yes.source})` : yes.source} : (${no.source})`,
          value: (data) => (test.value(data) ? yes.value(data) : no.value(data)),
        }),
      ),
      fc.tuple(any, any).map(
        ([first, second]): Case => ({
          source: `[(${first.source}), (${second.source})]`,
          value: (data) => [first.value(data), second.value(data)],
        }),
      ),
      fc.tuple(name, any).map(
        ([short, of]): Case => ({
          source: `({${short.source}, x: (${of.source})})`,
          value: (data) => ({ [short.source]: short.value(data), x: of.value(data) }),
        }),
      ),
      fc.tuple(any).map(
        ([of]): Case => ({
          source: `[1, 2].map(item => item + (${of.source}))`,
          value: (data) => [1, 2].map((item) => (item as never) + (of.value({ ...data, item }) as never)),
        }),
      ),
      fc.tuple(any).map(
        ([of]): Case => ({
          source: `\`<\${${of.source}}>\``,
          value: (data) => `<${String(of.value(data) as string)}>`,
        }),
      ),
    ),
  };
}).any;
const f = (value: Value): Value => value;
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, undefined, 0, 1, 2, 'x', 'abc', true),
  fc.record({ x: fc.constantFrom<Value>(1, 'y', { x: 2 }, null), f: fc.constantFrom<Value>(f, undefined) }),
  fc.array(fc.integer({ max: 9, min: 0 }), { maxLength: 3 }),
);
const data = fc.record(Object.fromEntries(NAMES.map((one) => [one, value])));

const outcome = (run: () => Value): Value => {
  try {
    return { value: run() };
  } catch {
    return 'throws';
  }
};

describe('an expression', () => {
  it('is worth what it is worth by hand, where members and calls of nothing are nothing', () => {
    fc.assert(
      fc.property(expression, data, (one, given) => {
        const made = outcome(
          () =>
            (render(`<view v='{{ ${one.source.replaceAll("'", '"')} }}'/>`, given)[0] as Rendered).attrs.v,
        );
        expect(made).toEqual(outcome(() => one.value(given)));
      }),
      { numRuns: 1000 },
    );
  });
});

// Trees

interface Tree {
  tag: string;
  attrs: Record<string, string>;
  children: (Tree | string)[];
}
const word = fc.stringMatching(/^[a-z][a-z<>&"' ]{0,4}[a-z]$/);
const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom('view', 'text', 'my-card', 'button'),
    attrs: fc.dictionary(fc.constantFrom('class', 'data-a', 'onTap', 'maxLength', '__proto__x'), word, {
      maxKeys: 3,
    }),
    children: fc.array(fc.oneof({ maxDepth: 4 }, word, tie('tree')), { maxLength: 3 }),
  }),
})).tree;
const escaped = (text: string) => text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);
const written = (node: Tree | string): string =>
  typeof node === 'string'
    ? escaped(node)
    : `<${node.tag}${Object.entries(node.attrs)
        .map(([key, text]) => ` ${key}="${escaped(text)}"`)
        .join('')}>${node.children.map(written).join('')}</${node.tag}>`;
/** Texts beside each other are one. */
function joined(node: Tree): Tree {
  const children: (Tree | string)[] = [];
  for (const child of node.children) {
    const last = children.length - 1;
    if (typeof child === 'string' && typeof children[last] === 'string') children[last] += child;
    else children.push(typeof child === 'string' ? child : joined(child));
  }
  return { ...node, children };
}

describe('a tree', () => {
  it('that is written and compiled is rendered as it was', () => {
    fc.assert(
      fc.property(tree, (one) => {
        expect(markup(render(written(one)))).toBe(markup([joined(one) as Rendered]));
      }),
      { numRuns: 500 },
    );
  });
});

// Dependencies of loops

const path = fc.constantFrom(
  'a',
  'b.x',
  'b.y.z',
  'item.n',
  'outer.n',
  'index',
  'i',
  'list.length',
  'b[item.n]',
  'c[index]',
  'a ? b.x : item.n',
  '[1].map(v => v + a)[0]',
);
const piece = path.map((one) => `{{${one}}}`);
const attribute = fc
  .tuple(fc.constantFrom('x', 'a:if', 'key', 'style'), piece)
  .map(([key, text]) => ` ${key}="${text}"`);
const body: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    piece,
    fc.tuple(attribute, tie('node')).map(([given, inside]) => `<view${given}>${inside}</view>`),
    fc
      .tuple(attribute, tie('node'))
      .map(([given, inside]) => `<card${given}><view slot="s" slot-scope="a">{{a}}${inside}</view></card>`),
    fc
      .tuple(path, tie('node'))
      .map(
        ([list, inside]) =>
          `<view a:for="{{[${list}, 1]}}" a:for-index="i" a:key="{{${list}}}">${inside}</view>`,
      ),
    fc.tuple(path, path).map(([x, y]) => `<template is="t" data="{{x: ${x}, ...{y: ${y}}}}"/>`),
  ),
})).node;
const state = fc.record({
  a: fc.integer({ min: 0, max: 2 }),
  b: fc.record({ x: fc.integer({ min: 0, max: 1 }), y: fc.record({ z: fc.integer({ min: 0, max: 1 }) }) }),
  c: fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })),
  list: fc.array(fc.record({ n: fc.integer({ min: 0, max: 1 }) }), { minLength: 1, maxLength: 2 }),
});
type State = typeof state extends fc.Arbitrary<infer One> ? One : never;

describe('deps of a loop', () => {
  it('a row whose item, index and deps are the same looks the same', () => {
    fc.assert(
      fc.property(body, state, state, (inside, before, after) => {
        const source = `<template name="t">{{x}}{{y}}</template><block a:for="{{list}}" a:for-item="outer" a:for-index="k"><view a:for="{{[outer]}}">${inside}</view></block>`;
        // What is the same in both is the same object, as setData keeps it.
        const next = Object.fromEntries(
          Object.entries(after).map(([key, one]) => {
            const old = before[key as keyof State];
            return [key, JSON.stringify(one) === JSON.stringify(old) ? old : one];
          }),
        ) as State;
        const rows = (given: State) => {
          const loops: Loop[] = [];
          const shown = render(source, given, (loop) => loops.push(loop));
          // The outer loop is met first.
          return { deps: loops[0]?.deps, shown: shown.map((node) => markup([node])) };
        };
        const [one, two] = [rows(before), rows(next)];
        expect(one.deps).not.toBeNull();
        const same = one.deps?.every((dep, index) => Object.is(dep, two.deps?.[index])) ?? false;
        if (!same || before.list !== next.list) return;
        expect(two.shown).toEqual(one.shown);
      }),
      { numRuns: 1000 },
    );
  });
});
