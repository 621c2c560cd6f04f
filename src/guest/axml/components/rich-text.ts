import { type ComponentChild, h, type VNode } from 'preact';
import type { BuiltinProps, Owner } from '../builtin.ts';
import { elementProps, styleText } from '../element.ts';
import { addDetail } from '../events.ts';
import { plain, text } from './attributes.ts';
import { decoded } from './text.ts';

/** The elements that the platform trusts. */
const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em fieldset ' +
    'font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rp rt ruby s section small span ' +
    'strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
/** Attributes beside `class` and `style`, of any element that has them. */
const ATTRIBUTES = new Set('alt height width colspan rowspan span start type dir'.split(' '));

interface Node {
  type?: unknown;
  name?: unknown;
  text?: unknown;
  attrs?: unknown;
  children?: unknown;
  marks?: unknown;
}

/** `marks` of nodes, which an event inside of them has; those of inner ones win. */
const marks = new WeakMap<Element, object>();

/** `rich-text`: nodes as an array or as HTML; what is not on the platform's list is left out. */
export const RichText = ({ tag, attrs, owner }: BuiltinProps): VNode => {
  const { nodes } = plain(attrs);
  const list = typeof nodes === 'string' ? parsed(nodes) : Array.isArray(nodes) ? nodes : [];
  return h(
    'rich-text',
    elementProps(
      owner,
      attrs,
      {
        onClick(event: Event) {
          const found: object[] = [];
          for (
            let at = event.target as Element | null;
            at && at !== event.currentTarget;
            at = at.parentElement
          )
            found.unshift(marks.get(at) ?? {});
          addDetail(event, { marks: Object.assign({}, ...found) });
        },
      },
      tag,
    ),
    list.map((node) => shown(node, owner)),
  );
};

function shown(node: Node | null | undefined, owner: Owner): ComponentChild {
  if (typeof node !== 'object' || node === null) return null;
  if (node.type === 'text') return decoded(text(node.text));
  const name = text(node.name).toLowerCase();
  if (!TAGS.has(name)) return null;
  const props: Record<string, unknown> = { class: owner.scope || undefined };
  for (const [given, value] of Object.entries(Object(node.attrs))) {
    const attribute = given.toLowerCase();
    if (attribute === 'class') props.class = `${owner.scope} ${text(value)}`.trim();
    else if (attribute === 'style') props.style = styleText(value);
    else if (attribute === 'src' && name === 'img') props.src = owner.asset(value);
    else if (ATTRIBUTES.has(attribute)) props[attribute] = text(value);
  }
  if (name === 'img') props.alt ??= '';
  if (node.marks)
    props.ref = (element: Element | null) => void (element && marks.set(element, Object(node.marks)));
  const children = Array.isArray(node.children) ? node.children : [];
  return h(
    name,
    props,
    children.map((child: Node) => shown(child, owner)),
  );
}

/** HTML as nodes. A document of its own: nothing in it is loaded or run. */
function parsed(html: string): Node[] {
  const read = (parent: ParentNode & globalThis.Node): Node[] =>
    Array.from(parent.childNodes, (child) => {
      if (!(child.nodeType === 1))
        return { type: 'text', text: escaped(child.nodeType === 3 ? child : null) };
      const element = child as Element;
      return {
        name: element.localName,
        attrs: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
        children: read(element),
      };
    });
  return read(new DOMParser().parseFromString(html, 'text/html').body);
}

/** A text that has been decoded once must not be again. */
const escaped = (node: globalThis.Node | null): string => node?.textContent?.replaceAll('&', '&amp;') ?? '';
