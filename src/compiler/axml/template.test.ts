import { describe, expect, it } from 'vitest';
import { markup, type Rendered, render, renderFiles } from '../testing.ts';
import { compileTemplate } from './compile.ts';

const html = (source: string, data: Record<string, unknown> = {}) => markup(render(source, data));
const problemsOf = (source: string) =>
  compileTemplate(source).problems.map(({ severity, at, message }) => `${severity} ${at}: ${message}`);

describe('data binding', () => {
  it('a text shows values, nothing for null and undefined', () => {
    expect(html('<view>Hello {{name}}! {{missing}}{{none}}</view>', { name: 'Ann', none: null })).toBe(
      '<view>Hello Ann! </view>',
    );
  });
  it('an attribute of one expression keeps its type, a mixed one is text', () => {
    expect(
      render('<view a="{{n}}" b="{{n}}px" c="{{ list }}" d=" {{n}} "/>', { n: 2, list: [1] }),
    ).toMatchObject([{ attrs: { a: 2, b: '2px', c: [1], d: 2 } }]);
  });
  it('an attribute without a value is true, an empty one is an empty text', () => {
    expect(render('<view a b="" c="false"/>')).toMatchObject([{ attrs: { a: true, b: '', c: 'false' } }]);
  });
  it('expressions: ternary, arithmetic, logic, concatenation, members, literals', () => {
    const data = { a: 1, b: 2, c: 3, o: { key: 'v' }, list: ['x', 'y'], flag: false };
    expect(html('<view>{{a + b}} + {{c}} + d</view>', data)).toBe('<view>3 + 3 + d</view>');
    expect(
      html('<view hidden="{{flag ? true : false}}">{{"hi" + o.key}} {{o["key"]}} {{list[1]}}</view>', data),
    ).toBe('<view hidden=false>hiv v y</view>');
    expect(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it stands in the template
      html('<view>{{[a, ...list].length}} {{`${a}-${b}`}} {{typeof a}} {{!flag && a < b}}</view>', data),
    ).toBe('<view>3 1-2 number true</view>');
  });
  it('members and calls of nothing are nothing', () => {
    expect(html('<view>{{a.b.c}}{{a.b()}}{{f(1)}}{{a[b][c]}}{{[...a].length}}{{"x" in a}}</view>')).toBe(
      '<view>0false</view>',
    );
  });
  it('methods of values may be called', () => {
    expect(
      html(
        '<view>{{n.toFixed(2)}} {{[4, 5].includes(m)}} {{s.split(",").map(x => x + k).join("|")}}</view>',
        { n: 1, m: 5, s: 'a,b', k: '!' },
      ),
    ).toBe('<view>1.00 true a!|b!</view>');
  });
  it('names in an expression are data, even those that a browser or the language has', () => {
    const data = {
      window: 'w',
      name: 'n',
      class: 'c',
      d: 'd',
      $: '$',
      Object: 'o',
      item: 'i',
      undefined: 'u',
    };
    expect(
      html('<view>{{window}}{{name}}{{class}}{{d}}{{$}}{{Object}}{{item}}{{undefined}}</view>', data),
    ).toBe('<view>wncd$oi</view>');
    expect(html('<view>{{[1].map(d => d + e).join()}}{{[1].map($ => $ + e).join()}}</view>', { e: 1 })).toBe(
      '<view>22</view>',
    );
  });
  it('quotes of the attribute’s own kind, < and > may stand in an expression', () => {
    expect(
      html(`<view a="{{x ? "y" : "n"}}" b='{{x ? 'y' : 'n'}}' c="{{1 < 2 && 3 > 2}}">{{1<2}}{{a>b}}</view>`, {
        x: 1,
      }),
    ).toBe('<view a="y" b="y" c=true>truefalse</view>');
  });
  it('braces inside of an expression do not end it', () => {
    expect(
      render('<view a="{{ {x: {y: 1}} }}" b="{{{x: 1}}}" c="{{[{a: 1}]}}" d="{{"}}"}}"/>'),
    ).toMatchObject([{ attrs: { a: { x: { y: 1 } }, b: { x: 1 }, c: [{ a: 1 }], d: '}}' } }]);
  });
  it('the inside of an object is an object, in style and elsewhere', () => {
    expect(
      render('<view style="{{color: c, ...rest}}" a="{{b, c}}"/>', { c: 'red', b: 1, rest: { top: 0 } }),
    ).toMatchObject([{ attrs: { style: { color: 'red', top: 0 }, a: { b: 1, c: 'red' } } }]);
  });
  it('{{...object}} is spread among the attributes, in its place', () => {
    expect(render('<view a="1" {{...rest}} b="2"/>', { rest: { a: 3, b: 4, c: 5 } })).toMatchObject([
      { attrs: { a: 3, b: '2', c: 5 } },
    ]);
    expect(render('<view {{...none}}/>')).toMatchObject([{ attrs: {} }]);
  });
  it('entities are what they stand for, in text, attributes and expressions', () => {
    expect(
      html(
        '<view a="&lt;&#20013;&quot;" b="{{1 &lt; 2 &amp;&amp; 3}}">&amp;&nbsp;&unknown; {{a && b}}</view>',
        { a: 1, b: 'x' },
      ),
    ).toBe('<view a="<中\\"" b=3>&\u00a0&unknown; x</view>');
  });
  it('an expression that cannot be read is a problem with its place, and the rest is kept', () => {
    expect(problemsOf('<view>{{a +}}{{b}}</view>')).toEqual([
      'error 11: {{a +}} cannot be read: Unexpected token',
    ]);
    expect(html('<view>{{a +}}{{b}}</view>', { b: 2 })).toBe('<view>2</view>');
    expect(problemsOf('<view a="{{x = 1}}"/>')[0]).toContain('A template cannot change data');
    expect(problemsOf('<view a="{{a) + (b}}"/>')).toHaveLength(1);
    expect(problemsOf('<view>{{this.a}}</view>')[0]).toContain('this');
  });
});

