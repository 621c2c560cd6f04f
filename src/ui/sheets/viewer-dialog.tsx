import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import type { Sheet, ViewerSheet } from '../../host/device.ts';
import { useMessages, useSimulator } from '../context.ts';
import { DialogButton, DialogButtons, DialogFrame } from './dialog-frame.tsx';
import { useSheetTexts } from './use-sheet-texts.ts';

const TURN =
  'flex size-8 items-center justify-center rounded-full hover:bg-hover disabled:opacity-40 [&_svg]:size-5';

/** Pictures of the program, or what the phone has opened for it, over the page. */
export function ViewerDialog({ sheet, top }: { sheet: Sheet & ViewerSheet; top: boolean }) {
  const { device } = useSimulator();
  const m = useMessages();
  const texts = useSheetTexts();
  const [at, setAt] = useState(sheet.current);
  const { urls } = sheet;
  const { viewer } = texts;
  const done = () => device.answer<'viewer'>(sheet.id, null);
  return (
    <DialogFrame label={urls.length > 0 ? viewer.pictures : viewer.opened} top={top} onEscape={done}>
      {urls.length > 0 ? (
        <>
          <div className="flex min-h-32 items-center justify-center bg-sunken p-2">
            <img
              src={urls[at]}
              alt={viewer.of(at + 1, urls.length)}
              className="max-h-80 max-w-full object-contain"
            />
          </div>
          {urls.length > 1 && (
            <div className="flex items-center justify-between px-3 py-1">
              <button
                type="button"
                className={TURN}
                aria-label={viewer.previous}
                disabled={at === 0}
                onClick={() => setAt(at - 1)}
              >
                <ChevronLeft aria-hidden />
              </button>
              <span className="tabular">{viewer.of(at + 1, urls.length)}</span>
              <button
                type="button"
                className={TURN}
                aria-label={viewer.next}
                disabled={at === urls.length - 1}
                onClick={() => setAt(at + 1)}
              >
                <ChevronRight aria-hidden />
              </button>
            </div>
          )}
        </>
      ) : (
        <div className="px-5 py-4 text-center">
          <h2 className="text-[16px] font-semibold">{viewer.opened}</h2>
          <p className="mt-1 text-[14px] break-words whitespace-pre-wrap">{sheet.text}</p>
        </div>
      )}
      <DialogButtons>
        <DialogButton primary onClick={done}>
          {m.sheets.close}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}
