import type { AppConfig, WindowConfig } from '../../contract/axml/config.ts';
import type { AxmlUnit, PageEntry } from '../../contract/axml/unit.ts';
import { DEFINE } from '../../contract/axml/unit.ts';
import { type PageAddress, readAddress } from './address.ts';
import { App, type LaunchOptions, launchOptions } from './app.ts';
import { createAsset } from './asset.ts';
import { type AxmlHost, PartMissing } from './host.ts';
import {
  canIUseComponent,
  createMembers,
  type Member,
  type MemberTools,
  Openings,
  unknownMember,
} from './members.ts';
import { Modules } from './modules.ts';
import { tabBarClass } from './more.ts';
import { installAsks, tellTab } from './page-asks.ts';
import { PageOwner } from './page-owner.ts';
import { Registry } from './registry.ts';
import type { RunScript } from './run-script.ts';
import type { Runtime } from './runtime.ts';
import { PageStack } from './stack.ts';
import { StyleSheets } from './style-sheets.ts';
import type { TabBar } from './tab-bar.ts';
import { OwnerToolkit } from './toolkit.ts';
import { Units } from './units.ts';

export interface RuntimeTools {
  window: Window & typeof globalThis;
  host: AxmlHost;
  run: RunScript;
  signal?: AbortSignal;
  /** Brings the components of more.ts. */
  more(): Promise<void>;
  /** The program's global `my`, once it is there. */
  my(): Readonly<Record<string, unknown>>;
}

export interface AxmlRuntime {
  /** Members of `my` that have no message. */
  readonly members: Readonly<Record<string, Member>>;
  /** What a name that `my` does not have does in its place; undefined: it fails. */
  unknown(name: string): Member | undefined;
  /** What `canIUse` says of components; undefined: nothing. */
  canIUse(query: unknown): boolean | undefined;
  /** Loads the program and opens its first page. Resolves when that is shown, or cannot be. */
  start(): Promise<void>;
  /** `appShow` and `appHide` of the super app. */
  event(name: string, payload: unknown): void;
}

/** The version of the platform's library whose documents are the measure. */
const SDK_VERSION = '2.9.0';

const NO_CONFIG: AppConfig = { pages: [], window: { raw: {} }, component2: true };

