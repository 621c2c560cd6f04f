/**
 * The files of an AXML program, wherever they are: on the server, in a static build, or in a folder or zip that was dropped
 * onto the page. Paths are relative to the program's root, with `/`, without a leading one: `pages/index/index.axml`.
 */
export interface ProgramSource {
  /**
   * Every file below a folder (`''`: the root), as paths from the program's root. Folders that begin with a dot and
   * `node_modules` are left out, unless the folder asked for lies in them.
   */
  list(folder: string): Promise<readonly string[]>;
  /** The text of a file; undefined when there is none. */
  text(path: string): Promise<string | undefined>;
  /** An address that the program's frame can load the file from: below the program's base URL, or a `data:` URL. */
  url(path: string): Promise<string | undefined>;
}

/** Something in a program's source that its developer should see. Lines and columns begin at 1. */
export interface SourceProblem {
  /** `error`: this file cannot be run. `warning`: it runs, but not as it is meant to. */
  severity: 'error' | 'warning';
  file: string;
  line: number;
  column: number;
  /** What was found and what was expected, in one sentence without the place. */
  message: string;
}

/** A place in a program's own source, and what stands there. */
export interface SourcePlace {
  file: string;
  line: number;
  column: number;
  /** The lines around it; `first` is the number of the first one. */
  excerpt?: { first: number; lines: readonly string[] };
}
