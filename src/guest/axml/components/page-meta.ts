import { h } from 'preact';
import type { Builtin } from '../builtin.ts';
import { elementProps, styleText, withoutRpx } from '../element.ts';
import { fire } from '../events.ts';
import { plain, text } from './attributes.ts';
import { useDone, useRef } from './hooks.ts';

/** `page-meta`: properties of the page that it is in. They go when it goes. */
export const PageMeta: Builtin = ({ tag, attrs, owner }) => {
  const element = useRef<HTMLElement>(null);
  const a = plain(attrs);
  const root = text(a.rootfontsize);
  const style = `${styleText(a.pagestyle)};${a.pagefontsize && a.pagefontsize !== 'system' ? `font-size:${withoutRpx(text(a.pagefontsize))};` : ''}${
    a.rootbackgroundcolor ? `background-color:${text(a.rootbackgroundcolor)};` : ''
  }`;
  const background = text(a.backgroundcolor);
  const scroller = () => element.current?.closest('page')?.parentElement;

  useDone(() => {
    const { documentElement, body } = document;
    if (root && root !== 'system') documentElement.style.fontSize = withoutRpx(root);
    if (background) body.style.backgroundColor = background;
    return () => {
      documentElement.style.fontSize = '';
      body.style.backgroundColor = '';
    };
  }, [root, background]);
  useDone(() => {
    const page = element.current?.closest<HTMLElement>('page');
    if (!page) return;
    const before = page.style.cssText;
    page.style.cssText = `${before};${style}`;
    return () => {
      page.style.cssText = before;
    };
  }, [style]);
  useDone(() => {
    const top = text(a.scrolltop);
    if (!top) return;
    const pixels = /rpx$/.test(top) ? (Number.parseFloat(top) / 750) * innerWidth : Number.parseFloat(top);
    if (Number.isFinite(pixels)) scroller()?.scrollTo?.({ top: pixels });
  }, [a.scrolltop]);
  useDone(() => {
    const box = scroller();
    const scrolled = () => {
      if (element.current && box) fire(element.current, 'scroll', { scrollTop: box.scrollTop });
    };
    box?.addEventListener('scroll', scrolled);
    return () => box?.removeEventListener('scroll', scrolled);
  }, []);
  return h('page-meta', elementProps(owner, attrs, { ref: element, hidden: true }, tag));
};
