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
 * @returns reports an error as if nobody had caught it. Of one that was made in our own script, a browser says nothing but
 *   `Script error.`, as the page is of another origin than the script: what was thrown is told all the same
 */
export function installErrors(
  window: Window,
  known: { has(error: object): boolean },
  notice: (error: ProgramError, thrown: unknown) => void,
): (error: unknown) => void {
  let reported: { error: unknown } | undefined;
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
    if (!(event instanceof ErrorEvent)) return;
    const hidden = reported && event.error === null;
    const error = hidden ? reported?.error : event.error;
    if (isKnown(error)) return;
    tell(
      {
        message: (hidden ? `Uncaught ${String(error)}` : event.message).slice(0, 1000),
        file: event.filename.slice(0, 500),
        line: event.lineno,
        column: event.colno,
      },
      error,
    );
  });
  window.addEventListener('unhandledrejection', (event) => {
    if (isKnown(event.reason)) return;
    tell(
      { message: describeRejection(event.reason).slice(0, 1000), file: '', line: 0, column: 0 },
      event.reason,
    );
  });
  return (error) => {
    reported = { error };
    try {
      window.reportError(error);
    } finally {
      reported = undefined;
    }
  };
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
