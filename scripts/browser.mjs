/**
 * Which browser the tests run in: the one that MINIAUTH_BROWSER names; else Playwright's own full Chromium; else a
 * Chrome or Chromium of the system; else one is installed. Run as a script it makes sure that there is one.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, runNode } from './lib/run.mjs';

/**
 * @typedef {{ kind: 'own' } | { kind: 'system', path: string } | { kind: 'missing', why: string }} Choice
 * @typedef {{
 *   env: Record<string, string | undefined>,
 *   platform: string,
 *   own: string,
 *   exists: (path: string) => boolean,
 * }} Machine `own` is where Playwright keeps its full Chromium
 */

/** Frames in processes of their own, nothing sent to anyone unasked, no way around a policy by WebRTC. */
export const LAUNCH_ARGS = [
  '--site-per-process',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

/** @param {Machine} machine @returns {string[]} where a browser of the system may be, the best first */
export function systemPaths({ env, platform }) {
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [
            `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
            `${folder}\\Chromium\\Application\\chrome.exe`,
          ]
        : [],
    );
  const known =
    platform === 'darwin'
      ? ['Google Chrome', 'Chromium'].flatMap((name) => [
          `/Applications/${name}.app/Contents/MacOS/${name}`,
          `${env.HOME ?? ''}/Applications/${name}.app/Contents/MacOS/${name}`,
        ])
      : [
          '/opt/google/chrome/chrome',
          '/usr/lib/chromium/chromium',
          '/usr/lib64/chromium-browser/chromium-browser',
        ];
  const folders = [
    ...(env.PATH ?? '').split(delimiter).filter(Boolean),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ];
  return [...new Set([...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...known])];
}

/**
 * The decision alone, without looking at the machine.
 * @param {Machine} machine
 * @param {(path: string) => boolean} [starts] whether a browser really starts; default: it does
 * @returns {Choice}
 */
export function chooseBrowser(machine, starts = () => true) {
  const { env, own, exists } = machine;
  const named = env.MINIAUTH_BROWSER;
  if (named)
    return exists(named)
      ? { kind: 'system', path: named }
      : { kind: 'missing', why: `MINIAUTH_BROWSER names ${named}, which does not exist.` };
  if (own && exists(own) && starts(own)) return { kind: 'own' };
  const path = systemPaths(machine).find((candidate) => exists(candidate) && starts(candidate));
  return path
    ? { kind: 'system', path }
    : { kind: 'missing', why: 'There is no Chrome or Chromium on this machine.' };
}

/**
 * How a browser can be installed, in the order in which it is tried.
 * @param {{ root: boolean, has: (command: string) => boolean }} machine
 * @returns {{ command: string, args: string[] }[][]} ways, each a row of commands; `playwright` is Playwright's own
 */
export function installWays({ root, has }) {
  const playwright = [{ command: 'playwright', args: ['install', '--no-shell', 'chromium'] }];
  // The libraries that the browser needs, where Playwright knows how to get them.
  if (root && has('apt-get')) playwright.push({ command: 'playwright', args: ['install-deps', 'chromium'] });
  const ways = [playwright];
  const rights = root ? [] : has('sudo') ? ['sudo', '-n'] : undefined;
  /** @param {string[]} words */
  const withRights = (...words) => {
    const [command = '', ...args] = [...(rights ?? []), ...words];
    return { command, args };
  };
  if (rights && has('apt-get'))
    ways.push([
      withRights('apt-get', 'update'),
      withRights('apt-get', 'install', '-y', '--no-install-recommends', 'chromium'),
    ]);
  else if (rights && has('dnf')) ways.push([withRights('dnf', 'install', '-y', 'chromium')]);
  else if (rights && has('apk')) ways.push([withRights('apk', 'add', 'chromium')]);
  else if (has('brew')) ways.push([{ command: 'brew', args: ['install', '--cask', 'chromium'] }]);
  return ways;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A browser may lack its libraries, and some systems put a script in its place that only says how to get one.
 * @param {string} path
 */
const starts = (path) =>
  process.platform === 'win32' ||
  /chrom/i.test(spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout ?? '');

/** @param {string} command */
const hasCommand = (command) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, command)));

/**
 * Looks at the machine. Installs nothing.
 * @param {(path: string) => boolean} [check] see chooseBrowser
 * @returns {Promise<Choice>}
 */
export async function resolveBrowser(check) {
  const { chromium } = await import('playwright');
  const machine = {
    env: process.env,
    platform: process.platform,
    own: chromium.executablePath(),
    exists: isExecutable,
  };
  return chooseBrowser(machine, check);
}

/**
 * The launch options of Playwright for the browser of this machine.
 * @returns {Promise<{ channel: string, args: string[] } | { executablePath: string, args: string[] }>}
 * @throws when there is none
 */
export async function launchOptions() {
  const choice = await resolveBrowser();
  if (choice.kind === 'own') return { channel: 'chromium', args: LAUNCH_ARGS };
  if (choice.kind === 'system') return { executablePath: choice.path, args: LAUNCH_ARGS };
  throw new Error(`${choice.why} Run node scripts/browser.mjs to install one.`);
}

/**
 * Makes sure that there is a browser: installs one when there is none.
 * @returns {Promise<Choice>} `missing` when that did not work out
 */
export async function ensureBrowser() {
  let choice = await resolveBrowser(starts);
  if (choice.kind !== 'missing' || process.env.MINIAUTH_BROWSER) return choice;
  for (const way of installWays({ root: process.getuid?.() === 0, has: hasCommand })) {
    for (const { command, args } of way) {
      console.error(`Installing a browser: ${command} ${args.join(' ')}`);
      const { code } =
        command === 'playwright'
          ? await runNode('node_modules/playwright/cli.js', args)
          : await run(command, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
      if (code !== 0) break;
    }
    choice = await resolveBrowser(starts);
    if (choice.kind !== 'missing') return choice;
  }
  return choice;
}

/** @param {Choice} choice @returns {string} one line */
export const browserInWords = (choice) =>
  choice.kind === 'own'
    ? "Playwright's own Chromium"
    : choice.kind === 'system'
      ? choice.path
      : `${choice.why} Install Chrome or Chromium, or name one in MINIAUTH_BROWSER.`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const choice = await ensureBrowser();
  console.log(browserInWords(choice));
  process.exit(choice.kind === 'missing' ? 1 : 0);
}
