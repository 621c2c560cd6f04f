import type { ShareSheet, Sheet } from '../../host/device.ts';
import { useSimulator } from '../context.ts';
import { useAxmlTexts } from '../lib/use-axml-texts.ts';
import { DialogButton, DialogButtons, DialogFrame } from './dialog-frame.tsx';

/** What a page would share: a super app would hand it on to somebody. */
export function ShareDialog({ sheet, top }: { sheet: Sheet & ShareSheet; top: boolean }) {
  const { device } = useSimulator();
  const texts = useAxmlTexts();
  const done = () => device.answer<'share'>(sheet.id, null);
  const { title, desc, path } = texts.shareFields;
  const fields = [
    { name: title, value: sheet.title },
    { name: desc, value: sheet.desc },
    { name: path, value: sheet.path },
    ...sheet.more,
  ];
  return (
    <DialogFrame label={texts.shareTitle} describedBy={`${sheet.id}-help`} top={top} bottom onEscape={done}>
      <div className="min-h-0 overflow-y-auto px-4 pt-4 pb-3">
        <h2 className="text-[15px] font-semibold">{texts.shareTitle}</h2>
        <p id={`${sheet.id}-help`} className="mt-0.5 text-xs text-muted">
          {texts.shareHelp}
        </p>
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {fields.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 break-words">
                {value || <span className="text-muted">{texts.shareNothing}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <DialogButtons>
        <DialogButton primary onClick={done}>
          {texts.done}
        </DialogButton>
      </DialogButtons>
    </DialogFrame>
  );
}