describe('conditions', () => {
  it('a:if, a:elif, a:else: the first that is true', () => {
    const source =
      '<view a:if="{{n > 5}}">1</view>\n<!-- c -->\n<view a:elif="{{n > 2}}">2</view><view a:else>3</view>';
    expect([6, 3, 1].map((n) => html(source, { n }))).toEqual([
      '<view>1</view>',
      '<view>2</view>',
      '<view>3</view>',
    ]);
  });
  it('on a block several nodes are shown or not, and the block itself is none', () => {
    expect(
      html('<block a:if="{{on}}"><view/>t<view/></block><block a:else>{{n}}</block>', { on: true }),
    ).toBe('<view></view>t<view></view>');
    expect(html('<block a:if="{{on}}"><view/></block><block a:else>{{n}}</block>', { n: 7 })).toBe('7');
  });
  it('on a template that is used, on a slot and on a component', () => {
    const source =
      '<template name="t">T</template><template is="t" a:if="{{on}}"/><slot a:elif="{{s}}"/><card a:else/>';
    expect(html(source, { on: 1 })).toBe('T');
    expect(html(source, { s: 1 })).toBe('<slot name="default"></slot>');
    expect(html(source)).toBe('<card></card>');
  });
  it('a:else without a:if is shown, with a warning', () => {
    expect(html('<view a:else>x</view>')).toBe('<view>x</view>');
    expect(problemsOf('<view/>text<view a:else/>')[0]).toContain('without a:if');
  });
});

