import { dataUrl } from '../../contract/data-url.ts';
import type { SamplePicture } from '../../contract/sample-pictures.ts';

/** The largest picture of one's own: it becomes a part of the recording. */
const MAX_BYTES = 2_000_000;

/** A file as a picture of the album, or why it is none. */
export async function readPicture(file: File): Promise<SamplePicture | 'tooLarge' | 'unreadable'> {
  if (file.size > MAX_BYTES) return 'tooLarge';
  if (!file.type.startsWith('image/')) return 'unreadable';
  const url = dataUrl({ type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) });
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    return 'unreadable';
  }
  return { id: file.name, url };
}
