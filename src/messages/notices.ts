import { notices as en } from './en/notices.ts';
import type { Language } from './index.ts';
import { notices as zhCN } from './zh-cn/notices.ts';

export type NoticeTexts = typeof en;

/** Every notice in words, in both languages: read with the list of notices, and so no part of the first load. */
export const NOTICE_TEXTS: Record<Language, NoticeTexts> = { en, 'zh-CN': zhCN };
