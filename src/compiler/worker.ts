/** The compiler in a worker of the page; what is said is in protocol.ts. */
import type { Request } from './protocol.ts';
import { serve } from './serve.ts';

const handle = serve(
  (message) => self.postMessage(message),
  // What a developer edits is never taken from a cache.
  (url) => fetch(url, { cache: 'no-store' }),
);
self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
