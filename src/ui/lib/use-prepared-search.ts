import { useEffect, useRef } from 'react';
import { useScreen, useSimulator } from '../context.ts';

/** So many hops are read ahead at once: a few milliseconds. */
const PORTION = 500;

/**
 * Reads hops ahead of a search while the component is shown, between frames, so that the first search is quick, too: those
 * that are there, and those that come, a whole recording among them.
 */
export function usePreparedSearch(): void {
  const { search } = useScreen();
  const { hops } = useSimulator('trace');
  const go = useRef<() => void>(undefined);
  useEffect(() => {
    const channel = new MessageChannel();
    let goes = false;
    channel.port1.onmessage = () => {
      goes = search.prepare(hops.rows, PORTION);
      if (goes) channel.port2.postMessage(null);
    };
    go.current = () => {
      if (goes || !search.isBehind(hops.rows)) return;
      goes = true;
      channel.port2.postMessage(null);
    };
    return () => channel.port1.close();
  }, [search, hops]);
  // With each drawing: there may be more than before.
  useEffect(() => go.current?.());
}
