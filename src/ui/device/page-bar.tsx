import ChevronLeft from 'lucide-react/icons/chevron-left';
import House from 'lucide-react/icons/house';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import { useEffect, useRef, useState } from 'react';
import type { Run } from '../../host/simulator-api.ts';
import { useSimulator } from '../context.ts';
import { pagesIn } from '../lib/pages-in.ts';
import { useAxmlTexts } from '../lib/use-axml-texts.ts';
import { tipProps } from '../parts/tip.ts';
import { barLook, readColor } from './bar-look.ts';

const BUTTON =
  'flex size-8 shrink-0 items-center justify-center rounded-control hover:bg-current/10 disabled:opacity-40 [&_svg]:size-5';

/** What the title bar shows of an AXML program's page: its title and colours, the way back and home. */
export function PageBar({ run }: { run: Run }) {
  const texts = useAxmlTexts();
  const { trace } = useSimulator('trace', 'simulator');
  const pages = pagesIn(trace.state, run.id, trace.payloads);
  const bar = pages?.bar;
  const look = barLook(bar?.background, readColor);
  const title = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'back' | 'home'>(undefined);
  const { back = false, home = false } = bar ?? {};
  useEffect(() => {
    const gone = pressed.current && !{ back, home }[pressed.current];
    if (!gone) return;
    pressed.current = undefined;
    // The button went with its page: the keyboard stays in the bar.
    if (document.activeElement === document.body) title.current?.focus();
  }, [back, home]);

  const action = (name: 'back' | 'home', Icon: typeof House) => (
    <button
      type="button"
      aria-label={texts[name]}
      disabled={run.stopped !== undefined}
      className={BUTTON}
      onClick={() => {
        pressed.current = name;
        void run.press(name);
      }}
      {...tipProps(texts[name])}
    >
      <Icon aria-hidden />
    </button>
  );
  return (
    <>
      {look && (
        <span aria-hidden className="absolute inset-0 -z-10" style={{ background: look.background }} />
      )}
      <span
        className="-ml-2 flex min-w-0 flex-1 items-center gap-0.5"
        style={look && { color: look.color }}
        data-page-bar
      >
        {back && action('back', ChevronLeft)}
        {home && action('home', House)}
        <button
          type="button"
          ref={title}
          disabled={run.stopped !== undefined}
          className="min-w-0 cursor-default truncate px-2 text-left text-[15px] font-semibold"
          onClick={() => void run.press('titleClick')}
        >
          <Title title={bar?.title ?? run.title} image={bar?.image} />
        </button>
        {bar?.loading && (
          <LoaderCircle role="img" aria-label={texts.loading} className="size-4 shrink-0 animate-spin" />
        )}
      </span>
    </>
  );
}

/** A picture in place of the title, where it can be loaded. */
function Title({ title, image }: { title: string; image: string | undefined }) {
  const [failed, setFailed] = useState<string>();
  if (image === undefined || image === failed || !/^(?:https?:|data:image\/)/i.test(image)) return title;
  return (
    <img
      src={image}
      alt={title}
      className="max-h-8 max-w-full object-contain"
      onError={() => setFailed(image)}
    />
  );
}
