import { shared } from './shared.ts';
import { SHARED } from './shared-name.ts';

/**
 * The way to the second script of the frame, which stands beside the first. It is fetched once, and not again before it
 * has failed. While it runs, it finds what it shares with the first one on the window.
 */
export function moreLoader(window: Window & typeof globalThis): () => Promise<void> {
  const { document } = window;
  const own = document.currentScript;
  const address = own instanceof window.HTMLScriptElement ? new URL('axml-more.js', own.src).href : undefined;
  let loading: Promise<void> | undefined;
  return () => {
    loading ??= new Promise<void>((done, fail) => {
      if (address === undefined) return done();
      const script = document.createElement('script');
      const end = (settle: () => void) => {
        script.remove();
        Reflect.deleteProperty(window, SHARED);
        settle();
      };
      Object.defineProperty(window, SHARED, { value: shared, configurable: true });
      script.onload = () => end(done);
      script.onerror = () =>
        end(() => {
          loading = undefined;
          fail(new Error('Some components could not be fetched.'));
        });
      script.src = address;
      document.head.append(script);
    });
    return loading;
  };
}
