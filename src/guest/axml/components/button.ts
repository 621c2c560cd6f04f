import { h, type VNode } from 'preact';
import type { BuiltinProps, Owner } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { type EventTargetInfo, fire, targetOf } from '../events.ts';
import { flag, plain, text } from './attributes.ts';

/** `button`: a real one; `form-type` is what it is to the form around it. */
export const Button = ({ tag, attrs, owner, children }: BuiltinProps): VNode => {
  const a = plain(attrs);
  const loading = flag(a.loading);
  const kind = text(a.type);
  const openType = text(a.opentype);
  const looks = [
    'a-button',
    kind === 'primary' || kind === 'warn' || kind === 'ghost' ? `a-${kind}` : '',
    flag(a.plain) || flag(a.ghost) ? 'a-plain' : '',
    a.size === 'mini' ? 'a-mini' : '',
  ];
  return h(
    'button',
    elementProps(
      owner,
      attrs,
      {
        class: looks.filter(Boolean).join(' '),
        type: a.formtype === 'submit' || a.formtype === 'reset' ? a.formtype : 'button',
        disabled: flag(a.disabled),
        'aria-busy': loading || undefined,
        onClick: openType
          ? (event: Event) => open(event.currentTarget as Element, owner, openType, text(a.scope))
          : undefined,
      },
      tag,
    ),
    loading && h('a-spin', { 'aria-hidden': true }),
    children,
  );
};

/** The button that asked for the share panel, until the page is asked what it shares. */
let sharing: Element | undefined;

/** What `onShareAppMessage` is told of the button that a share comes from; undefined: it comes from none. */
export function takeShareButton(): { from: 'button'; target: EventTargetInfo } | undefined {
  const button = sharing;
  sharing = undefined;
  return button && { from: 'button', target: targetOf(button) };
}

type Call = (args: object) => unknown;

/**
 * What a button opens is a JSAPI of the super app: `share` its share panel, any other one of its own name. Its answer is the
 * event of that name, its failure `error`.
 */
function open(button: Element, { my }: Owner, openType: string, scope: string): void {
  const call = my[openType === 'share' ? 'showSharePanel' : openType];
  if (typeof call !== 'function') return;
  if (openType === 'share') {
    sharing = button;
    call();
    return;
  }
  (call as Call)({
    ...(openType === 'getAuthorize' ? { scope } : {}),
    success: (result: unknown) => fire(button, openType, openType === 'getAuthorize' ? {} : Object(result)),
    fail: ({ error, errorMessage }: { error?: unknown; errorMessage?: unknown }) =>
      fire(button, 'error', { type: openType, errorMessage, error }),
  });
}
