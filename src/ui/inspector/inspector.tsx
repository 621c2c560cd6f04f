import { useMessages, useScreen } from '../context.ts';
import { takesKeys } from '../keys.ts';
import { toCopy } from '../lib/copy-data.ts';
import { useSize } from '../lib/use-size.ts';
import { Splitter, useRememberedSize } from '../parts/splitter.tsx';
import { AgainBand } from './bar/again-band.tsx';
import { ControlBar } from './control-bar.tsx';
import { DetailPanel } from './detail/detail-panel.tsx';
import { Views } from './views.tsx';

/** The part of the height that the views have to begin with; the detail has the rest. */
const VIEWS = 0.54;

/** The right place: what acts on the calls, the views of them, and the selected one. */
export function Inspector() {
  const m = useMessages();
  const { simulator } = useScreen();
  const [place, all] = useSize<HTMLDivElement>();
  const usual = Math.round((all?.height ?? 0) * VIEWS);
  const [height, setHeight] = useRememberedSize('views', 0);
  return (
    <section
      aria-label={m.inspector.region}
      onCopy={(event) => {
        const selected = String(getSelection());
        // What is selected in a field is the person's own text.
        if (event.defaultPrevented || selected === '' || takesKeys(event.target as Element)) return;
        event.clipboardData.setData('text/plain', toCopy(simulator, selected, false).text);
        event.preventDefault();
      }}
      className="relative flex h-full min-h-0 min-w-0 flex-col bg-surface"
    >
      <h2 className="sr-only">{m.inspector.region}</h2>
      <ControlBar />
      <AgainBand />
      <div ref={place} className="flex min-h-0 flex-1 flex-col">
        <div className="max-h-[85%] min-h-[20%] shrink-0" style={{ height: height || `${VIEWS * 100}%` }}>
          <Views />
        </div>
        <Splitter label={m.top.resize} axis="y" onSize={setHeight} fallback={usual} />
        <div className="min-h-0 flex-1">
          <DetailPanel />
        </div>
      </div>
    </section>
  );
}
