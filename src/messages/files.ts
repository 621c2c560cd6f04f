import { files as en } from './en/files.ts';
import type { Language } from './index.ts';
import { files as zhCN } from './zh-cn/files.ts';

export type FilesTexts = typeof en;

/** What is said about files, recordings and copies: read with what shows it, and so no part of the first load. */
export const FILES: Record<Language, FilesTexts> = { en, 'zh-CN': zhCN };
