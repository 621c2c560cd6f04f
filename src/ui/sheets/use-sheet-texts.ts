import { SHEET_TEXTS, type SheetTexts } from '../../messages/sheets.ts';
import { useUi } from '../store.ts';

/** What the super app's own sheets say, in the language of the page. */
export const useSheetTexts = (): SheetTexts => SHEET_TEXTS[useUi((state) => state.language)];
