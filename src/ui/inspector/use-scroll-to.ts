import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useUi } from '../store.ts';

/**
 * Brings the chosen step into sight when it was chosen elsewhere: by a key, a link, or a button of another place. When
 * the last step is followed again, the end.
 * @param show scrolls to a hop, if it is not in sight
 */
export function useScrollToChosen(
  scroller: RefObject<HTMLElement | null>,
  show: (hop: string) => void,
): void {
  const chosen = useUi((state) => state.selected);
  const onChosen = useEffectEvent(show);
  useEffect(() => {
    const element = scroller.current;
    if (chosen !== undefined) onChosen(chosen);
    else if (element) element.scrollTop = element.scrollHeight;
  }, [chosen, scroller]);
}
