import { DATE_FORMATS, datePickerArgs, optionsSelectArgs } from '../../contract/jsapi/phone.ts';
import { CANCELLED } from '../../contract/jsapi/results.ts';
import { checked, failure } from './checked.ts';
import type { JsapiHandler } from './context.ts';
import { buttonText, shownText } from './shown-text.ts';

/** `2016-10-9` → `2016-10-09`, `8:05` → `08:05`: programs write dates as they like, controls do not. */
const padded = (text: string): string => text.replaceAll(/\d+/g, (digits) => digits.padStart(2, '0'));
/** As a control has it: `2016-10-09T08:05`. */
const forControl = (value: unknown): string =>
  padded(shownText(value)).trim().replace(/\s+/, 'T').replaceAll('/', '-');

/**
 * `my.datePicker({format = yyyy-MM-dd, currentDate, startDate, endDate})`: `{date}` in that format; a cancel is error 11.
 */
const datePicker = checked(datePickerArgs, async (args, { run, device, dialect, signal }) => {
  const format = args.format ?? 'yyyy-MM-dd';
  const type = format.endsWith('ss') && format.startsWith('HH') ? 'seconds' : DATE_FORMATS[format];
  const { ok, inputValue } = await device.present<'prompt'>(
    run,
    {
      kind: 'prompt',
      about: 'date',
      title: '',
      message: format,
      placeholder: '',
      align: 'center',
      okButtonText: dialect.defaults.okText,
      cancelButtonText: dialect.defaults.cancelText,
      input: {
        type,
        value: forControl(args.currentDate),
        min: forControl(args.startDate),
        max: forControl(args.endDate),
      },
    },
    signal,
  );
  if (!ok || inputValue === '') return failure(CANCELLED.error, CANCELLED.errorMessage);
  const seconds = format.endsWith(':ss') && inputValue.split(':').length === 2 ? ':00' : '';
  return { success: { date: inputValue.replace('T', ' ') + seconds } };
});

/**
 * `my.optionsSelect({optionsOne, optionsTwo})`: what is selected, by index and as text; all of it is empty after a cancel
 * (the platform's typings).
 */
const optionsSelect = checked(optionsSelectArgs, async (args, { run, device, dialect, signal }) => {
  const columns = [args.optionsOne, args.optionsTwo ?? []].map((column) => column.map(String));
  const shown = columns.filter((column) => column.length > 0);
  const { selected } = await device.present<'options'>(
    run,
    {
      kind: 'options',
      title: shownText(args.title),
      columns: shown,
      selected: [args.selectedOneIndex ?? 0, args.selectedTwoIndex ?? 0].slice(0, shown.length),
      okButtonText: buttonText(args.positiveString, dialect.defaults.okText),
      cancelButtonText: buttonText(args.negativeString, dialect.defaults.cancelText),
    },
    signal,
  );
  const at = (column: number) => selected?.[column] ?? '';
  const option = (column: number) => shown[column]?.[selected?.[column] ?? -1] ?? '';
  return {
    success: {
      selectedOneIndex: at(0),
      selectedOneOption: option(0),
      selectedTwoIndex: at(1),
      selectedTwoOption: option(1),
    },
  };
});

/** Picking dates and options: the platform's pages on the user interface. */
export const pickHandlers: Readonly<Record<string, JsapiHandler>> = { datePicker, optionsSelect };
