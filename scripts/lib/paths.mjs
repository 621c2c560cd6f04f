import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, wherever the command was called from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {string[]} parts @returns {string} an absolute path inside the project */
export const inRoot = (...parts) => join(root, ...parts);
