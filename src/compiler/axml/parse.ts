import { QuoteType, Tokenizer } from 'htmlparser2';
import { STRUCTURE, TAGS } from '../../contract/axml/tags.ts';
import type { Fault } from '../compiled.ts';
import { masked } from './moustache.ts';

export interface Attribute {
  name: string;
  at: number;
  /** As it stands between the quotes; null: only the name is there. */
  value: string | null;
  valueAt: number;
}

export interface ElementNode {
  kind: 'element';
  tag: string;
  at: number;
  attributes: Attribute[];
  /** Whether an attribute begins with `a:`. */
  directed: boolean;
  children: Node[];
}
export interface TextNode {
  kind: 'text';
  text: string;
  at: number;
  /** From CDATA: entities mean nothing in it. */
  plain: boolean;
}
export type Node = ElementNode | TextNode;

/** Far more than any layout has; what is deeper is left out. */
const DEEPEST = 256;

/** Elements that hold nothing: what stands in one that is never closed belongs after it. */
const HOLDS_NOTHING: ReadonlySet<string> = new Set([
  'image',
  'input',
  'icon',
  'progress',
  'slider',
  'switch',
  'checkbox',
  'radio',
  'import',
  'include',
  'import-sjs',
]);
const KNOWN: ReadonlySet<string> = new Set([...Object.keys(TAGS), ...STRUCTURE]);

/**
 * Markup to a tree. What is not well-formed is repaired: an element that is never closed ends with the one around it, a closing
 * tag without an opening one is left out.
 * @param faults where what was repaired is added to
 */
export function parseMarkup(source: string, faults: Fault[]): Node[] {
  const root: ElementNode = {
    kind: 'element',
    tag: '',
    at: 0,
    attributes: [],
    directed: false,
    children: [],
  };
  const stack: ElementNode[] = [root];
  let tooDeep = 0;
  let open: ElementNode | undefined;
  let attribute: Attribute | undefined;
  let slash = false;

  const top = (): ElementNode => stack[stack.length - 1] as ElementNode;
  const text = (from: number, to: number, plain: boolean): void => {
    if (tooDeep > 0 || from >= to) return;
    const { children } = top();
    const last = children[children.length - 1];
    if (last?.kind === 'text' && last.plain === plain && last.at + last.text.length === from)
      last.text += source.slice(from, to);
    else children.push({ kind: 'text', text: source.slice(from, to), at: from, plain });
  };
  const opened = (closed: boolean): void => {
    const element = open;
    open = undefined;
    if (!element) return;
    if (tooDeep > 0 || stack.length > DEEPEST) {
      if (tooDeep === 0)
        faults.push({
          severity: 'error',
          at: element.at,
          message: `Elements are nested more than ${DEEPEST} deep; what is deeper is left out`,
        });
      if (!closed) tooDeep++;
      return;
    }
    top().children.push(element);
    if (!closed) stack.push(element);
  };
  const unclosed = (element: ElementNode): void => {
    faults.push({ severity: 'warning', at: element.at, message: `<${element.tag}> is never closed` });
    if (HOLDS_NOTHING.has(element.tag)) top().children.push(...element.children.splice(0));
  };

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(start, end) {
        open = {
          kind: 'element',
          tag: tagName(source, start, end, faults),
          at: start - 1,
          attributes: [],
          directed: false,
          children: [],
        };
      },
      onattribname(start, end) {
        attribute = { name: source.slice(start, end), at: start, value: null, valueAt: end };
      },
      onattribdata(start, end) {
        if (!attribute) return;
        if (attribute.value === null) {
          attribute.value = '';
          attribute.valueAt = start;
        }
        attribute.value += source.slice(start, end);
      },
      onattribentity() {},
      onattribend(quote, end) {
        if (!attribute) return;
        if (quote !== QuoteType.NoValue && attribute.value === null) {
          attribute.value = '';
          attribute.valueAt = end;
        }
        // `a={{b}}/>`: the expression is the value, the slash closes the element.
        if (quote === QuoteType.Unquoted && attribute.value?.endsWith('}}/') && source[end] === '>') {
          attribute.value = attribute.value.slice(0, -1);
          slash = true;
        }
        if (open && attribute.name.startsWith('a:')) open.directed = true;
        open?.attributes.push(attribute);
        attribute = undefined;
      },
      onopentagend() {
        opened(slash);
        slash = false;
      },
      onselfclosingtag() {
        opened(true);
      },
      onclosetag(start, end) {
        if (tooDeep > 0) {
          tooDeep--;
          return;
        }
        const tag = source.slice(start, end).trim();
        const lower = tag.toLowerCase();
        let at = stack.length - 1;
        while (at > 0 && (stack[at] as ElementNode).tag !== tag && (stack[at] as ElementNode).tag !== lower)
          at--;
        if (at === 0) {
          faults.push({
            severity: 'warning',
            at: Math.max(0, start - 2),
            message: `</${tag}> closes nothing that is open`,
          });
          return;
        }
        while (stack.length - 1 > at) unclosed(stack.pop() as ElementNode);
        stack.pop();
      },
      ontext(start, end) {
        text(start, end, false);
      },
      ontextentity() {},
      oncdata(start, end, endOffset) {
        // From after `<![CDATA[` to before `]]>`.
        const from = source.startsWith('CDATA[', start) ? start + 6 : start;
        text(from, end - endOffset, true);
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(masked(source));
  tokenizer.end();
  if (open) {
    faults.push({
      severity: 'warning',
      at: (open as ElementNode).at,
      message: `The tag <${(open as ElementNode).tag} has no >`,
    });
    opened(true);
  }
  while (stack.length > 1) unclosed(stack.pop() as ElementNode);
  return root.children;
}

/** Tags of the platform are in lower case. */
function tagName(source: string, start: number, end: number, faults: Fault[]): string {
  const tag = source.slice(start, end);
  if (KNOWN.has(tag)) return tag;
  const lower = tag.toLowerCase();
  if (lower === tag || !KNOWN.has(lower)) return tag;
  faults.push({ severity: 'warning', at: start - 1, message: `<${tag}> is read as <${lower}>` });
  return lower;
}

/** Whether a text is only white space. */
export const isBlank = (text: string): boolean => !/[^\s]/.test(text);
