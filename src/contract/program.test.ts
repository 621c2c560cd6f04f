import { describe, expect, it } from 'vitest';
import { manifestSchema, type ProgramListing, programOf } from './program.ts';

const listing = (manifest: ProgramListing['manifest']): ProgramListing => ({
  id: 'my-shop',
  kind: 'html5',
  manifest,
  problems: [],
  sample: false,
  path: 'programs/my-shop/',
});

describe('miniauth.json', () => {
  it('may be empty: name and client id are the folder’s', () => {
    expect(programOf(listing({}))).toMatchObject({
      name: 'my-shop',
      clientId: 'my-shop',
      entry: 'index.html',
      logo: '',
      scopes: undefined,
      dialect: undefined,
      oauthFlowType: 'LOCAL_MINI_PROGRAM',
      firstScreen: 'warn',
      merchant: { name: 'my-shop server', routes: [] },
    });
  });

  it('says what is wrong with a field, and where', () => {
    for (const [manifest, path] of [
      [{ clientId: 7 }, 'clientId'],
      [{ scopes: 'auth_base' }, 'scopes'],
      [{ merchant: { routes: [{ url: '/x', does: 'everything' }] } }, 'merchant.routes.0.does'],
      [{ firstScreen: 'never' }, 'firstScreen'],
      [{ allow: ['javascript:alert(1)'] }, 'allow.0'],
    ] as const) {
      const parsed = manifestSchema.safeParse(manifest);
      expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
    }
    expect(manifestSchema.safeParse({ nmae: 'a slip' }).success).toBe(false);
  });
});
