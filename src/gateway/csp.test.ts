import { describe, expect, it } from 'vitest';
import { isOrigin, pagePolicy, programMetaPolicy, programPolicy } from './csp.ts';

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );

describe('the policy of the page', () => {
  const page = directives(pagePolicy('http://localhost:6464', 6464));

  it('lets no text become code, no one frame it, and frames nothing but programs', () => {
    expect(page['default-src']).toBe("'none'");
    expect(page['script-src']).toBe("'self'");
    expect(page['frame-ancestors']).toBe("'none'");
    expect(page['frame-src']).toBe('http://*.localhost:6464 http://localhost:6464/programs/');
    expect(page['form-action']).toBe("'none'");
    expect(page['base-uri']).toBe("'none'");
  });

  it('lets a picture of a program have its styles inside, and load nothing but from programs', () => {
    expect(page['style-src']).toBe("'self' 'unsafe-inline' http://*.localhost:6464");
    expect(page['img-src']).toBe("'self' data: blob: http://*.localhost:6464");
    expect(page['font-src']).toBe("'self' data: http://*.localhost:6464");
    expect(page['script-src']).toBe("'self'");
  });

  it('in development lets Vite put its own scripts and styles in', () => {
    const dev = directives(pagePolicy('http://localhost:6464', 6464, true));
    expect(dev['script-src']).toBe("'self' 'unsafe-inline'");
    expect(dev['connect-src']).toBe("'self' http://*.localhost:6464 ws://localhost:*");
    expect(dev['frame-src']).toBe(page['frame-src']);
  });
});

describe('the policy of a program', () => {
  const sources = { own: ['http://shop.localhost:6464'], allow: ['https://cdn.example'] };
  const program = directives(programPolicy(sources, 6464));

  it('is sandboxed without an origin of its own', () => {
    expect(program.sandbox).toBe('allow-scripts allow-forms');
  });

  it('reaches only its own files; the allow list is for scripts, styles, images and fonts', () => {
    expect(program['connect-src']).toBe('http://shop.localhost:6464 data: blob:');
    for (const name of ['script-src', 'style-src', 'img-src', 'font-src'])
      expect(program[name]).toContain(' https://cdn.example');
    for (const name of ['default-src', 'frame-src', 'object-src', 'form-action'])
      expect(program[name]).toBe("'none'");
  });

  it('can be framed by the page only', () => {
    expect(program['frame-ancestors']).toBe('http://localhost:6464 http://127.0.0.1:6464');
  });

  it('by meta has no directive that browsers ignore there', () => {
    const meta = directives(programMetaPolicy({ own: ["'self'"], allow: [] }));
    expect(Object.keys(meta)).not.toContain('sandbox');
    expect(Object.keys(meta)).not.toContain('frame-ancestors');
    expect(meta['connect-src']).toBe("'self' data: blob:");
  });
});

describe('isOrigin', () => {
  it.each(['https://cdn.example', 'http://localhost:3000', 'https://*.example.com', 'http://a.b:*'])(
    '%s',
    (text) => {
      expect(isOrigin(text)).toBe(true);
    },
  );
  it.each([
    'https://cdn.example/',
    'https://a;script-src *',
    'https://*',
    'https://a b',
    "'self'",
    'https://.',
    'x',
  ])('not %s', (text) => {
    expect(isOrigin(text)).toBe(false);
  });
});
