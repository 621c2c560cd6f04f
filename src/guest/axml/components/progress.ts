import { h, type VNode } from 'preact';
import type { BuiltinProps } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { flag, number, plain } from './attributes.ts';

/** `progress`. */
export const Progress = ({ tag, attrs, owner }: BuiltinProps): VNode => {
  const a = plain(attrs);
  const percent = Math.min(100, Math.max(0, number(a.percent, 0)));
  return h(
    'a-progress',
    elementProps(
      owner,
      attrs,
      {
        role: attrs.role ?? 'progressbar',
        'aria-label': attrs['aria-label'] ?? `${percent}%`,
        'aria-valuenow': percent,
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        class: flag(a.active) ? 'a-active' : undefined,
        style: {
          '--a-at': `${percent}%`,
          '--a-track': `${number(a.strokewidth, 6)}px`,
          '--a-accent': a.activecolor,
          '--a-off': a.backgroundcolor,
        },
      },
      tag,
    ),
    h('a-bar', null, h('a-done', null)),
    flag(a.showinfo) && h('a-value', { 'aria-hidden': true }, `${percent}%`),
  );
};
