import { useState } from 'react';
import type { AlertSheet, ConfirmSheet, PromptSheet, Sheet } from '../../host/device.ts';
import { useMessages, useSimulator } from '../context.ts';
import { DialogButton, DialogButtons, DialogFrame } from './dialog-frame.tsx';

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
  const done = (confirm: boolean) => () => device.answer<'confirm'>(sheet.id, { confirm });
  return (
    <DialogFrame
      label={sheet.title || m.sheets.confirmDialog}
      describedBy={`${sheet.id}-text`}
      top={top}
      onEscape={done(false)}
    >
      <Words id={sheet.id} title={sheet.title} text={sheet.content} />
      <DialogButtons>
        <DialogButton onClick={done(false)}>{sheet.cancelButtonText}</DialogButton>
        <DialogButton primary onClick={done(true)}>
          {sheet.confirmButtonText}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}

export function PromptDialog({ sheet, top }: Props<PromptSheet>) {
  const { device } = useSimulator();
  const m = useMessages();
  const [value, setValue] = useState('');
  const done = (ok: boolean) => () => device.answer<'prompt'>(sheet.id, { ok, inputValue: ok ? value : '' });
  return (
    <DialogFrame
      label={sheet.title || m.sheets.confirmDialog}
      describedBy={`${sheet.id}-text`}
      top={top}
      onEscape={done(false)}
    >
      <Words id={sheet.id} title={sheet.title} text={sheet.message} />
      <div className="px-5 pb-4">
        <input
          type="text"
          data-autofocus
          aria-label={sheet.message || m.sheets.answer}
          value={value}
          placeholder={sheet.placeholder}
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && done(true)()}
          style={{ textAlign: sheet.align }}
          className="h-9 w-full rounded-control border border-line-strong bg-surface px-2.5"
        />
      </div>
      <DialogButtons>
        <DialogButton onClick={done(false)}>{sheet.cancelButtonText}</DialogButton>
        <DialogButton primary onClick={done(true)}>
          {sheet.okButtonText}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}

function Words({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <div className="min-h-0 overflow-y-auto px-5 py-4 text-center">
      {title && <h2 className="text-[16px] font-semibold break-words">{title}</h2>}
      <p id={`${id}-text`} className="mt-1 text-[14px] leading-relaxed break-words whitespace-pre-wrap">
        {text}
      </p>
    </div>
  );
}
