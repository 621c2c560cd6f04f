import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../contract/dialects/index.ts';
import { readManifest } from './manifest.ts';

const read = (json: unknown) => readManifest(JSON.stringify(json), 'shop/miniauth.json');

describe('readManifest', () => {
  it('takes a right file as it is, with defaults inside its routes', () => {
    const { manifest, problems } = read({
      name: 'Shop',
      merchant: { routes: [{ url: '/login', does: 'login' }] },
    });
    expect(problems).toEqual([]);
    expect(manifest).toEqual({
      name: 'Shop',
      merchant: { routes: [{ method: 'POST', url: '/login', does: 'login' }] },
    });
  });

  it('names file and field, leaves that field out and keeps the others', () => {
    const { manifest, problems } = read({
      name: 'Shop',
      scopes: 'auth_base',
      firstScreen: 'no',
      clientID: 'x',
    });
    expect(manifest).toEqual({ name: 'Shop' });
    expect(problems).toHaveLength(3);
    expect(problems).toContain('shop/miniauth.json: scopes: expected an array, found "auth_base".');
    expect(problems).toContain(
      'shop/miniauth.json: firstScreen: expected one of "warn", "refuse", found "no".',
    );
    expect(problems.join()).toContain('"clientID" is not known');
  });

  it('names line and column of a syntax error', () => {
    expect(readManifest('{\n  "name": "Shop",\n}', 'miniauth.json').problems).toEqual([
      "miniauth.json, line 3, column 1: expected a name in double quotes, found '}'. The whole file is ignored.",
    ]);
  });

  it('gives out a whole dialect', () => {
    const { manifest, dialect, problems } = read({ dialect: { ...DIALECTS[0], id: 'mine' } });
    expect(problems).toEqual([]);
    expect(dialect?.id).toBe('mine');
    expect(manifest.dialect).toMatchObject({ id: 'mine' });
  });

  it('names the field of a dialect that is wrong, by schema or by sense', () => {
    const bySchema = read({ name: 'Shop', dialect: { ...DIALECTS[0], title: 3 } });
    expect(bySchema.problems).toEqual(['shop/miniauth.json: dialect.title: expected a string, found 3.']);
    expect(bySchema.manifest).toEqual({ name: 'Shop' });
    const bySense = read({ name: 'Shop', dialect: { ...DIALECTS[0], codes: [] } });
    expect(bySense.problems[0]).toMatch(/^shop\/miniauth\.json: dialect\.failures\./);
    expect(bySense.manifest).toEqual({ name: 'Shop' });
    expect(bySense.dialect).toBeUndefined();
  });

  it('refuses what is no origin in the allow list, as it would end up in a policy', () => {
    const { manifest, problems } = read({ allow: ['https://cdn.example', 'https://*'] });
    expect(manifest.allow).toEqual(['https://cdn.example']);
    expect(problems).toHaveLength(1);
  });

  it('never fails, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { manifest } = readManifest(text, 'x');
        expect(manifest).toBeTypeOf('object');
      }),
    );
  });
});
