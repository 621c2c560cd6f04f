import { enqueue, NativePromise } from './natives.ts';

/** The functions that a program gave to one call. Values that are no functions are not called. */
export interface Callbacks {
  success?: unknown;
  fail?: unknown;
  complete?: unknown;
  /** The last argument of `my.call`: gets either object. */
  callback?: unknown;
}

/** What the guest does about a callback that throws. */
export interface CallbackErrors {
  /** Tells the developer. */
  notice(api: string, callback: string, error: unknown): void;
  /** Shows the error in the program's own console, as if nobody had caught it. */
  report(error: unknown): void;
}

/** One call on its way: settles exactly once, whatever comes after. */
export interface Settling {
  promise: Promise<unknown>;
  /** @param result the object that every callback and the promise get, one and the same */
  settle(kind: 'success' | 'fail', result: unknown): void;
}

/**
 * The order of the platform: `success` or `fail`, then `complete`, then the promise, each exactly once. A callback
 * that throws does not stop the others. When a callback was given, nobody need look at the promise: its rejection
 * is marked handled, so a program in callback style never raises an unhandled rejection.
 */
export function createSettling(api: string, callbacks: Callbacks, errors: CallbackErrors): Settling {
  let settled = false;
  let resolve: (value: unknown) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new NativePromise<unknown>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  const { success, fail, complete, callback } = callbacks;
  if ([success, fail, complete, callback].some((given) => typeof given === 'function'))
    promise.catch(() => undefined);

  const run = (name: string, given: unknown, result: unknown) => {
    if (typeof given !== 'function') return;
    try {
      given(result);
    } catch (error) {
      errors.notice(api, name, error);
      enqueue(() => errors.report(error));
    }
  };
  return {
    promise,
    settle(kind, result) {
      if (settled) return;
      settled = true;
      if (kind === 'success') run('success', success, result);
      else run('fail', fail, result);
      run('complete', complete, result);
      run('callback', callback, result);
      if (kind === 'success') resolve(result);
      else reject(result);
    },
  };
}
