import type { TimeSource } from '../../host/clock.ts';

/** The browser's time. Under a faked clock it is the fake, so that virtual time stands still with it. */
export function browserTime(): TimeSource {
  const started = Date.now() - performance.now();
  const channel = new MessageChannel();
  const turns: (() => void)[] = [];
  channel.port1.onmessage = () => turns.shift()?.();
  return {
    now: () => started + performance.now(),
    after(ms, task) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    turn: () =>
      new Promise((resolve) => {
        // A message comes after everything that is ready; a faked clock does not hold it back.
        turns.push(resolve);
        channel.port2.postMessage(null);
      }),
  };
}
