import { describe, expect, it, vi } from 'vitest';
import { probeProgramOrigin, programBase, programUrl, shellUrl } from './program-url.ts';

const program = { id: 'shop', path: 'programs/shop/' };

describe('where a program is served from', () => {
  it.each([
    ['origin', 'http://localhost:6464/', 'http://shop.localhost:6464/pages/a.html?x=1'],
    ['origin', 'http://localhost/', 'http://shop.localhost/pages/a.html?x=1'],
    [
      'path',
      'http://192.168.1.2:6464/?program=shop#x',
      'http://192.168.1.2:6464/programs/shop/pages/a.html?x=1',
    ],
    [
      'static',
      'https://web.example/sim/index.html',
      'https://web.example/sim/programs/shop/pages/a.html?x=1',
    ],
  ] as const)('%s on %s', (mode, hostOrigin, url) => {
    expect(programUrl({ hostOrigin, mode, program, entry: 'pages/a.html?x=1' })).toBe(url);
    expect(programUrl({ hostOrigin, mode, program, entry: '/pages/a.html?x=1' })).toBe(url);
    expect(url.startsWith(programBase({ hostOrigin, mode, program }))).toBe(true);
  });

  it.each(['../../secret', 'https://evil.example/'])('an entry that leads out throws: %s', (entry) => {
    expect(() => programUrl({ hostOrigin: 'http://localhost:1/', mode: 'path', program, entry })).toThrow(
      `The entry "${entry}" of program "shop" is not inside it`,
    );
  });
});

describe('the document of an AXML program', () => {
  const at = (mode: 'origin' | 'path' | 'static', served?: boolean) =>
    shellUrl({ hostOrigin: 'http://localhost:6464/sim/index.html', mode, program }, served);
  it('is below the base of its files', () => {
    expect(at('origin')).toBe('http://shop.localhost:6464/__miniauth__/axml.html');
    expect(at('path')).toBe('http://localhost:6464/sim/programs/shop/__miniauth__/axml.html');
    expect(at('static')).toBe('http://localhost:6464/sim/programs/shop/__miniauth__/axml.html');
  });
  it('is the one beside the page where a plain web server knows nothing of the program', () => {
    expect(at('origin', false)).toBe(at('origin'));
    expect(at('static', false)).toBe('http://localhost:6464/sim/__miniauth__/axml.html');
  });
});

describe('how programs can be served', () => {
  const probe = (hostOrigin: string, answers: Record<string, string | number>) => {
    const fetch = vi.fn(async (url: string) => {
      const answer = answers[url];
      if (answer === undefined) throw new TypeError('Failed to fetch');
      return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
    });
    const mode = probeProgramOrigin({ hostOrigin, fetch, timeout: () => new AbortController().signal });
    return { fetch, mode };
  };

  it('at their own origins, where this browser reaches them', async () => {
    const { fetch, mode } = probe('http://localhost:6464/', {
      'http://probe.localhost:6464/__miniauth__/ping': 'miniauth',
    });
    expect(await mode).toBe('origin');
    expect(fetch).toHaveBeenCalledOnce();
  });

  it.each<[string, string | number]>([
    ['it cannot be reached', 0],
    ['somebody else answers', 'hello'],
    ['it is not found', 404],
  ])('under a path of the page, where %s', async (_, answer) => {
    const probed: Record<string, string | number> = { 'http://127.0.0.1:6464/__miniauth__/ping': 'miniauth' };
    if (answer !== 0) probed['http://probe.localhost:6464/__miniauth__/ping'] = answer;
    expect(await probe('http://127.0.0.1:6464/x', probed).mode).toBe('path');
  });

  it('under a path, without asking, when the page is from another machine: localhost is this one', async () => {
    const { fetch, mode } = probe('http://192.168.1.2:6464/', {
      'http://probe.localhost:6464/__miniauth__/ping': 'miniauth',
      'http://192.168.1.2:6464/__miniauth__/ping': 'miniauth\n',
    });
    expect(await mode).toBe('path');
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('as plain files, where no simulator’s server is', async () => {
    expect(
      await probe('https://web.example/sim/', { 'https://web.example/sim/__miniauth__/ping': '<html>' }).mode,
    ).toBe('static');
  });
});
