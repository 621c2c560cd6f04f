import type { ProgramSource } from '../../contract/axml/source.ts';
import { toBase64 } from '../../contract/codec.ts';

/** Where the files of a program are; it can be sent to a worker. `app`: the folder of app.json, empty or with `/` at its end. */
export type SourcePlace = {
  app: string;
} & /** On a server: under `from` for the compiler, under `base` for the frame. Both end in `/`. */
(
  | { kind: 'served'; from: string; base: string }
  /** In the page: it was given a folder or zip. */
  | { kind: 'given'; files: ReadonlyMap<string, Uint8Array> }
);

/** The files of a program, wherever they are. */
export const sourceAt = (place: SourcePlace): ProgramSource =>
  place.kind === 'served' ? servedSource(place) : givenSource(place.files);

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** @param load fetches; a test has its own */
export function servedSource(
  { from, base }: { from: string; base: string },
  load: typeof fetch = (url, init) => fetch(url, init),
): ProgramSource {
  return {
    async list(folder) {
      const url = `${from}__miniauth__/files.json${folder === '' ? '' : `?under=${encodeURIComponent(folder)}`}`;
      const answer = await load(url, { cache: 'no-store' });
      if (!answer.ok)
        throw new Error(`the list of the program's files: ${answer.status} ${answer.statusText}`);
      const { files } = (await answer.json()) as { files: string[] };
      // A plain web server answers with all of them, whatever is asked.
      return below(files, folder);
    },
    async text(path) {
      const answer = await load(from + encoded(path), { cache: 'no-cache' });
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${answer.statusText}`);
      return answer.text();
    },
    url: async (path) => base + encoded(path),
  };
}

export function givenSource(files: ReadonlyMap<string, Uint8Array>): ProgramSource {
  const text = new TextDecoder();
  return {
    list: async (folder) => below([...files.keys()], folder),
    text: async (path) => {
      const bytes = files.get(path);
      return bytes && text.decode(bytes);
    },
    url: async (path) => {
      const bytes = files.get(path);
      return bytes && `data:${typeOf(path)};base64,${toBase64(bytes)}`;
    },
  };
}

/** What is below a folder, without packages unless it lies in them. */
export function below(files: readonly string[], folder: string): string[] {
  const start = folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`;
  return files.filter(
    (file) => file.startsWith(start) && !/(?:^|\/)node_modules\//.test(file.slice(start.length)),
  );
}

const TYPES = new Map(
  Object.entries({
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    avif: 'image/avif',
    bmp: 'image/bmp',
    ico: 'image/x-icon',
    svg: 'image/svg+xml',
    woff: 'font/woff',
    woff2: 'font/woff2',
    ttf: 'font/ttf',
    otf: 'font/otf',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    wav: 'audio/wav',
    mp4: 'video/mp4',
    webm: 'video/webm',
    html: 'text/html',
    css: 'text/css',
    js: 'text/javascript',
    json: 'application/json',
    txt: 'text/plain',
  }),
);

/** The media type of a file that no server says it of. */
export const typeOf = (path: string): string =>
  TYPES.get(/\.([a-z\d]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '') ?? 'application/octet-stream';
