import { h, type VNode } from 'preact';
import type { BuiltinProps } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { entry, number, plain, text } from './attributes.ts';

const TICK = 'M6 12.5l4 4 8-9';
const CROSS = 'M8 8l8 8m0-8l-8 8';

/** Colour, the strokes on top, and what is behind them: a disc, a ring, or nothing. */
const ICONS: Readonly<Record<string, readonly [color: string, strokes: string, behind: string]>> = {
  success: ['#22ac38', TICK, 'disc'],
  success_no_circle: ['#22ac38', 'M3 13l6 6L21 5', ''],
  info: ['#1677ff', 'M12 7v.01M12 11v6', 'disc'],
  warn: ['#f76a24', 'M12 7v6m0 4v.01', 'disc'],
  waiting: ['#1677ff', 'M12 6v6l4 3', 'disc'],
  cancel: ['#f4333c', CROSS, 'ring'],
  download: ['#22ac38', 'M12 6v9m-4-4l4 4 4-4M8 18h8', 'ring'],
  search: ['#8c8c8c', 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L21 21', ''],
  clear: ['#b2b2b2', CROSS, 'disc'],
  loading: ['#8c8c8c', 'M12 3a9 9 0 0 1 9 9', ''],
};

/** `icon`, drawn. One without a name is decoration. */
export const Icon = ({ tag, attrs, owner }: BuiltinProps): VNode => {
  const a = plain(attrs);
  const size = number(a.size, 23);
  const [color, strokes, behind] = entry(ICONS, a.type) ?? ['', '', ''];
  return h(
    'icon',
    elementProps(
      owner,
      attrs,
      {
        class: a.type === 'loading' ? 'a-turns' : undefined,
        role: attrs.role ?? attrs['aria-role'] ?? (attrs['aria-label'] ? 'img' : undefined),
      },
      tag,
    ),
    h(
      'svg',
      {
        viewBox: '0 0 24 24',
        width: size,
        height: size,
        color: text(a.color) || color,
        fill: 'none',
        'stroke-width': 2,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
        'aria-hidden': true,
      },
      behind &&
        h('circle', {
          cx: 12,
          cy: 12,
          r: behind === 'disc' ? 11 : 10,
          [behind === 'disc' ? 'fill' : 'stroke']: 'currentColor',
        }),
      h('path', { d: strokes, stroke: behind === 'disc' ? '#fff' : 'currentColor' }),
    ),
  );
};
