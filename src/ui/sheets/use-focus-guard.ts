import { type RefObject, useEffect, useEffectEvent } from 'react';
import { focusGuard } from '../../frame/focus-guard.ts';
import { useSimulator } from '../context.ts';

/**
 * While a dialog of the wallet is open: the program must not take the keyboard. Each theft is noted and undone; after
 * too many of them the dialog is taken away.
 * @param run whose dialog it is
 * @param refuse takes the dialog away
 */
export function useFocusGuard(
  run: string,
  device: RefObject<HTMLElement | null>,
  dialog: RefObject<HTMLDialogElement | null>,
  refuse: () => void,
): void {
  const simulator = useSimulator();
  const note = useEffectEvent((code: 'focusTheft' | 'focusTheftRefused', count: number) => {
    if (simulator.run?.id === run) simulator.run.notice(code, { count });
  });
  const limit = useEffectEvent(() => simulator.policies.focusThefts);
  const takeAway = useEffectEvent(refuse);
  useEffect(() => {
    const frame = device.current?.querySelector('iframe');
    const element = dialog.current;
    if (!frame || !element) return;
    // Where the user was: the guard puts the focus back there.
    let last: HTMLElement = element;
    const remember = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) last = event.target;
    };
    element.addEventListener('focusin', remember);
    const stop = focusGuard({
      frame,
      restore: () => last.focus(),
      onTheft: (count) => note('focusTheft', count),
      onRefuse: (count) => {
        note('focusTheftRefused', count);
        takeAway();
      },
      limit: limit(),
    });
    return () => {
      stop();
      element.removeEventListener('focusin', remember);
    };
  }, [device, dialog]);
}
