import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import ChevronsUp from 'lucide-react/icons/chevrons-up';
import { useMessages, useScreen, useSimulator } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { cx } from '../parts/class-names.ts';
import { StatusMark } from '../parts/status-mark.tsx';
import { setUi, useUi } from '../store.ts';
import { InspectorPlace } from './inspector-place.tsx';

/** The inspector on a small screen: a sheet to pull up over the device. */
export function InspectorSheet() {
  const m = useMessages();
  const height = useUi((state) => state.sheetHeight);
  const open = height !== 'closed';
  return (
    <>
      {/* Room for the closed sheet, under the device. */}
      <div
        className={cx(
          'absolute inset-x-0 bottom-0 z-40 flex flex-col border-t border-line bg-surface',
          open && 'rounded-t-xl shadow-pop',
          height === 'half' && 'h-[62%]',
          height === 'full' && 'h-full',
        )}
      >
        <div className="flex h-11 shrink-0 items-center gap-1 px-1.5">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setUi({ sheetHeight: open ? 'closed' : 'half' })}
            className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-control px-2 text-left"
          >
            {open ? (
              <ChevronDown aria-hidden className="size-4 shrink-0" />
            ) : (
              <ChevronUp aria-hidden className="size-4 shrink-0" />
            )}
            <span className="font-medium">{open ? m.inspector.closeSheet : m.inspector.open}</span>
            <Summary />
          </button>
          {height === 'half' && (
            <Button
              aria-label={m.inspector.full}
              className="size-9"
              icon={<ChevronsUp aria-hidden />}
              onClick={() => setUi({ sheetHeight: 'full' })}
            />
          )}
        </div>
        {open && (
          <div className="min-h-0 flex-1 border-t border-line">
            <InspectorPlace />
          </div>
        )}
      </div>
    </>
  );
}

function Summary() {
  const m = useMessages();
  const { index } = useScreen();
  const simulator = useSimulator('trace', 'stepper');
  const hop = simulator.hops.get(index.lastMain ?? '');
  return (
    <span className="flex min-w-0 flex-1 items-center justify-end gap-2 text-xs text-muted">
      {hop && <StatusMark hop={hop} word={false} />}
      <span className="tabular truncate">{m.inspector.summary(index.hops(false).length)}</span>
      {index.notices.length > 0 && (
        <span className="tabular truncate">{m.notices.count(index.notices.length)}</span>
      )}
    </span>
  );
}