/** Puts the runtime of one program together. */
export function createRuntime({ window, host, run, my, more, signal }: RuntimeTools): AxmlRuntime {
  const { document } = window;
  const report = (error: unknown) => host.report(error);
  const modules = new Modules();
  const registry = new Registry(modules, report);
  const app = new App(report);
  const units = new Units(host, run, new StyleSheets(document), more);
  const told = new Set<string>();
  let launched: LaunchOptions = launchOptions('', {});
  let tabs: TabBar | undefined;
  let version = 0;
  const config = () => units.config ?? NO_CONFIG;

  const runtime: Runtime = {
    window,
    host,
    modules,
    registry,
    components: units.components,
    pages: units.pages,
    get stack() {
      return stack.pages;
    },
    get my() {
      return my();
    },
    get component2() {
      return config().component2;
    },
    get version() {
      return version;
    },
    toolkit: (owner) => new OwnerToolkit(owner),
    report,
    once(code, params) {
      const name = `${code} ${JSON.stringify(params)}`;
      if (told.has(name) || told.size >= 500) return;
      told.add(name);
      host.notice(code, params);
    },
  };

  const stack = new PageStack({
    host,
    config,
    make,
    changed: (page) => tabs?.select(page.tab ? page.path : undefined),
  });
  const openings = new Openings((work) => guarded(work));
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      report(error);
    }
  };
  const tools: MemberTools = {
    window,
    app,
    current: () => stack.top,
    launched: () => launched,
    component2: () => runtime.component2,
    run: guarded,
    stub: (api) => runtime.once('axmlStub', { api }),
  };
  const members = createMembers(tools);
  const local = new Set(Object.keys(members));
  members.navigateTo = (options) =>
    openings.navigateTo((given) => {
      const call = my().call as (name: string, options: unknown) => Promise<unknown>;
      return call('navigateTo', given);
    }, options);

  async function make(address: PageAddress, common: WindowConfig, tab: boolean): Promise<PageOwner> {
    const loading = document.createElement('axml-loading');
    document.body.append(loading);
    let failure: unknown;
    try {
      await units.load(address.path);
    } catch (error) {
      failure = error;
      report(error);
    } finally {
      loading.remove();
    }
    const entry = units.pages.get(address.path);
    if (!entry) units.pages.set(address.path, missingPage(address.path));
    const made = units.pages.get(address.path) as PageEntry;
    for (const component of units.componentsOf(made)) registry.definitionOf(component);
    const page = new PageOwner(runtime, made, address, { ...common, ...made.config }, tab);
    if (!entry) {
      page.failure = failureText(document, address.path, failure);
      units.pages.delete(address.path);
    }
    return page;
  }

  const tapped = (index: number) => {
    const item = tabs?.items[index];
    const page = stack.top;
    if (!item || !page) return;
    if (page.path === item.pagePath) {
      const what = { pagePath: item.pagePath, text: item.text, index };
      page.tell('onSelectedTabItemTap', what);
      const direct = page.target.onTabItemTap;
      if (typeof direct === 'function') page.run(() => direct.call(page.target, { from: 'user', ...what }));
      return;
    }
    page.tell('beforeTabItemTap');
    void stack
      .switchTab(readAddress(item.pagePath))
      .then(() => tellTab(stack, tabs, item.pagePath, 'user'))
      .catch(report);
  };

  const patch = async (unit: AxmlUnit) => {
    await units.put(unit);
    // Templates hold on to the templates that they import.
    modules.forget((id) => /\.(?:axml|sjs)$/.test(id));
    version++;
    for (const page of stack.all) page.redraw();
  };

  const openStack = async () => {
    const { pages } = config();
    const wanted = host.start.stack.map(readAddress);
    const missing = wanted.find(({ path }) => !pages.includes(path));
    if (missing) {
      runtime.once('axmlPageGone', { page: missing.path });
      app.tell('onPageNotFound', { path: missing.path, query: missing.query, isEntryPage: true });
    }
    const known = wanted.filter(({ path }) => pages.includes(path));
    const [home] = pages;
    const [first = home === undefined ? undefined : readAddress(home), ...others] = known;
    if (!first) throw new PartMissing({ message: 'The program has no page', problems: [] });
    // An app that has gone somewhere in the meantime stays there.
    if (stack.top) return;
    await stack.restart(first);
    for (const address of others) await stack.push(address);
  };

  Object.defineProperty(window, Symbol.for(DEFINE), {
    value: (unit: (define: Modules['define']) => void) => unit(modules.define),
    configurable: true,
  });
  const globals = {
    App: app.register,
    Page: registry.register,
    Component: registry.register,
    Mixin: same,
    getApp: () => app.target,
    getCurrentPages: () => stack.pages.map(({ target }) => target),
    // What sjs has in the place of literals and `new`.
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...given: []) => new Date(...given),
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(window, name, { value, writable: true, configurable: true });

  return {
    members,
    unknown: (name) => unknownMember(tools, name),
    canIUse: (query) => canIUseComponent(query, runtime.component2, local),
    event(name, payload) {
      if (name !== 'appShow' && name !== 'appHide') return;
      const shown = name === 'appShow';
      if (shown) app.tell('onShow', { ...launched, ...(payload as object | undefined) });
      else app.tell('onHide');
      stack.top?.foreground(shown);
    },
    async start() {
      const listening = signal ? { signal } : {};
      const failed = ({ error }: ErrorEvent) => {
        if (!(error instanceof PartMissing)) app.tellError(error);
      };
      const rejected = ({ reason, promise }: PromiseRejectionEvent) =>
        void app.tell('onUnhandledRejection', { reason, promise });
      const resized = () => {
        const { innerWidth: windowWidth, innerHeight: windowHeight } = window;
        stack.top?.tell('onResize', { size: { windowWidth, windowHeight } });
      };
      window.addEventListener('error', failed, listening);
      window.addEventListener('unhandledrejection', rejected, listening);
      window.addEventListener('resize', resized, listening);
      installAsks({
        window,
        host,
        app,
        stack,
        tabs: () => tabs,
        opening: (url, page) => openings.opened(url, page),
      });
      host.onPatch((unit) => void patch(unit).catch(report));
      Object.assign(my(), { SDKVersion: SDK_VERSION, env: { USER_DATA_PATH: 'https://usr' } });
      try {
        const first = units.load('app');
        // What is known to come is asked for at once: a program that starts again is to be there again soon.
        const again = host.start.stack.at(-1);
        if (again !== undefined) {
          void more().catch(() => undefined);
          void units.load(readAddress(again).path).catch(() => undefined);
        }
        await first;
        const { tabBar, pages } = config();
        const Bar = tabBarClass();
        if (tabBar && Bar && !tabBar.customize)
          tabs = new Bar(document, tabBar, createAsset(host, ''), tapped);
        const [start = readAddress(pages[0] ?? '')] = host.start.stack.map(readAddress).slice(0, 1);
        launched = launchOptions(start.path, start.query);
        app.run(modules, units.script);
        app.tell('onLaunch', { ...launched });
        app.tell('onShow', { ...launched });
        await openStack();
      } catch (error) {
        report(error);
        document.body.append(failureText(document, 'app.json', error));
      }
    },
  };
}

/** A mixin is what it was made of. */
const same = <T>(options: T): T => options;

const missingPage = (path: string): PageEntry => ({ path, using: {}, config: { raw: {} }, scope: '' });

/** What stands in the place of a page that cannot be run. */
function failureText(document: Document, path: string, error: unknown): HTMLElement {
  const box = document.createElement('axml-failed');
  box.className = 'axml-failed';
  const add = (name: string, text: string, into: HTMLElement = box) => {
    const element = document.createElement(name);
    element.textContent = text;
    into.append(element);
    return element;
  };
  add('h1', path);
  add('p', error instanceof Error ? error.message : 'This page could not be loaded.');
  if (error instanceof PartMissing && error.problems.length > 0) {
    const list = add('ul', '');
    for (const { file, line, column, message } of error.problems)
      add('li', `${file}:${line}:${column} ${message}`, list);
  }
  return box;
}
