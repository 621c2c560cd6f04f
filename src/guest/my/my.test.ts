import { describe, expect, it, vi } from 'vitest';
import { namesOfKind } from '../../contract/jsapi/names.ts';
import type { Boot } from '../../contract/wire.ts';
import { createCalls } from '../calls.ts';
import { StorageCopy } from '../copy.ts';
import type { InstantFate } from '../instant.ts';
import { EMPTY, fakeLink, settled } from '../testing.ts';
import { createAsyncCall } from './async-calls.ts';
import { createMy } from './create-my.ts';
import { createEvents } from './events.ts';
import { createLint } from './lint.ts';
import { createSyncCalls } from './sync-calls.ts';

type AnyMy = Record<string, (...given: unknown[]) => unknown>;
const BOOT = { systemInfo: { platform: 'simulator', list: [1] }, appId: 'shop' } as unknown as Boot;

function program(fate: (step: string) => InstantFate = () => ({})) {
  const link = fakeLink();
  const copy = new StorageCopy(EMPTY);
  const errors = { notice: vi.fn(), report: vi.fn() };
  const [slips, second, observed] = [vi.fn(), vi.fn(), vi.fn()];
  const sync = createSyncCalls({
    copy,
    boot: () => BOOT,
    has: (name) => name !== 'getPhoneNumber',
    fate,
    observed,
  });
  const my = createMy({
    asyncCall: createAsyncCall({ calls: createCalls(link), copy, errors, lint: createLint(slips) }),
    members: { ...sync, ...createEvents(errors).members },
    implemented: (name) => name !== 'getPhoneNumber',
    secondArgument: second,
  }) as AnyMy;
  const call = (name: string, ...given: unknown[]) => my[name]?.(...given);
  return { my, call, link, copy, errors, slips, second, observed };
}

describe('an asynchronous call', () => {
  it.each([
    ['no argument', [], null],
    ['null', [null], null],
    ['an object', [{ scopes: ['auth_user'], success() {} }], { scopes: ['auth_user'] }],
    ['a string, which the super app judges', ['auth_base'], 'auth_base'],
  ])('works with %s', (_, given, body) => {
    const { call, link } = program();
    call('getAuthCode', ...given);
    expect(link.sent).toEqual([{ type: 'call', id: 1, name: 'getAuthCode', body }]);
  });

  it('settles callbacks and promise from one reply; functions never cross the wire', async () => {
    const { call, link, slips } = program();
    const [success, failed, complete] = [vi.fn(), vi.fn(), vi.fn()];
    const promise = call('getAuthCode', { scopes: ['USER_ID'], success, failed, complete });
    expect(link.sent[0]?.body).toEqual({ scopes: ['USER_ID'] });
    expect(slips).toHaveBeenCalledWith('getAuthCode', 'failed', 'fail');
    link.host('reply', 1, 'success', { authCode: 'c' });
    const result = await promise;
    expect(result).toEqual({ authCode: 'c' });
    expect(success.mock.calls[0]?.[0]).toBe(result);
    expect(complete.mock.calls[0]?.[0]).toBe(result);
    expect(failed).not.toHaveBeenCalled();
  });

  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  it.each([
    ['a nested function', { content: { onTap: () => 1 } }],
    ['a BigInt', { content: 1n }],
    ['a cycle', cycle],
    [
      'a getter that throws',
      {
        get content() {
          throw new Error('no');
        },
      },
    ],
  ])('with %s fails with error 2, later, and sends nothing', async (_, options) => {
    const { call, link } = program();
    const fail = vi.fn();
    const promise = call(
      'alert',
      Object.defineProperty(options, 'fail', {
        value: fail,
        enumerable: true,
        configurable: true,
        writable: true,
      }),
    );
    expect(fail).not.toHaveBeenCalled();
    // The host says what it is: the code is the dialect's.
    const [sent] = link.sent;
    expect(sent).toMatchObject({ type: 'refused', name: 'alert' });
    expect(sent?.body).toEqual({ problem: expect.stringContaining('Invalid parameters') });
    link.host('reply', sent?.id ?? 0, 'fail', { error: 3, errorMessage: 'as the wallet says' });
    await expect(promise).rejects.toEqual({ error: 3, errorMessage: 'as the wallet says' });
  });

  it('a second, positional callback is not called, and that is told', async () => {
    const { call, link, second } = program();
    const callback = vi.fn();
    call('getAuthCode', {}, callback);
    link.host('reply', 1, 'success', {});
    await settled();
    expect(callback).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledWith('getAuthCode');
  });

  it('my.request returns its promise with abort(), which ends it once with error 20', async () => {
    const { call, link } = program();
    const complete = vi.fn();
    const task = call('request', { url: 'https://a.example', complete }) as Promise<unknown> & {
      abort(): void;
    };
    task.abort();
    link.host('reply', 1, 'success', { status: 200 });
    await expect(task).rejects.toMatchObject({ error: 20 });
    expect(complete).toHaveBeenCalledOnce();
    expect(link.sent.map(({ type }) => type)).toEqual(['call', 'abort']);
  });

  it('what it has stored is seen by the next synchronous call, if it succeeded', async () => {
    const { call, link } = program();
    const data = { list: [1] };
    call('setStorage', { key: 'a', data });
    data.list.push(2);
    expect(call('getStorageSync', { key: 'a' })).toEqual({ data: null });
    link.host('reply', 1, 'success', {});
    expect(call('getStorageSync', { key: 'a' })).toEqual({ data: { list: [1] } });
    call('removeStorage', { key: 'a', fail() {} });
    link.host('reply', 2, 'fail', { error: 3 });
    expect(call('getStorageSync', { key: 'a' })).toEqual({ data: { list: [1] } });
    call('removeStorage', { key: 'a' });
    link.host('reply', 3, 'success', {});
    expect(call('getStorageSync', { key: 'a' })).toEqual({ data: null });
  });

  it('navigateTo keeps its events in the frame', () => {
    const { call, link } = program();
    call('navigateTo', { url: 'a.html', events: { done() {} } });
    expect(link.sent[0]?.body).toEqual({ url: 'a.html' });
  });
});

