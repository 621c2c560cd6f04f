import { decode } from '../../contract/codec.ts';
import { badKey, isKey, type JsapiFailure, refuseSize, storageInfo } from '../../contract/jsapi/storage.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import type { Boot, ObservedBody } from '../../contract/wire.ts';
import type { StorageCopy } from '../copy.ts';
import type { InstantFate } from '../instant.ts';
import { toPlain } from '../plain.ts';
import { invalid } from './async-calls.ts';
import { canIUse } from './can-i-use.ts';
import { readOptions } from './options.ts';

export interface SyncTools {
  copy: StorageCopy;
  boot(): Boot;
  has(name: string): boolean;
  /** What `canIUse` says of things that are no calls; undefined: nothing. */
  canIUse?(query: unknown): boolean | undefined;
  /** What becomes of this call, if a rule has a say in it. */
  fate(step: string): InstantFate;
  /** Reports a call that has been answered; a reply of undefined length is cut by the sender. */
  observed(name: string, body: ObservedBody): void;
}

type Answer = { success: Json } | { fail: JsapiFailure | JsonObject };
type Work = (args: JsonObject, name: string) => Answer;

/**
 * The synchronous members of `my`: answered from the guest's copy, reported afterwards. A failure is returned, not
 * thrown: `{ error, errorMessage }`, with `success: false` where success is a field of the answer.
 */
export function createSyncCalls(tools: SyncTools): Record<string, (given?: unknown) => unknown> {
  const { copy } = tools;
  const keyed =
    (work: (key: string, args: JsonObject) => Answer): Work =>
    (args, name) =>
      isKey(args.key) ? work(args.key, args) : { fail: badKey(name, args.key) };
  const works: Record<string, Work> = {
    getStorageSync: keyed((key) => ({ success: { data: copy.get('my', key) ?? null } })),
    setStorageSync: keyed((key, { data = null }) => {
      const fail = refuseSize(key, data, copy.others('my', key));
      if (fail) return { fail };
      copy.set('my', key, data);
      return { success: { success: true } };
    }),
    removeStorageSync: keyed((key) => {
      copy.remove('my', key);
      return { success: { success: true } };
    }),
    clearStorageSync: () => {
      copy.clear('my');
      return { success: { success: true } };
    },
    getStorageInfoSync: () => ({ success: storageInfo(copy.keys('my'), copy.size('my')) }),
    getSystemInfoSync: () => ({ success: tools.boot().systemInfo }),
    getAppIdSync: () => ({ success: { appId: tools.boot().appId } }),
  };

  const members: Record<string, (given?: unknown) => unknown> = {};
  for (const [name, work] of Object.entries(works))
    members[name] = (given) => {
      let args: Json = null;
      let answer: Answer;
      const { reply: injected, rule } = tools.fate(`jsapi.${name}`);
      try {
        args = toPlain(readOptions(given).args, 'the options');
        answer = injected ?? work(isObject(args) ? args : {}, name);
      } catch (error) {
        answer = injected ?? { fail: invalid(error) };
      }
      tools.observed(name, {
        args,
        reply: 'success' in answer ? { success: answer.success } : { fail: { ...answer.fail } },
        ...(rule === undefined ? {} : { rule }),
        ...(injected ? { injected: true } : {}),
      });
      if ('success' in answer) return decode(answer.success);
      return /^(set|remove|clear)/.test(name) ? { success: false, ...answer.fail } : { ...answer.fail };
    };
  members.canIUse = (query) => {
    const { reply: injected, rule } = tools.fate('jsapi.canIUse');
    const reply = injected ?? { success: tools.canIUse?.(query) ?? canIUse(query, tools.has) };
    tools.observed('canIUse', {
      args: typeof query === 'string' ? query : null,
      reply,
      ...(rule === undefined ? {} : { rule }),
      ...(injected ? { injected: true } : {}),
    });
    return 'success' in reply ? decode(reply.success) : { ...reply.fail };
  };
  return members;
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
