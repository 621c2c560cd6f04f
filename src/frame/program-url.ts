/** Where programs are served from: each at its own origin, or under a path of the page's. */
export type ProgramMode = 'origin' | 'path' | 'static';

export interface ProgramPlace {
  /** The page's own address: its origin, or the folder it is in (a static build can be under any path). */
  hostOrigin: string;
  mode: ProgramMode;
  program: { id: string /** Relative to the page: `programs/<id>/`. */; path: string };
}

/** Base URL of the program's own files, ending in `/`. */
export function programBase({ hostOrigin, mode, program }: ProgramPlace): string {
  if (mode !== 'origin') return new URL(program.path, folderOf(hostOrigin)).href;
  const host = new URL(hostOrigin);
  return `${host.protocol}//${program.id}.localhost${host.port && `:${host.port}`}/`;
}

/** URL of a page of the program; `entry` is a path inside it. Throws when it leads out. */
export function programUrl({ entry, ...place }: ProgramPlace & { entry: string }): string {
  const base = programBase(place);
  const url = new URL(entry.replace(/^\/+/, ''), base);
  if (!url.href.startsWith(base))
    throw new Error(`The entry "${entry}" of program "${place.program.id}" is not inside it (${base}).`);
  return url.href;
}

/** The document that AXML programs run in, below their base. */
const SHELL = '__miniauth__/axml.html';

/**
 * URL of the document that an AXML program runs in.
 * @param served false: its files are on no server, the page was given them
 */
export function shellUrl(place: ProgramPlace, served = true): string {
  // A plain web server has no folder of that name; the document is the same for all of those.
  const base = !served && place.mode === 'static' ? folderOf(place.hostOrigin) : programBase(place);
  return base + SHELL;
}

export interface ProbeOptions {
  hostOrigin: string;
  fetch: (url: string, init: { cache: 'no-store'; signal: AbortSignal }) => Promise<Response>;
  /** Ends a probe that nobody answers; a real second or two, whatever the page's clock says. */
  timeout: () => AbortSignal;
}

/**
 * Finds out once how programs can be served. `origin`: this browser reaches `<id>.localhost` of this server. `path`:
 * it does not (another host name, a browser that does not resolve it), but there is a server. `static`: there is none,
 * only files.
 */
export async function probeProgramOrigin({ hostOrigin, fetch, timeout }: ProbeOptions): Promise<ProgramMode> {
  const answers = async (url: string) => {
    try {
      const response = await fetch(url, { cache: 'no-store', signal: timeout() });
      return response.ok && (await response.text()).trim() === 'miniauth';
    } catch {
      return false;
    }
  };
  const host = new URL(hostOrigin);
  // From another machine `localhost` is that machine, and may be another simulator.
  const local = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(host.hostname);
  const ping = '__miniauth__/ping';
  if (local && (await answers(`${host.protocol}//probe.localhost${host.port && `:${host.port}`}/${ping}`)))
    return 'origin';
  return (await answers(new URL(ping, folderOf(hostOrigin)).href)) ? 'path' : 'static';
}

/** `http://host/sub/index.html?x#y` and `http://host/sub/` are in `http://host/sub/`. */
function folderOf(page: string): string {
  return new URL('./', page).href;
}
