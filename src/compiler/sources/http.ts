import type { ProgramSource } from '../../contract/axml/source.ts';
import type { SourceOrigin } from '../protocol.ts';

/** Files that a server has. @param read gives the answer to a GET: `fetch`, where there is nothing else to it */
export function httpSource(
  { base, list, frameBase }: Extract<SourceOrigin, { kind: 'http' }>,
  read: (url: string) => Promise<Response>,
): ProgramSource {
  const addressOf = (path: string) => path.split('/').map(encodeURIComponent).join('/');
  return {
    async list(folder) {
      const url = new URL(list);
      if (folder !== '') url.searchParams.set('under', folder);
      const response = await read(url.href);
      if (response.status === 404) return [];
      if (!response.ok)
        throw new Error(`The list of files cannot be read: ${response.status} from ${url.href}`);
      const paths: unknown = await response.json();
      if (!Array.isArray(paths)) throw new Error(`${url.href} gave no list of files`);
      const start = folder === '' ? '' : `${folder}/`;
      // A plain web server answers with all of them, whatever is asked.
      return paths.filter((path) => typeof path === 'string' && path.startsWith(start));
    },
    async text(path) {
      const response = await read(base + addressOf(path));
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(`${path} cannot be read: ${response.status}`);
      return response.text();
    },
    url: async (path) => frameBase + addressOf(path),
  };
}
