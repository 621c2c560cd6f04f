import { describe, expect, it } from 'vitest';
import { NOTE_CODES } from '../host/scenario/save/notes.ts';
import { EXPLAIN } from './explain.ts';
import { FILES } from './files.ts';
import { detectLanguage, LANGUAGES, type Language, languageOf, messagesFor } from './index.ts';
import { pluralIn } from './plural.ts';
import { POINTS } from './points.ts';
import { SCENARIO_TEXTS } from './scenarios.ts';

/** Every text of a catalogue with its path; functions are called with something that shows whether they use it. */
function texts(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const given = Array.from({ length: value.length }, (_, i) => String(7 + i));
    return /^(noticeTexts|scenarios\.noteTexts)\./.test(path) ? [] : texts(value(...given), path);
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => texts(child, `${path}${path ? '.' : ''}${key}`));
}

/** Those of the first load, and those that come with parts of the page. */
async function all(language: Language): Promise<[path: string, text: string][]> {
  return [
    ...texts(await messagesFor(language), ''),
    ...texts(EXPLAIN[language], 'explain'),
    ...texts(FILES[language], 'files'),
    ...texts(POINTS[language], 'points'),
    ...texts(SCENARIO_TEXTS[language], 'scenarios'),
  ];
}

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it('are all there: none is empty, none has a hole', async () => {
    for (const [path, text] of await all(language)) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

it('the Chinese texts are Chinese wherever the English ones are words', async () => {
  const english = new Map(await all('en'));
  const same = (await all('zh-CN'))
    .filter(([path, text]) => english.get(path) === text && /[a-z]{3,} [a-z]{2,}/i.test(text))
    .map(([path]) => path);
  expect(same).toEqual([]);
});

it('every note on a saved session has its Chinese words, with what it is about in them', () => {
  const about = {
    n: 7,
    program: 'P',
    step: 'S',
    call: 'C',
    url: 'U',
    scope: 'O',
    what: 'W',
    most: 9,
    problem: 'B',
  };
  for (const code of NOTE_CODES)
    expect(SCENARIO_TEXTS['zh-CN'].noteTexts[code]?.(about), code).toMatch(/\p{Script=Han}/u);
});

describe('languageOf', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['zh', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['ZH_cn', 'zh-CN'],
    ['de', undefined],
    ['', undefined],
  ])('%s → %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

describe('detectLanguage', () => {
  it('takes the first that it knows, and English when it knows none', () => {
    expect(detectLanguage([null, 'de-DE', 'zh-TW', 'en'])).toBe('zh-CN');
    expect(detectLanguage(['fr', undefined])).toBe('en');
  });
});

describe('pluralIn', () => {
  it('follows the rules of the language', () => {
    expect(pluralIn('en')(1, { one: 'step', other: 'steps' })).toBe('1 step');
    expect(pluralIn('en')(1_200, { one: 'step', other: 'steps' })).toBe('1,200 steps');
    expect(pluralIn('zh-CN')(1, { one: '个步骤', other: '个步骤' })).toBe('1 个步骤');
  });
});