describe('lists', () => {
  it('a:for has item and index', () => {
    expect(html('<view a:for="{{list}}">{{index}}:{{item}}</view>', { list: ['a', 'b'] })).toBe(
      '<view>0:a</view><view>1:b</view>',
    );
  });
  it('a:for-item and a:for-index name them', () => {
    expect(
      html('<view a:for="{{list}}" a:for-item="x" a:for-index="i">{{i}}:{{x}}{{item}}</view>', {
        list: ['a'],
      }),
    ).toBe('<view>0:a</view>');
  });
  it('names that are none in JavaScript, or that the code uses, may name them', () => {
    for (const name of ['class', 'd', '$', 'exports', 'require', 'let', '$t'])
      expect(
        html(`<view a:for="{{list}}" a:for-item="${name}">{{${name}.x}}{{y}}</view>`, {
          list: [{ x: 1 }],
          y: 2,
        }),
      ).toBe('<view>12</view>');
  });
  it('lists in lists see the names around', () => {
    const source =
      '<view a:for="{{rows}}" a:for-item="row"><text a:for="{{row.cells}}">{{row.name}}{{item}}{{index}}{{n}}</text></view>';
    expect(html(source, { rows: [{ name: 'r', cells: [1, 2] }], n: '!' })).toBe(
      '<view><text>r10!</text><text>r21!</text></view>',
    );
  });
  it('a:if on the same node is asked for each item', () => {
    expect(html('<view a:for="{{list}}" a:if="{{item > 1}}">{{item}}</view>', { list: [1, 2, 3] })).toBe(
      '<view>2</view><view>3</view>',
    );
  });
  it('a:else with a:for: the list takes the place of what a:if hides', () => {
    const source = '<view a:if="{{!list.length}}">none</view><view a:else a:for="{{list}}">{{item}}</view>';
    expect([[], [1, 2]].map((list) => html(source, { list }))).toEqual([
      '<view>none</view>',
      '<view>1</view><view>2</view>',
    ]);
  });
  it('a block repeats several nodes', () => {
    expect(html('<block a:for="{{list}}"><view/>{{item}}</block>', { list: [1, 2] })).toBe(
      '<view></view>1<view></view>2',
    );
  });
  it('a:key: a property, *this, the index, an expression; bare key is the same', () => {
    const keys = (source: string) => {
      const found: unknown[] = [];
      render(
        source,
        {
          list: [
            { id: 'a', o: { p: 1 } },
            { id: 'b', o: { p: 2 } },
          ],
        },
        ({ keys }) => found.push(...keys),
      );
      return found;
    };
    expect(keys('<view a:for="{{list}}" a:key="id"/>')).toEqual(['a', 'b']);
    expect(keys('<view a:for="{{list}}" a:key="o.p"/>')).toEqual([1, 2]);
    expect(keys('<view a:for="{{list}}" a:key="item.id"/>')).toEqual(['a', 'b']);
    expect(keys('<view a:for="{{list}}" a:key="index"/>')).toEqual([0, 1]);
    expect(keys('<view a:for="{{list}}" a:key="*this"/>')).toEqual([
      { id: 'a', o: { p: 1 } },
      { id: 'b', o: { p: 2 } },
    ]);
    expect(keys('<view a:for="{{list}}" a:key="k-{{item.id}}"/>')).toEqual(['k-a', 'k-b']);
    expect(keys('<view a:for="{{list}}" key="{{item.id}}"/>')).toEqual(['a', 'b']);
    expect(keys('<view a:for="{{list}}" key="id"/>')).toEqual(['a', 'b']);
    expect(keys('<block a:for="{{list}}"><view key="{{item.id}}"/></block>')).toEqual(['a', 'b']);
    expect(keys('<view a:for="{{list}}"/>')).toEqual([undefined, undefined]);
  });
  it('key outside of a list is the key of the element', () => {
    expect(render('<view key="{{k}}"/>', { k: 7 })).toMatchObject([{ key: 7, attrs: {} }]);
  });
  it('numbers and objects may be repeated', () => {
    expect(html('<view a:for="{{3}}">{{item}}</view>')).toBe('<view>0</view><view>1</view><view>2</view>');
    expect(html('<view a:for="{{o}}">{{index}}={{item}}</view>', { o: { a: 1 } })).toBe('<view>a=1</view>');
  });
});

describe('templates', () => {
  it('is given its data as an object, spread or by name, and sees nothing else', () => {
    const source =
      '<template name="msg"><view>{{index}}: {{msg}} {{outer}}</view></template>' +
      '<template is="msg" data="{{...one}}"/><template is="msg" data="{{index: 1, msg}}"/><template is="msg"/>';
    expect(html(source, { one: { index: 0, msg: 'a' }, msg: 'b', outer: 'x' })).toBe(
      '<view>0: a </view><view>1: b </view><view>:  </view>',
    );
  });
  it('data="{{item}}" is the object that has item', () => {
    expect(
      html('<template name="t">{{item.x}}</template><template is="t" a:for="{{l}}" data="{{item}}"/>', {
        l: [{ x: 1 }],
      }),
    ).toBe('1');
  });
  it('its name may be an expression', () => {
    const source =
      '<template name="odd">o</template><template name="even">e</template><block a:for="{{[1, 2]}}"><template is="{{item % 2 ? "odd" : "even"}}"/></block>';
    expect(html(source)).toBe('oe');
  });
  it('import brings the templates of a file, not those that this file imports', () => {
    const files = {
      'a.axml': '<template name="A">A</template>',
      'b.axml': '<import src="./a.axml"/><template name="B">B<template is="A"/></template>own',
      'c.axml': '<import src="b.axml"/><template is="A"/><template is="B"/>',
    };
    expect(markup(renderFiles(files, 'c.axml', {}))).toBe('BA');
  });
  it('files may import each other', () => {
    const files = {
      'a.axml': '<import src="b.axml"/><template name="A">A</template><template is="B"/>',
      'b.axml': '<import src="a.axml"/><template name="B">B<template is="A"/></template>',
    };
    expect(markup(renderFiles(files, 'a.axml', {}))).toBe('BA');
  });
  it('include puts the nodes of a file in its place, without its templates, with the names that are visible', () => {
    const files = {
      'index.axml': '<block a:for="{{list}}"><include src="./row.axml"/></block><include src="row.axml"/>',
      'row.axml': '<template name="x">x</template><view>{{item}}{{title}}</view>',
    };
    expect(markup(renderFiles(files, 'index.axml', { list: [1], title: 't' }))).toBe(
      '<view>1t</view><view>t</view>',
    );
  });
});

