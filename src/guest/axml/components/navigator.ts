import { h, type VNode } from 'preact';
import type { BuiltinProps } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { entry, plain, text } from './attributes.ts';

const CALLS: Readonly<Record<string, string>> = {
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  navigateBack: 'navigateBack',
  reLaunch: 'reLaunch',
};

/** `navigator`: a link to a page of the program. */
export const Navigator = ({ tag, attrs, owner, children }: BuiltinProps): VNode => {
  const a = plain(attrs);
  const go = () => {
    const call = owner.my[entry(CALLS, a.opentype) ?? 'navigateTo'];
    if (typeof call !== 'function') return;
    if (a.opentype === 'navigateBack') call(a.delta === undefined ? {} : { delta: Number(a.delta) });
    else call({ url: text(a.url) });
  };
  return h(
    'navigator',
    elementProps(
      owner,
      attrs,
      {
        role: attrs.role ?? 'link',
        tabIndex: 0,
        onClick: go,
        onKeyDown(event: KeyboardEvent) {
          if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
          event.preventDefault();
          (event.currentTarget as HTMLElement).click();
        },
      },
      tag,
    ),
    children,
  );
};
