import { describe, expect, it } from 'vitest';
import { JSAPI, jsapiInfo, namesOfKind } from './names.ts';
import { JSAPI_NOTES } from './notes.ts';

describe('the table of my.*', () => {
  it('has every name once, of one kind, and notes only for names that it has', () => {
    const kinds = (['async', 'sync', 'event', 'call'] as const).flatMap((kind) => namesOfKind(kind));
    expect([...kinds].sort()).toEqual(Object.keys(JSAPI).sort());
    for (const name of Object.keys(JSAPI_NOTES)) expect(jsapiInfo(name)).toBeDefined();
  });

  it('what ends in Sync is synchronous, and every my.on… has its my.off…', () => {
    for (const [name, { kind }] of Object.entries(JSAPI))
      if (name.endsWith('Sync')) expect(kind).toBe('sync');
    const events = namesOfKind('event');
    for (const name of events) expect(events).toContain(name.replace(/^on/, 'off'));
  });

  it('knows nothing of names that only look like members', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'faceVerify', ''])
      expect(jsapiInfo(name)).toBeUndefined();
  });

  it('options are words, without the callbacks', () => {
    for (const { options, results } of Object.values(JSAPI))
      for (const word of [...options, ...results])
        expect(word).toMatch(/^(?!success$|fail$|complete$)[a-zA-Z]+$|^success$/);
    expect(JSAPI.getAuthCode.options).toContain('scopes');
    expect(JSAPI.hideToast.options).toEqual([]);
  });
});
