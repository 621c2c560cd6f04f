import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import type { ConsentEnding } from '../../contract/consent.ts';
import { DIALECTS } from '../../contract/dialects/index.ts';
import type { Manifest } from '../../contract/program.ts';
import { Simulator } from '../simulator.ts';
import { HeadlessDocument, listing } from '../testing/headless.ts';
import { manualTime } from '../testing/manual-time.ts';

function start(choice: { dialect: string }, manifest: Manifest = {}) {
  const simulator = new Simulator({
    time: manualTime(1_790_000_000_000),
    programs: [listing('shop', manifest)],
    dialects: DIALECTS,
    personas: PERSONAS,
  });
  const page = new HeadlessDocument(simulator.open(choice));
  page.tap();
  const answer = (ending: ConsentEnding) => {
    simulator.device.autoAnswer = (sheet) => (sheet.kind === 'consent' ? ending : undefined);
  };
  const steps = () => simulator.hops.rows.map((hop) => hop.step);
  return { simulator, page, answer, steps };
}

describe('what a wallet makes of scopes', () => {
  it('scopes that the program did not apply for are another failure than unknown ones: 4 and 3 in alipay-cn', async () => {
    const { page, steps } = start({ dialect: 'alipay-cn' }, { scopes: ['auth_base'] });
    expect(await page.call('getAuthCode', { scopes: ['auth_user'] })).toMatchObject({ fail: { error: 4 } });
    expect(await page.call('getAuthCode', { scopes: ['NO_SUCH'] })).toMatchObject({ fail: { error: 3 } });
    expect(await page.call('getAuthCode', { scopes: ['NO_SUCH', 'auth_user'] })).toMatchObject({
      fail: { error: 4 },
    });
    expect(steps()).not.toContain('spi.showAuthPage');
  });

  it('alipay-cn takes a bare string, and auth_base when scopes is absent', async () => {
    const { page, answer } = start({ dialect: 'alipay-cn' });
    expect(await page.call('getAuthCode', {})).toMatchObject({
      success: { authSuccessScopes: ['auth_base'], authErrorScopes: {} },
    });
    answer({ ending: 'agree', scopes: ['auth_zhima'] });
    expect(await page.call('getAuthCode', { scopes: 'auth_zhima' })).toMatchObject({
      success: { authSuccessScopes: ['auth_zhima'] },
    });
  });

  it("the dialog names a wallet's own scope in the words of its dialect", async () => {
    const { simulator, page } = start({ dialect: 'alipay-cn' });
    simulator.device.autoAnswer = (sheet) => {
      if (sheet.kind !== 'consent') return undefined;
      expect(sheet.scopes).toMatchObject([
        { scope: 'auth_zhima', label: expect.stringContaining('Zhima'), data: [] },
      ]);
      return { ending: 'reject' };
    };
    expect(await page.call('getAuthCode', { scopes: 'auth_zhima' })).toEqual({
      fail: { error: 11, errorMessage: '用户取消授权' },
    });
  });
});
