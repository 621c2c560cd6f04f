import type { Dialect } from '../contract/dialects/index.ts';
import type { ProgramsFile } from '../contract/program.ts';
import { hostSafeId, uniqueId } from '../contract/program-id.ts';
import { SHELL, SHELL_HTML, SOURCES } from './axml-shell.ts';
import { type DevServer, devServerProgram, proxyDevServer, refreshed } from './dev-server-proxy.ts';
import { bytesResponse } from './files.ts';
import { type Place, programHeaders } from './place.ts';
import { serveFolder, serveSource } from './program-files.ts';
import { type FolderProgram, findPrograms, type ProgramFolder } from './programs.ts';
import { programScenarios } from './scenario-files.ts';
import { sourceList } from './source-list.ts';

export interface ProgramListOptions {
  folders: readonly ProgramFolder[];
  /** Development servers, each with one program. */
  urls: readonly URL[];
  /** Dialects from outside, checked. */
  dialects: readonly Dialect[];
}

export interface ProgramList {
  /** The programs that are folders on this machine. */
  folders(): { id: string; root: string }[];
  /** What `programs.json` says, read fresh. */
  file(): Promise<ProgramsFile>;
  /** Answers a request for a program's file; undefined when there is no such program. */
  serve(id: string, request: Request, path: string, place: Place): Promise<Response> | Response | undefined;
}

/** All programs there are to run: the developer's folders, development servers, then the samples. */
export function programList({ folders, urls, dialects }: ProgramListOptions): ProgramList {
  /** What each development server said last of its program. */
  const servers = new Map<string, DevServer>();

  function scan() {
    const taken = new Set<string>();
    const own = findPrograms(
      folders.filter(({ sample }) => !sample),
      taken,
    );
    const remote = urls.map((url) => {
      const id = uniqueId(hostSafeId(url.host), taken);
      taken.add(id);
      const known = servers.get(url.href);
      return known?.listing.id === id ? known : devServerProgram(url, id);
    });
    const samples = findPrograms(
      folders.filter(({ sample }) => sample),
      taken,
    );
    const listed = new Set(own.programs.map(({ root }) => root));
    return {
      own: own.programs,
      remote,
      // A sample that the developer named as their own is listed once.
      samples: samples.programs.filter(({ root }) => !listed.has(root)),
      problems: [...own.problems, ...samples.problems],
    };
  }

  return {
    folders() {
      const { own, samples } = scan();
      return [...own, ...samples].map(({ root, listing }) => ({ id: listing.id, root }));
    },
    async file() {
      const { own, remote, samples, problems } = scan();
      const fresh = await Promise.all(remote.map(refreshed));
      for (const server of fresh) servers.set(server.url.href, server);
      const programs = [...own, ...fresh, ...samples];
      const known = new Map(dialects.map((dialect) => [dialect.id, dialect]));
      for (const { dialect, listing } of programs) {
        if (!dialect) continue;
        const other = known.get(dialect.id);
        if (other && JSON.stringify(other) !== JSON.stringify(dialect))
          listing.problems.push(
            `${listing.id}: another dialect is called "${dialect.id}" too; this one is not used.`,
          );
        else known.set(dialect.id, dialect);
      }
      for (const { root, listing } of [...own, ...samples]) {
        const scenarios = programScenarios(root);
        if (scenarios) listing.scenarios = scenarios;
      }
      return {
        mode: 'server',
        programs: programs.map(({ listing }) => listing),
        dialects: [...known.values()],
        problems,
      };
    },
    serve(id, request, path, place) {
      const { own, remote, samples } = scan();
      const folder = [...own, ...samples].find(({ listing }) => listing.id === id);
      if (folder?.listing.kind === 'axml') return serveAxml(request, folder, path, place);
      if (folder) return serveFolder(request, folder.root, path, place, folder.listing.manifest.allow ?? []);
      const server = remote.find(({ listing }) => listing.id === id);
      if (server) return proxyDevServer(request, server, path, place);
      // The page may have been given it as a folder or zip: it has no files here, but its document.
      return path === `/${SHELL}` ? serveShell(request, place, []) : undefined;
    },
  };
}

/** An AXML program: the document that it runs in, what files it has, and those files. */
async function serveAxml(
  request: Request,
  { root, listing }: FolderProgram,
  path: string,
  place: Place,
): Promise<Response> {
  const allow = listing.manifest.allow ?? [];
  if (path === `/${SHELL}`) return serveShell(request, place, allow);
  const headers = programHeaders(place, allow, 'webView');
  if (path !== `/${SOURCES}`) return serveSource(request, root, path, headers);
  const under = new URL(request.url).searchParams.get('under') ?? '';
  return Response.json(await sourceList(root, under), {
    headers: { ...headers, 'Cache-Control': 'no-store' },
  });
}

const serveShell = (request: Request, place: Place, allow: readonly string[]): Response =>
  bytesResponse(request, Buffer.from(SHELL_HTML), {
    ...programHeaders(place, allow, 'shell'),
    'Content-Type': 'text/html; charset=utf-8',
  });
