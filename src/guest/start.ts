import type { InstantPlan } from '../contract/instant.ts';
import { jsapiInfo, namesOfKind } from '../contract/jsapi/names.ts';
import type { Json } from '../contract/json.ts';
import type { NoticeCode } from '../contract/notices.ts';
import type { Boot, NavigateBody, ObservedBody } from '../contract/wire.ts';
import type { BootName } from './boot.ts';
import { type Calls, createCalls } from './calls.ts';
import { StorageCopy } from './copy.ts';
import { installErrors } from './errors.ts';
import { createAreaStore } from './html5/area-store.ts';
import { installBlocked, installNestedFrames, removeWebRtc } from './html5/blocked.ts';
import { installBridgeStub } from './html5/bridge-script.ts';
import { createCookieJar } from './html5/cookies.ts';
import { installDialogs } from './html5/dialogs.ts';
import { createExchange } from './html5/exchange.ts';
import { installFetch } from './html5/fetch.ts';
import { createInside } from './html5/inside.ts';
import { installLinks, installWindowOpen } from './html5/navigation.ts';
import { installWebStorage } from './html5/web-storage.ts';
import { createXhr } from './html5/xhr.ts';
import { InputLog } from './input.ts';
import { installInput } from './input-events.ts';
import { InstantCalls } from './instant.ts';
import { createLink, type Link } from './link.ts';
import { linkWindowOf } from './link-window.ts';
import { createAsyncCall } from './my/async-calls.ts';
import { createMy } from './my/create-my.ts';
import { createEvents } from './my/events.ts';
import { createLint } from './my/lint.ts';
import { createSyncCalls } from './my/sync-calls.ts';
import { define, defineAccessor, enqueue, randomNonce, stringify } from './natives.ts';
import { installPictures } from './picture/install.ts';
import { installPlayer } from './play/install.ts';
import type { CallbackErrors } from './settle.ts';
import { createSoon } from './soon.ts';

type Page = Window & typeof globalThis;
type Notice = (code: NoticeCode, params: Record<string, string | number>) => void;

/** Puts the guest together in this document: everything is in place when it returns. */
export function startGuest(window: Page, name: BootName): void {
  let boot = name.boot;
  let carried = () => {};
  const copy = new StorageCopy(boot.storage, () => carried());
  const instant = new InstantCalls(boot.instant, () => carried());
  carried = name.carry(() => ({ ...boot, storage: copy.toBoot(), instant: instant.current() }));

  const { performance } = window;
  const hello = { nonce: randomNonce(), url: window.location.href, revision: boot.revision };
  const link = createLink(linkWindowOf(window), hello, () => performance.now());
  const notice: Notice = (code, params) => void link.send('notice', 0, code, { params: shortened(params) });
  const log = new InputLog((type, body) => void link.send('input', 0, type, { ...body }));
  const soon = createSoon(window);
  const pictures = installPictures(window, link, soon);
  link.watch({
    sending(type) {
      // What the user did comes before what follows from it.
      if (type !== 'input' && type !== 'picture') log.flush();
      pictures.sending(type);
    },
    received(type) {
      pictures.received(type);
      if (type === 'ping') player.retry();
    },
    leaving: () => log.flush(),
  });
  const player = installPlayer(window, link, soon, (event) => log.add(event));
  window.addEventListener('beforeunload', () => link.flush(), { capture: true });
  const calls = createCalls(link);

  link.on('boot', (_id, _name, body) => {
    const fresh = body as unknown as Boot;
    boot = { ...fresh, windowName: boot.windowName };
    copy.replace(fresh.storage);
  });
  link.on('instant', (_id, _name, body) => instant.told(body as unknown as InstantPlan));
  const settleCopy = () => copy.settle();
  link.on('ping', settleCopy);

  const thrown = new WeakSet<object>();
  const errors: CallbackErrors = {
    notice: (api, callback, error) =>
      notice('callbackThrew', {
        api: `my.${api}`,
        callback,
        message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      }),
    report(error) {
      if (typeof error === 'object' && error !== null) thrown.add(error);
      window.reportError(error);
    },
  };

  installErrors(window, thrown, (error) => notice('programError', { ...error }));
  installInput(window, log, (event) => player.claim(event));
  installMy(window, { link, calls, copy, instant, errors, notice, boot: () => boot });
  installHtml5(window, { link, calls, copy, instant, notice, boot });
}

