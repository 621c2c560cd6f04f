import { sheets as en } from './en/sheets.ts';
import type { Language } from './index.ts';
import { sheets as zhCN } from './zh-cn/sheets.ts';

export type SheetTexts = typeof en;

/** What the super app's own sheets say, in both languages: read with them, and so no part of the first load. */
export const SHEET_TEXTS: Record<Language, SheetTexts> = { en, 'zh-CN': zhCN };
