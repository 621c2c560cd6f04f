import type { Json } from '../../contract/json.ts';
import type { NoticeCode } from '../../contract/notices.ts';
import type { NavigateBody } from '../../contract/wire.ts';
import type { Core, Page } from '../core.ts';
import { define, defineAccessor, enqueue } from '../natives.ts';
import { createAreaStore } from './area-store.ts';
import { installBlocked, installNestedFrames, removeWebRtc } from './blocked.ts';
import { installBridgeStub } from './bridge-script.ts';
import { createCookieJar } from './cookies.ts';
import { installDialogs } from './dialogs.ts';
import { createExchange } from './exchange.ts';
import { installFetch } from './fetch.ts';
import { createInside } from './inside.ts';
import { installLinks, installWindowOpen } from './navigation.ts';
import { installWebStorage } from './web-storage.ts';
import { createXhr } from './xhr.ts';

/** What a plain page has of the browser, made the super app's: storage, cookies, requests, dialogs and links. */
export function installHtml5(window: Page, core: Core): void {
  const { link, calls, copy, instant, notice } = core;
  const boot = core.boot();
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
