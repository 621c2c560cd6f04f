export interface FocusGuardOptions {
  /** The program's frame. */
  frame: HTMLIFrameElement;
  /** Puts the focus back where the user had it, inside the dialog. */
  restore(): void;
  /** The frame has taken the focus for the `count`-th time. */
  onTheft(count: number): void;
  /** It was once too often: the dialog is to be refused. The guard has stopped. */
  onRefuse(count: number): void;
  /** Thefts that are borne; the next one refuses. */
  limit?: number;
}

/** How often the focus may be stolen from one dialog. */
export const FOCUS_THEFTS = 5;

/**
 * Watches for the program taking the keyboard focus while a dialog of the super app is open. A modal dialog makes the
 * frame inert for the user, yet a script in it can still focus itself, and keys go to it (measured).
 * @returns stops watching
 */
export function focusGuard({ frame, restore, onTheft, onRefuse, limit = FOCUS_THEFTS }: FocusGuardOptions) {
  const { ownerDocument: document } = frame;
  const window = document.defaultView;
  const channel = new MessageChannel();
  let count = 0;
  let stopped = false;
  const stop = () => {
    stopped = true;
    window?.removeEventListener('blur', look, true);
    document.removeEventListener('focusin', look, true);
    channel.port1.close();
  };
  const check = () => {
    if (stopped || document.activeElement !== frame) return;
    count++;
    onTheft(count);
    if (count > limit) {
      stop();
      onRefuse(count);
      return;
    }
    restore();
  };
  // While `blur` is on its way the browser has not finished moving the focus: what is focused now would look focused
  // and get no keys (measured). A message comes after it; a timer might stand still.
  const look = () => {
    if (!stopped) channel.port2.postMessage(null);
  };
  channel.port1.onmessage = check;
  window?.addEventListener('blur', look, true);
  document.addEventListener('focusin', look, true);
  look();
  return stop;
}
