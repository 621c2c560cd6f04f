import type { AppConfig } from '../contract/axml/config.ts';
import type { SourcePlace, SourceProblem } from '../contract/axml/source.ts';
import type { ChangeResult, UnitResult } from './project/project.ts';

/**
 * What the page and the compiler's worker say to each other: `postMessage` of a {@link Request}, answered by one {@link Reply} with the
 * same id, in any order. A worker compiles one program; end it with `worker.terminate()`.
 */
export interface Request<Name extends keyof Calls = keyof Calls> {
  id: number;
  call: Name;
  args: Calls[Name]['args'];
}

export type Reply<Name extends keyof Calls = keyof Calls> =
  | { id: number; ok: true; value: Calls[Name]['value'] }
  /** What is no fault of the program: its files cannot be reached. */
  | { id: number; ok: false; message: string };

/** Where the files of a program are. */
export type SourceOrigin =
  | {
      kind: 'http';
      /** Base URL of the files as the page reads them, with `/` at its end. */
      base: string;
      /** URL of their list, a JSON array of paths; `?under=<folder>` is added for a folder of packages. */
      list: string;
      /** Base URL of the files as the program's frame loads them, with `/` at its end. */
      frameBase: string;
    }
  /** Dropped onto the page: by path from the program's root. */
  | { kind: 'files'; files: Readonly<Record<string, Blob>> };

export interface Calls {
  /** The first call, once. */
  open: { args: { program: string; source: SourceOrigin }; value: ProjectInfo };
  /** Any number of times, also before `open` is answered. */
  unit: { args: { name: string; delivered: readonly string[] }; value: UnitResult };
  change: {
    args: {
      paths: readonly string[];
      delivered: readonly string[];
      /** Of dropped files: their new content; null: the file is gone. */
      files?: Readonly<Record<string, Blob | null>>;
    };
    value: ChangeResult & { info: ProjectInfo };
  };
  /** Undefined: it is no place of a unit. */
  original: { args: { url: string; line: number; column: number }; value: SourcePlace | undefined };
  excerpt: { args: { file: string; line: number; column: number }; value: SourcePlace };
  /** An address that the frame can load a file from. */
  url: { args: { path: string }; value: string | undefined };
}

export interface ProjectInfo {
  /** Folder of app.json in the source: empty, or with `/` at its end. */
  root: string;
  /** Absent: app.json cannot be read. */
  config: AppConfig | undefined;
  problems: readonly SourceProblem[];
}
