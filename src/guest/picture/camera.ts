import type { PictureBody } from '../../contract/wire.ts';

/** What the camera needs of the page. */
export interface Scene {
  /** False while the document is being read, or has no room: it does not show anything of its own yet. */
  readonly ready: boolean;
  /** How the page looks, or its text alone; undefined when it cannot be read. */
  take(outline: boolean): PictureBody | undefined;
  /** From now on the next change is told, once. */
  watch(changed: () => void): void;
  /** True when there was a change that has not been told yet. */
  takeChange(): boolean;
  /** Runs the task when everything that is ready now has run. No timer: those may stand still. */
  soon(task: () => void): void;
}

/** Pictures between two pings of the host, a second apart: a program that draws all the time must not be slowed down. */
const PICTURES = 10;
/** A picture of more characters than this counts as several. */
const LARGE = 100_000;
/** Pictures after something has happened: what it leads to is drawn in a few steps. */
const AFTER = 4;
/** Characters of HTML in one document; after that its text must do. */
const ALL = 32 * 1024 * 1024;

/**
 * Decides when a picture of the page is taken: before something is recorded, and after something has happened, and only
 * when the page has changed. While nothing changes it costs a look at one list.
 */
export class Camera {
  readonly #scene: Scene;
  readonly #send: (picture: PictureBody) => boolean;
  #changed = true;
  #left = PICTURES;
  #after = 0;
  #asked = false;
  #taking = false;
  #last: PictureBody | undefined;
  #sent = 0;

  /** @param send answers whether the picture could go: false means that it is too large */
  constructor(scene: Scene, send: (picture: PictureBody) => boolean) {
    this.#scene = scene;
    this.#send = send;
  }

  /** Something is about to be recorded. */
  before(): void {
    if (this.#changed || this.#scene.takeChange()) this.#shoot();
  }

  /** Something has happened: what changes now, changes because of it. */
  after(): void {
    this.#after = AFTER;
    if (this.#changed) this.#ask();
  }

  /** Something changed that cannot be watched: a value, a place scrolled to. */
  touch(): void {
    this.#changed = true;
  }

  /** A second has passed, by the host's word. */
  renew(): void {
    const owed = this.#left <= 0 && this.#changed;
    this.#left = PICTURES;
    if (owed) this.#ask();
  }

  #ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#scene.soon(() => {
      this.#asked = false;
      this.#after--;
      if (this.#changed) this.#shoot();
    });
  }

  #shoot(): void {
    this.#changed = true;
    if (this.#taking || this.#left <= 0 || !this.#scene.ready) return;
    this.#taking = true;
    this.#left--;
    try {
      this.#scene.watch(() => {
        this.#changed = true;
        if (this.#after > 0) this.#ask();
      });
      this.#changed = false;
      const picture = this.#scene.take(this.#sent > ALL);
      if (picture) this.#deliver(picture);
    } catch {
      // The program has changed what pages are made of: it is its own picture that is missing.
    } finally {
      this.#taking = false;
    }
  }

  #deliver(picture: PictureBody): void {
    this.#left -= Math.floor(picture.html.length / LARGE);
    if (isSame(picture, this.#last)) return;
    this.#last = picture;
    this.#sent += picture.html.length;
    if (this.#send(picture)) return;
    const outline = this.#scene.take(true);
    if (outline) this.#send(outline);
  }
}

function isSame(a: PictureBody, b: PictureBody | undefined): boolean {
  return (
    b !== undefined &&
    a.html === b.html &&
    a.title === b.title &&
    a.width === b.width &&
    a.height === b.height &&
    a.scrollX === b.scrollX &&
    a.scrollY === b.scrollY
  );
}
