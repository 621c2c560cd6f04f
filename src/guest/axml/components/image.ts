import { h } from 'preact';
import { elementOf } from '../../../contract/axml/tags.ts';
import type { Builtin } from '../builtin.ts';
import { elementProps } from '../element.ts';
import { fire } from '../events.ts';
import { entry, flag, plain, text } from './attributes.ts';
import { useAsset, useRef } from './hooks.ts';

const FITS: Readonly<Record<string, string>> = {
  aspectFit: 'contain',
  aspectFill: 'cover',
  scaleToFill: 'fill',
  widthFix: 'fill',
  heightFix: 'fill',
};

/** `image` and `cover-image`: a box of 300 × 225 px unless styles say otherwise, and the picture in it. */
export const Image: Builtin = ({ tag, attrs, owner, children }) => {
  const element = useRef<HTMLElement>(null);
  const loaded = useRef<unknown>(undefined);
  const a = plain(attrs);
  const url = useAsset(owner, a.src);
  const before = useAsset(owner, a.defaultsource);
  const mode = text(a.mode) || 'scaleToFill';
  const fit = entry(FITS, mode);
  const style = {
    width: mode === 'heightFix' ? 'auto' : undefined,
    height: mode === 'widthFix' ? 'auto' : undefined,
    'background-image': before && loaded.current !== url ? `url("${before}")` : undefined,
  };
  // A picture is named once: by the element when the program has given that a role.
  const { 'aria-label': label, ...props } = elementProps(owner, attrs, { ref: element, style }, tag);
  if (props.role) props['aria-label'] = label;
  return h(
    elementOf(tag),
    props,
    url !== undefined &&
      h('img', {
        src: url,
        alt: props.role ? '' : text(a.alt ?? label),
        loading: flag(a.lazyload) ? 'lazy' : undefined,
        draggable: false,
        style: {
          objectFit: fit ?? 'none',
          objectPosition: fit ? 'center' : mode,
          width: mode === 'heightFix' ? 'auto' : '100%',
          height: mode === 'widthFix' ? 'auto' : '100%',
        },
        onLoad({ currentTarget }: Event) {
          const { naturalWidth: width, naturalHeight: height } = currentTarget as HTMLImageElement;
          loaded.current = url;
          (currentTarget as HTMLImageElement).style.visibility = '';
          if (before && element.current) element.current.style.backgroundImage = '';
          if (element.current) fire(element.current, 'load', { width, height });
        },
        onError({ currentTarget }: Event) {
          // Without a name, a browser's sign of a broken picture says nothing.
          const image = currentTarget as HTMLImageElement;
          image.style.visibility = image.alt ? '' : 'hidden';
          if (element.current) fire(element.current, 'error', { errMsg: `${text(a.src)} cannot be loaded` });
        },
      }),
    children,
  );
};
