import { axml as en } from './en/axml.ts';
import type { Language } from './index.ts';
import { axml as zhCN } from './zh-cn/axml.ts';

export type AxmlTexts = typeof en;

/** What is said about AXML programs: read with what shows it, and so no part of the first load. */
export const AXML: Record<Language, AxmlTexts> = { en, 'zh-CN': zhCN };
