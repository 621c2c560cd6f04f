import { useLayoutEffect as useDone, useReducer, useRef } from 'preact/hooks';
import type { Owner } from '../builtin.ts';

/**
 * Effects here run at the end of the rendering (`useLayoutEffect`): others wait for a frame and a timer, which a test may
 * have stopped.
 */
export { useDone, useRef };

/** Renders the component again. */
export function useAgain(): () => void {
  return useReducer((count: number) => count + 1, 0)[1] as () => void;
}

/**
 * A property of a control that an attribute sets, when it is new: what the user has done since stays. Of a controlled one,
 * the attribute holds after each rendering.
 */
export function useSetting<E extends Element>(
  control: { current: E | null },
  value: unknown,
  controlled: boolean,
  set: (control: E) => void,
): void {
  useDone(() => {
    if (control.current) set(control.current);
  }, [controlled ? {} : value]);
}

/** The address of a file of the program; undefined until it is known, and when there is none. */
export function useAsset(owner: Owner, src: unknown): string | undefined {
  const again = useAgain();
  const late = useRef<{ src: unknown; url: string } | undefined>(undefined);
  if (src === undefined || src === null || src === '') return undefined;
  if (late.current?.src === src) return late.current.url;
  return owner.asset(src, (url) => {
    late.current = { src, url };
    again();
  });
}