describe('sjs', () => {
  const files = {
    'index.sjs': "const foo = 'foo'; function bar(x) { return x + '!'; } export default { foo, bar };",
    'named.sjs': 'export const x = 3; export const y = 4;',
    'common.sjs': 'module.exports = { twice: function (n) { return n * 2; } };',
  };
  const page = (source: string, data = {}) =>
    markup(renderFiles({ ...files, 'index.axml': source }, 'index.axml', data));
  it('name is the default export, {x} are named ones', () => {
    expect(
      page(
        '<import-sjs from="./index.sjs" name="test"></import-sjs><view>{{test.bar(test.foo)}}{{test.no.thing}}</view>',
      ),
    ).toBe('<view>foo!</view>');
    expect(page('<import-sjs from="./named.sjs" name="{x, y: z}"/><view>{{x + z}}</view>')).toBe(
      '<view>7</view>',
    );
    expect(page('<import-sjs from="./named.sjs" name="{x as q}"/><view>{{q}}</view>')).toBe('<view>3</view>');
    expect(page('<import-sjs from="./named.sjs" name="all"/><view>{{all.y}}</view>')).toBe('<view>4</view>');
  });
  it('modules of CommonJS are taken as they are', () => {
    expect(
      page('<import-sjs from="./common.sjs" name="m"/><view a:for="{{[1, 2]}}">{{m.twice(item)}}</view>'),
    ).toBe('<view>2</view><view>4</view>');
  });
  it('its names are visible in templates and slots, too, and before it', () => {
    expect(
      page(
        '<template name="t">{{m.foo}}</template><template is="t"/><card>{{m.foo}}</card><import-sjs from="./index.sjs" name="m"/>',
      ),
    ).toBe('foo<card>foo</card>');
  });
});

describe('slots', () => {
  const slotsOf = (source: string, data = {}) => (render(source, data)[0] as Rendered).slots ?? {};
  const shown = (source: string, data = {}, scope: unknown = {}) =>
    Object.fromEntries(
      Object.entries(slotsOf(source, data)).map(([name, slot]) => [name, markup(slot(scope))]),
    );

  it('what names no slot is the default one; slot= names another, of a block, too', () => {
    expect(
      shown('<card><view slot="head">h</view>text<view/><block slot="foot">f{{x}}</block></card>', { x: 1 }),
    ).toEqual({
      head: '<view>h</view>',
      default: 'text<view></view>',
      foot: 'f1',
    });
  });
  it('a component with nothing but white space has no slots', () => {
    expect(render('<card>\n  </card>')).toMatchObject([{ slots: {} }]);
  });
  it('slot-scope names what the slot hands out', () => {
    const source =
      '<list><view slot-scope="p" slot="item">{{p.item.name}}{{x}}</view><view slot-scope="{a, b: c}">{{a}}{{c}}</view></list>';
    expect(shown(source, { x: '!' }, { item: { name: 'n' }, a: 1, b: 2 })).toEqual({
      item: '<view>n!</view>',
      default: '<view>12</view>',
    });
  });
  it('conditions over several slots', () => {
    const source = '<card><view a:if="{{on}}" slot="a">A</view><view a:else slot="b">B</view></card>';
    expect(shown(source, { on: true })).toEqual({ a: '<view>A</view>', b: '' });
    expect(shown(source, { on: false })).toEqual({ a: '', b: '<view>B</view>' });
  });
  it('the name of a slot may be an expression, on either side', () => {
    expect(shown('<card><view slot="{{n}}-x">A</view></card>', { n: 'k' })).toEqual({
      'k-x': '<view>A</view>',
    });
    expect(html('<slot name="{{n}}" item="{{n}}" a="b">none</slot>', { n: 'k' })).toBe(
      '<slot name="k" item="k" a="b">none</slot>',
    );
  });
});

