import type { SheetBody } from '../../../host/device.ts';
import type { Messages } from '../../../messages/index.ts';
import { useMessages } from '../../context.ts';
import { labelInWords } from '../../lib/texts.ts';

/** A sheet of the super app as it was, in its words: nothing in it can be pressed. */
export function SheetThen({ sheet }: { sheet: SheetBody }) {
  const m = useMessages();
  const { title, lines, buttons } = wordsOf(m, sheet);
  return (
    <div className="max-h-full w-full overflow-hidden rounded-control bg-raised p-2 text-xs shadow-pop">
      <p className="text-2xs text-muted">{m.then.sheet[sheet.kind]}</p>
      {title && <p className="font-semibold">{title}</p>}
      {lines.length > 0 && (
        <ul className="my-1">
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sheet of then does not change
            <li key={at} className="break-words">
              {line}
            </li>
          ))}
        </ul>
      )}
      <p className="flex flex-wrap gap-1">
        {buttons.filter(Boolean).map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sheet of then does not change
          <span key={at} className="rounded-sm border border-line px-1.5 text-muted">
            {text}
          </span>
        ))}
      </p>
    </div>
  );
}

function wordsOf(m: Messages, sheet: SheetBody): { title: string; lines: string[]; buttons: string[] } {
  switch (sheet.kind) {
    case 'consent':
      return {
        title: m.sheets.wantsTo(sheet.program.name),
        lines: sheet.scopes.map(({ label }) => labelInWords(m, label)),
        buttons: [m.sheets.reject, m.sheets.agree],
      };
    case 'alert':
      return { title: sheet.title, lines: [sheet.content], buttons: [sheet.buttonText] };
    case 'confirm':
      return {
        title: sheet.title,
        lines: [sheet.content],
        buttons: [sheet.cancelButtonText, sheet.confirmButtonText],
      };
    case 'prompt':
      return {
        title: sheet.title,
        lines: [sheet.message, sheet.placeholder].filter(Boolean),
        buttons: [sheet.cancelButtonText, sheet.okButtonText],
      };
    case 'actionSheet':
      return { title: sheet.title, lines: sheet.items, buttons: [sheet.cancelButtonText] };
    case 'settings':
      return {
        title: sheet.program.name,
        lines: sheet.scopes.map(({ label, granted }) => `${granted ? '✓' : '–'} ${labelInWords(m, label)}`),
        buttons: [m.sheets.done],
      };
    case 'share':
      return {
        title: sheet.title,
        lines: [sheet.desc, sheet.path].filter(Boolean),
        buttons: [m.sheets.done],
      };
  }
}
