import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostSafeId, uniqueId } from '../contract/program-id.ts';
import { siteOf } from './hosts.ts';

describe('siteOf', () => {
  it.each(['localhost:6464', '127.0.0.1:6464', '[::1]:6464', 'LocalHost:6464'])('%s is the page', (host) => {
    expect(siteOf(host, 6464)).toEqual({ type: 'page', origin: `http://${host.toLowerCase()}` });
  });

  it('the first label of *.localhost is the program', () => {
    expect(siteOf('shop.localhost:6464', 6464)).toEqual({
      type: 'program',
      id: 'shop',
      origin: 'http://shop.localhost:6464',
    });
  });

  it('port 80 is left out by browsers', () => {
    expect(siteOf('localhost', 80)).toEqual({ type: 'page', origin: 'http://localhost' });
  });

  it.each([
    undefined,
    '',
    'localhost',
    'localhost:1',
    'localhost.:6464',
    'evil.example:6464',
    'localhost.evil.example:6464',
    'a.b.localhost:6464',
    '.localhost:6464',
    '-a.localhost:6464',
    '0.0.0.0:6464',
    '[::]:6464',
    'localhost:6464@evil.example',
    'user@localhost:6464',
  ])('%s is refused', (host) => {
    expect(siteOf(host, 6464)).toEqual({ type: 'foreign' });
  });

  it('every id made from a folder name is a host of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const id = uniqueId(hostSafeId(name), new Set([hostSafeId(name)]));
        expect(siteOf(`${id}.localhost:6464`, 6464)).toMatchObject({ type: 'program', id });
        expect(new URL(`http://${id}.localhost:6464/`).hostname).toBe(`${id}.localhost`);
      }),
    );
  });
});

describe('hostSafeId', () => {
  it.each([
    ['My Shop', 'my-shop'],
    ['Café_Ünïté', 'cafe-unite'],
    ['商店', 'program'],
    ['--', 'program'],
    ['xn--p1ai', 'xn-p1ai'],
  ])('%s becomes %s', (name, id) => {
    expect(hostSafeId(name)).toBe(id);
  });

  it('a taken id gets a number', () => {
    expect(uniqueId('shop', new Set(['shop', 'shop-2']))).toBe('shop-3');
  });
});
