import { explain as en } from './en/explain.ts';
import type { Language } from './index.ts';
import { explain as zhCN } from './zh-cn/explain.ts';

export type Explain = typeof en;

/** What is said about one step in both languages: read with the inspector's detail, and so no part of the first load. */
export const EXPLAIN: Record<Language, Explain> = { en, 'zh-CN': zhCN };
