import type { Boot } from '../contract/wire.ts';
import { defineAccessor, enqueue, getOwnPropertyDescriptor, parse, stringify } from './natives.ts';

/**
 * `window.name`, the one synchronous channel into an opaque frame that outlives its documents: it carries the
 * {@link Boot} from the host to the first document, and from each document to the next.
 */
export interface BootName {
  boot: Boot;
  /**
   * Hands `current()` on to the next document of the frame, with the program's own window name.
   * @returns to be called after each write to the program's storage
   */
  carry(current: () => Boot): () => void;
}

/** Reads what the frame's name carries; undefined when it is not the host's. */
export function parseBoot(name: string): Boot | undefined {
  if (!name.startsWith('{')) return undefined;
  try {
    const boot = parse(name) as Partial<Boot>;
    return boot.miniauth === 1 && typeof boot.base === 'string' && boot.storage ? (boot as Boot) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the boot data out of `window.name` and gives the program its own `window.name` instead. */
export function takeBootName(window: Window): BootName | undefined {
  const native = getOwnPropertyDescriptor(window, 'name');
  const boot = parseBoot(window.name);
  if (!boot) return undefined;
  let own = boot.windowName;
  defineAccessor(
    window,
    'name',
    () => own,
    (value) => {
      own = String(value);
    },
  );
  return {
    boot,
    carry(current) {
      let leaving = false;
      let planned = false;
      const write = () => {
        const next: Boot = { ...current(), windowName: own, documents: boot.documents + 1 };
        native?.set?.call(window, stringify(next));
      };
      // In `pagehide` and `unload` it is too late: the next document gets the old name. Listeners of the program run
      // after this one; what they store is carried too, once each of them has returned.
      window.addEventListener(
        'beforeunload',
        () => {
          leaving = true;
          write();
        },
        { capture: true },
      );
      return () => {
        if (!leaving || planned) return;
        planned = true;
        enqueue(() => {
          planned = false;
          write();
        });
      };
    },
  };
}
