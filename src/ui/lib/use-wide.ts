import { useSyncExternalStore } from 'react';

/** Below this width, in CSS pixels, the device fills the screen. */
export const WIDE = 900;
const query = typeof matchMedia === 'function' ? matchMedia(`(min-width: ${WIDE}px)`) : undefined;

/** Whether there is room for the three places beside each other. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query?.addEventListener('change', listener);
      return () => query?.removeEventListener('change', listener);
    },
    () => query?.matches ?? true,
  );
}
