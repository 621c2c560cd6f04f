import { describe, expect, it } from 'vitest';
import { chooseBrowser, installWays, LAUNCH_ARGS } from './browser.mjs';

/**
 * @param {string[]} files what is on the machine
 * @param {Record<string, string>} [env]
 * @param {string} [platform]
 */
const machine = (files, env = {}, platform = 'linux') => ({
  env: { PATH: '/bin:/home/me/bin', ...env },
  platform,
  own: '/cache/chromium-1/chrome',
  exists: (/** @type {string} */ path) => files.includes(path),
});

describe('chooseBrowser', () => {
  it("takes Playwright's own first", () => {
    expect(chooseBrowser(machine(['/cache/chromium-1/chrome', '/usr/bin/chromium']))).toEqual({
      kind: 'own',
    });
  });

  it('but what MINIAUTH_BROWSER names before all', () => {
    const files = ['/cache/chromium-1/chrome', '/opt/mine'];
    expect(chooseBrowser(machine(files, { MINIAUTH_BROWSER: '/opt/mine' }))).toEqual({
      kind: 'system',
      path: '/opt/mine',
    });
    expect(chooseBrowser(machine(files, { MINIAUTH_BROWSER: '/opt/none' }))).toEqual({
      kind: 'missing',
      why: 'MINIAUTH_BROWSER names /opt/none, which does not exist.',
    });
  });

  it.each([
    ['linux', '/usr/bin/chromium'],
    ['linux', '/home/me/bin/google-chrome'],
    ['linux', '/opt/google/chrome/chrome'],
    ['linux', '/snap/bin/chromium'],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', 'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe'],
  ])('on %s finds %s', (platform, path) => {
    expect(chooseBrowser(machine([path], { PROGRAMFILES: 'C:\\Programs' }, platform))).toEqual({
      kind: 'system',
      path,
    });
  });

  it('passes over one that does not start', () => {
    const files = ['/bin/chromium-browser', '/usr/bin/chromium'];
    expect(chooseBrowser(machine(files), (path) => path === '/usr/bin/chromium')).toEqual({
      kind: 'system',
      path: '/usr/bin/chromium',
    });
    expect(chooseBrowser(machine(files), () => false).kind).toBe('missing');
    const own = ['/cache/chromium-1/chrome', '/usr/bin/chromium'];
    expect(chooseBrowser(machine(own), (path) => path === '/usr/bin/chromium').kind).toBe('system');
  });

  it('says when there is none', () => {
    expect(chooseBrowser(machine([]))).toEqual({
      kind: 'missing',
      why: 'There is no Chrome or Chromium on this machine.',
    });
  });
});

describe('installWays', () => {
  /** @param {boolean} root @param {string[]} commands */
  const ways = (root, ...commands) =>
    installWays({ root, has: (command) => commands.includes(command) }).map((way) =>
      way.map(({ command, args }) => [command, ...args].join(' ')),
    );

  it("Playwright's installer comes first, with the libraries where it can", () => {
    expect(ways(false)).toEqual([['playwright install --no-shell chromium']]);
    expect(ways(true, 'apt-get')[0]).toEqual([
      'playwright install --no-shell chromium',
      'playwright install-deps chromium',
    ]);
  });

  it.each([
    [true, ['apt-get'], ['apt-get update', 'apt-get install -y --no-install-recommends chromium']],
    [
      false,
      ['apt-get', 'sudo'],
      ['sudo -n apt-get update', 'sudo -n apt-get install -y --no-install-recommends chromium'],
    ],
    [true, ['dnf'], ['dnf install -y chromium']],
    [true, ['apk'], ['apk add chromium']],
    [false, ['brew'], ['brew install --cask chromium']],
    [false, ['apt-get'], undefined],
  ])("then the system's package manager (root: %s, %j)", (root, commands, expected) => {
    expect(ways(root, ...commands)[1]).toEqual(expected);
  });
});

it('frames get processes of their own', () => {
  expect(LAUNCH_ARGS).toContain('--site-per-process');
});
