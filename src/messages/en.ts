import type { late } from './en/late.ts';
import { scenario } from './en/scenario.ts';
import { ui } from './en/ui.ts';

/** What is said before the inspector is there. What the documents say themselves is data, and stays in the documents' language. */
const early = {
  ...ui,
  scenario,
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
/** Every text of the page. */
export type Messages = typeof early & typeof late;

/** English. Whoever needs the texts of en/late.ts waits for {@link completeEnglish} first. */
export const en = early as Messages;

let asked: Promise<unknown> | undefined;
/** Fetches the texts that are first seen in the inspector, once. */
export function completeEnglish(): Promise<unknown> {
  asked ??= import('./en/late.ts').then((texts) => Object.assign(en, texts.late));
  return asked;
}
