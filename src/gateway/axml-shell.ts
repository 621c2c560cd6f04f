/** The document that every AXML program runs in: ours, at the program's own place. */
import { BASE_STYLE } from '../contract/axml/base-style.ts';
import { shellMetaPolicy } from './csp.ts';

/** Where it is, below the program's base. */
export const SHELL = '__miniauth__/axml.html';
/** The list of the program's files, likewise. */
export const SOURCES = '__miniauth__/files.json';

/**
 * @param script address of the guest script
 * @param before ASCII HTML that stands first in its head
 */
const shell = (script: string, before = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${before}<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><title></title><style>${BASE_STYLE}</style><script src="${script}"></script></head><body></body></html>\n`;

/** At a program's own origin, and under `/programs/<id>/`: no way up leads above the root. */
export const SHELL_HTML = shell('../../../__miniauth__/axml.js');

/** In a static build; the policy, which there is no header for, stands inside. */
export const staticShell = (script: string, allow: readonly string[]): string =>
  shell(
    script,
    `<meta http-equiv="Content-Security-Policy" content="${shellMetaPolicy({ own: ["'self'"], allow })}">`,
  );
