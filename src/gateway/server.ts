/** The one server as a function from request to response, without sockets. */
import { Hono } from 'hono';
import type { ProgramsFile } from '../contract/program.ts';
import { SHELL, SOURCES } from './axml-shell.ts';
import { programChanges } from './changes.ts';
import { plainResponse } from './errors.ts';
import { siteOf } from './hosts.ts';
import { pageHeaders, serveGuest, servePage } from './page.ts';
import { placeOf, programHeaders } from './place.ts';
import { notFound } from './program-files.ts';
import { type ProgramListOptions, programList } from './program-list.ts';

export interface AppOptions extends ProgramListOptions {
  /** The built page, absolute. */
  page: string;
  /** The port that is listened on; known late when the system chooses it. */
  port: () => number;
  /** Told of the programs at each reading of them. */
  onPrograms?: ((file: ProgramsFile) => void) | undefined;
  /** Files are not watched any more when this aborts. */
  signal?: AbortSignal;
}

/**
 * Which request gets what, by its Host header: `localhost` the page, `<id>.localhost` a program at the root of its
 * own origin, any other name 421. On the page's origin `/programs/<id>/` is the same program, sandboxed by header,
 * for browsers that cannot reach its own origin.
 */
export function gatewayApp({ page, port, onPrograms, signal, ...options }: AppOptions): Hono {
  const programs = programList(options);
  const changes = programChanges(() => programs.folders());
  signal?.addEventListener('abort', () => changes.close());
  const app = new Hono();

  app.all('*', async (c) => {
    const request = c.req.raw;
    const url = new URL(request.url);
    const path = url.pathname;
    const site = siteOf(request.headers.get('host') ?? url.host, port());
    if (site.type === 'foreign')
      return plainResponse(
        421,
        `This server answers to localhost:${port()} and <program>.localhost:${port()} only.`,
      );

    const place = placeOf(site, path, port());
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads) {
      const from = request.headers.get('origin');
      // The preflight of a program's own fetch; it comes from an opaque origin and changes nothing.
      if (request.method === 'OPTIONS' && place) return preflight(programHeaders(place.place, []));
      if (from !== null && from !== site.origin)
        return plainResponse(403, 'Requests from other origins are refused.');
      return plainResponse(405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
    }
    const ofProgram = place !== undefined && (place.path === `/${SHELL}` || place.path === `/${SOURCES}`);
    if (path.startsWith('/__miniauth__/') && !ofProgram) return serveGuest(request, page, path);
    // No browser accepts an IPv6 address in a Content-Security-Policy, so no frame could be allowed there.
    if (site.type === 'page' && site.origin.startsWith('http://[')) {
      const there = new URL(path + url.search, `http://localhost:${port()}`);
      return new Response(null, { status: 307, headers: { Location: there.href } });
    }
    if (place)
      return (
        (await programs.serve(place.id, request, place.path, place.place)) ??
        notFound(request, `program "${place.id}"`, programHeaders(place.place, []))
      );
    const headers = pageHeaders(site.origin, port());
    if (path === '/programs.json') {
      const file = await programs.file();
      onPrograms?.(file);
      return Response.json(file, { headers: { ...headers, 'Cache-Control': 'no-store' } });
    }
    if (path === '/changes' && request.method === 'GET') return changes.answer(request, headers);
    return servePage(request, page, path, headers);
  });

  // No stack trace leaves the process; the terminal gets it.
  app.onError((error) => {
    console.error(error);
    return plainResponse(500, 'The server failed at this request; its terminal says why.');
  });
  return app;
}

const preflight = (headers: Record<string, string>): Response =>
  new Response(null, {
    status: 204,
    headers: { ...headers, 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Allow-Headers': '*' },
  });
