import { Counter, type Files, isLeftOut, NotGiven } from './limits.ts';

/** The files of a folder that was dropped. @throws NotGiven when there are too many, or one cannot be read */
export async function filesOfEntry(folder: FileSystemDirectoryEntry): Promise<Files> {
  const files: Files = {};
  const counter = new Counter();
  const walk = async (directory: FileSystemDirectoryEntry, path: string): Promise<void> => {
    for (const entry of await entriesOf(directory, path)) {
      const at = path === '' ? entry.name : `${path}/${entry.name}`;
      if (isLeftOut(at)) continue;
      if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, at);
      else {
        const file = await fileOf(entry as FileSystemFileEntry, at);
        counter.add(file.size);
        files[at] = file;
      }
    }
  };
  await walk(folder, '');
  return files;
}

/** A reader tells some entries at a time, and none when it has told all. */
async function entriesOf(folder: FileSystemDirectoryEntry, path: string): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, () =>
        reject(new NotGiven({ why: 'folderUnread', what: path || folder.name })),
      );
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry, path: string): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, () => reject(new NotGiven({ why: 'folderUnread', what: path })));
  });

/** The files of a folder that was chosen. @throws NotGiven when there are too many */
export function filesOfList(list: readonly File[]): Files {
  const files: Files = {};
  const counter = new Counter();
  for (const file of list) {
    // The first name is the folder's own.
    const path = file.webkitRelativePath.split('/').slice(1).join('/');
    if (path === '' || isLeftOut(path)) continue;
    counter.add(file.size);
    files[path] = file;
  }
  return files;
}
