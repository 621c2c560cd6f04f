import { describe, expect, it } from 'vitest';
import type { Calls, Reply, Request, SourceOrigin } from './protocol.ts';
import { serve } from './serve.ts';

const FILES: Readonly<Record<string, string>> = {
  'app.json': '{"pages": ["p"]}',
  'p.axml': '<view/>',
  'p.js': "require('lib'); Page({})",
  'p.acss': '.a { background: url(a b.png) }',
  'a b.png': 'x',
  'node_modules/lib/index.js': 'module.exports = 1',
};

let missing = 0;

/** A server of the files, as the gateway is one. */
async function server(address: string): Promise<Response> {
  const url = new URL(address);
  if (url.pathname === '/list') {
    const under = url.searchParams.get('under') ?? '';
    return Response.json(
      Object.keys(FILES).filter((path) =>
        under ? path.startsWith(`${under}/`) : !path.startsWith('node_modules'),
      ),
    );
  }
  const text = FILES[decodeURIComponent(url.pathname.slice('/files/'.length))];
  if (text === undefined) missing++;
  return text === undefined ? new Response('', { status: 404 }) : new Response(text);
}

/** Calls as the page makes them, through a copy as `postMessage` makes it. */
function client(read = server) {
  const waiting = new Map<number, (reply: Reply) => void>();
  const handle = serve((reply) => waiting.get(reply.id)?.(structuredClone(reply)), read);
  let id = 0;
  return async <Name extends keyof Calls>(
    call: Name,
    args: Calls[Name]['args'],
  ): Promise<Calls[Name]['value']> => {
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(++id, resolve);
      handle(structuredClone({ id, call, args } as Request));
    });
    if (!reply.ok) throw new Error(reply.message);
    return reply.value as Calls[Name]['value'];
  };
}

const HTTP: SourceOrigin = {
  kind: 'http',
  base: 'https://host.example/files/',
  list: 'https://host.example/list',
  frameBase: 'https://frame.example/',
};

describe('the worker', () => {
  it('compiles a program that a server has', async () => {
    const call = client();
    expect(await call('open', { program: 'demo', source: HTTP })).toMatchObject({
      root: '',
      config: { pages: ['p'] },
      problems: [],
    });
    const { unit, problems } = await call('unit', { name: 'p', delivered: ['app'] });
    expect(problems).toMatchObject([]);
    expect(unit?.script).toContain('node_modules/lib/index.js');
    expect(unit?.styles[0]?.css).toMatch(/url\("https:\/\/frame\.example\/a%20b\.png"\)|url\(a b\.png\)/);
    const { url = '' } = unit ?? {};
    const line = (unit?.script.split('\n').findIndex((text) => text.startsWith('require')) ?? 0) + 1;
    expect(await call('original', { url, line, column: 1 })).toMatchObject({
      file: 'p.js',
      line: 1,
      column: 1,
    });
    expect(await call('original', { url: 'else', line, column: 1 })).toBeUndefined();
    expect(await call('url', { path: 'a b.png' })).toBe('https://frame.example/a%20b.png');
    // Nothing was asked for that is not there.
    expect(missing).toBe(0);
  });
  it('compiles files that were dropped, whose pictures are in the styles, and sees edits of them', async () => {
    const call = client();
    const blobs = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, new Blob([text])]));
    blobs['p.acss'] = new Blob([".a { background: url('./a%20b.png') }"]);
    await call('open', { program: 'demo', source: { kind: 'files', files: blobs } });
    const { unit } = await call('unit', { name: 'p', delivered: [] });
    expect(unit?.styles[0]?.css).toContain(`url("data:image/png;base64,${btoa('x')}")`);
    const { change, info } = await call('change', {
      paths: ['p.axml'],
      delivered: ['p'],
      files: { 'p.axml': new Blob(['<text/>']) },
    });
    expect(info.config?.pages).toEqual(['p']);
    expect(change.kind === 'patch' && change.unit.script).toContain('$.el("text"');
    const gone = await call('change', { paths: ['p.js'], delivered: ['p'], files: { 'p.js': null } });
    expect(gone.change).toEqual({ kind: 'reload' });
  });
  it('says what is no fault of the program', async () => {
    const call = client(async () => new Response('', { status: 500 }));
    await expect(call('open', { program: 'demo', source: HTTP })).rejects.toThrow('500');
    await expect(client()('unit', { name: 'app', delivered: [] })).rejects.toThrow('No program is open');
  });
});
