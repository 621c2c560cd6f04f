type Listener = (...given: unknown[]) => void;

/** One end of the way between a page and the one that it has opened. */
export interface EventChannel {
  emit(name: string, ...given: unknown[]): void;
  on(name: string, listener: Listener): void;
  once(name: string, listener: Listener): void;
  off(name: string, listener?: Listener): void;
}

/** Both ends: what one emits, the other one hears. @param run calls a listener of the program */
export function eventChannels(run: (work: () => void) => void): [EventChannel, EventChannel] {
  const left = new Map<string, Listener[]>();
  const right = new Map<string, Listener[]>();
  return [channel(left, right, run), channel(right, left, run)];
}

function channel(
  own: Map<string, Listener[]>,
  other: Map<string, Listener[]>,
  run: (work: () => void) => void,
): EventChannel {
  const on = (name: string, listener: Listener) => {
    if (typeof listener === 'function') own.set(name, [...(own.get(name) ?? []), listener]);
  };
  const off = (name: string, listener?: Listener) =>
    void own.set(name, listener ? (own.get(name) ?? []).filter((known) => known !== listener) : []);
  return {
    on,
    off,
    once(name, listener) {
      const first: Listener = (...given) => {
        off(name, first);
        listener(...given);
      };
      on(name, first);
    },
    emit(name, ...given) {
      for (const listener of other.get(name) ?? []) run(() => listener(...given));
    },
  };
}
