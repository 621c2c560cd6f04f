import { options } from 'preact';
import { type AxmlRuntime, createRuntime } from './create-runtime.ts';
import { FRAME_STYLE } from './frame-style.ts';
import type { AxmlHost } from './host.ts';
import { installLiveProperties } from './live-properties.ts';
import { moreLoader } from './load-more.ts';
import { installNativeEvents } from './native-events.ts';
import { type RunScript, scriptRunner } from './run-script.ts';

export interface AxmlTools {
  host: AxmlHost;
  /** The program's global `my`; asked for when it is needed, as it has members of the runtime's. */
  my(): object;
  /** Default: by a script element. */
  run?: RunScript;
  /** Brings the components of more.ts. Default: by the second script. */
  more?: () => Promise<void>;
  /** Ends what listens to the window, for another program in the same document; a frame needs none. */
  signal?: AbortSignal;
}

/**
 * Prepares a document for an AXML program: what its scripts find as globals, its styles and its events. Nothing of the
 * program is loaded before `start`.
 *
 *     const runtime = install(window, { host, my: () => my });
 *     const my = installMy(window, core, runtime);
 *     void runtime.start();
 */
export function install(
  window: Window & typeof globalThis,
  { host, my, run, more, signal }: AxmlTools,
): AxmlRuntime {
  const { document, queueMicrotask } = window;
  // A program that replaces what it finds changes nothing for the drawing.
  options.debounceRendering = queueMicrotask.bind(window);
  const style = document.createElement('style');
  style.textContent = FRAME_STYLE;
  document.head.append(style);
  installLiveProperties(window);
  installNativeEvents(window, signal);
  return createRuntime({
    window,
    host,
    run: run ?? scriptRunner(window),
    more: more ?? moreLoader(window),
    ...(signal && { signal }),
    my: () => my() as Readonly<Record<string, unknown>>,
  });
}
