import { describe, expect, it } from 'vitest';
import { logoUrl } from './logo-url.ts';

describe('logoUrl', () => {
  const path = 'programs/shop/';
  it.each([
    ['', ''],
    ['data:image/png;base64,AA', 'data:image/png;base64,AA'],
    ['http://shop.localhost/logo.svg', 'http://shop.localhost/logo.svg'],
    ['logo.svg', 'programs/shop/logo.svg'],
    ['/img/logo.svg', 'programs/shop/img/logo.svg'],
    ['../other/logo.svg', ''],
  ])('%s → %s', (logo, url) => {
    expect(logoUrl({ logo, path })).toBe(url);
  });
});
