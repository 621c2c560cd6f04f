import { jsapiInfo, namesOfKind } from '../../contract/jsapi/names.ts';
import type { ObservedBody } from '../../contract/wire.ts';
import type { Core, Page } from '../core.ts';
import { defineAccessor, stringify } from '../natives.ts';
import { createAsyncCall } from './async-calls.ts';
import { createMy } from './create-my.ts';
import { createEvents } from './events.ts';
import { createLint } from './lint.ts';
import { createSyncCalls } from './sync-calls.ts';

/** What a kind of program adds to `my`. */
export interface MyExtras {
  /** Members whose work is in the page alone: no message tells of them. */
  members: Readonly<Record<string, (...given: unknown[]) => unknown>>;
  /** What `canIUse` says to what is no name of `my`; undefined: nothing. */
  canIUse(query: unknown): boolean | undefined;
  /** Hears of the super app's events, after those who listen by `my.on…`. */
  event(name: string, payload: unknown): void;
}

/**
 * Gives the page its global `my`.
 * @returns that object
 */
export function installMy(window: Page, core: Core, extras?: MyExtras): object {
  const { link, calls, copy, instant, errors, notice, boot } = core;
  const more = extras?.members ?? {};
  const lint = createLint((api, option, suggestion) =>
    notice('unknownOption', { api: `my.${api}`, option, suggestion }),
  );
  const implemented = (name: string) => boot().jsapi.includes(name);
  const local = new Set([...namesOfKind('sync'), ...namesOfKind('event'), 'call', ...Object.keys(more)]);
  const observed = (api: string, body: ObservedBody) => {
    if (link.send('observed', 0, api, { ...body }) === undefined) return;
    // Only what has been read can be this long: the host knows it, the record says how much it was.
    const { length } = stringify(body);
    link.send('observed', 0, api, { ...body, args: null, reply: { success: `(${length} characters)` } });
  };
  const events = createEvents(errors);
  link.on('event', (_id, name, payload) => {
    events.dispatch(name, payload ?? undefined);
    extras?.event(name, payload ?? undefined);
  });
  const sync = createSyncCalls({
    copy,
    boot,
    has: (name) => local.has(name) || implemented(name),
    canIUse: (query) => extras?.canIUse(query),
    fate: (step) => instant.next(step),
    observed,
  });
  const my = createMy({
    asyncCall: createAsyncCall({ calls, copy, errors, lint }),
    members: { ...sync, ...events.members, ...more },
    implemented,
    secondArgument(name) {
      const second = ['(second argument)'];
      const info = jsapiInfo(name);
      if (info) lint(name, info, second, second);
    },
  });
  defineAccessor(window, 'my', () => my);
  return my;
}
