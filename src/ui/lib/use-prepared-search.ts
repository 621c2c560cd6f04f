import { useEffect } from 'react';
import { useScreen } from '../context.ts';

/** So many hops are read ahead at once: a few milliseconds. */
const PORTION = 500;

/** Reads hops ahead of a search while the component is shown, between frames, so that the first search is quick, too. */
export function usePreparedSearch(): void {
  const { search, simulator } = useScreen();
  useEffect(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      if (search.prepare(simulator.hops.rows, PORTION)) channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
    return () => channel.port1.close();
  }, [search, simulator]);
}
