import type { InputBody } from '../../contract/wire.ts';
import type { UserEvent } from '../input.ts';

/** What the player needs of the page. */
export interface Stage {
  /** False while the document is being read: its listeners are not there yet. */
  readonly ready: boolean;
  /** The element of the path, when a user could do this to it now. */
  find(path: string, type: string): Element | undefined;
  /** Does it: the events that a user would cause, with what a browser does about them. */
  act(element: Element, type: string, body: InputBody): void;
  /** The control that a click on the element is given to: it is, or is in, that one's label. */
  control(element: Element): Element | undefined;
  /** Tells each change of the page until the answer is called. */
  watch(changed: () => void): () => void;
  /** Runs the task when everything that is ready now has run. */
  soon(task: () => void): void;
}

/** What came before is worked off first: a body that the program reads takes some turns. */
const TURNS = 5;

interface Piece {
  id: number;
  type: string;
  body: InputBody;
}

/**
 * Does again what the user did when a run was recorded. Each input waits until its element is there. It is reported once,
 * as it was recorded, and so is what the browser makes of it (the click on a label's field, a form's submit).
 */
export class Player {
  readonly #stage: Stage;
  readonly #report: (event: UserEvent) => void;
  readonly #played: (id: number) => void;
  #waiting: Piece | undefined;
  #stop: (() => void) | undefined;
  #now: { piece: Piece; element: Element; reported: boolean } | undefined;

  constructor(stage: Stage, report: (event: UserEvent) => void, played: (id: number) => void) {
    this.#stage = stage;
    this.#report = report;
    this.#played = played;
  }

  /** Does it as soon as the page is there for it; what waited before is forgotten. */
  play(id: number, type: string, body: InputBody): void {
    this.cancel();
    const piece = { id, type, body };
    this.#waiting = piece;
    this.#after(TURNS, () => {
      if (this.#waiting !== piece) return;
      this.#stop = this.#stage.watch(() => this.retry());
      this.retry();
    });
  }

  /** Something has changed: what waits may be possible now. */
  retry(): void {
    const piece = this.#waiting;
    if (!piece || this.#now || !this.#stage.ready) return;
    const element = this.#stage.find(piece.body.target, piece.type);
    if (!element) return;
    this.cancel();
    this.#do(piece, element);
  }

  cancel(): void {
    this.#waiting = undefined;
    this.#stop?.();
    this.#stop = undefined;
  }

  /** The event as it was recorded, when it is the one that is being played; undefined for any other. */
  claim(event: { type: string; target: EventTarget | undefined }): UserEvent | undefined {
    const now = this.#now;
    if (!now || now.reported || event.type !== now.piece.type || event.target !== now.element)
      return undefined;
    now.reported = true;
    return { type: event.type, element: now.element, body: now.piece.body };
  }

  /** Whether a browser makes this event of the click that is being played. As that is a script's, the browser does not trust this one. */
  makes({ type, target }: { type: string; target: EventTarget | undefined }): boolean {
    const now = this.#now;
    return (
      now?.piece.type === 'click' &&
      type === 'click' &&
      target !== now.element &&
      target !== undefined &&
      this.#stage.control(now.element) === target
    );
  }

  #do(piece: Piece, element: Element): void {
    const { id, type, body } = piece;
    const now = { piece, element, reported: false };
    this.#now = now;
    try {
      this.#stage.act(element, type, body);
    } finally {
      this.#now = undefined;
      if (!now.reported) this.#report({ type, element, body });
      this.#played(id);
    }
  }

  #after(turns: number, task: () => void): void {
    if (turns === 0) task();
    else this.#stage.soon(() => this.#after(turns - 1, task));
  }
}
