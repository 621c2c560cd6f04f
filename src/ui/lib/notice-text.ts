import type { NoticeCode } from '../../contract/notices.ts';
import type { Messages } from '../../messages/index.ts';

type Params = Readonly<Record<string, string | number>>;
type Texts = Record<NoticeCode, (params: Params) => { what: string; next: string }>;

/** A notice in plain words. A code without words, from a newer recording, is shown as it is. */
export function noticeText(m: Messages, code: string, params: Params): { what: string; next: string } {
  // The types make sure that every code has its words.
  const texts: Texts = m.noticeTexts;
  if (Object.hasOwn(texts, code)) return texts[code as NoticeCode](params);
  return { what: m.notices.unknown(code, JSON.stringify(params)), next: '' };
}
