import { describe, expect, it } from 'vitest';
import { givenSource, servedSource, typeOf } from './sources.ts';

const PATHS = [
  'app.json',
  'pages/a b/a.axml',
  'node_modules/x/index.js',
  'node_modules/x/node_modules/y/i.js',
];

describe('the files of a program on a server', () => {
  const asked: string[] = [];
  const source = servedSource(
    { from: 'http://localhost/programs/shop/', base: 'http://shop.localhost/' },
    async (url) => {
      asked.push(String(url));
      if (String(url).includes('files.json')) return Response.json({ files: PATHS });
      return String(url).endsWith('/app.json') ? new Response('{}') : new Response('', { status: 404 });
    },
  );

  it('are listed by folder, whatever the server makes of the question', async () => {
    expect(await source.list('')).toEqual(['app.json', 'pages/a b/a.axml']);
    expect(await source.list('node_modules/x')).toEqual(['node_modules/x/index.js']);
    expect(asked.slice(0, 2)).toEqual([
      'http://localhost/programs/shop/__miniauth__/files.json',
      'http://localhost/programs/shop/__miniauth__/files.json?under=node_modules%2Fx',
    ]);
  });

  it('are read on the page, and loaded by the frame at its own base', async () => {
    expect(await source.text('app.json')).toBe('{}');
    expect(await source.text('pages/a b/a.axml')).toBeUndefined();
    expect(asked.at(-1)).toBe('http://localhost/programs/shop/pages/a%20b/a.axml');
    expect(await source.url('images/a#1.png')).toBe('http://shop.localhost/images/a%231.png');
  });
});

describe('the files of a program that the page was given', () => {
  const source = givenSource(new Map(PATHS.map((path) => [path, new TextEncoder().encode(`é ${path}`)])));

  it('are listed and read alike; an address holds the file', async () => {
    expect(await source.list('')).toEqual(['app.json', 'pages/a b/a.axml']);
    expect(await source.list('node_modules/x/')).toEqual(['node_modules/x/index.js']);
    expect(await source.text('app.json')).toBe('é app.json');
    expect(await source.text('missing')).toBeUndefined();
    expect(await source.url('app.json')).toMatch(/^data:application\/json;base64,w6kg/);
    expect(await source.url('missing.png')).toBeUndefined();
  });

  it('have the type of their name', () => {
    expect(typeOf('a/b.PNG')).toBe('image/png');
    expect(typeOf('constructor')).toBe('application/octet-stream');
    expect(typeOf('a.constructor')).toBe('application/octet-stream');
  });
});
