import type { Hop } from '../../../host/hops.ts';
import { useScreen } from '../../context.ts';

/** How a reader calls a step: its number, or what it is when it has none. */
export function useStepName(): (hop: Hop) => string {
  const { index } = useScreen();
  return (hop) => {
    const number = index.numberOf(hop.id);
    return number === undefined ? hop.step : `${number} (${hop.step})`;
  };
}
