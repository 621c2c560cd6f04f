/** What the runtime's unit tests share: a host without a wire, and programs put together by hand or by the compiler. */
import type { AppConfig, WindowConfig } from '../../contract/axml/config.ts';
import type { Render } from '../../contract/axml/toolkit.ts';
import type { AxmlUnit, ComponentEntry, PageEntry } from '../../contract/axml/unit.ts';
import { DEFINE } from '../../contract/axml/unit.ts';
import type { Json } from '../../contract/json.ts';
import type { PagesBody } from '../../contract/wire.ts';
import { MORE, MORE_DRAWN } from './components/more.ts';
import type { AxmlRuntime } from './create-runtime.ts';
import { type AxmlHost, PartMissing } from './host.ts';
import { install } from './install.ts';
import type { ModuleFactory } from './modules.ts';
import { addMore } from './more.ts';
import { TabBar } from './tab-bar.ts';

/** A page or component put together by hand. */
export interface Part {
  /** What its script does: calls `Page(…)` or `Component(…)`. */
  script?: () => void;
  template?: Render;
  using?: Record<string, string>;
  config?: Partial<WindowConfig>;
}
export interface HandMade {
  app?: () => void;
  config?: Partial<AppConfig>;
  pages: Record<string, Part>;
  components?: Record<string, Part>;
}

export interface Tested {
  runtime: AxmlRuntime;
  notices: [code: string, params: Record<string, string | number>][];
  errors: unknown[];
  /** What the host was told of the pages, the latest last. */
  told: PagesBody[];
  /** What a `my.*` call, or a bar of the super app, asks of the page. */
  ask(name: string, args?: unknown): Promise<Json>;
  patch(unit: AxmlUnit): Promise<void>;
  /** The root of the page in front. */
  readonly page: HTMLElement;
}

type Defined = [id: string, factory: ModuleFactory][];

/** Lets everything that is queued run, without a timer. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}

/** Units as the host answers them. */
export interface Source {
  load(name: string): Promise<AxmlUnit>;
  run(script: string): void;
}

let last = new AbortController();

/** Starts a program in this document, which is empty before. */
export async function started(source: Source, stack: string[] = [], my: object = {}): Promise<Tested> {
  document.body.replaceChildren();
  document.head.replaceChildren();
  last.abort();
  last = new AbortController();
  const answers = new Map<string, (args: unknown) => Json | Promise<Json>>();
  const notices: Tested['notices'] = [];
  const errors: unknown[] = [];
  const told: PagesBody[] = [];
  let patch: (unit: AxmlUnit) => void = () => undefined;
  const host: AxmlHost = {
    start: { stack },
    base: 'http://program.localhost/',
    load: (name) => source.load(name),
    fileUrl: async (path) => `http://program.localhost/${path}`,
    pages: (body) => void told.push(structuredClone(body)),
    onAsk: (name, answer) => void answers.set(name, answer),
    onPatch: (apply) => {
      patch = apply;
    },
    notice: (code, params) => void notices.push([code, params]),
    report(error) {
      errors.push(error);
      window.dispatchEvent(new ErrorEvent('error', { error, message: String(error) }));
    },
  };
  const ask: Tested['ask'] = async (name, args = {}) => {
    const answer = answers.get(name);
    if (!answer) throw new Error(`Nobody answers ${name}`);
    const reply = await answer(args);
    await settled();
    return reply;
  };
  const own = {
    // As the host does it: the call is recorded, and at its end the page is asked.
    call: (name: string, { success, fail, complete, ...args }: Record<string, (result: unknown) => void>) =>
      ask(name, args).then(
        (result) => {
          success?.(result);
          complete?.(result);
          return result;
        },
        (failure: unknown) => {
          fail?.(failure);
          complete?.(failure);
          throw failure;
        },
      ),
    ...my,
  };
  const global = window as unknown as Record<string, unknown>;
  const runtime = install(window as unknown as Window & typeof globalThis, {
    host,
    my: () => global.my as object,
    signal: last.signal,
    run: async (script) => source.run(script),
    more: async () => addMore({ builtins: MORE, drawn: MORE_DRAWN, TabBar }),
  });
  global.my = { ...own, ...runtime.members };
  await runtime.start();
  await settled();
  return {
    runtime,
    notices,
    errors,
    told,
    ask,
    async patch(unit) {
      patch(unit);
      await settled();
    },
    get page() {
      const roots = document.querySelectorAll<HTMLElement>('axml-screen:not([data-behind]) page');
      const root = roots[roots.length - 1];
      if (!root) throw new Error('There is no page');
      return root;
    },
  };
}

/** A program put together by hand. */
export function handMade({ app, config, pages, components = {} }: HandMade): Source {
  const scripts = new Map<string, Defined>();
  const template = (render: Render): ModuleFactory => {
    return (_require, module) => {
      module.exports = { render, templates: {} };
    };
  };
  const entry = (path: string, part: Part, defined: Defined) => {
    if (part.script) {
      const { script } = part;
      defined.push([`${path}.js`, () => script()]);
    }
    if (part.template) defined.push([`${path}.axml`, template(part.template)]);
    return {
      path,
      using: part.using ?? {},
      ...(part.script && { script: `${path}.js` }),
      ...(part.template && { template: `${path}.axml` }),
    };
  };
  const unit = (name: string): AxmlUnit => {
    const defined: Defined = [];
    const made: AxmlUnit = { name, url: name, script: name, styles: [], components: [], tags: [] };
    if (name === 'app') {
      if (app) defined.push(['app.js', () => app()]);
      made.app = {
        config: { pages: Object.keys(pages), window: { raw: {} }, component2: true, ...config },
        ...(app && { script: 'app.js' }),
      };
      for (const [path, part] of Object.entries(components))
        made.components.push({
          ...entry(path, part, defined),
          scope: `c-${path}`,
          styleIsolation: 'apply-shared',
        } satisfies ComponentEntry);
    } else {
      const part = pages[name];
      if (!part) throw new PartMissing({ message: `There is no ${name}`, problems: [] });
      made.page = {
        ...entry(name, part, defined),
        config: { raw: {}, ...part.config },
        scope: 'p',
      } satisfies PageEntry;
    }
    scripts.set(name, defined);
    return made;
  };
  return {
    load: async (name) => unit(name),
    run(script) {
      const take = (self as unknown as Record<symbol, (define: unknown) => void>)[Symbol.for(DEFINE)];
      take?.((define: (id: string, table: object, factory: ModuleFactory) => void) => {
        for (const [id, factory] of scripts.get(script) ?? []) define(id, {}, factory);
      });
    },
  };
}

/** A compiled program (compiler/index.ts): its project, as far as the runtime knows one. */
export interface Compiled {
  unit(
    name: string,
    delivered: readonly string[],
  ): Promise<{ unit?: AxmlUnit; problems: { severity: string; message: string; file: string }[] }>;
}

/** Units of a compiled program. Its scripts see the globals of this realm. */
export function compiled(project: Compiled): Source {
  const delivered: string[] = [];
  return {
    async load(name) {
      const { unit, problems } = await project.unit(name, delivered);
      if (!unit) throw new PartMissing({ message: `${name} cannot be run`, problems: problems as never });
      delivered.push(name);
      return unit;
    },
    run(script) {
      // biome-ignore lint/security/noGlobalEval: as a script element of the frame does it
      // biome-ignore lint/complexity/noCommaOperator: in the global scope
      (0, eval)(script);
    },
  };
}
