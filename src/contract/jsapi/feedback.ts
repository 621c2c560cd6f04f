import { z } from 'zod/mini';

/**
 * Arguments of alert, confirm, prompt, toasts, loading and action sheets (the platform's pages on user interface
 * feedback). Where text is shown, anything may be passed: real programs pass numbers and objects too.
 */
const shown = z.optional(z.unknown());
const ms = z.nullish(z.number().check(z.minimum(0), z.maximum(600_000)));

export const alertArgs = z.object({ title: shown, content: shown, buttonText: shown });

export const confirmArgs = z.object({
  title: shown,
  content: shown,
  confirmButtonText: shown,
  cancelButtonText: shown,
});

/** One edition of the pages requires `message`, another `title`; here neither is. */
export const promptArgs = z.object({
  title: shown,
  message: shown,
  placeholder: shown,
  align: z.nullish(z.enum(['left', 'center', 'right'])),
  okButtonText: shown,
  cancelButtonText: shown,
});

/** What a prompt says when the program gives no message. */
export const PROMPT_MESSAGE = 'Enter contents here';

export const showToastArgs = z.object({
  content: shown,
  type: z.nullish(z.enum(['none', 'success', 'fail', 'exception'])),
  /** ms; default: the dialect's. */
  duration: ms,
  /** ms before it is shown. */
  delay: ms,
});

export const showLoadingArgs = z.object({ content: shown, delay: ms });

/** `hideToast` and `hideLoading`; the page that `hideLoading` may name is always the current one here. */
export const hideArgs = z.object({});

export const BADGE_TYPES = ['none', 'point', 'num', 'text', 'more'] as const;

export const showActionSheetArgs = z.object({
  title: shown,
  items: z
    .array(z.union([z.string().check(z.maxLength(1_000)), z.number()]))
    .check(z.minLength(1), z.maxLength(100)),
  cancelButtonText: shown,
  destructiveBtnIndex: z.nullish(z.int()),
  badges: z.nullish(
    z
      .array(
        z.object({
          index: z.int().check(z.minimum(0)),
          type: z.nullish(z.enum(BADGE_TYPES)),
          text: z.nullish(z.union([z.string().check(z.maxLength(100)), z.number()])),
        }),
      )
      .check(z.maxLength(100)),
  ),
});
