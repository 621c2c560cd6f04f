import { EXPLAIN, type Explain } from '../../../messages/explain.ts';
import { useUi } from '../../store.ts';

/** What is said about a step, in the chosen language. */
export function useExplain(): Explain {
  return EXPLAIN[useUi((state) => state.language)];
}
