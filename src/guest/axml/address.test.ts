import { describe, expect, it } from 'vitest';
import { readAddress, readQuery, resolveAddress } from './address.ts';
import { fileAt } from './asset.ts';

const pages = ['pages/index/index', 'pages/user/user', 'page/home/index'];
const resolve = (url: string, from = 'pages/index/index') =>
  resolveAddress(url, from, (path) => pages.includes(path));

describe('the address of a page', () => {
  it.each([
    ['/pages/user/user', 'pages/user/user'],
    ['../user/user', 'pages/user/user'],
    ['./index', 'pages/index/index'],
    ['index', 'pages/index/index'],
    ['page/home/index', 'page/home/index'],
    ['/pages//user/./user', 'pages/user/user'],
    ['../../../../pages/user/user', 'pages/user/user'],
    ['nowhere', 'pages/index/nowhere'],
    ['?a=1', 'pages/index/index'],
  ])('%s on pages/index/index is %s', (url, path) => {
    expect(resolve(url).path).toBe(path);
  });

  it('has its query decoded, and stays as it was given', () => {
    expect(resolve('../user/user?id=1&name=%22%E5%B0%8F%22&empty=&flag&a=b=c')).toEqual({
      path: 'pages/user/user',
      query: { id: '1', name: '"小"', empty: '', flag: '', a: 'b=c' },
      full: 'pages/user/user?id=1&name=%22%E5%B0%8F%22&empty=&flag&a=b=c',
    });
  });

  it('what cannot be decoded stays as it is', () => {
    expect(readQuery('percent=20%&x=%zz')).toEqual({ percent: '20%', x: '%zz' });
  });

  it('no query is none', () => {
    expect(readAddress('/pages/a/a?')).toEqual({ path: 'pages/a/a', query: {}, full: 'pages/a/a' });
  });
});

describe('a file that an attribute names', () => {
  it.each([
    ['/images/a.png', 'images/a.png'],
    ['a.png', 'pages/index/a.png'],
    ['./a.png', 'pages/index/a.png'],
    ['../../images/a.png', 'images/a.png'],
  ])('%s in pages/index/index is %s', (src, file) => {
    expect(fileAt(src, 'pages/index/index')).toBe(file);
  });
});
