import { jsapiInfo, namesOfKind } from '../../contract/jsapi/names.ts';
import type { ObservedBody } from '../../contract/wire.ts';
import type { Core, Page } from '../core.ts';
import { defineAccessor, stringify } from '../natives.ts';
import { createAsyncCall } from './async-calls.ts';
import { createMy } from './create-my.ts';
import { createEvents } from './events.ts';
import { createLint } from './lint.ts';
import { createSyncCalls } from './sync-calls.ts';

/** What the page itself adds to `my`. */
export interface LocalParts {
  /** Members whose work is in the page alone: no message tells of them. */
  members?: Readonly<Record<string, (...given: unknown[]) => unknown>>;
  /** What a name of `my` that is not there does; undefined: it fails, as an asynchronous call. */
  unknown?(name: string): ((...given: unknown[]) => unknown) | undefined;
  /** What `my.canIUse` says of things that are no calls; undefined: nothing. */
  canIUse?(query: unknown): boolean | undefined;
  /** An event of the super app has come; the program's own listeners have not heard it yet. */
  event?(name: string, payload: unknown): void;
}

/**
 * Gives the page its global `my`.
 * @param local what only this kind of program has
 * @returns that object
 */
export function installMy(window: Page, core: Core, local: LocalParts = {}): object {
  const { link, calls, copy, instant, errors, notice, boot } = core;
  const lint = createLint((api, option, suggestion) =>
    notice('unknownOption', { api: `my.${api}`, option, suggestion }),
  );
  const implemented = (name: string) => boot().jsapi.includes(name);
  const { members: more = {} } = local;
  const here = new Set([...namesOfKind('sync'), ...namesOfKind('event'), 'call', ...Object.keys(more)]);
  const observed = (api: string, body: ObservedBody) => {
    if (link.send('observed', 0, api, { ...body }) === undefined) return;
    // Only what has been read can be this long: the host knows it, the record says how much it was.
    const { length } = stringify(body);
    link.send('observed', 0, api, { ...body, args: null, reply: { success: `(${length} characters)` } });
  };
  const events = createEvents(errors);
  link.on('event', (_id, name, payload) => {
    local.event?.(name, payload ?? undefined);
    events.dispatch(name, payload ?? undefined);
  });
  const sync = createSyncCalls({
    copy,
    boot,
    has: (name) => here.has(name) || implemented(name),
    ...(local.canIUse && { canIUse: local.canIUse }),
    fate: (step) => instant.next(step),
    observed,
  });
  const my = createMy({
    asyncCall: createAsyncCall({ calls, copy, errors, lint }),
    members: { ...sync, ...events.members, ...more },
    implemented,
    unknown: local.unknown?.bind(local),
    secondArgument(name) {
      const second = ['(second argument)'];
      const info = jsapiInfo(name);
      if (info) lint(name, info, second, second);
    },
  });
  defineAccessor(window, 'my', () => my);
  return my;
}
