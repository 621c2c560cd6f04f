import type { ActionSheet, Sheet } from '../../host/device.ts';
import { useMessages, useSimulator } from '../context.ts';
import { cx } from '../parts/class-names.ts';
import { DialogFrame } from './dialog-frame.tsx';

const LINE = 'min-h-12 w-full px-4 text-[15px] hover:bg-hover focus-visible:-outline-offset-2';

/** A list to choose from; leaving it is the index -1. */
export function ActionDialog({ sheet, top }: { sheet: Sheet & ActionSheet; top: boolean }) {
  const { device } = useSimulator();
  const m = useMessages();
  const done = (index: number) => () => device.answer<'actionSheet'>(sheet.id, { index });
  return (
    <DialogFrame label={sheet.title || m.sheets.choose} top={top} bottom onEscape={done(-1)}>
      {sheet.title && (
        <h2 className="border-b border-line px-4 py-3 text-center text-muted">{sheet.title}</h2>
      )}
      <ul className="min-h-0 divide-y divide-line overflow-y-auto">
        {sheet.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the program may give the same text twice; the index is the answer
          <li key={index}>
            <button
              type="button"
              data-autofocus={index === 0 || undefined}
              className={cx(LINE, index === sheet.destructiveBtnIndex && 'text-failed')}
              onClick={done(index)}
            >
              {item}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={cx(LINE, 'border-t-8 border-sunken font-medium')} onClick={done(-1)}>
        {sheet.cancelButtonText}
      </button>
    </DialogFrame>
  );
}
