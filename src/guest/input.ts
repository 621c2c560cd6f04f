import type { InputBody } from '../contract/wire.ts';

/** One event of the user's, reduced to what is recorded. */
export interface UserEvent {
  type: string;
  /** The element, only compared: input into another one ends the first. */
  element: object;
  body: InputBody;
}

/**
 * Joins the `input` events of one element until the user does something else: one line a field, not one a letter.
 */
export class InputLog {
  readonly #send: (type: string, body: InputBody) => void;
  #open: UserEvent | undefined;

  constructor(send: (type: string, body: InputBody) => void) {
    this.#send = send;
  }

  add(event: UserEvent): void {
    if (this.#open && this.#open.element !== event.element) this.flush();
    if (event.type === 'input') {
      this.#open = event;
      return;
    }
    this.flush();
    this.#send(event.type, event.body);
  }

  /** Sends what has been typed so far: something else is about to be recorded. */
  flush(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.#send(open.type, open.body);
  }
}
