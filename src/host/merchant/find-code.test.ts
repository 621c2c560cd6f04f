import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestWallet } from '../wallet/test-wallet.ts';
import { codeInRequest, fieldOf, liveCodeFinder } from './find-code.ts';
import type { MerchantRequest } from './request.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const request = (change: Partial<MerchantRequest>): MerchantRequest => ({
  method: 'POST',
  url: 'https://shop.example/login',
  headers: {},
  body: '',
  ...change,
});

function shop() {
  const wallet = new TestWallet();
  const code = wallet.code();
  wallet.do({
    type: 'adoptCode',
    persona: 'alex',
    clientId: 'shop',
    scopes: ['auth_base'],
    code: 'a+b/c= &"é',
  });
  return { wallet, code, odd: 'a+b/c= &"é', find: liveCodeFinder(wallet.state, wallet.context.now) };
}

describe('codeInRequest finds a live code by its value', () => {
  const { code, odd, find } = shop();
  it.each<[string, Partial<MerchantRequest>]>([
    ['in a JSON body', { body: JSON.stringify({ authCode: code }) }],
    ['in a JSON body under any name', { body: JSON.stringify({ x: 1, credential: code }) }],
    ['deep in a JSON body', { body: JSON.stringify([{ a: [null, true, { b: { c: code } }] }]) }],
    ['in a JSON body as a number', { body: `{"code": ${code}}` }],
    ['inside a JSON text', { body: JSON.stringify({ data: `code=${code}&x=1` }) }],
    ['in a form', { body: `user=1&code=${code}`, headers: FORM }],
    ['in a form without a content type', { body: `code=${code}` }],
    ['in the query', { method: 'GET', url: `/login?x=1&auth_code=${code}#top` }],
    ['as the whole body', { body: code }],
    ['in plain text', { body: `login ${code}\n`, headers: { 'content-type': 'text/plain' } }],
    [
      'in a multipart body',
      {
        body: `--b\r\nContent-Disposition: form-data; name="code"\r\n\r\n${code}\r\n--b--`,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      },
    ],
    ['in XML', { body: `<login><code>${code}</code></login>` }],
    ['in JSON that is broken', { body: `{"code": "${code}"` }],
  ])('%s', (_title, change) => {
    expect(codeInRequest(request(change), find)).toBe(code);
  });

  it.each<[string, Partial<MerchantRequest>]>([
    ['a JSON body', { body: JSON.stringify({ authCode: odd }) }],
    ['a form', { body: new URLSearchParams({ code: odd }).toString(), headers: FORM }],
    ['the query', { url: `/login?code=${encodeURIComponent(odd)}` }],
  ])('of any characters, in %s', (_title, change) => {
    expect(codeInRequest(request(change), find)).toBe(odd);
  });

  it.each<[string, Partial<MerchantRequest>]>([
    ['nothing', {}],
    ['another code', { body: '{"code":"1234567890123"}' }],
    ['part of a longer word', { body: JSON.stringify({ code: `${code}0` }) }],
    ['names of the language', { body: '{"code":"__proto__","x":"constructor"}' }],
  ])('but not in %s', (_title, change) => {
    expect(codeInRequest(request(change), find)).toBeUndefined();
  });

  it('only while it is live', () => {
    const { wallet, code: other } = shop();
    const body = request({ body: JSON.stringify({ code: other }) });
    const found = () => codeInRequest(body, liveCodeFinder(wallet.state, wallet.context.now));
    expect(found()).toBe(other);
    wallet.wait(600_000);
    expect(found()).toBeUndefined();
    const next = wallet.code();
    wallet.exchange(next);
    expect(
      codeInRequest(request({ body: next }), liveCodeFinder(wallet.state, wallet.context.now)),
    ).toBeUndefined();
  });

  it('in any JSON value that holds it, however deep', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.nat({ max: 40 }), (before, after, depth) => {
        let value: unknown = code;
        for (let level = 0; level < depth; level++)
          value = level % 2 ? [before, value, after] : { before, value, after };
        expect(codeInRequest(request({ body: JSON.stringify([value]) }), find)).toBe(code);
      }),
      { numRuns: 100 },
    );
  });

  it('and survives nesting that would exhaust a stack', () => {
    const depth = 50_000;
    expect(codeInRequest(request({ body: `${'['.repeat(depth)}"${code}"${']'.repeat(depth)}` }), find)).toBe(
      code,
    );
  });
});

describe('fieldOf', () => {
  it.each<[string, Partial<MerchantRequest>, string | undefined]>([
    ['code', { body: '{"code":"A"}' }, 'A'],
    ['code', { body: '{"code":12}' }, '12'],
    ['data.code', { body: '{"data":{"code":"A"}}' }, 'A'],
    ['data.code', { body: 'data.code=A' }, 'A'],
    ['code', { body: 'x=1&code=A%2BB' }, 'A+B'],
    ['code', { body: 'code=A', headers: { 'content-type': 'application/octet-stream' } }, undefined],
    ['code', { url: '/login?code=A' }, 'A'],
    ['code', { body: '{"code":"A"}', url: '/login?code=B' }, 'A'],
    ['code', { body: '{"code":{}}', url: '/login?code=B' }, 'B'],
    ['code', { body: '{"code":null}' }, undefined],
    ['__proto__', { body: '{}' }, undefined],
    ['code', {}, undefined],
  ])('%s of %j is %j', (name, change, value) => {
    expect(fieldOf(request(change), name)).toBe(value);
  });
});
