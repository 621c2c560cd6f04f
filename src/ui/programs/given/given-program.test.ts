import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { givenProgram, withoutCommonFolder } from './given-program.ts';
import { Counter, type Files, NotGiven } from './limits.ts';
import { filesOfZip } from './zip.ts';

const filesIn = (texts: Record<string, string>): Files =>
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, new Blob([text])]));
const app = '{"pages":["pages/a"],"window":{"defaultTitle":"Cards"}}';
const make = (texts: Record<string, string>, taken: string[] = []) =>
  givenProgram('My Cards', filesIn(texts), new Set(taken));
const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof NotGiven ? error.refusal : error;
};

describe('a program that the page is given', () => {
  it('is named and listed as its own files say, under an id that nobody else has', async () => {
    const { listing } = await make({ 'app.json': app, 'pages/a.axml': '' }, ['my-cards']);
    expect(listing).toEqual({
      id: 'my-cards-2',
      kind: 'axml',
      manifest: { name: 'Cards' },
      problems: [],
      sample: false,
      path: 'programs/my-cards-2/',
    });
    const { listing: own } = await make({
      'app.json': app,
      'logo.svg': '<svg/>',
      'miniauth.json': '{"name":"Mine","logo":"/logo.svg","clientId":"c1"}',
    });
    expect(own.manifest).toEqual({
      name: 'Mine',
      clientId: 'c1',
      logo: 'data:image/svg+xml;base64,PHN2Zy8+',
    });
  });

  it('may have its app.json in src or where mini.project.json says', async () => {
    expect((await make({ 'src/app.json': app })).listing.app).toBe('src/');
    const project = { 'mini.project.json': '{"miniprogramRoot":"client"}', 'client/app.json': app };
    expect((await make(project)).listing.app).toBe('client/');
  });

  it('what is wrong in its miniauth.json is told', async () => {
    const { listing } = await make({ 'app.json': app, 'miniauth.json': '{"scopez":[]}' });
    expect(listing.problems).toHaveLength(1);
    expect((await make({ 'app.json': app, 'miniauth.json': 'x' })).listing.problems).toHaveLength(1);
  });

  it('that is none, or one that needs a server, says so', async () => {
    expect(await refusal(make({ 'readme.md': '' }))).toEqual({ why: 'noProgram' });
    expect(await refusal(make({ 'index.html': '' }))).toEqual({ why: 'html5Program', what: 'My Cards' });
    expect(await refusal(make({ 'app.json': '{' }))).toEqual({ why: 'noProgram' });
  });

  it('a folder around all of it is no part of it', () => {
    const paths = (texts: Record<string, string>) => Object.keys(withoutCommonFolder(filesIn(texts)));
    expect(paths({ 'a/b/app.json': '', 'a/b/pages/x': '' })).toEqual(['app.json', 'pages/x']);
    expect(paths({ 'a/app.json': '', 'b/x': '' })).toEqual(['a/app.json', 'b/x']);
    expect(paths({ 'src/app.json': '' })).toEqual(['src/app.json']);
  });
});

describe('a zip', () => {
  const text = (value: string) => new TextEncoder().encode(value);
  it('is unpacked without what is hidden and what leads out', async () => {
    const zip = zipSync({
      'kit/app.json': text(app),
      'kit/.env': text('SECRET'),
      '__MACOSX/kit/._app.json': text('x'),
      '../out.txt': text('x'),
      'kit/pages/': new Uint8Array(),
    });
    const files = await filesOfZip(new Blob([Uint8Array.from(zip)]));
    expect(Object.keys(files)).toEqual(['kit/app.json']);
    expect(await files['kit/app.json']?.text()).toBe(app);
  });

  it('that would become too large is refused before it is unpacked', async () => {
    const half = new Uint8Array(600_000);
    const bomb = zipSync({ a: half, b: half });
    expect(bomb.length).toBeLessThan(10_000);
    const read = (...limits: number[]) =>
      refusal(filesOfZip(new Blob([Uint8Array.from(bomb)]), new Counter(...limits)));
    expect(await read(20, 1)).toEqual({ why: 'tooLarge', most: 1 });
    expect(await read(1, 20)).toEqual({ why: 'tooManyFiles', most: 1 });
    expect(await read(20, 20)).toBeUndefined();
  });

  it('a file that says less than it holds becomes no larger than it says', async () => {
    const zip = zipSync({ a: new Uint8Array(600_000) });
    const directory = zip.findLastIndex(
      (_, at) => zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1,
    );
    new DataView(zip.buffer, zip.byteOffset).setUint32(directory + 24, 100, true);
    const files = await filesOfZip(new Blob([Uint8Array.from(zip)])).catch(
      () => ({}) as Record<string, Blob>,
    );
    expect(files.a?.size ?? 0).toBeLessThanOrEqual(100);
  });

  it('that cannot be read says why', async () => {
    expect(await refusal(filesOfZip(new Blob(['PK\u0003\u0004nonsense'])))).toMatchObject({ why: 'badZip' });
    const zip = zipSync({ 'a.txt': text('a') });
    zip[6] = (zip[6] ?? 0) | 1;
    expect(await refusal(filesOfZip(new Blob([Uint8Array.from(zip)])))).toEqual({ why: 'zipEncrypted' });
  });
});
