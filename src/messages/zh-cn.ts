import type { Messages } from './en.ts';
import { dataWords, outcomeTexts, personaTexts, scopeLabels, serviceTexts } from './zh-cn/data.ts';
import { notices } from './zh-cn/notices.ts';
import { scenario } from './zh-cn/scenario.ts';
import { steps } from './zh-cn/steps.ts';
import { then } from './zh-cn/then.ts';
import { ui } from './zh-cn/ui.ts';

/** 简体中文. The type makes sure that nothing is missing. */
export const zhCN: Messages = {
  ...ui,
  noticeTexts: notices,
  stepTexts: steps,
  ...then,
  scenario,
  scopeLabels,
  dataWords,
  personaTexts,
  serviceTexts,
  outcomeTexts,
};