describe('names', () => {
  it('`in` is true for what is implemented, and only for that', () => {
    const { my } = program();
    for (const name of [...namesOfKind('async'), ...namesOfKind('sync'), ...namesOfKind('event'), 'call'])
      expect(name in my).toBe(name !== 'getPhoneNumber');
    for (const name of ['faceVerify', 'then', 'toString', 'constructor', '__proto__'])
      expect(name in my).toBe(false);
  });

  it('a name that is not implemented is a function that goes to the host and fails there', async () => {
    const { my, call, link } = program();
    expect(my.faceVerify).toBe(my.faceVerify);
    const promise = call('faceVerify', { count: 1, sucess() {} });
    expect(link.sent).toEqual([{ type: 'call', id: 1, name: 'faceVerify', body: { count: 1 } }]);
    link.host('reply', 1, 'fail', { error: 1, errorMessage: 'not implemented' });
    await expect(promise).rejects.toEqual({ error: 1, errorMessage: 'not implemented' });
  });

  it("the wallet's own namespace, my.ap, fails there name by name", async () => {
    const { my, link } = program();
    const ap = my.ap as unknown as Record<string, (options: object) => Promise<unknown>>;
    expect(ap.then).toBeUndefined();
    const promise = ap.faceVerify?.({ bizId: '1' });
    expect(link.sent).toEqual([{ type: 'call', id: 1, name: 'ap.faceVerify', body: { bizId: '1' } }]);
    link.host('reply', 1, 'fail', { error: 1, errorMessage: 'not implemented' });
    await expect(promise).rejects.toMatchObject({ error: 1 });
  });

  it('does not look like a promise, a double or a list', async () => {
    const { my } = program();
    for (const name of [
      'then',
      'catch',
      'toJSON',
      'nodeType',
      'asymmetricMatch',
      'A',
      '_x',
      '$$typeof',
      '0',
      '',
    ])
      expect(my[name]).toBeUndefined();
    expect((my as unknown as { [Symbol.iterator]: unknown })[Symbol.iterator]).toBeUndefined();
    expect(await my).toBe(my);
    expect(`${my}`).toBe('[object Object]');
    expect(Object.keys(my)).toContain('getAuthCode');
  });

  it('members can be wrapped and replaced by the program', () => {
    const { my } = program();
    const original = my.alert;
    const wrapped = () => original?.();
    my.alert = wrapped;
    Object.defineProperty(my, 'confirm', { value: wrapped });
    my.ownThing = wrapped;
    expect([my.alert, my.confirm, my.ownThing]).toEqual([wrapped, wrapped, wrapped]);
    expect('ownThing' in my).toBe(true);
  });
});

