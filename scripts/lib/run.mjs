import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * @typedef {{ code: number, output: string }} Ran
 * `code` is the exit code (1 when the command could not be started or was killed by a signal).
 */

/**
 * Runs a command in the project's folder and waits for it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string | undefined> }} [options] `quiet` keeps the output back, in
 *   `output`, instead of printing it as it comes
 * @returns {Promise<Ran>}
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => done({ code: 1, output: `${output}${command}: ${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * Runs a Node script of the project or of one of its dependencies.
 * @param {string} script path inside the project
 * @param {readonly string[]} [args]
 * @param {{ quiet?: boolean, env?: Record<string, string | undefined> }} [options]
 */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options);
