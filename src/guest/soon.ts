/**
 * A way to run something when all that is ready now has run: by a port, which no faked clock stops. Made before the
 * program's first script.
 */
export function createSoon(window: Window & typeof globalThis): (task: () => void) => void {
  const { port1, port2 } = new window.MessageChannel();
  const tasks: (() => void)[] = [];
  port1.onmessage = () => tasks.shift()?.();
  const post = port2.postMessage.bind(port2);
  return (task) => {
    tasks[tasks.length] = task;
    post(null);
  };
}