describe('my.call', () => {
  it.each([
    ['options and callback', [{ a: 1 }, 'callback'], { a: 1 }],
    ['a callback alone', ['callback'], null],
  ])('bridges any name with %s', async (_, rest, body) => {
    const { call, link } = program();
    const callback = vi.fn();
    const promise = call(
      'call',
      'someWalletApi',
      ...rest.map((item) => (item === 'callback' ? callback : item)),
    );
    expect(link.sent[0]).toMatchObject({ name: 'someWalletApi', body });
    link.host('reply', 1, 'fail', { error: 1 });
    await expect(promise).rejects.toEqual({ error: 1 });
    expect(callback).toHaveBeenCalledWith({ error: 1 });
  });

  it.each([
    ['no name', []],
    ['a number', [4]],
    ['blanks', ['a b']],
    ['too long', ['x'.repeat(65)]],
  ])('with %s fails with error 1 and sends nothing', async (_, given) => {
    const { call, link } = program();
    await expect(call('call', ...given)).rejects.toMatchObject({ error: 1 });
    expect(link.sent).toEqual([]);
  });
});

describe('a synchronous call', () => {
  it('answers from the copy, with values of its own, and is reported with arguments and reply', () => {
    const { call, observed } = program();
    const data = { list: [1] };
    expect(call('setStorageSync', { key: 'a', data })).toEqual({ success: true });
    data.list.push(2);
    const read = call('getStorageSync', { key: 'a' }) as { data: typeof data };
    expect(read).toEqual({ data: { list: [1] } });
    read.data.list.push(3);
    expect(call('getStorageSync', { key: 'a' })).toEqual({ data: { list: [1] } });
    expect(observed.mock.calls[0]).toEqual([
      'setStorageSync',
      { args: { key: 'a', data: { list: [1] } }, reply: { success: { success: true } } },
    ]);
    expect(call('getStorageInfoSync')).toEqual({ keys: ['a'], currentSize: 1, limitSize: 10240 });
    expect(call('removeStorageSync', { key: 'a' })).toEqual({ success: true });
    expect(call('clearStorageSync')).toEqual({ success: true });
    expect(call('getStorageInfoSync')).toEqual({ keys: [], currentSize: 0, limitSize: 10240 });
  });

  it.each(['getStorageSync', 'setStorageSync', 'removeStorageSync'])(
    '%s refuses an empty key with error 2, returned and reported',
    (name) => {
      const { call, observed } = program();
      for (const given of [{ key: '' }, {}, undefined, { key: 4 }, 'a'])
        expect(call(name, given)).toMatchObject({ error: 2 });
      expect(observed.mock.calls[0]?.[1]).toMatchObject({ args: { key: '' }, reply: { fail: { error: 2 } } });
    },
  );

  it('setStorageSync refuses more than 200 KB under a key with 14, and keeps what was there', () => {
    const { call } = program();
    call('setStorageSync', { key: 'a', data: 'old' });
    expect(call('setStorageSync', { key: 'a', data: 'x'.repeat(200 * 1024) })).toMatchObject({
      success: false,
      error: 14,
    });
    expect(call('setStorageSync', { key: 'b', data: 'x'.repeat(200 * 1024 - 2) })).toEqual({ success: true });
    expect(call('getStorageSync', { key: 'a' })).toEqual({ data: 'old' });
  });

  it('setStorageSync refuses more than 10 MB in all with 12; replacing a key is no more', () => {
    const { call } = program();
    const data = 'x'.repeat(200 * 1024 - 10);
    let stored = 0;
    while ((call('setStorageSync', { key: `key-${stored}`, data }) as { success: boolean }).success) stored++;
    expect(stored).toBe(51);
    expect(call('setStorageSync', { key: 'more', data })).toMatchObject({ error: 12 });
    expect(call('setStorageSync', { key: 'key-3', data })).toEqual({ success: true });
  });

  it('a function in the data is error 2, with the place', () => {
    const { call } = program();
    expect(call('setStorageSync', { key: 'a', data: { f: () => 1 } })).toEqual({
      success: false,
      error: 2,
      errorMessage:
        'Invalid parameters: the options.data.f is a function; only data can be passed to the super app.',
    });
  });

  it('system info, app id and canIUse come from the boot data', () => {
    const { call, observed } = program();
    const info = call('getSystemInfoSync') as { list: number[] };
    info.list.push(2);
    expect(call('getSystemInfoSync')).toEqual({ platform: 'simulator', list: [1] });
    expect(call('getAppIdSync')).toEqual({ appId: 'shop' });
    expect(call('canIUse', 'getAuthCode')).toBe(true);
    expect(call('canIUse', 'getPhoneNumber')).toBe(false);
    expect(observed).toHaveBeenLastCalledWith('canIUse', {
      args: 'getPhoneNumber',
      reply: { success: false },
    });
  });
});
