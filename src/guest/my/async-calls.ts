import { type JsapiInfo, jsapiInfo } from '../../contract/jsapi/names.ts';
import type { Json } from '../../contract/json.ts';
import type { CallEnd, Calls } from '../calls.ts';
import type { StorageCopy } from '../copy.ts';
import { define, enqueue } from '../natives.ts';
import { toPlain } from '../plain.ts';
import { type CallbackErrors, createSettling } from '../settle.ts';
import type { createLint } from './lint.ts';
import { type ReadOptions, readOptions } from './options.ts';
import { createTransfer, TRANSFERS } from './transfer.ts';

export interface AsyncTools {
  calls: Calls;
  copy: StorageCopy;
  errors: CallbackErrors;
  lint: ReturnType<typeof createLint>;
}

/** What a program gets when it aborts a `my.request` (the platform's code for a stopped request). */
export const ABORTED = { error: 20, errorMessage: 'The request was stopped by the mini program.' } as const;

const UNKNOWN: JsapiInfo = { kind: 'async', options: [], results: [] };

/**
 * Makes any asynchronous member of `my`, implemented or not: a name that the host does not know fails there with
 * error 1, through the same settling, and is recorded.
 * @returns a function `(name, options, callback?) → promise`
 */
export function createAsyncCall(tools: AsyncTools) {
  return (name: string, given: unknown, callback?: unknown): Promise<unknown> => {
    const known = jsapiInfo(name);
    const info = known ?? UNKNOWN;
    let read: ReadOptions;
    let args: Json;
    try {
      read = readOptions(given, info.local);
    } catch (error) {
      return refuse(name, { callback }, invalid(error).errorMessage);
    }
    if (known) tools.lint(name, known, read.given, read.functions);
    const callbacks = { ...read.callbacks, callback };
    try {
      args = toPlain(read.args, 'the options');
    } catch (error) {
      return refuse(name, callbacks, invalid(error).errorMessage);
    }
    if (!NAME.test(name)) return failSoon(name, callbacks, notAName(name));
    const settling = createSettling(name, callbacks, tools.errors);
    const transfer = TRANSFERS.has(name) ? createTransfer() : undefined;
    const call = tools.calls.start(name, args, (end: CallEnd) => {
      if ('success' in end) {
        mirror(tools.copy, name, args);
        transfer?.done(end.success);
        settling.settle('success', end.success);
      } else settling.settle('fail', end.fail);
    });
    if (transfer || name === 'request' || name === 'httpRequest')
      define(settling.promise, 'abort', () => call.abort({ fail: { ...ABORTED } }));
    for (const [member, value] of Object.entries(transfer?.members ?? {}))
      define(settling.promise, member, value);
    return settling.promise;
  };

  /** The arguments cannot travel: the host says what the wallet says to that. */
  function refuse(name: string, callbacks: object, problem: string) {
    if (!NAME.test(name)) return failSoon(name, callbacks, notAName(name));
    const settling = createSettling(name, callbacks, tools.errors);
    tools.calls.refuse(name, problem, (end) => {
      if ('success' in end) settling.settle('success', end.success);
      else settling.settle('fail', end.fail);
    });
    return settling.promise;
  }

  function failSoon(name: string, callbacks: object, failure: { error: number; errorMessage: string }) {
    const settling = createSettling(name, callbacks, tools.errors);
    enqueue(() => settling.settle('fail', failure));
    return settling.promise;
  }
}

/** What can travel as the name of a call. */
const NAME = /^\S{1,64}$/;
const notAName = (name: string) => ({
  error: 1,
  errorMessage: `my.${name.slice(0, 64)} is not implemented: a JSAPI has a name of 1 to 64 characters.`,
});

export function invalid(error: unknown): { error: number; errorMessage: string } {
  return {
    error: 2,
    errorMessage: `Invalid parameters: ${error instanceof Error ? error.message : String(error)}.`,
  };
}

/** What an asynchronous call has stored is seen by the next synchronous one. */
function mirror(copy: StorageCopy, name: string, args: Json): void {
  if (name === 'clearStorage') copy.clear('my');
  if (args === null || typeof args !== 'object' || Array.isArray(args)) return;
  const { key, data } = args;
  if (typeof key !== 'string') return;
  if (name === 'setStorage') copy.set('my', key, data ?? null);
  if (name === 'removeStorage') copy.remove('my', key);
}