describe('events and attributes', () => {
  it('onX, catchX and data-* stand as in the source', () => {
    expect(
      render('<view onTap="a" catchTap="b" data-user-id="{{1}}" maxLength="3" class="x"/>'),
    ).toMatchObject([
      { attrs: { onTap: 'a', catchTap: 'b', 'data-user-id': 1, maxLength: '3', class: 'x' } },
    ]);
  });
  it('attributes that depend on no data are the same object at each call', () => {
    const { code } = compileTemplate('<view class="a"/><view class="a"/><view class="{{b}}"/>');
    expect(code.match(/var \$s\d+ = /g)).toHaveLength(1);
    expect(code).toContain('$.el("view", $s0, null, null), $.el("view", $s0, null, null)');
  });
  it('directives of another platform are a warning', () => {
    expect(problemsOf('<view wx:if="{{a}}" bindtap="b" v-if="c" s-for="d"/>')).toHaveLength(4);
    expect(problemsOf('<view a:foo="1"/>')).toEqual(['warning 6: a:foo is not known']);
    expect(problemsOf('<view aria-label="x" xmlns:a="y" data-x="z" binding="1"/>')).toEqual([]);
  });
});

describe('texts', () => {
  it('white space at the ends of a text, and between elements, is how the file is laid out', () => {
    expect(
      html('<view>\n  <text>\n    a b\n  </text>\n  c {{d}}\n  e\n</view> <text> </text>', { d: 1 }),
    ).toBe('<view><text>a b</text>c 1 e</view><text></text>');
    expect(html('<text> a  {{b}} </text><text>&nbsp;</text>', { b: ' c ' })).toBe(
      '<text>a   c </text><text>\u00a0</text>',
    );
  });
  it('a line end inside of a text is one in <text> only', () => {
    expect(html('<text>\n  a\n  b\n</text><view>a\n  b</view>')).toBe('<text>a\nb</text><view>a b</view>');
  });
  it('white space around an attribute with an expression is none of its value', () => {
    expect(html('<view class=" a {{b}}\n" title=" t "/>', { b: 1 })).toBe(
      '<view class="a 1" title=" t "></view>',
    );
  });
  it('\\n in a <text> is a line end', () => {
    expect(html('<text>a\\nb</text><view>a\\nb</view>')).toBe('<text>a\nb</text><view>a\\nb</view>');
  });
  it('comments are nothing, CDATA is text', () => {
    expect(html('<view><!-- {{ <b> -->a<![CDATA[<b>&amp;{{x}}]]></view>', { x: 1 })).toBe(
      '<view>a<b>&amp;1</view>',
    );
  });
});

describe('what is not quite well-formed', () => {
  it('an element that is never closed ends with the one around it', () => {
    expect(html('<view><view>a</view><text>b')).toBe('<view><view>a</view><text>b</text></view>');
    expect(problemsOf('<view>\n<text>')).toEqual([
      'warning 7: <text> is never closed',
      'warning 0: <view> is never closed',
    ]);
  });
  it('what follows an element that holds nothing, and was not closed, stands beside it', () => {
    expect(html('<view><image src="a"><text>t</text></view>')).toBe(
      '<view><image src="a"></image><text>t</text></view>',
    );
  });
  it('a closing tag without an opening one is left out', () => {
    expect(html('<view>a</text></view></view>b')).toBe('<view>a</view>b');
  });
  it('attributes without quotes, tags in upper case, tags without an end', () => {
    expect(html('<View a={{x}} b=c>t</VIEW>', { x: 1 })).toBe('<view a=1 b="c">t</view>');
    expect(html('<view><text a="1"')).toBe('<view><text a="1"></text></view>');
  });
  it('an expression without quotes ends before the slash that closes its element', () => {
    const data = { a: 1, b: 'x' };
    expect(render('<view><text a={{ a }} b={{b}}/><text c=d/></view>', data)).toMatchObject([
      { children: [{ attrs: { a: 1, b: 'x' } }, { attrs: { c: 'd/' } }] },
    ]);
    expect(problemsOf('<view><text a={{ a }} b={{b}}/></view>')).toEqual([]);
  });
  it('{{ that is never closed is text', () => {
    expect(html('<view a="{{x">{{ y</view>')).toBe('<view a="{{x">{{ y</view>');
  });
  it('an attribute that stands twice: the last one counts, with a warning', () => {
    expect(html('<view a="1" a="2"/>')).toBe('<view a="2"></view>');
    expect(problemsOf('<view a="1" a="2"/>')).toHaveLength(1);
  });
});
