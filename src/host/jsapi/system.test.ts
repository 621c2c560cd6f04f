import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../contract/dialects/index.ts';
import { jsapiInfo } from '../../contract/jsapi/names.ts';
import { testContext } from '../testing/jsapi-context.ts';
import { systemInfo } from './system-info.ts';

describe('systemInfo', () => {
  it('has every field that the reference names, and no other', () => {
    const info = systemInfo({ screen: { width: 390, height: 844, pixelRatio: 3 } });
    expect(Object.keys(info).sort()).toEqual([...(jsapiInfo('getSystemInfo')?.results ?? [])].sort());
  });

  it('tells the screen of the phone that is shown; the window is what the bars leave', () => {
    const info = systemInfo({ screen: { width: 360, height: 640, pixelRatio: 2 } });
    expect(info).toMatchObject({ screenWidth: 360, screenHeight: 640, pixelRatio: 2, windowWidth: 360 });
    expect(info.windowHeight).toBe(640 - info.statusBarHeight - info.titleBarHeight);
  });
});

describe('my.getSystemInfo', () => {
  it('answers the same as its synchronous twin, whatever extras are asked for', async () => {
    const context = testContext();
    context.device.set({ screen: { width: 320, height: 568, pixelRatio: 2 } });
    expect(await context.call('getSystemInfo', { includeBluetooth: true })).toEqual({
      success: systemInfo(context.device.view),
    });
  });
});

describe('my.getSiteInfo', () => {
  it.each(DIALECTS)('answers the wallet’s name of the dialect $id', async (dialect) => {
    expect(await testContext({ dialect }).call('getSiteInfo')).toEqual({
      success: { siteName: dialect.defaults.siteName },
    });
  });
});

describe('my.getNetworkType', () => {
  it.each([
    ['WIFI', true],
    ['4G', true],
    ['NOTREACHABLE', false],
  ] as const)('answers %s, available: %s', async (networkType, networkAvailable) => {
    const context = testContext();
    context.device.set({ networkType });
    expect(await context.call('getNetworkType')).toEqual({
      success: { networkAvailable, networkType, networkInfo: networkType },
    });
  });
});

describe('the clipboard', () => {
  it('gives back what was put there; numbers as text', async () => {
    const context = testContext();
    expect(await context.call('getClipboard')).toEqual({ success: { text: '' } });
    expect(await context.call('setClipboard', { text: 'ABC' })).toEqual({ success: { success: true } });
    expect(await context.call('getClipboard')).toEqual({ success: { text: 'ABC' } });
    await context.call('setClipboard', { text: 42 });
    expect(await context.call('getClipboard')).toEqual({ success: { text: '42' } });
  });

  it('needs text: error 2', async () => {
    const context = testContext();
    expect(await context.call('setClipboard', {})).toEqual({
      fail: {
        error: 2,
        errorMessage: 'invalid parameter: text: expected a string or a number, received nothing',
      },
    });
    expect(context.device.view.clipboard).toBe('');
  });
});
