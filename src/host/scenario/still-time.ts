import type { TimeSource } from '../clock.ts';

/** Time that never passes by itself: for a clock that is moved. It must be closed, or Node waits for it for good. */
export interface StillTime extends TimeSource {
  close(): void;
}

/**
 * Real time that stands still at `at`, in ms since the epoch. A turn is a message to oneself: it comes after everything
 * that is ready, in a page and in Node alike, and a faked clock does not hold it back.
 */
export function stillTime(at: number): StillTime {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => at,
    after: () => () => undefined,
    turn: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
      }),
    close: () => {
      port1.close();
      port2.close();
    },
  };
}
