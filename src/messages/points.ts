import { points as en } from './en/points.ts';
import type { Language } from './index.ts';
import { points as zhCN } from './zh-cn/points.ts';

export type Points = typeof en;

/**
 * What is said where one decides on a stop, and sets breakpoints and rules, in both languages: read with those parts of
 * the page, and so no part of the first load.
 */
export const POINTS: Record<Language, Points> = { en, 'zh-CN': zhCN };
