import { type ComponentChildren, h, type VNode } from 'preact';
import type { BuiltinProps } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { entry, flag, number, plain } from './attributes.ts';

const SPACES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
};

/** Line breaks before and after a text are there for those who read its source. */
const AROUND = /^\s*\n\s*|\s*\n\s*$/g;

/** Character entities as characters; unknown ones stay. */
export function decoded(given: string): string {
  if (!given.includes('&')) return given;
  // The one element whose content is read as characters and never as elements.
  const reader = document.createElement('textarea');
  reader.innerHTML = given;
  return reader.textContent ?? '';
}

/** `text`: `\n` is a new line, as the platform has it. */
export const Text = ({ tag, attrs, owner, children }: BuiltinProps): VNode => {
  const a = plain(attrs);
  const lines = number(a.numberoflines, 0);
  const space = entry(SPACES, a.space);
  const put = (child: ComponentChildren): ComponentChildren => {
    if (Array.isArray(child)) return child.map(put);
    if (typeof child !== 'string') return child;
    let made = child.replace(AROUND, '').replaceAll('\\n', '\n');
    if (flag(a.decode)) made = decoded(made);
    return space ? made.replaceAll(' ', space) : made;
  };
  return h(
    'text',
    elementProps(
      owner,
      attrs,
      {
        class: flag(a.selectable) || flag(a.userselect) ? 'a-selectable' : undefined,
        style: lines
          ? {
              display: '-webkit-box',
              overflow: 'hidden',
              '-webkit-box-orient': 'vertical',
              '-webkit-line-clamp': lines,
            }
          : undefined,
      },
      tag,
    ),
    put(children),
  );
};
