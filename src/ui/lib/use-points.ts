import { POINTS, type Points } from '../../messages/points.ts';
import { useUi } from '../store.ts';

/** What is said of stops, breakpoints and rules, in the chosen language. */
export function usePoints(): Points {
  return POINTS[useUi((state) => state.language)];
}
