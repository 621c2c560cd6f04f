/** Calls that return a task beside their promise: one can listen to what goes over the line. */
export const TRANSFERS: ReadonlySet<string> = new Set(['uploadFile', 'downloadFile']);

type Listener = (event: object) => void;

/** The members of such a task. What is sent here is sent at once: there is one progress, the last. */
export function createTransfer() {
  const listeners: Record<'ProgressUpdate' | 'HeadersReceived', Set<Listener>> = {
    ProgressUpdate: new Set(),
    HeadersReceived: new Set(),
  };
  const members: Record<string, (listener?: unknown) => void> = {};
  for (const [name, known] of Object.entries(listeners)) {
    members[`on${name}`] = (listener) => {
      if (typeof listener === 'function') known.add(listener as Listener);
    };
    members[`off${name}`] = (listener) => {
      if (listener === undefined) known.clear();
      else known.delete(listener as Listener);
    };
  }
  const tell = (name: keyof typeof listeners, event: object) => {
    for (const listener of [...listeners[name]])
      try {
        listener(event);
      } catch (error) {
        reportError(error);
      }
  };
  return {
    members,
    done(success: unknown) {
      const { header } = (success ?? {}) as { header?: object };
      tell('HeadersReceived', { header: header ?? {} });
      tell('ProgressUpdate', { progress: 100 });
    },
  };
}
