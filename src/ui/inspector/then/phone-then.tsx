import ChevronLeft from 'lucide-react/icons/chevron-left';
import House from 'lucide-react/icons/house';
import type { NavigationBar } from '../../../contract/wire.ts';
import { useMessages } from '../../context.ts';
import { barLook, readColor } from '../../device/bar-look.ts';
import { ProgramPicture } from './program-picture.tsx';
import type { ScreenAt } from './screen-then.tsx';
import { SheetThen } from './sheet-then.tsx';

/** A small phone that stands still: the picture of the program with what lay over it. */
export function PhoneThen({ title, time, screen }: { title: string; time: string; screen: ScreenAt }) {
  const m = useMessages();
  const { picture, view, bar } = screen;
  const top = view?.sheets.at(-1);
  return (
    <figure className="m-0 w-60 max-w-full" aria-label={title}>
      <figcaption className="mb-1 flex justify-between gap-2 text-xs">
        <span className="font-medium">{title}</span>
        <span className="tabular text-muted">{time}</span>
      </figcaption>
      <div className="relative overflow-hidden rounded-card border-2 border-dashed border-line-strong bg-sunken">
        {bar && <BarThen bar={bar} />}
        {picture ? (
          <ProgramPicture picture={picture} />
        ) : (
          <p className="p-6 text-center text-xs text-muted">{m.then.noPicture}</p>
        )}
        {view?.loading && <Pill text={view.loading.content || m.then.loadingThen} />}
        {view?.toast && <Pill text={view.toast.content} />}
        {top && (
          <div className="absolute inset-0 flex items-end bg-black/45 p-1.5">
            <SheetThen sheet={top} />
          </div>
        )}
      </div>
      {view?.foreground === false && <p className="mt-1 text-xs text-muted">{m.then.background}</p>}
    </figure>
  );
}

/** The title bar of a page, as it was. */
function BarThen({ bar }: { bar: NavigationBar }) {
  const look = barLook(bar.background, readColor);
  return (
    <p
      className="flex items-center gap-1 border-b border-line bg-surface px-2 py-1 text-xs font-semibold"
      style={look}
    >
      {bar.back && <ChevronLeft aria-hidden className="size-3.5 shrink-0" />}
      {bar.home && <House aria-hidden className="size-3.5 shrink-0" />}
      <span className="min-w-0 truncate">{bar.title}</span>
    </p>
  );
}

function Pill({ text }: { text: string }) {
  return (
    <p className="absolute inset-x-6 top-1/2 mx-auto w-fit max-w-full truncate rounded-full bg-black/80 px-3 py-1 text-xs text-white">
      {text}
    </p>
  );
}
