/** Watches the files of a folder, with no dependency: a watcher for each folder in it. */
import { type Dirent, type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isServable } from './safe-path.ts';

/** Changes within this time are told together, in ms: an editor that replaces a file makes several. */
const TOGETHER = 10;

export interface FolderWatch {
  /** Resolves when all of it is watched, or cannot be. */
  readonly ready: Promise<void>;
  close(): void;
}

/**
 * Tells which files in a folder have changed, come or gone, as paths from it with `/`. Packages and hidden files are left
 * out. It is folders that are watched, so that a file that is replaced by another of its name is seen, too.
 * @param root absolute
 * @param failed told once when it cannot be watched, with the reason; what can be, still is
 */
export function watchFolder(
  root: string,
  changed: (files: readonly string[]) => void,
  failed: (reason: string) => void,
): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  const files = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let hasFailed = false;
  const fail = (error: unknown) => {
    if (hasFailed || closed) return;
    hasFailed = true;
    failed(error instanceof Error ? error.message : String(error));
  };
  const tell = (file: string) => {
    files.add(file);
    timer ??= setTimeout(() => {
      timer = undefined;
      const all = [...files].sort();
      files.clear();
      if (!closed) changed(all);
    }, TOGETHER);
  };
  const drop = (folder: string) => {
    for (const [path, watcher] of watchers)
      if (path === folder || path.startsWith(`${folder}/`)) {
        watcher.close();
        watchers.delete(path);
      }
  };

  /** @param isNew its files have come just now */
  const add = async (folder: string, isNew: boolean): Promise<void> => {
    if (closed || watchers.has(folder)) return;
    const full = join(root, folder);
    try {
      const watcher = watch(full, { persistent: false }, (_event, name) => seen(folder, name));
      watchers.set(folder, watcher);
      watcher.on('error', (error: NodeJS.ErrnoException) => {
        drop(folder);
        // A folder that is gone is no failure.
        if (error.code !== 'ENOENT' && error.code !== 'EPERM') fail(error);
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') fail(error);
      return;
    }
    await Promise.all((await entriesOf(full)).map((entry) => found(folder, entry, isNew)));
  };
  const found = async (folder: string, entry: Dirent, isNew: boolean): Promise<void> => {
    if (!isServable(entry.name)) return;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) await add(path, isNew);
    else if (isNew && entry.isFile()) tell(path);
  };
  const seen = (folder: string, name: string | null) => {
    if (name === null || !isServable(name)) return;
    const path = folder === '' ? name : `${folder}/${name}`;
    void entriesOf(join(root, folder)).then((entries) => {
      const entry = entries.find((one) => one.name === name);
      if (entry?.isDirectory()) return add(path, true);
      // A folder that is gone took its files with it; which, its compiler finds out.
      drop(path);
      tell(path);
    });
  };
  return {
    ready: add('', false),
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

const entriesOf = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(() => []);
