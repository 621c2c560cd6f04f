import { unzipSync } from 'fflate';
import { Counter, type Files, isLeftOut, NotGiven } from './limits.ts';

/**
 * The files of a zip. How large they are is read before anything is unpacked, and no file becomes larger than it says.
 * @throws NotGiven when it is no zip that can be read, or holds too much
 */
export async function filesOfZip(zip: Blob, counter = new Counter()): Promise<Files> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  // Bit 0 of the flags of the first file.
  if (bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1) throw new NotGiven({ why: 'zipEncrypted' });
  const files: Files = {};
  try {
    const found = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (name.endsWith('/') || pathOf(name) === undefined) return false;
        counter.add(originalSize);
        return true;
      },
    });
    for (const [name, content] of Object.entries(found)) {
      const path = pathOf(name);
      if (path !== undefined) files[path] = new Blob([Uint8Array.from(content)]);
    }
  } catch (error) {
    if (error instanceof NotGiven) throw error;
    throw new NotGiven({ why: 'badZip', what: error instanceof Error ? error.message : String(error) });
  }
  return files;
}

/** A path with `/`; undefined for what leads out, and for what is left out. */
function pathOf(name: string): string | undefined {
  const parts = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const path = parts.join('/');
  return parts.includes('..') || path === '' || isLeftOut(path) ? undefined : path;
}
