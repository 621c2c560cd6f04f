/**
 * Which site a request is for, by its Host header alone. Any name that is not ours is refused: a page elsewhere
 * whose name was pointed at this machine (DNS rebinding) still sends its own name.
 */
export type Site =
  /** The simulator's own page. `origin` as the browser knows it. */
  | { type: 'page'; origin: string }
  /** A mini program at the root of its own origin. */
  | { type: 'program'; id: string; origin: string }
  | { type: 'foreign' };

const PAGE_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const PROGRAM_ID = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * @param host the Host header as it came, e.g. `shop.localhost:6464`
 * @param port the port that this server listens on
 */
export function siteOf(host: string | undefined, port: number): Site {
  const match = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(host ?? '');
  const name = match?.[1]?.toLowerCase();
  if (name === undefined || Number(match?.[2] ?? 80) !== port) return { type: 'foreign' };
  const origin = port === 80 ? `http://${name}` : `http://${name}:${port}`;
  if (PAGE_NAMES.has(name)) return { type: 'page', origin };
  if (!name.endsWith('.localhost')) return { type: 'foreign' };
  const id = name.slice(0, -'.localhost'.length);
  return PROGRAM_ID.test(id) ? { type: 'program', id, origin } : { type: 'foreign' };
}

/** The origins under which the simulator's page can be open, as sources of a Content-Security-Policy. */
export function pageOrigins(port: number): string[] {
  const suffix = port === 80 ? '' : `:${port}`;
  return [`http://localhost${suffix}`, `http://127.0.0.1${suffix}`];
}

/** All programs' origins, as one source of a Content-Security-Policy. */
export const programOrigins = (port: number): string =>
  port === 80 ? 'http://*.localhost' : `http://*.localhost:${port}`;
