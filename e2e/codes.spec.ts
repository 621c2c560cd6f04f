import { expect, test } from '@playwright/test';
import { DIALECTS } from '../src/contract/dialects/index.ts';
import type { Effect } from '../src/contract/rule.ts';
import { ApiLab } from './api-lab.ts';
import { SimulatorPage } from './simulator-page.ts';

const spi = (code: string): Effect => ({ reply: { value: { error: { code, errorMsg: '' } } } });

/** How each code of each dialect's table can be reached by what a real wallet does. */
const WAYS: Record<
  string,
  { code: number; at?: string; effect?: Effect; how: string; act?: 'reject' | 'close' | 'bad scopes' }[]
> = {
  qi: [
    { code: 3, how: 'bad arguments', act: 'bad scopes' },
    { code: 1000, how: 'SPI 1000', at: 'spi.getAuthCode', effect: spi('1000') },
    { code: 1001, how: 'Reject', act: 'reject' },
    { code: 1002, how: 'SPI 1002', at: 'spi.getAuthCode', effect: spi('1002') },
    { code: 1003, how: 'SPI 1003', at: 'spi.showAuthPage', effect: spi('1003') },
    { code: 2001, how: '2001 from showAuthPage', at: 'spi.showAuthPage', effect: spi('2001') },
  ],
  'mini-program-platform': [
    { code: 2, how: 'bad arguments', act: 'bad scopes' },
    { code: 3, how: 'SPI 1002', at: 'spi.getAuthCode', effect: spi('1002') },
    { code: 10, how: 'SPI 1003', at: 'spi.getAuthCode', effect: spi('1003') },
    { code: 11, how: 'Reject', act: 'reject' },
  ],
  besuperapp: [
    { code: 3, how: 'bad arguments', act: 'bad scopes' },
    { code: 10, how: 'no code', at: 'spi.getAuthCode', effect: { reply: { value: {} } } },
    { code: 11, how: 'Reject', act: 'reject' },
    { code: 1000, how: 'SPI 1000', at: 'spi.getAuthCode', effect: spi('1000') },
    { code: 1001, how: 'SPI 1001', at: 'spi.getAuthCode', effect: spi('1001') },
    { code: 1005, how: 'SPI 1005', at: 'spi.getAuthCode', effect: spi('1005') },
  ],
  'alipay-cn': [
    { code: 3, how: 'bad arguments', act: 'bad scopes' },
    {
      code: 4,
      how: 'no scope for this program',
      at: 'spi.getAuthorizedScopes',
      effect: { reply: { value: { authorizedScopes: [] } } },
    },
    { code: 10, how: 'the close mark', act: 'close' },
    { code: 11, how: 'Reject', act: 'reject' },
    { code: 12, how: 'SPI 1003', at: 'spi.getAuthCode', effect: spi('1003') },
  ],
};
WAYS['guide-002'] = WAYS.qi ?? [];

for (const dialect of DIALECTS) {
  const ways = WAYS[dialect.id] ?? [];
  test(`${dialect.id}: there is a way to each code of its table`, () => {
    expect(ways.map((way) => way.code).sort()).toEqual(dialect.codes.map((line) => line.code).sort());
  });

  test(`${dialect.id}: each code, with its message, through the real path`, async ({ page }) => {
    const simulator = new SimulatorPage(page);
    await simulator.open({ program: 'api-lab', dialect: dialect.id });
    const lab = new ApiLab(simulator);
    for (const way of ways)
      await test.step(`${way.code}: ${way.how}`, async () => {
        await lab.choose(way.act === 'bad scopes' ? [] : ['auth_user']);
        if (way.at && way.effect) await simulator.rule(way.at, way.effect);
        await lab.ask();
        if (way.act === 'reject') await simulator.dialog.getByRole('button', { name: 'Reject' }).click();
        if (way.act === 'close') await simulator.dialog.getByRole('button', { name: 'Close' }).click();
        await expect.poll(() => lab.order()).toEqual(['fail', 'complete', 'promise rejected']);
        const payload = await lab.payload('fail');
        expect(payload.error).toBe(way.code);
        expect(dialect.codes.map((line) => line.message)).toContain(payload.errorMessage);
      });
  });
}
