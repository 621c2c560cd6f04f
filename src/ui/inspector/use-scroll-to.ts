import { useEffect, useEffectEvent } from 'react';
import { useUi } from '../store.ts';

/**
 * Brings the chosen step into sight when it was chosen elsewhere: by a key, a link, or a button of another place.
 * @param show scrolls to a hop, if it is not in sight
 */
export function useScrollToChosen(show: (hop: string) => void): void {
  const chosen = useUi((state) => state.selected);
  const onChosen = useEffectEvent(show);
  useEffect(() => {
    if (chosen !== undefined) onChosen(chosen);
  }, [chosen]);
}
