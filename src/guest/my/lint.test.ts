import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { JSAPI } from '../../contract/jsapi/names.ts';
import { createLint, editDistance, nearest } from './lint.ts';

function lint(api: keyof typeof JSAPI, given: string[], functions: string[] = []) {
  const tell = vi.fn();
  const look = createLint(tell);
  look(api, JSAPI[api], given, functions);
  look(api, JSAPI[api], given, functions);
  return tell.mock.calls.map(([, option, suggestion]) => `${option} → ${suggestion}`);
}

describe('the lint of option names', () => {
  it('document 002’s `failed` is taken for `fail`, and told once', () => {
    expect(lint('getAuthCode', ['scopes', 'success', 'failed'], ['failed'])).toEqual(['failed → fail']);
  });

  it.each([
    ['getAuthCode', ['scope'], [], ['scope → scopes']],
    ['getAuthCode', ['Success'], ['Success'], ['Success → success']],
    ['getAuthCode', ['onFail'], ['onFail'], ['onFail → fail']],
    ['getAuthCode', ['callback'], ['callback'], ['callback → success']],
    ['alert', ['contnet', 'titel'], [], ['contnet → content', 'titel → title']],
    ['setStorage', ['keys', 'value'], [], ['keys → key']],
  ] as const)('%s %j', (api, given, functions, told) => {
    expect(lint(api, [...given], [...functions])).toEqual(told);
  });

  it('says nothing of known options, callbacks, or what resembles nothing', () => {
    for (const [name, info] of Object.entries(JSAPI))
      expect(lint(name as keyof typeof JSAPI, [...info.options, 'success', 'fail', 'complete'])).toEqual([]);
    expect(lint('getAuthCode', ['showErrorTip', 'extendInfo'])).toEqual([]);
  });
});

describe('the edit distance', () => {
  it('is a distance', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
        if (a !== b) expect(editDistance(a, b)).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('nearest never offers a name with nothing in common', () => {
    expect(nearest('ab', ['xy', 'url'])).toBeUndefined();
    expect(nearest('', ['a'])).toBeUndefined();
  });
});
