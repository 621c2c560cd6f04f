import { useState } from 'react';
import type { OptionsSheet, Sheet } from '../../host/device.ts';
import { useMessages, useSimulator } from '../context.ts';
import { DialogButton, DialogButtons, DialogFrame } from './dialog-frame.tsx';
import { useSheetTexts } from './use-sheet-texts.ts';

/** One list to choose from, or two side by side (`my.optionsSelect`). */
export function OptionsDialog({ sheet, top }: { sheet: Sheet & OptionsSheet; top: boolean }) {
  const { device } = useSimulator();
  const m = useMessages();
  const texts = useSheetTexts();
  const [selected, setSelected] = useState([...sheet.selected]);
  const done = (answer: number[] | null) => () => device.answer<'options'>(sheet.id, { selected: answer });
  return (
    <DialogFrame label={sheet.title || m.sheets.choose} top={top} bottom onEscape={done(null)}>
      {sheet.title && (
        <h2 className="border-b border-line px-4 py-3 text-center text-muted">{sheet.title}</h2>
      )}
      <div className="flex min-h-0 gap-2 p-4">
        {sheet.columns.map((options, column) => (
          <select
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
            key={column}
            aria-label={sheet.columns.length > 1 ? texts.column(column + 1) : sheet.title || m.sheets.choose}
            data-autofocus={column === 0 || undefined}
            size={Math.min(6, Math.max(2, options.length))}
            value={selected[column]}
            onChange={(event) =>
              setSelected(selected.map((was, at) => (at === column ? Number(event.target.value) : was)))
            }
            className="min-w-0 flex-1 overflow-y-auto rounded-control border border-line-strong bg-surface p-1 text-[15px]"
          >
            {options.map((option, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the program may give the same text twice; the index is the answer
              <option key={at} value={at}>
                {option}
              </option>
            ))}
          </select>
        ))}
      </div>
      <DialogButtons>
        <DialogButton onClick={done(null)}>{sheet.cancelButtonText}</DialogButton>
        <DialogButton primary onClick={done(selected)}>
          {sheet.okButtonText}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}
