import { CANCELLED, PAY_RESULTS, SCAN_CANCELLED } from '../../../contract/jsapi/results.ts';
import type { JsonObject } from '../../../contract/json.ts';
import { SAMPLE_PICTURES } from '../../../contract/sample-pictures.ts';
import { quoted } from './code-text.ts';
import type { NoteCode } from './notes.ts';

/** What a call that waits for the user in a sheet answered. */
export interface SheetReply {
  success?: JsonObject;
  fail?: JsonObject;
}

const DIALOG = "page.getByRole('alertdialog').last()";
const press = (which: string) => `await ${DIALOG}.getByRole('button').${which}.click();`;
const CANCEL = press('first()');
const OK = press('last()');
const typed = (text: string) => [`await ${DIALOG}.locator('input').fill(${quoted(text)});`, OK];

/** The lines of a Playwright test that answer the sheet as it was answered. */
export function sheetCode(step: string, { success, fail }: SheetReply): { lines: string[]; note?: NoteCode } {
  if (!success) return { lines: left(step, fail) };
  switch (step) {
    case 'jsapi.alert':
    case 'jsapi.previewImage':
    case 'jsapi.openDocument':
    case 'jsapi.openLocation':
    case 'jsapi.makePhoneCall':
    case 'jsapi.addPhoneContact':
      return { lines: [OK] };
    case 'jsapi.confirm':
      return { lines: [success.confirm === true ? OK : CANCEL] };
    case 'jsapi.tradePay':
      return { lines: [success.resultCode === PAY_RESULTS.cancelled ? CANCEL : OK] };
    case 'jsapi.prompt':
      return { lines: success.ok === true ? typed(String(success.inputValue ?? '')) : [CANCEL] };
    case 'jsapi.scan':
      return { lines: typed(String(success.code ?? '')) };
    case 'jsapi.datePicker':
      return { lines: typed(String(success.date ?? '').replace(' ', 'T')) };
    case 'jsapi.showActionSheet': {
      const index = Number(success.index);
      return { lines: [press(index < 0 ? 'last()' : `nth(${index})`)] };
    }
    case 'jsapi.optionsSelect':
      return { lines: success.selectedOneIndex === '' ? [CANCEL] : [...selected(success), OK] };
    case 'jsapi.chooseImage':
      return chosen((success.apFilePaths ?? []) as string[]);
    case 'jsapi.openSetting':
      return { lines: [], note: 'settingsSheet' };
    default:
      return { lines: [] };
  }
}

/** Calls whose cancel is a failure. */
const CANCELS: Readonly<Record<string, number>> = {
  'jsapi.chooseImage': CANCELLED.error,
  'jsapi.datePicker': CANCELLED.error,
  'jsapi.addPhoneContact': CANCELLED.error,
  'jsapi.scan': SCAN_CANCELLED.error,
};
const left = (step: string, fail: JsonObject | undefined): string[] =>
  fail !== undefined && CANCELS[step] === fail.error
    ? [
        step === 'jsapi.chooseImage'
          ? `await ${DIALOG}.getByRole('button', { name: 'Cancel' }).click();`
          : CANCEL,
      ]
    : [];

const selected = ({ selectedOneIndex, selectedTwoIndex }: JsonObject): string[] =>
  [selectedOneIndex, selectedTwoIndex].flatMap((index, column) =>
    typeof index === 'number'
      ? [`await ${DIALOG}.getByRole('listbox').nth(${column}).selectOption({ index: ${index} });`]
      : [],
  );

function chosen(paths: readonly string[]): { lines: string[]; note?: NoteCode } {
  const samples = SAMPLE_PICTURES.filter(({ url }) => paths.includes(url));
  const button = (name: string) => `await ${DIALOG}.getByRole('button', { name: ${quoted(name)} }).click();`;
  return {
    lines: [...samples.map(({ id }) => button(`Picture: ${id}`)), button('Use')],
    ...(samples.length < paths.length ? { note: 'ownPictures' as const } : {}),
  };
}
