import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ProgramPicture } from '../../../contract/trace.ts';
import { useMessages } from '../../context.ts';
import { isOutline, pictureDocument } from './picture-html.ts';

/**
 * What a program showed, drawn into the width that there is. The picture comes from the untrusted program: it is cleaned,
 * and drawn in a frame without scripts, of no origin, that nobody can reach.
 */
export function DrawnPicture({ picture }: { picture: ProgramPicture }) {
  const m = useMessages().picture;
  const title = m.of(picture.title || m.untitled);
  const box = useRef<HTMLDivElement>(null);
  const room = useWidth(box);
  const html = useMemo(() => pictureDocument(picture), [picture]);
  const width = Math.max(1, picture.width);
  const height = Math.max(1, picture.height);
  const scale = Math.min(1, room / width);
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-1">
      <div
        ref={box}
        role="img"
        aria-label={title}
        className="relative w-full overflow-hidden"
        style={{ height: height * scale }}
      >
        <div
          aria-hidden
          inert
          className="pointer-events-none absolute top-0 left-0 origin-top-left overflow-hidden rounded-sm border border-line bg-white"
          style={{ width, height, transform: `scale(${scale})` }}
        >
          <iframe
            title={title}
            sandbox=""
            referrerPolicy="no-referrer"
            tabIndex={-1}
            srcDoc={html}
            className="block border-0"
            style={{ width, height }}
          />
        </div>
      </div>
      {isOutline(picture) && <figcaption className="text-muted">{m.outline}</figcaption>}
    </figure>
  );
}

/** The width of an element, in CSS pixels; 0 until it is known. */
function useWidth(of: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
