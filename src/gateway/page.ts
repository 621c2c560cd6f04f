/** Serves the simulator's own page, as it was built. */
import { pagePolicy } from './csp.ts';
import { plainResponse } from './errors.ts';
import { fileResponse } from './files.ts';
import { findFile, namesOf } from './safe-path.ts';

/** Headers of everything on the page's origin that belongs to the simulator. */
export const pageHeaders = (origin: string, port: number, development = false): Record<string, string> => ({
  'Content-Security-Policy': pagePolicy(origin, port, development),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
});

/**
 * @param folder the built page, absolute
 * @param path of the request, percent-encoded
 */
export async function servePage(
  request: Request,
  folder: string,
  path: string,
  headers: Record<string, string>,
): Promise<Response> {
  // The samples of the static build are in that folder too; from here they would come without their sandbox.
  const isProgram = namesOf(path)?.[0]?.toLowerCase() === 'programs';
  const found = isProgram ? undefined : await findFile(folder, path === '/' ? '/index.html' : path);
  if (found?.type === 'file') {
    // Names under assets/ carry a hash of what is in them.
    const cache = path.startsWith('/assets/')
      ? { 'Cache-Control': 'public, max-age=31536000, immutable' }
      : {};
    return fileResponse(request, found, { ...headers, ...cache });
  }
  return path === '/'
    ? plainResponse(
        503,
        `The page is not built: there is no index.html in ${folder}. Run npm run build.`,
        headers,
      )
    : plainResponse(404, `There is no ${path} here.`, headers);
}

/** The scripts that a program's documents load, and what stands for the platform's own bridge. */
export async function serveGuest(request: Request, folder: string, path: string): Promise<Response> {
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
  if (path === '/__miniauth__/ping')
    return plainResponse(200, 'miniauth', { ...headers, 'Cache-Control': 'no-store' });
  const found = await findFile(folder, path);
  return found.type === 'file'
    ? fileResponse(request, found, headers)
    : plainResponse(404, `There is no ${path} here.`, headers);
}
