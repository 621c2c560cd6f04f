/**
 * Prepares the samples for a plain web server, which knows no header, no other origin and no root of its own: the
 * guest script and the policy stand in each document, root-absolute addresses are made relative.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { ProgramsFile } from '../contract/program.ts';
import { SHELL, SOURCES, staticShell } from './axml-shell.ts';
import { programMetaPolicy } from './csp.ts';
import { typeOf } from './files.ts';
import { changeHtml, charsetOf } from './html.ts';
import { isBridgeAddress, rewriterOf } from './program-files.ts';
import { findPrograms } from './programs.ts';
import { rewriteHtml } from './rewrite.ts';
import { namesOf, type Served } from './safe-path.ts';
import { programScenarios } from './scenario-files.ts';

/**
 * Writes `programs.json` and `programs/<id>/…` into the built page.
 * @param samples folder of the sample programs, absolute
 * @param page folder of the built page, absolute
 */
export function buildStaticPrograms(samples: string, page: string): ProgramsFile {
  const { programs, problems } = findPrograms([{ path: samples, sample: true }]);
  for (const { root, listing } of programs) {
    const scenarios = programScenarios(root);
    if (scenarios) listing.scenarios = scenarios;
    const allow = listing.manifest.allow ?? [];
    const isAxml = listing.kind === 'axml';
    const folder = join(page, 'programs', listing.id);
    const files = servableFiles(root, { packages: isAxml });
    for (const file of files) {
      const path = `/${file.split(sep).join('/')}`;
      const target = join(folder, file);
      mkdirSync(dirname(target), { recursive: true });
      // Its compiler reads the files of an AXML program.
      const made = isAxml ? undefined : staticFile(path, readFileSync(join(root, file)), allow);
      if (made) writeFileSync(target, made);
      else copyFileSync(join(root, file), target);
    }
    if (!isAxml) continue;
    mkdirSync(join(folder, '__miniauth__'), { recursive: true });
    writeFileSync(join(folder, SHELL), staticShell('../../../__miniauth__/axml.js', allow));
    writeFileSync(join(folder, SOURCES), JSON.stringify(files.map((file) => file.split(sep).join('/'))));
  }
  // For programs that the page is given as a folder or zip.
  mkdirSync(join(page, '__miniauth__'), { recursive: true });
  writeFileSync(join(page, SHELL), staticShell('axml.js', []));
  const dialects = programs.flatMap(({ dialect }) => (dialect ? [dialect] : []));
  const file: ProgramsFile = {
    mode: 'static',
    programs: programs.map(({ listing }) => listing),
    dialects,
    problems,
  };
  writeFileSync(join(page, 'programs.json'), `${JSON.stringify(file)}\n`);
  return file;
}

/** Every file of a program that the gateway would serve, relative to its folder. */
const servableFiles = (root: string, served: Served): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => namesOf(`/${file.split(sep).map(encodeURIComponent).join('/')}`, served) !== undefined)
    .sort();

/**
 * A file as it stands in a static build; undefined when it is copied as it is.
 * @param path root-absolute inside the program
 */
export function staticFile(
  path: string,
  bytes: Uint8Array,
  allow: readonly string[],
): Uint8Array | undefined {
  const type = typeOf(path);
  if (type === 'text/html' || type === 'application/xhtml+xml') {
    const base = '../'.repeat(path.split('/').length);
    const policy = programMetaPolicy({ own: ["'self'"], allow });
    // The document's own declaration may end up further down than browsers look for it.
    const charset = charsetOf(bytes);
    const before = [
      ...(charset ? [`<meta charset="${charset.name}"/>`] : []),
      `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`,
    ].join('');
    const xml = type === 'application/xhtml+xml';
    return changeHtml(bytes, {
      base,
      before,
      xml,
      isBridge: isBridgeAddress,
      rewrite: (text) => rewriteHtml(path, text),
    });
  }
  const rewrite = rewriterOf(type);
  if (!rewrite) return undefined;
  return Buffer.from(rewrite(path, Buffer.from(bytes).toString('latin1')), 'latin1');
}
