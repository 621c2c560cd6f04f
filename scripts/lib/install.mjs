/** Installs the dependencies when they are missing. Node's own modules only: it runs before anything is installed. */
import { existsSync, statSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { run, runNode } from './run.mjs';

/**
 * @param {{ lock: number, installed: number | undefined }} times of package-lock.json and of npm's own record of what
 *   it installed, in ms; undefined: there is none
 * @returns {boolean} whether `npm ci` must run
 */
export const mustInstall = ({ lock, installed }) => installed === undefined || installed < lock;

/** @returns {Promise<boolean>} false when the installation failed; npm has said why then */
export async function ensureInstalled() {
  const record = inRoot('node_modules', '.package-lock.json');
  const lock = statSync(inRoot('package-lock.json')).mtimeMs;
  const installed = existsSync(record) ? statSync(record).mtimeMs : undefined;
  if (!mustInstall({ lock, installed })) return true;
  console.error('Installing the dependencies (npm ci) …');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { code } =
    npm && /\.[cm]?js$/.test(npm)
      ? await runNode(npm, args)
      : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  return code === 0;
}