interface MyTools {
  link: Link;
  calls: Calls;
  copy: StorageCopy;
  instant: InstantCalls;
  errors: CallbackErrors;
  notice: Notice;
  boot(): Boot;
}

function installMy(window: Page, { link, calls, copy, instant, errors, notice, boot }: MyTools): void {
  const lint = createLint((api, option, suggestion) =>
    notice('unknownOption', { api: `my.${api}`, option, suggestion }),
  );
  const implemented = (name: string) => boot().jsapi.includes(name);
  const local = new Set([...namesOfKind('sync'), ...namesOfKind('event'), 'call']);
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
    members: { ...sync, ...events.members },
    implemented,
    secondArgument(name) {
      const second = ['(second argument)'];
      const info = jsapiInfo(name);
      if (info) lint(name, info, second, second);
    },
  });
  defineAccessor(window, 'my', () => my);
}

interface Html5Tools {
  link: Link;
  calls: Calls;
  copy: StorageCopy;
  instant: InstantCalls;
  notice: Notice;
  boot: Boot;
}

function installHtml5(window: Page, { link, calls, copy, instant, notice, boot }: Html5Tools): void {
  const { document, location, fetch } = window;
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
  const sent = (area: string, body: Json) => link.send('storage', 0, area, body) === undefined;
  const fate = () => instant.next('html5.storage');
  const full = (key: string, problem: string) => notice('storageFull', { key: key.slice(0, 100), problem });
  installWebStorage(window, window.Storage, {
    local: createAreaStore(copy, 'local', (body) => sent('local', { ...body }), full, fate),
    session: createAreaStore(copy, 'session', (body) => sent('session', { ...body }), full, fate),
  });
  const jar = createCookieJar(
    {
      keys: () => copy.keys('cookie'),
      get: (name) => copy.get('cookie', name),
      set(name, value) {
        if (sent('cookie', { op: 'set', key: name, value })) copy.set('cookie', name, value);
      },
      remove(name) {
        sent('cookie', { op: 'remove', key: name });
        copy.remove('cookie', name);
      },
    },
    () => Date.now(),
  );
  defineAccessor(
    window.Document.prototype,
    'cookie',
    () => jar.read(),
    (value) => jar.write(String(value)),
  );

  const inside = createInside(boot.base, () => document.baseURI);
  const exchange = createExchange({ fetch: fetch.bind(window), calls, inside });
  installFetch(window, window.navigator, exchange);
  const { ProgressEvent } = window;
  const xhr = createXhr(window.XMLHttpRequest, {
    exchange,
    inside,
    documentBase: () => document.baseURI,
    refusedSync: (url) => notice('syncXhr', { url }),
    progress: (type, loaded, total) =>
      new ProgressEvent(type, { loaded, total, lengthComputable: total > 0 }),
    setTimeout: (run, ms) => window.setTimeout(run, ms),
    clearTimeout: (timer) => window.clearTimeout(timer),
  });
  define(window, 'XMLHttpRequest', xhr);

  const told = new Set<string>();
  const once = (code: NoticeCode, params: Record<string, string | number>) => {
    const key = `${code} ${Object.values(params).join(' ')}`;
    if (told.has(key) || told.size >= 200) return;
    told.add(key);
    notice(code, params);
  };
  installDialogs(window, {
    alert: (content) => void calls.start('alert', { content }, () => undefined),
    notice: (dialog) => once('pageDialog', { dialog }),
  });
  const navigation = {
    inside,
    go: (url: string) => location.assign(url),
    popup: (url: string) => once('popup', { url: url.slice(0, 500) }),
  };
  installWindowOpen(window, navigation);
  installLinks(window, navigation);
  link.on('navigate', (_id, _name, body) => {
    const { url, replace } = body as unknown as NavigateBody;
    const target = new URL(url, boot.base);
    if (!inside(target)) return;
    if (replace) location.replace(target.href);
    else location.assign(target.href);
  });

  removeWebRtc(window);
  installBlocked(window, (directive, url) => notice('blocked', { directive, url }));
  installNestedFrames(window, () => notice('nestedFrame', {}));
  if (script) {
    installBridgeStub(window, new URL('bridge-stub.js', script.src).href);
    // The program's first script is its own: pages look for it to put others beside it.
    enqueue(() => script.remove());
  }
}

/** Notices carry no more than the host accepts. */
function shortened(params: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, 1000) : value,
    ]),
  );
}
