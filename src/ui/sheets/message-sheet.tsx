import { useState } from 'react';
import type { AlertSheet, ConfirmSheet, PromptSheet, Sheet } from '../../host/device.ts';
import { useMessages, useSimulator } from '../context.ts';
import { DialogButton, DialogButtons, DialogFrame } from './dialog-frame.tsx';
import { PromptField } from './prompt-field.tsx';
import { useSheetTexts } from './use-sheet-texts.ts';

type Props<T> = { sheet: Sheet & T; top: boolean };

export function AlertDialog({ sheet, top }: Props<AlertSheet>) {
  const { device } = useSimulator();
  const m = useMessages();
  const done = () => device.answer<'alert'>(sheet.id, null);
  return (
    <DialogFrame
      label={sheet.title || m.sheets.dialog}
      describedBy={`${sheet.id}-text`}
      top={top}
      onEscape={done}
    >
      <Words id={sheet.id} title={sheet.title} text={sheet.content} />
      <DialogButtons>
        <DialogButton primary onClick={done}>
          {sheet.buttonText}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}

export function ConfirmDialog({ sheet, top }: Props<ConfirmSheet>) {
  const { device } = useSimulator();
  const m = useMessages();
  const own = useOwnWords(sheet);
  const title = own?.title ?? sheet.title;
  const done = (confirm: boolean) => () => device.answer<'confirm'>(sheet.id, { confirm });
  return (
    <DialogFrame
      label={title || m.sheets.confirmDialog}
      describedBy={`${sheet.id}-text`}
      top={top}
      onEscape={done(false)}
    >
      <Words id={sheet.id} title={title} text={sheet.content} note={own?.text} />
      <DialogButtons>
        <DialogButton onClick={done(false)}>{sheet.cancelButtonText}</DialogButton>
        <DialogButton primary onClick={done(true)}>
          {own?.ok || sheet.confirmButtonText}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}

export function PromptDialog({ sheet, top }: Props<PromptSheet>) {
  const { device } = useSimulator();
  const m = useMessages();
  const own = useOwnWords(sheet);
  const title = own?.title ?? sheet.title;
  const [value, setValue] = useState(sheet.input?.value ?? '');
  const done = (ok: boolean) => () => device.answer<'prompt'>(sheet.id, { ok, inputValue: ok ? value : '' });
  return (
    <DialogFrame
      label={title || m.sheets.confirmDialog}
      describedBy={`${sheet.id}-text`}
      top={top}
      onEscape={done(false)}
    >
      <Words id={sheet.id} title={title} text={sheet.message} note={own?.text} />
      <div className="px-5 pb-4">
        <PromptField
          sheet={sheet}
          label={own?.title || sheet.message || m.sheets.answer}
          value={value}
          onChange={setValue}
          onEnter={done(true)}
        />
      </div>
      <DialogButtons>
        <DialogButton onClick={done(false)}>{sheet.cancelButtonText}</DialogButton>
        <DialogButton primary onClick={done(true)}>
          {own?.ok || sheet.okButtonText}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}

/** What the super app says of its own, where it is not the program that asks. */
function useOwnWords({ about }: ConfirmSheet | PromptSheet) {
  const texts = useSheetTexts();
  return about && texts.about[about];
}

function Words({
  id,
  title,
  text,
  note,
}: {
  id: string;
  title: string;
  text: string;
  note?: string | undefined;
}) {
  return (
    <div className="min-h-0 overflow-y-auto px-5 py-4 text-center">
      {title && <h2 className="text-[16px] font-semibold break-words">{title}</h2>}
      <p id={`${id}-text`} className="mt-1 text-[14px] leading-relaxed break-words whitespace-pre-wrap">
        {text}
      </p>
      {note && <p className="mt-1 text-muted">{note}</p>}
    </div>
  );
}
