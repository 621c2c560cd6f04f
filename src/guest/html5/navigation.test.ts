import { describe, expect, it } from 'vitest';
import { createInside } from './inside.ts';
import { linkAction } from './navigation.ts';

const BASE = 'http://shop.localhost:6464/';
const inside = createInside(BASE, () => BASE);

describe('a click on a link', () => {
  it.each([
    [`${BASE}a.html`, '', 'leave'],
    [`${BASE}a.html`, '_self', 'leave'],
    [`${BASE}a.html`, '_blank', 'go'],
    [`${BASE}a.html`, '_top', 'go'],
    [`${BASE}a.html`, 'help', 'go'],
    ['https://elsewhere.example/', '', 'leave'],
    ['https://elsewhere.example/', '_blank', 'refuse'],
    ['tel:123', '', 'refuse'],
    ['mailto:a@b.example', '_blank', 'refuse'],
    ['alipays://platformapi/', '', 'refuse'],
    ['javascript:void 0', '_blank', 'leave'],
    ['blob:null/1', '', 'leave'],
  ])('%s target=%j: %s', (href, target, type) => {
    expect(linkAction(href, target, inside).type).toBe(type);
  });
});
