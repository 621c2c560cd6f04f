/** Errors of the program that nobody caught, for the developer's notices. */

export interface ProgramError {
  message: string;
  file: string;
  line: number;
  column: number;
}

/** The same error is told this often in one document, and this many errors in all. */
const EACH = 5;
const ALL = 100;

/**
 * @param known errors that were told already as what they are (a callback that threw)
 * @param notice gets what the browser says of it, and what was thrown
 */
export function installErrors(
  window: Window,
  known: { has(error: object): boolean },
  notice: (error: ProgramError, thrown: unknown) => void,
): void {
  const counts = new Map<string, number>();
  let all = 0;
  const tell = (error: ProgramError, thrown: unknown) => {
    const key = `${error.message} ${error.file}:${error.line}:${error.column}`;
    const count = (counts.get(key) ?? 0) + 1;
    if (count > EACH || all >= ALL) return;
    counts.set(key, count);
    all++;
    notice(error, thrown);
  };
  const isKnown = (error: unknown) => typeof error === 'object' && error !== null && known.has(error);
  window.addEventListener('error', (event) => {
    // Elements that failed to load fire `error` too; they do not reach the window without capture.
    if (!(event instanceof ErrorEvent) || isKnown(event.error)) return;
    tell(
      {
        message: event.message.slice(0, 1000),
        file: event.filename.slice(0, 500),
        line: event.lineno,
        column: event.colno,
      },
      event.error,
    );
  });
  window.addEventListener('unhandledrejection', (event) => {
    if (isKnown(event.reason)) return;
    tell(
      { message: describeRejection(event.reason).slice(0, 1000), file: '', line: 0, column: 0 },
      event.reason,
    );
  });
}

/** The stack of what was thrown, where it has one. */
export function stackOf(thrown: unknown): { stack?: string } {
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  return typeof stack === 'string' ? { stack } : {};
}

/** What a promise was rejected with, in one line; a failure of `my` is told by its code. */
export function describeRejection(reason: unknown): string {
  if (reason instanceof Error) return `Uncaught (in promise) ${reason.name}: ${reason.message}`;
  if (typeof reason === 'object' && reason !== null && 'error' in reason)
    return `Uncaught (in promise) error ${String(reason.error)}: ${String((reason as { errorMessage?: unknown }).errorMessage ?? '')}`;
  return `Uncaught (in promise) ${typeof reason === 'object' ? 'an object' : String(reason)}`;
}
