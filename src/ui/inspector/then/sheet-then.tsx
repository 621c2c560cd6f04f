import type { SheetBody } from '../../../host/device.ts';
import type { Messages } from '../../../messages/index.ts';
import type { SheetTexts } from '../../../messages/sheets.ts';
import { useMessages } from '../../context.ts';
import { labelInWords } from '../../lib/texts.ts';
import { useSheetTexts } from '../../sheets/use-sheet-texts.ts';

/** A sheet of the super app as it was, in its words: nothing in it can be pressed. */
export function SheetThen({ sheet }: { sheet: SheetBody }) {
  const m = useMessages();
  const { title, lines, buttons } = wordsOf(m, useSheetTexts(), sheet);
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

function wordsOf(
  m: Messages,
  texts: SheetTexts,
  sheet: SheetBody,
): { title: string; lines: string[]; buttons: string[] } {
  switch (sheet.kind) {
    case 'consent':
      return {
        title: m.sheets.wantsTo(sheet.program.name),
        lines: sheet.scopes.map(({ label }) => labelInWords(m, label)),
        buttons: [m.sheets.reject, m.sheets.agree],
      };
    case 'alert':
      return { title: sheet.title, lines: [sheet.content], buttons: [sheet.buttonText] };
    case 'confirm': {
      const own = sheet.about && texts.about[sheet.about];
      return {
        title: own?.title ?? sheet.title,
        lines: [sheet.content],
        buttons: [sheet.cancelButtonText, own?.ok || sheet.confirmButtonText],
      };
    }
    case 'prompt': {
      const own = sheet.about && texts.about[sheet.about];
      return {
        title: own?.title ?? sheet.title,
        lines: [sheet.message, sheet.placeholder].filter(Boolean),
        buttons: [sheet.cancelButtonText, own?.ok || sheet.okButtonText],
      };
    }
    case 'actionSheet':
      return { title: sheet.title, lines: sheet.items, buttons: [sheet.cancelButtonText] };
    case 'settings':
      return {
        title: sheet.program.name,
        lines: sheet.scopes.map(({ label, granted }) => `${granted ? '✓' : '–'} ${labelInWords(m, label)}`),
        buttons: [m.sheets.done],
      };
    case 'images':
      return {
        title: texts.images.title(sheet.count),
        lines: [],
        buttons: [texts.images.cancel, texts.images.use],
      };
    case 'viewer':
      return {
        title: sheet.urls.length > 0 ? texts.viewer.pictures : texts.viewer.opened,
        lines: sheet.urls.length > 0 ? [texts.viewer.of(sheet.current + 1, sheet.urls.length)] : [sheet.text],
        buttons: [m.sheets.close],
      };
    case 'options':
      return {
        title: sheet.title,
        lines: sheet.columns.map((options) => options.join(' · ')),
        buttons: [sheet.cancelButtonText, sheet.okButtonText],
      };
    case 'share':
      return {
        title: sheet.title,
        lines: [sheet.desc, sheet.path].filter(Boolean),
        buttons: [m.sheets.done],
      };
  }
}
