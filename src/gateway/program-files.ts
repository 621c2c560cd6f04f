/** Serves a mini program from its folder. */
import { readFile } from 'node:fs/promises';
import { isBridgeScript } from '../contract/bridge-scripts.ts';
import { errorPage, plainResponse } from './errors.ts';
import { bytesResponse, fileResponse, typeOf, wantsDocument } from './files.ts';
import { changeHtml, htmlType } from './html.ts';
import { type Place, programHeaders } from './place.ts';
import { rewriteCss, rewriteHtml, rewriteScript } from './rewrite.ts';
import { findFile } from './safe-path.ts';

/** A script's address as it stands in a document, `//` and all. */
export const isBridgeAddress = (address: string): boolean =>
  isBridgeScript(address.startsWith('//') ? `https:${address}` : address);

/**
 * @param root absolute folder of the program
 * @param path of the request inside the program, percent-encoded, starting with `/`
 * @param allow origins that its documents may load scripts, styles, images and fonts from
 */
export async function serveFolder(
  request: Request,
  root: string,
  path: string,
  place: Place,
  allow: readonly string[],
): Promise<Response> {
  const headers = programHeaders(place, allow);
  let at = path;
  let found = await findFile(root, at);
  if (found.type === 'folder') {
    const index = await findFile(root, `${path.replace(/\/$/, '')}/index.html`);
    if (index.type === 'file' && !path.endsWith('/'))
      return new Response(null, {
        status: 302,
        headers: {
          ...headers,
          Location: `${place.prefix}${path.replace(/^\/+/, '/')}/${new URL(request.url).search}`,
        },
      });
    at = `${path}index.html`;
    found = index;
  }
  if (found.type !== 'file') return notFound(request, path, headers);

  const type = typeOf(found.file);
  const isPath = place.type === 'path';
  if (type === 'text/html' || type === 'application/xhtml+xml') {
    const bytes = await readFile(found.file);
    const html = programHtml(bytes, type, isPath ? (text) => rewriteHtml(at, text) : undefined);
    return bytesResponse(request, html.bytes, { ...headers, 'Content-Type': html.type });
  }
  const rewrite = isPath ? rewriterOf(type) : undefined;
  if (rewrite) {
    const text = await readFile(found.file, 'latin1');
    return bytesResponse(request, Buffer.from(rewrite(at, text), 'latin1'), {
      ...headers,
      'Content-Type': type,
    });
  }
  return fileResponse(request, found, headers);
}

/**
 * A file of an AXML program, as it is: its compiler and its frame ask for files, packages included.
 * @param root absolute folder of the program
 */
export async function serveSource(
  request: Request,
  root: string,
  path: string,
  headers: Record<string, string>,
): Promise<Response> {
  const found = await findFile(root, path, { packages: true });
  return found.type === 'file'
    ? fileResponse(request, found, headers)
    : plainResponse(404, `This mini program has no ${path}.`, headers);
}

/** How root-absolute addresses are made relative in a file of this type. */
export const rewriterOf = (type: string): ((file: string, text: string) => string) | undefined =>
  type === 'text/css'
    ? rewriteCss
    : /^(text|application)\/javascript$/.test(type)
      ? rewriteScript
      : undefined;

/** A program's document with what the simulator puts into it, and its Content-Type. */
export function programHtml(
  bytes: Uint8Array,
  type: string,
  rewrite?: (html: string) => string,
): { bytes: Uint8Array; type: string } {
  const xml = type === 'application/xhtml+xml';
  return {
    bytes: changeHtml(bytes, {
      base: '/',
      xml,
      cors: true,
      isBridge: isBridgeAddress,
      ...(rewrite ? { rewrite } : {}),
    }),
    type: xml ? type : htmlType(bytes),
  };
}

/** 404, as a document that keeps the frame alive, or as plain text. */
export function notFound(request: Request, path: string, headers: Record<string, string>): Response {
  const sentence = `This mini program has no ${path}.`;
  if (!wantsDocument(request)) return plainResponse(404, sentence, headers);
  const page = errorPage('Page not found', sentence);
  return bytesResponse(request, page, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }, 404);
}
