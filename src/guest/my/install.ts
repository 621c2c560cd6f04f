import { jsapiInfo, namesOfKind } from '../../contract/jsapi/names.ts';
import type { ObservedBody } from '../../contract/wire.ts';
import type { Core, Page } from '../core.ts';
import { defineAccessor, stringify } from '../natives.ts';
import { createAsyncCall } from './async-calls.ts';
import { createMy } from './create-my.ts';
import { createEvents } from './events.ts';
import { createLint } from './lint.ts';
import { createSyncCalls } from './sync-calls.ts';

/** Members of `my` whose work is in the page alone: no message tells of them. */
export type LocalMembers = Readonly<Record<string, (...given: unknown[]) => unknown>>;

/**
 * Gives the page its global `my`.
 * @param more members that only this kind of program has
 * @returns that object
 */
export function installMy(window: Page, core: Core, more: LocalMembers = {}): object {
  const { link, calls, copy, instant, errors, notice, boot } = core;
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
  link.on('event', (_id, name, payload) => events.dispatch(name, payload ?? undefined));
  const sync = createSyncCalls({
    copy,
    boot,
    has: (name) => local.has(name) || implemented(name),
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
