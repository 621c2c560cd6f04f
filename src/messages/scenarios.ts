import { scenarios as en } from './en/scenarios.ts';
import type { Language } from './index.ts';
import { scenarios as zhCN } from './zh-cn/scenarios.ts';

/** The texts of the scenarios' dialogs: fetched with them, not with the page. */
export type ScenarioTexts = typeof en;
export const SCENARIO_TEXTS: Record<Language, ScenarioTexts> = { en, 'zh-CN': zhCN };
