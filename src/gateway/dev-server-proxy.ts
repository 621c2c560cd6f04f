/**
 * A program that its own development server serves (`npm start -- http://localhost:5173`). Its HTML gets the guest
 * script, everything else passes through. WebSockets do not: hot reload is out of the frame's reach, and the page
 * works without.
 */
import type { Dialect } from '../contract/dialects/index.ts';
import type { Manifest, ProgramListing } from '../contract/program.ts';
import { errorPage, plainResponse } from './errors.ts';
import { bytesResponse, wantsDocument } from './files.ts';
import { readManifest } from './manifest.ts';
import { type Place, programHeaders } from './place.ts';
import { programHtml, rewriterOf } from './program-files.ts';
import { rewriteHtml } from './rewrite.ts';

/** Of what a browser asks with, what a development server may want to know. */
const REQUEST_HEADERS = [
  'accept',
  'accept-language',
  'user-agent',
  'if-none-match',
  'if-modified-since',
  'range',
];
/** Of what it answers, what stays true after a change of the body. */
const RESPONSE_HEADERS = ['content-type', 'cache-control', 'last-modified', 'content-range', 'accept-ranges'];
/** How long a listing waits for a development server. */
const PATIENCE = 2_000;

export interface DevServer {
  url: URL;
  listing: ProgramListing;
  dialect: Dialect | undefined;
}

/** A program of a development server before it was asked anything. */
export function devServerProgram(url: URL, id: string): DevServer {
  const manifest: Manifest = { name: url.host, entry: url.pathname.slice(1) + url.search || './' };
  return {
    url,
    dialect: undefined,
    listing: { id, kind: 'html5', manifest, problems: [], sample: false, path: `programs/${id}/` },
  };
}

/** The program as it is now: asks the server for a `miniauth.json` beside the first page. Never fails. */
export async function refreshed(server: DevServer): Promise<DevServer> {
  const { url, listing } = server;
  const fresh = devServerProgram(url, listing.id);
  try {
    const response = await fetch(new URL('miniauth.json', url), { signal: AbortSignal.timeout(PATIENCE) });
    const isJson = response.ok && /json/.test(response.headers.get('content-type') ?? '');
    const text = await response.text();
    if (!isJson) return fresh;
    const read = readManifest(text, `${url.host}/miniauth.json`);
    return {
      url,
      dialect: read.dialect,
      listing: {
        ...fresh.listing,
        manifest: { ...fresh.listing.manifest, ...read.manifest },
        problems: read.problems,
      },
    };
  } catch {
    return { ...fresh, listing: { ...fresh.listing, problems: [noAnswer(url)] } };
  }
}

const noAnswer = (url: URL): string => `${url.origin} does not answer. Is its development server running?`;

/**
 * Passes a request on to the development server.
 * @param path of the request inside the program, as it came, without query
 */
export async function proxyDevServer(
  request: Request,
  { url, listing }: DevServer,
  path: string,
  place: Place,
): Promise<Response> {
  const headers = programHeaders(place, listing.manifest.allow ?? []);
  const target = new URL(url.origin + path + new URL(request.url).search);
  let answer: Response;
  let body: Uint8Array;
  try {
    answer = await fetch(target, {
      method: request.method,
      headers: pick(request.headers, REQUEST_HEADERS),
      redirect: 'manual',
    });
    body = new Uint8Array(await answer.arrayBuffer());
  } catch {
    const page = errorPage('No answer', noAnswer(url));
    return wantsDocument(request)
      ? bytesResponse(request, page, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }, 502)
      : plainResponse(502, noAnswer(url), headers);
  }
  const all: Record<string, string> = { ...headers, ...pick(answer.headers, RESPONSE_HEADERS) };
  const location = answer.headers.get('location');
  if (location !== null) all.Location = redirected(location, target, url, place);
  if (answer.status === 304 || request.method === 'HEAD') {
    const etag = answer.headers.get('etag');
    return new Response(null, {
      status: answer.status,
      headers: { ...all, ...(etag === null ? {} : { ETag: etag }) },
    });
  }
  const type = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isPath = place.type === 'path';
  if (type === 'text/html' || type === 'application/xhtml+xml') {
    const html = programHtml(body, type, isPath ? (text) => rewriteHtml(path, text) : undefined);
    // A charset that the server named stays; it knows better than the bytes.
    if (!/charset/i.test(all['content-type'] ?? '')) all['content-type'] = html.type;
    return new Response(Uint8Array.from(html.bytes), { status: answer.status, headers: all });
  }
  const rewrite = isPath ? rewriterOf(type) : undefined;
  if (rewrite) body = Buffer.from(rewrite(path, Buffer.from(body).toString('latin1')), 'latin1');
  const etag = answer.headers.get('etag');
  return new Response(Uint8Array.from(body), {
    status: answer.status,
    headers: { ...all, ...(etag === null ? {} : { ETag: etag }) },
  });
}

function pick(headers: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])),
  );
}

/** A redirect within the development server stays within the program. */
function redirected(location: string, from: URL, server: URL, place: Place): string {
  const to = new URL(location, from);
  return to.origin === server.origin ? place.prefix + to.pathname + to.search + to.hash : to.href;
}
