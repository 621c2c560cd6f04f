/** What a program may bring that is given to the page: it stays in the memory of this tab. */
const MOST_FILES = 20_000;
const MOST_MEGABYTES = 200;

/** Files by path from where they were given, with `/`. */
export type Files = Record<string, Blob>;

/** Why what was given is no program: a sentence of messages/axml.ts, by its name. */
export type Refusal =
  | { why: 'noProgram' | 'zipEncrypted' }
  | { why: 'tooManyFiles' | 'tooLarge'; most: number }
  | { why: 'html5Program' | 'folderUnread' | 'badZip'; what: string };

export class NotGiven extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.why);
    this.refusal = refusal;
  }
}

/** Counts files while they are read. */
export class Counter {
  readonly #mostFiles: number;
  readonly #mostMegabytes: number;
  #files = 0;
  #bytes = 0;

  constructor(mostFiles = MOST_FILES, mostMegabytes = MOST_MEGABYTES) {
    this.#mostFiles = mostFiles;
    this.#mostMegabytes = mostMegabytes;
  }

  /** One more. @throws NotGiven when it is one too many, or too much */
  add(bytes: number): void {
    this.#files++;
    this.#bytes += bytes;
    if (this.#files > this.#mostFiles) throw new NotGiven({ why: 'tooManyFiles', most: this.#mostFiles });
    if (this.#bytes > this.#mostMegabytes * 1024 * 1024)
      throw new NotGiven({ why: 'tooLarge', most: this.#mostMegabytes });
  }
}

/** Whether a file is left out: hidden, or what a system puts beside files. */
export const isLeftOut = (path: string): boolean =>
  path.split('/').some((name) => name === '__MACOSX' || (name.startsWith('.') && name !== '.'));
