import { beforeAll, describe, expect, it } from 'vitest';
import { jsapiInfo, namesOfKind } from '../../contract/jsapi/names.ts';
import { testContext } from '../testing/jsapi-context.ts';
import { AXML_HANDLERS, allHandlersReady, HANDLERS, unknownName } from './registry.ts';

beforeAll(allHandlersReady);

/** A call of each name that succeeds, and what the user answers on the way. */
const CALLS: Record<string, { args?: unknown; answer?: unknown }> = {
  alert: { answer: null },
  confirm: { answer: { confirm: true } },
  prompt: { answer: { ok: true, inputValue: '' } },
  showToast: { args: { duration: 1 } },
  showActionSheet: { args: { items: ['a'] }, answer: { index: 0 } },
  getStorage: { args: { key: 'k' } },
  setStorage: { args: { key: 'k', data: 1 } },
  removeStorage: { args: { key: 'k' } },
  request: { args: { url: '/a' } },
  httpRequest: { args: { url: '/a' } },
  setClipboard: { args: { text: 'x' } },
  openSetting: { answer: { granted: ['auth_user'] } },
  chooseImage: { answer: { urls: ['data:image/png;base64,AAAA'] } },
  previewImage: { args: { urls: ['/a.png'] }, answer: null },
  saveImage: { args: { url: '/a.png' } },
  uploadFile: { args: { url: '/up', filePath: 'data:image/png;base64,AAAA', name: 'f' } },
  downloadFile: { args: { url: '/down' } },
  openDocument: { args: { filePath: 'data:application/pdf;base64,AAAA' }, answer: null },
  openLocation: { args: { longitude: 1, latitude: 2, name: 'a', address: 'b' }, answer: null },
  scan: { answer: { ok: true, inputValue: 'x' } },
  makePhoneCall: { args: { number: '1' }, answer: { confirm: true } },
  addPhoneContact: { args: { firstName: 'A' }, answer: { confirm: true } },
  datePicker: { answer: { ok: true, inputValue: '2026-01-02' } },
  optionsSelect: { args: { optionsOne: ['a'] }, answer: { selected: [0] } },
  tradePay: { args: { tradeNO: '1' }, answer: { confirm: true } },
  navigateTo: { args: { url: 'b.html' } },
  redirectTo: { args: { url: 'b.html' } },
  reLaunch: { args: { url: 'b.html' } },
};

/** Fields of `my.getOpenUserInfo` that its typings have for both ways to end. */
const ONLY_IN_FAILURES = ['subCode', 'subMsg'];

describe('HANDLERS', () => {
  it('has work for every asynchronous name of the reference; getAuthCode has a floor of its own', () => {
    expect([...AXML_HANDLERS.keys()].sort()).toEqual(
      namesOfKind('async')
        .filter((name) => name !== 'getAuthCode')
        .sort(),
    );
  });

  it('an HTML5 program has none of those that only the pages of AXML programs can do', () => {
    for (const name of ['switchTab', 'setNavigationBar', 'showTabBar'])
      expect(HANDLERS.has(name)).toBe(false);
  });

  it.each([...HANDLERS.keys()])('my.%s answers with the fields that the reference names', async (name) => {
    const context = testContext({
      granted: ['auth_user', 'USER_CONTACTINFO'],
      pages: ['http://shop.localhost:6464/a.html', 'http://shop.localhost:6464/index.html'],
      answer: () => ({ value: { status: 200, headers: {}, body: '{}' } }),
    });
    const { args, answer } = CALLS[name] ?? {};
    context.device.autoAnswer = () => answer as never;
    const reply = context.call(name, args);
    await context.time.advance(10);
    const settled = await reply;
    expect(settled).toHaveProperty('success');
    const fields = 'success' in settled ? Object.keys(settled.success) : [];
    const named = (jsapiInfo(name)?.results ?? []).filter((field) => !ONLY_IN_FAILURES.includes(field));
    expect(fields.sort()).toEqual([...named].sort());
  });

  it('has nothing under the names that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(HANDLERS.get(name)).toBeUndefined();
    }
  });
});

describe('a name that is not implemented', () => {
  it('fails with error 1 and says its name', () => {
    expect(unknownName('rsa')).toEqual({
      fail: { error: 1, errorMessage: 'not implemented: my.rsa is not part of this simulator' },
    });
    expect(JSON.stringify(unknownName('x'.repeat(500))).length).toBeLessThan(200);
  });
});
