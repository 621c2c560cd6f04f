import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MerchantRoute } from '../../contract/program.ts';
import { matches, routeFor } from './routes.ts';

const route = (url: string, method: MerchantRoute['method'] = 'POST'): MerchantRoute => ({
  method,
  url,
  does: 'none',
});
const finds = (url: string, pattern: string, method = 'POST', allowed: MerchantRoute['method'] = '*') =>
  routeFor([route(pattern, allowed)], { method, url, headers: {}, body: '' }) !== undefined;

describe('routeFor', () => {
  it.each([
    ['https://shop.example/api/login', '/api/login'],
    ['http://other:8080/api/login', '/api/login'],
    ['/api/login', '/api/login'],
    ['https://shop.example/api/login?code=1#top', '/api/login'],
    ['https://shop.example/api/login', 'api/login'],
    ['https://shop.example/api/login', '*/login'],
    ['https://shop.example/api/v1/login', '/api/*'],
    ['https://shop.example/api/login', 'https://shop.example/api/login'],
    ['HTTPS://Shop.Example/api/login', 'https://SHOP.example/api/login'],
    ['https://shop.example/api/login', 'https://*.example/*'],
    ['https://shop.example/api/login', '*://shop.example/api/login'],
    ['https://shop.example', '/'],
    ['https://shop.example?code=1', 'https://shop.example/'],
    ['https://shop.example/api?do=login&x=1', '/api?do=login*'],
    ['https://shop.example/anything', '*'],
    ['', '/'],
  ])('%s is answered by %s', (url, pattern) => {
    expect(finds(url, pattern)).toBe(true);
  });

  it.each([
    ['https://shop.example/api/login', '/api/Login'],
    ['https://shop.example/api/login/', '/api/login'],
    ['https://shop.example/api/login', '/login'],
    ['https://shop.example/api/login', 'http://shop.example/api/login'],
    ['https://shop.example/api/login', 'https://other.example/api/login'],
    ['/api/login', 'https://shop.example/api/login'],
    ['https://shop.example/api?do=logout', '/api?do=login*'],
    ['https://shop.example/api', '/api?do=login'],
  ])('%s is not answered by %s', (url, pattern) => {
    expect(finds(url, pattern)).toBe(false);
  });

  it('matches the method in any case, * every method', () => {
    expect(finds('/a', '/a', 'post', 'POST')).toBe(true);
    expect(finds('/a', '/a', 'GET', 'POST')).toBe(false);
    expect(finds('/a', '/a', 'OPTIONS', '*')).toBe(true);
  });

  it('takes the first route that matches', () => {
    const routes = [route('/a', 'GET'), route('/a*'), route('/a')];
    const request = { method: 'POST', url: 'https://x/a', headers: {}, body: '' };
    expect(routeFor(routes, request)).toBe(routes[1]);
    expect(routeFor(routes, { ...request, url: 'https://x/b' })).toBeUndefined();
  });
});

describe('matches', () => {
  it('is what a regular expression with .* for * says, for any pattern and text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (glob, value) => {
        const expected = new RegExp(`^${glob.replaceAll('*', '.*')}$`, 's').test(value);
        expect(matches(glob, value)).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('does not blow up on a pattern of many stars', () => {
    expect(matches(`${'*a'.repeat(100)}b`, 'a'.repeat(5000))).toBe(false);
  });
});
