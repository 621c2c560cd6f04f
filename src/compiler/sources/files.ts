import type { ProgramSource } from '../../contract/axml/source.ts';
import { bytesToBase64 } from '../maps/base64.ts';

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  bmp: 'image/bmp',
  ttf: 'font/ttf',
  otf: 'font/otf',
  woff: 'font/woff',
  woff2: 'font/woff2',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  json: 'application/json',
};

/** Files that were dropped onto the page. @param files by path; a change of it is seen */
export function blobSource(files: Map<string, Blob>): ProgramSource {
  return {
    async list(folder) {
      const start = folder === '' ? '' : `${folder}/`;
      const packages = start.split('/').includes('node_modules');
      return [...files.keys()].filter(
        (path) =>
          path.startsWith(start) &&
          !path
            .slice(start.length)
            .split('/')
            .some((name) => name.startsWith('.') || (!packages && name === 'node_modules')),
      );
    },
    text: async (path) => files.get(path)?.text(),
    async url(path) {
      const blob = files.get(path);
      if (!blob) return undefined;
      const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
      const type = blob.type || TYPES[ending] || 'application/octet-stream';
      return `data:${type};base64,${bytesToBase64(new Uint8Array(await blob.arrayBuffer()))}`;
    },
  };
}
