/** What one file of a program was made into. */
export interface Compiled {
  /** Body of the module's function. */
  code: string;
  /** From `code` to the file, as `mappings` of a source map with one source. */
  mappings: string;
  /** What it needs, each specifier once. */
  needs: readonly Need[];
  problems: readonly Fault[];
  /** It requires modules that come later: `require.async`, or `require` with a function to call. */
  later?: boolean;
}

export interface Need {
  /** `./a`, `/a`, `lib/a` as it stands there. */
  specifier: string;
  kind: 'script' | 'template' | 'include' | 'sjs';
  /** Offset in the file. */
  at: number;
  /** Its lack is expected: inside of a `try`. */
  optional?: boolean;
}

/** A problem of a file; `at` is an offset. */
export interface Fault {
  severity: 'error' | 'warning';
  at: number;
  message: string;
}
