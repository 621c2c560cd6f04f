import { files } from './en/files.ts';
import { notices } from './en/notices.ts';
import { scenarios } from './en/scenarios.ts';
import { steps } from './en/steps.ts';
import { ui } from './en/ui.ts';

/** Every text of the page. What the documents say themselves is data, and stays in the documents' language. */
export const en = {
  ...ui,
  ...files,
  noticeTexts: notices,
  stepTexts: steps,
  scenarios,
  /** Scopes in plain words, where the language has its own; the English words are in contract/scopes.ts, save for those of one wallet alone. */
  scopeLabels: { auth_zhima: 'See your Zhima credit information' } as Record<string, string>,
  /** Words among a user's data, where the language has its own: `female`. */
  dataWords: {} as Record<string, string>,
  /** Test users, where the language has its own words; the English ones are in the catalogue. */
  personaTexts: {} as Record<string, { title: string; description: string }>,
  /** Services, likewise. */
  serviceTexts: {} as Record<string, { title: string; description: string }>,
  /** Documented outcomes of a step, by `step/id` or by id, likewise. */
  outcomeTexts: {} as Record<string, { title: string; when?: string }>,
};
export type Messages = typeof en;
