import { create } from 'zustand';
import type { KeptSession } from '../kept/kept-session.ts';

/** What was done, to be said once at the foot of the page. */
export type Said =
  | { what: 'linkCopied' | 'back' }
  | { what: 'saved' | 'copied' | 'opened' | 'scenario' | 'given' | 'taken'; name: string };

/** What the page knows of files and recordings beside the simulator. */
export interface FilesState {
  dialog: 'export' | 'open' | undefined;
  /** A file that could not be opened. */
  failure: { name: string; problems: readonly string[] } | undefined;
  /** The name of the file that the recording was read from. */
  recording: string | undefined;
  /** What was here before a recording was opened. */
  before: KeptSession | undefined;
  /** A session that this tab had stored and that cannot be opened. */
  aside: unknown;
  said: (Said & { n: number }) | undefined;
  /** Copies are made as they are, with secrets. */
  copiesSecrets: boolean;
}

export const useFiles = create<FilesState>()(() => ({
  dialog: undefined,
  failure: undefined,
  recording: undefined,
  before: undefined,
  aside: undefined,
  said: undefined,
  copiesSecrets: false,
}));

export const setFiles = (change: Partial<FilesState>): void => useFiles.setState(change);

export function say(said: Said): void {
  setFiles({ said: { ...said, n: (useFiles.getState().said?.n ?? 0) + 1 } });
}
