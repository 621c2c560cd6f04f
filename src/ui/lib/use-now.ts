import { useEffect, useReducer } from 'react';
import { useSimulator } from '../context.ts';

/**
 * Virtual time in ms since the epoch, new once a second while the component is shown, and whenever the clock is
 * frozen, set going or jumps.
 */
export function useNow(every = 1000): number {
  const { clock } = useSimulator('clock', 'stepper');
  const [, tick] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) tick();
    }, every);
    return () => clearInterval(timer);
  }, [every]);
  return clock.now();
}
