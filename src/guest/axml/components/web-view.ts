import { h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { fire } from '../events.ts';
import { plain, text } from './attributes.ts';
import { useAgain, useAsset, useDone, useRef } from './hooks.ts';
import { word } from './words.ts';

/** `web-view`: a page in a frame of its own, as far as the program's policy lets it in; else a box that says so. */
export const WebView: Builtin = ({ tag, attrs, owner }) => {
  const element = useRef<HTMLElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const blocked = useRef<string | undefined>(undefined);
  const again = useAgain();
  const src = text(plain(attrs).src);
  const url = useAsset(owner, src);

  useDone(() => {
    const messaged = ({ source, data }: MessageEvent) => {
      if (source !== null && source === frame.current?.contentWindow && element.current)
        fire(element.current, 'message', { data });
    };
    // A frame that is refused says nothing; the violation does.
    const violated = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (!/^(frame|child|default)-src$/.test(effectiveDirective) || !url?.startsWith(origin(blockedURI)))
        return;
      blocked.current = url;
      if (element.current) fire(element.current, 'error', { src });
      again();
    };
    addEventListener('message', messaged);
    document.addEventListener('securitypolicyviolation', violated);
    return () => {
      removeEventListener('message', messaged);
      document.removeEventListener('securitypolicyviolation', violated);
    };
  }, [url]);

  return h(
    'web-view',
    elementProps(owner, attrs, { ref: element }, tag),
    url !== undefined && blocked.current !== url
      ? h('iframe', {
          ref: frame,
          src: url,
          title: src,
          sandbox: 'allow-scripts allow-forms',
          onLoad: () => element.current && fire(element.current, 'load', { src }),
        })
      : h('a-blocked', null, h('a-name', null, src || tag), src && word('blocked')),
  );
};

/** The origin of an address, or the address where it is none. */
function origin(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    return address;
  }
}
