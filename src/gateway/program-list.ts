import type { Dialect } from '../contract/dialects/index.ts';
import type { ProgramsFile } from '../contract/program.ts';
import { type DevServer, devServerProgram, proxyDevServer, refreshed } from './dev-server-proxy.ts';
import type { Place } from './place.ts';
import { serveFolder } from './program-files.ts';
import { hostSafeId, uniqueId } from './program-id.ts';
import { findPrograms, type ProgramFolder } from './programs.ts';
import { programScenarios } from './scenario-files.ts';

export interface ProgramListOptions {
  folders: readonly ProgramFolder[];
  /** Development servers, each with one program. */
  urls: readonly URL[];
  /** Dialects from outside, checked. */
  dialects: readonly Dialect[];
}

export interface ProgramList {
  /** What `programs.json` says, read fresh. */
  file(): Promise<ProgramsFile>;
  /** Answers a request for a program's file; undefined when there is no such program. */
  serve(id: string, request: Request, path: string, place: Place): Promise<Response> | undefined;
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
      if (folder) return serveFolder(request, folder.root, path, place, folder.listing.manifest.allow ?? []);
      const server = remote.find(({ listing }) => listing.id === id);
      return server && proxyDevServer(request, server, path, place);
    },
  };
}
