/**
 * Long work in portions of a few milliseconds: after each it says how much of all is done, from 0 to 1, and it goes on when
 * it is asked for the next. Short work says nothing.
 */
export type Work<T> = Generator<number, T, void>;

/** Does all of it at once. */
export function doAtOnce<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

export interface Turns {
  /** Lets everything else have its turn. */
  turn(): Promise<void>;
  /** Nobody waits for it any more. */
  gone?(): boolean;
  progress?(done: number): void;
}

/** Does it portion by portion; everything else goes on in between. Undefined when nobody waits any more. */
export function doInTurns<T>(work: Work<T>, how: Turns & { gone?: never }): Promise<T>;
export function doInTurns<T>(work: Work<T>, how: Turns): Promise<T | undefined>;
export async function doInTurns<T>(work: Work<T>, { turn, gone, progress }: Turns): Promise<T | undefined> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    progress?.(value);
    await turn();
    if (gone?.()) return undefined;
  }
}

/** Counts what is done of `all`, and says when a portion is full: `const portion = portions(n); if (portion.add(7)) yield portion.done`. */
export function portions(all: number, size: number): { add(part: number): boolean; readonly done: number } {
  let done = 0;
  let said = 0;
  return {
    add(part) {
      done += part;
      if (done - said < size) return false;
      said = done;
      return true;
    },
    get done() {
      return all === 0 ? 1 : Math.min(1, done / all);
    },
  };
}
