import { describe, expect, it } from 'vitest';
import { NOTICES, type NoticeCode } from '../../contract/notices.ts';
import { LANGUAGES, messagesFor } from '../../messages/index.ts';
import { noticeText } from './notice-text.ts';

const CODES = Object.keys(NOTICES) as NoticeCode[];

describe.each(LANGUAGES)('notices in %s', (language) => {
  it.each(CODES)('%s says what happened and what to do, with all that it knows', async (code) => {
    const m = await messagesFor(language);
    const params = Object.fromEntries(NOTICES[code].params.map((name) => [name, `<${name}>`]));
    const { what, next } = noticeText(m, code, params);
    expect(what).not.toBe('');
    expect(next).not.toBe('');
    // One notice is about these very values.
    if (code !== 'axmlUndefined') expect(what + next).not.toMatch(/undefined|null/);
  });

  it('shows a code that has no words as it is', async () => {
    const m = await messagesFor(language);
    expect(noticeText(m, 'fromTheFuture', { a: 1 }).what).toBe('fromTheFuture {"a":1}');
  });
});
