import {
  alertArgs,
  confirmArgs,
  hideArgs,
  PROMPT_MESSAGE,
  promptArgs,
  showActionSheetArgs,
  showLoadingArgs,
  showToastArgs,
} from '../../contract/jsapi/feedback.ts';
import type { ActionSheet, Device, Toast } from '../device.ts';
import { checked, invalidParameter } from './checked.ts';
import type { JsapiContext, JsapiHandler } from './context.ts';
import { buttonText, shownText } from './shown-text.ts';
import { abortReason } from './until-aborted.ts';

/** `my.alert`: succeeds with `{}` when the user has tapped the button. */
const alert = checked(alertArgs, async (args, { run, device, dialect, signal }) => {
  await device.present<'alert'>(
    run,
    {
      kind: 'alert',
      title: shownText(args.title),
      content: shownText(args.content),
      buttonText: buttonText(args.buttonText, dialect.defaults.okText),
    },
    signal,
  );
  return { success: {} };
});

/** `my.confirm`: succeeds with `{confirm}`; a cancel is success with `confirm: false`. */
const confirm = checked(confirmArgs, async (args, { run, device, dialect, signal }) => {
  const { confirm } = await device.present<'confirm'>(
    run,
    {
      kind: 'confirm',
      title: shownText(args.title),
      content: shownText(args.content),
      confirmButtonText: buttonText(args.confirmButtonText, dialect.defaults.okText),
      cancelButtonText: buttonText(args.cancelButtonText, dialect.defaults.cancelText),
    },
    signal,
  );
  return { success: { confirm } };
});

/** `my.prompt`: succeeds with `{ok, inputValue}`; the input of a cancelled prompt is empty. */
const prompt = checked(promptArgs, async (args, { run, device, dialect, signal }) => {
  const { ok, inputValue } = await device.present<'prompt'>(
    run,
    {
      kind: 'prompt',
      title: shownText(args.title),
      message: shownText(args.message, PROMPT_MESSAGE),
      placeholder: shownText(args.placeholder),
      align: args.align ?? 'left',
      okButtonText: buttonText(args.okButtonText, dialect.defaults.okText),
      cancelButtonText: buttonText(args.cancelButtonText, dialect.defaults.cancelText),
    },
    signal,
  );
  return { success: { ok, inputValue: ok ? inputValue : '' } };
});

/** `my.showActionSheet`: succeeds with `{index}` of the item, -1 for a cancel. */
const showActionSheet = checked(showActionSheetArgs, async (args, { run, device, dialect, signal }) => {
  const badges = (args.badges ?? []).map(({ index, type, text }) => ({
    index,
    type: type ?? 'none',
    text: shownText(text),
  }));
  const sheet: ActionSheet = {
    kind: 'actionSheet',
    title: shownText(args.title),
    items: args.items.map(String),
    cancelButtonText: buttonText(args.cancelButtonText, dialect.defaults.cancelText),
    destructiveBtnIndex: args.destructiveBtnIndex ?? -1,
    ...(badges.length > 0 ? { badges } : {}),
  };
  const { index } = await device.present<'actionSheet'>(run, sheet, signal);
  return { success: { index } };
});

type Kind = 'toast' | 'loading';
/** What waits to be shown (`delay`), per phone: hiding it, or a newer one of its kind, ends the wait. */
const postponed: Record<Kind, WeakMap<Device, () => void>> = {
  toast: new WeakMap(),
  loading: new WeakMap(),
};

/** Waits `ms` of virtual time. False: it was hidden, or another one came, before its time. */
function mayShow(kind: Kind, { device, clock, signal }: JsapiContext, ms: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      cancel();
      signal.removeEventListener('abort', gone);
      if (postponed[kind].get(device) === drop) postponed[kind].delete(device);
      settle();
    };
    const gone = () => end(() => reject(abortReason(signal)));
    const drop = () => end(() => resolve(false));
    const cancel = clock.after(ms, () => end(() => resolve(true)));
    if (signal.aborted) return gone();
    signal.addEventListener('abort', gone, { once: true });
    postponed[kind].set(device, drop);
  });
}

function dropPostponed(kind: Kind, device: Device): void {
  postponed[kind].get(device)?.();
}

/** Shows a toast; resolves when it is gone: its time is over, it was hidden, or another one took its place. */
function shownUntilGone({ device, clock, signal }: JsapiContext, toast: Toast, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(abortReason(signal));
    const hide = () => {
      if (device.view.toast?.id === toast.id) device.set({ toast: undefined });
    };
    const end = () => {
      cancel();
      stop();
      signal.removeEventListener('abort', gone);
    };
    const gone = () => {
      end();
      hide();
      reject(abortReason(signal));
    };
    device.set({ toast });
    const cancel = clock.after(ms, hide);
    const stop = device.onChange(() => {
      if (device.view.toast?.id === toast.id) return;
      end();
      resolve();
    });
    signal.addEventListener('abort', gone, { once: true });
  });
}

/**
 * `my.showToast`: succeeds with `{}` when the toast has disappeared (the platform's page). `duration` is virtual time
 * and defaults to the dialect's. The type `exception` needs content.
 */
const showToast = checked(showToastArgs, async (args, context) => {
  const { device, dialect } = context;
  const type = args.type ?? 'none';
  const content = shownText(args.content);
  if (type === 'exception' && content === '')
    return invalidParameter('content', 'text, as the type is "exception"', args.content ?? undefined);
  dropPostponed('toast', device);
  if (args.delay && !(await mayShow('toast', context, args.delay))) return { success: {} };
  const toast: Toast = { id: device.newId('toast'), content, type };
  await shownUntilGone(context, toast, args.duration ?? dialect.defaults.toastDuration);
  return { success: {} };
});

/** `my.hideToast`: succeeds with `{}`, whether there was one or not. */
const hideToast = checked(hideArgs, (_args, { device }) => {
  dropPostponed('toast', device);
  if (device.view.toast) device.set({ toast: undefined });
  return { success: {} };
});

/**
 * `my.showLoading`: succeeds with `{}` when it is shown, after `delay`; hidden before that it never is, and succeeds
 * at once. It stays until `my.hideLoading`; another one takes its place.
 */
const showLoading = checked(showLoadingArgs, async (args, context) => {
  const { device } = context;
  dropPostponed('loading', device);
  if (args.delay && !(await mayShow('loading', context, args.delay))) return { success: {} };
  device.set({ loading: { id: device.newId('loading'), content: shownText(args.content) } });
  return { success: {} };
});

/** `my.hideLoading`: succeeds with `{}`, whether there was one or not. */
const hideLoading = checked(hideArgs, (_args, { device }) => {
  dropPostponed('loading', device);
  if (device.view.loading) device.set({ loading: undefined });
  return { success: {} };
});

/** alert confirm prompt, toast, loading, action sheet: the platform's pages on user interface feedback. */
export const feedbackHandlers: Readonly<Record<string, JsapiHandler>> = {
  alert,
  confirm,
  prompt,
  showToast,
  hideToast,
  showLoading,
  hideLoading,
  showActionSheet,
};
