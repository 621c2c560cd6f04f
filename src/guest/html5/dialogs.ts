import { define } from '../natives.ts';

export interface DialogTools {
  /** Shows the text as the super app shows `my.alert`. */
  alert(content: string): void;
  /** The page used a dialog of the browser's. */
  notice(dialog: string): void;
}

/**
 * The page's own dialogs. A frame without `allow-modals` ignores them silently, and nothing can block a page until
 * an answer comes from outside: `alert` is shown by the super app while the page goes on; `confirm` and `prompt`
 * answer as if the user had cancelled.
 */
export function installDialogs(window: object, tools: DialogTools): void {
  define(window, 'alert', (message?: unknown) => {
    tools.notice('alert');
    tools.alert(message === undefined ? '' : String(message));
  });
  define(window, 'confirm', () => {
    tools.notice('confirm');
    return false;
  });
  define(window, 'prompt', () => {
    tools.notice('prompt');
    return null;
  });
}
