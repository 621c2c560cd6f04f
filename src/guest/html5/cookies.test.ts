import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../contract/json.ts';
import { createCookieJar, MAX_COOKIES, parseCookie, readStored, storedCookie } from './cookies.ts';

const NOW = Date.UTC(2026, 0, 1);

function jar() {
  const kept = new Map<string, Json>();
  let now = NOW;
  const made = createCookieJar(
    {
      keys: () => [...kept.keys()],
      get: (name) => kept.get(name),
      set: (name, value) => void kept.set(name, value),
      remove: (name) => void kept.delete(name),
    },
    () => now,
  );
  const pass = (ms: number) => {
    now += ms;
  };
  return { ...made, kept, pass };
}

describe('what a page assigns to document.cookie', () => {
  it.each([
    ['a=1', { name: 'a', value: '1' }],
    ['  a = b c ; path=/; Secure; SameSite=Lax', { name: 'a', value: 'b c' }],
    ['a=x=y', { name: 'a', value: 'x=y' }],
    ['a=', { name: 'a', value: '' }],
    ['a="q"', { name: 'a', value: '"q"' }],
    ['a=1; Max-Age=60', { name: 'a', value: '1', expires: NOW + 60_000 }],
    ['a=1; expires=Thu, 01 Jan 1970 00:00:00 GMT', { name: 'a', value: '1', expires: 0 }],
    [
      'a=1; max-age=60; expires=Thu, 01 Jan 1970 00:00:00 GMT',
      { name: 'a', value: '1', expires: NOW + 60_000 },
    ],
    ['a=1; max-age=0', { name: 'a', value: '1', expires: Number.NEGATIVE_INFINITY }],
    ['a=1; max-age=soon; expires=never', { name: 'a', value: '1' }],
    ['a=1\nb=2', { name: 'a', value: '1' }],
  ])('%j', (text, cookie) => {
    expect(parseCookie(text, NOW)).toEqual(cookie);
  });

  it.each(['', '=1', 'flag', '; a=1', 'a=1; HttpOnly', `a=${'x'.repeat(4096)}`])(
    'is ignored as in a browser: %j',
    (text) => {
      expect(parseCookie(text, NOW)).toBeUndefined();
    },
  );
});

describe('a cookie as it is kept', () => {
  it('comes back as it was until it ends', () => {
    const value = fc.stringMatching(/^[!-:<-~é ]{0,30}$/).map((text) => text.trim());
    fc.assert(
      fc.property(value, fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: undefined }), (text, life) => {
        const cookie = { name: 'a', value: text, ...(life === undefined ? {} : { expires: NOW + life }) };
        const stored = storedCookie(cookie);
        expect(readStored(stored, NOW)).toBe(text);
        if (life !== undefined) expect(readStored(stored, NOW + life + 1000)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it('an end beyond all dates is kept as the last one', () => {
    const cookie = parseCookie('a=1; max-age=99999999999999999999', NOW);
    expect(cookie && readStored(storedCookie(cookie), NOW)).toBe('1');
  });
});

describe('document.cookie', () => {
  it('reads what was written, in order, the last value of each name', () => {
    const name = fc.stringMatching(/^[a-z_]{1,3}$/);
    const value = fc.stringMatching(/^[A-Za-z0-9 =%]{0,6}$/).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 30 }), (writes) => {
        const { read, write } = jar();
        const model = new Map<string, string>();
        for (const [n, v] of writes) {
          write(`${n}=${v}; path=/`);
          model.set(n, v);
        }
        expect(read()).toBe([...model].map(([n, v]) => `${n}=${v}`).join('; '));
      }),
      { numRuns: 150 },
    );
  });

  it('a date in the past removes, also what is not there', () => {
    const { read, write, kept } = jar();
    write('a=1');
    write('b=2');
    write('a=; expires=Thu, 01 Jan 1970 00:00:00 GMT');
    write('c=; max-age=-1');
    expect(read()).toBe('b=2');
    expect([...kept.keys()]).toEqual(['b']);
  });

  it('a cookie ends when its time is over', () => {
    const { read, write, pass } = jar();
    write('a=1; max-age=10');
    pass(9_000);
    expect(read()).toBe('a=1');
    pass(1_000);
    expect(read()).toBe('');
  });

  it('one cookie too many drops the oldest', () => {
    const { read, write } = jar();
    for (let i = 0; i <= MAX_COOKIES; i++) write(`c${i}=1`);
    expect(read().split('; ')).toHaveLength(MAX_COOKIES);
    expect(read()).not.toContain('c0=');
  });
});
