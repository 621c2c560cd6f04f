import { describe, expect, it } from 'vitest';
import { isBridgeScript } from './bridge-scripts.ts';

describe('the platform’s own bridge scripts', () => {
  it.each([
    'https://cdn.marmot-cloud.com/npm/hylid-bridge/2.10.0/index.js',
    'https://unpkg.com/hylid-bridge',
    'https://unpkg.com/hylid-bridge@2.10.0/dist/index.js?x=1',
    'https://cdn.jsdelivr.net/npm/hylid-bridge.min.js',
    'https://appx/web-view.min.js',
    'http://appx/web-view.js#x',
    'https://gw.alipayobjects.com/appx/web-view.min.js',
    'https://cdn.example/libs/appx/1.2.3/web-view.min.js',
  ])('%s is one', (url) => {
    expect(isBridgeScript(url)).toBe(true);
  });

  it.each([
    'https://cdn.example/app.js?from=hylid-bridge',
    'https://cdn.example/my-hylid-bridge/index.js',
    'https://appx.example/web-view.min.js',
    'https://appx/other.js',
    'https://cdn.example/web-view.min.js',
    'data:text/javascript,hylid-bridge/index.js',
    `https://cdn.example/${'a/'.repeat(2000)}hylid-bridge/index.js`,
    '',
  ])('%.80s is none', (url) => {
    expect(isBridgeScript(url)).toBe(false);
  });
});
