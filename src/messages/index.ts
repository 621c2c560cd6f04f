import { completeEnglish, en, type Messages } from './en.ts';

export type { Messages } from './en.ts';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How each language calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', 'zh-CN': '简体中文' };

/** The texts of a language, all of them: fetched when they are wanted. */
export async function messagesFor(language: Language): Promise<Messages> {
  if (language === 'zh-CN') return (await import('./zh-cn.ts')).zhCN;
  await completeEnglish();
  return en;
}

/**
 * The language that somebody means by a tag such as `zh`, `zh-Hans-SG` or `en-GB`.
 * @returns undefined when it is none of ours
 */
export function languageOf(tag: string): Language | undefined {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === primary);
}

/** The first of these tags that is one of ours; English when none is. */
export function detectLanguage(tags: readonly (string | null | undefined)[]): Language {
  for (const tag of tags) {
    const language = tag ? languageOf(tag) : undefined;
    if (language) return language;
  }
  return 'en';
}
