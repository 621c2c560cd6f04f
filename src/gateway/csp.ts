/** The two Content-Security-Policies: of the simulator's page and of a mini program's documents. */
import { pageOrigins, programOrigins } from './hosts.ts';

const policy = (directives: Record<string, readonly string[]>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.length > 0 ? sources.join(' ') : "'none'"}`)
    .join('; ');

/**
 * The page: its own files, and frames of the programs' origins only, so that a program which navigates itself away
 * is stopped and reported. Styles may stand inside, as the pictures of programs (src/ui/inspector/then) have theirs inside
 * and a frame that is drawn from text has the page's policy; what styles and pictures load, comes from programs only.
 * @param origin the page's own origin, as the browser asked for it
 * @param port the port that the programs' origins have
 * @param development Vite's development server puts scripts and styles into the page and talks over a WebSocket
 */
export function pagePolicy(origin: string, port: number, development = false): string {
  const programs = programOrigins(port);
  const inline = development ? ["'unsafe-inline'"] : [];
  return policy({
    'default-src': [],
    'script-src': ["'self'", ...inline],
    'style-src': ["'self'", "'unsafe-inline'", programs],
    'img-src': ["'self'", 'data:', 'blob:', programs],
    'font-src': ["'self'", 'data:', programs],
    'connect-src': ["'self'", programs, ...(development ? ['ws://localhost:*'] : [])],
    'frame-src': [programs, `${origin}/programs/`],
    'worker-src': ["'self'", 'blob:'],
    'form-action': [],
    'base-uri': [],
    'frame-ancestors': [],
  });
}

/** Where a program's own files are, as a source: an origin, or a path that ends in `/`. */
export interface ProgramSources {
  own: readonly string[];
  /** Origins of scripts, styles, images and fonts that the program's miniauth.json allows. */
  allow: readonly string[];
}

function programDirectives({ own, allow }: ProgramSources): Record<string, readonly string[]> {
  const media = [...own, 'data:', 'blob:', ...allow];
  return {
    'default-src': [],
    'script-src': [...own, "'unsafe-inline'", "'unsafe-eval'", 'blob:', 'data:', ...allow],
    'style-src': [...own, "'unsafe-inline'", 'blob:', 'data:', ...allow],
    'img-src': media,
    'font-src': media,
    'media-src': media,
    'connect-src': [...own, 'data:', 'blob:'],
    'worker-src': ['blob:', 'data:'],
    'frame-src': [],
    'object-src': [],
    'form-action': [],
    'base-uri': own,
  };
}

/**
 * A program's document by header. `sandbox` holds even when the document is opened in a tab of its own.
 * @param port the port under which the page can be open
 */
export const programPolicy = (sources: ProgramSources, port: number): string =>
  `sandbox allow-scripts allow-forms; ${policy({
    ...programDirectives(sources),
    'frame-ancestors': pageOrigins(port),
  })}`;

/**
 * The document of an AXML program: no `eval` and no script in its markup. The compiled program comes as `blob:`; what it
 * shows in a `web-view` is a file of its own, or of an origin that it allows.
 */
function shellDirectives({ own, allow }: ProgramSources): Record<string, readonly string[]> {
  const media = [...own, 'data:', 'blob:', ...allow];
  return {
    'default-src': [],
    'script-src': [...own, 'blob:'],
    'style-src': [...own, "'unsafe-inline'"],
    'img-src': media,
    'font-src': media,
    'media-src': media,
    'connect-src': [],
    'worker-src': [],
    'frame-src': [...own, ...allow],
    'object-src': [],
    'form-action': [],
    'base-uri': [],
  };
}

/** The same, by header. @param port the port under which the page can be open */
export const shellPolicy = (sources: ProgramSources, port: number): string =>
  `sandbox allow-scripts allow-forms; ${policy({
    ...shellDirectives(sources),
    'frame-ancestors': pageOrigins(port),
  })}`;

/** The same, by `<meta>`. */
export const shellMetaPolicy = (sources: ProgramSources): string => policy(shellDirectives(sources));

/** A page that an AXML program shows in a `web-view`: within the program's frame, whose origin no source can name. */
export const webViewPolicy = (sources: ProgramSources): string =>
  `sandbox allow-scripts allow-forms; ${policy(programDirectives(sources))}`;

/** A program's document by `<meta>`, where no server sends headers: without `sandbox` and `frame-ancestors`. */
export const programMetaPolicy = (sources: ProgramSources): string => policy(programDirectives(sources));

/** A list entry that is no origin, for a person; the sources of a policy are separated by blanks and semicolons. */
export const isOrigin = (text: string): boolean =>
  /^https?:\/\/(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:(\d{1,5}|\*))?$/i.test(text);

/**
 * The page by `<meta>`, for a static build: the same without what a server knows. Where the gateway sends its header
 * too, both hold, so this one must let through what that one allows under any port.
 */
export const staticPagePolicy = (): string => {
  const programs = 'http://*.localhost:*';
  return policy({
    'default-src': [],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'", programs],
    'img-src': ["'self'", 'data:', 'blob:', programs],
    'font-src': ["'self'", 'data:', programs],
    'connect-src': ["'self'", programs],
    'frame-src': ["'self'", programs],
    'worker-src': ["'self'", 'blob:'],
    'form-action': [],
    'base-uri': [],
  });
};
