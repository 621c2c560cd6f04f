import { type AppConfig, TAB_BAR } from '../../contract/axml/config.ts';
import type { SourceProblem } from '../../contract/axml/source.ts';
import type { AppEntry, AxmlStyle, ComponentEntry, OwnerEntry, PageEntry } from '../../contract/axml/unit.ts';
import { ISOLATED } from '../acss/selectors.ts';
import type { PageName } from './config.ts';
import type { Files } from './files.ts';
import type { Modules, ProgramModule } from './modules.ts';
import type { Owner, Owners } from './owners.ts';
import { Problems } from './problems.ts';
import type { Styles } from './styles.ts';

/** What a unit consists of. */
export interface Contents {
  modules: ProgramModule[];
  components: ComponentEntry[];
  styles: AxmlStyle[];
  app?: AppEntry;
  page?: PageEntry;
  problems: SourceProblem[];
  /** Every file that it was made of. */
  files: Set<string>;
}

/** What app.json says. */
export interface ProgramConfig {
  config: AppConfig;
  pages: readonly PageName[];
  appText: string;
  /** Components of all pages, by tag. */
  using: ReadonlyMap<string, string>;
}

/** Finds out what the units of a program consist of. */
export class Collector {
  readonly #files: Files;
  readonly #modules: Modules;
  readonly #styles: Styles;
  readonly #owners: Owners;
  readonly #program: ProgramConfig;

  constructor(files: Files, modules: Modules, styles: Styles, owners: Owners, program: ProgramConfig) {
    this.#files = files;
    this.#modules = modules;
    this.#styles = styles;
    this.#owners = owners;
    this.#program = program;
  }

  async app(): Promise<Contents> {
    const problems = new Problems((id) => this.#files.pathOf(id));
    const files = new Set<string>(['app.json', 'mini.project.json']);
    const [script, style] = await Promise.all([
      this.#files.first(['app.js', 'app.ts', 'app.mjs', 'app.cjs']),
      this.#files.first(['app.acss', 'app.css']),
    ]);
    await this.#checkStyleKind('app', style, problems);
    const modules = script === undefined ? [] : await this.#modules.reachable([script]);
    addModules(modules, problems, files);
    const styles =
      style === undefined
        ? []
        : [await this.#styles.style(style, 'app', { kind: 'app', guard: false }, problems, files)];
    const config = this.#program.config;
    return {
      modules,
      components: [],
      styles,
      app: { config, ...(script === undefined ? {} : { script }) },
      problems: problems.list,
      files,
    };
  }

  async page(path: string): Promise<Contents> {
    const problems = new Problems((id) => this.#files.pathOf(id));
    const files = new Set<string>();
    const page = await this.#owners.owner(path);
    if (page.template === undefined && page.script === undefined) {
      const at = this.#program.pages.find((one) => one.path === path)?.at ?? 0;
      problems.add('app.json', this.#program.appText, [
        { severity: 'error', at, message: `The page '${path}' has neither ${path}.axml nor ${path}.js` },
      ]);
    } else if (page.template === undefined) {
      const at = this.#program.pages.find((one) => one.path === path)?.at ?? 0;
      problems.add('app.json', this.#program.appText, [
        { severity: 'error', at, message: `The page '${path}' has no ${path}.axml` },
      ]);
    }

    const { tabBar } = this.#program.config;
    const isTab = tabBar?.items.some(({ pagePath }) => pagePath === path) ?? false;
    const bar = tabBar?.customize && isTab ? TAB_BAR : undefined;
    if (bar !== undefined && !(await this.#files.has(`${bar}.axml`)))
      problems.add('app.json', this.#program.appText, [
        {
          severity: 'error',
          at: Math.max(0, this.#program.appText.indexOf('customize')),
          message: `The tab bar is the program's own ('customize'), and there is no ${bar}.axml`,
        },
      ]);

    // Pages and components, each once; only those whose tags stand in a template are needed.
    const owners = new Map<string, { owner: Owner; entry: OwnerEntry }>();
    const order: string[] = [];
    const modules = new Map<string, ProgramModule>();
    for (let wave = [page]; wave.length > 0; ) {
      const next: string[] = [];
      for (const owner of wave) {
        order.push(owner.path);
        problems.add(owner.json ?? `${owner.path}.json`, owner.jsonText, owner.problems);
        if (owner.json !== undefined) files.add(owner.json);
        await this.#checkStyleKind(owner.path, owner.style, problems);
        const own = await this.#modules.reachable(
          [owner.script, owner.template].filter((id) => id !== undefined),
        );
        for (const module of own) modules.set(module.id, module);
        const using = await this.#usingOf(owner);
        owners.set(owner.path, { owner, entry: entryOf(owner, using) });
        next.push(...Object.values(using));
        if (owner === page && bar !== undefined) next.push(bar);
      }
      const missing = [...new Set(next)].filter((one) => !owners.has(one));
      wave = await Promise.all(missing.map((one) => this.#owners.owner(one)));
      // Two of one wave may not be met twice.
      wave = wave.filter((owner) => !owners.has(owner.path));
    }
    addModules([...modules.values()], problems, files);
    for (const { id, text, includes } of modules.values())
      for (const [target, at] of includes)
        if (includesItself(id, target, modules))
          problems.add(id, text, [{ severity: 'error', at, message: 'This file includes itself in turn' }]);

    const components: ComponentEntry[] = [];
    const guard = [...owners.values()].some(({ owner }) => owner !== page && owner.isolation === 'isolated');
    const styles: AxmlStyle[] = [];
    // Components stand before what uses them, so that the user's styles win.
    for (const one of order.reverse()) {
      const { owner, entry } = owners.get(one) as { owner: Owner; entry: OwnerEntry };
      if (owner === page) continue;
      const scope = scopeOf('c', one);
      const isolated = owner.isolation === 'isolated';
      components.push({
        ...entry,
        scope: isolated ? `${scope} ${ISOLATED}` : scope,
        styleIsolation: owner.isolation,
      });
      if (owner.style === undefined) continue;
      const scoping =
        owner.isolation === 'shared'
          ? ({ kind: 'app', guard } as const)
          : ({ kind: 'component', scope } as const);
      styles.push(await this.#styles.style(owner.style, one, scoping, problems, files));
    }
    const scope = scopeOf('p', path);
    if (page.style !== undefined)
      styles.push(
        await this.#styles.style(page.style, path, { kind: 'page', scope, guard }, problems, files),
      );
    if (guard) {
      // The app's styles, once more: they do not reach into what is isolated.
      const app = await this.#files.first(['app.acss', 'app.css']);
      if (app !== undefined)
        styles.unshift(
          await this.#styles.style(
            app,
            'app',
            { kind: 'app', guard },
            new Problems((id) => this.#files.pathOf(id)),
            files,
          ),
        );
    }
    const { entry } = owners.get(path) as { entry: OwnerEntry };
    return {
      modules: [...modules.values()],
      components,
      styles,
      page: { ...entry, config: page.window, scope, ...(bar === undefined ? {} : { tabBar: bar }) },
      problems: problems.list,
      files,
    };
  }

  /** Components by tag: those whose tags stand in the owner's templates. */
  async #usingOf(owner: Owner): Promise<Record<string, string>> {
    const tags = new Set<string>();
    const seen = new Set<string>();
    for (let wave = owner.template === undefined ? [] : [owner.template]; wave.length > 0; ) {
      const templates = await Promise.all(wave.map((id) => this.#modules.module(id)));
      wave = [];
      for (const template of templates) {
        if (!template) continue;
        for (const tag of template.tags.keys()) tags.add(tag);
        for (const id of template.templates) {
          if (seen.has(id)) continue;
          seen.add(id);
          wave.push(id);
        }
      }
    }
    const using: [string, string][] = [];
    for (const tag of tags) {
      const path = owner.using.get(tag) ?? this.#program.using.get(tag);
      if (path !== undefined) using.push([tag, path]);
    }
    return Object.fromEntries(using);
  }

  /** Styles in another language would be silently missing. */
  async #checkStyleKind(path: string, style: string | undefined, problems: Problems): Promise<void> {
    if (style !== undefined) return;
    for (const kind of ['less', 'scss', 'sass', 'styl']) {
      const id = `${path}.${kind}`;
      if (!(await this.#files.has(id))) continue;
      problems.add(id, '', [
        { severity: 'error', at: 0, message: `Styles in ${kind} are not read: compile them to ${path}.acss` },
      ]);
    }
  }
}

function entryOf(owner: Owner, using: Record<string, string>): OwnerEntry {
  return {
    path: owner.path,
    ...(owner.script === undefined ? {} : { script: owner.script }),
    ...(owner.template === undefined ? {} : { template: owner.template }),
    using,
  };
}

function addModules(modules: readonly ProgramModule[], problems: Problems, files: Set<string>): void {
  for (const module of modules) {
    files.add(module.id);
    // What is odd in a package is nobody's here to mend.
    const ours = !`/${module.id}`.includes('/node_modules/');
    problems.add(
      module.id,
      module.text,
      ours ? module.problems : module.problems.filter(({ severity }) => severity === 'error'),
    );
  }
}

/** Whether `from`, or what it includes, includes a file. */
function includesItself(id: string, from: string, modules: ReadonlyMap<string, ProgramModule>): boolean {
  const seen = new Set<string>([from]);
  // Grows while it is walked.
  for (const one of seen) {
    if (one === id) return true;
    for (const target of modules.get(one)?.includes.keys() ?? []) seen.add(target);
  }
  return false;
}

/** A class for an owner: readable, and no other owner's. */
function scopeOf(kind: 'p' | 'c', path: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193) >>> 0;
  const name = path
    .split('/')
    .slice(-2)
    .join('-')
    .replace(/[^\w-]/g, '_');
  return `${kind}-${name}-${hash.toString(36)}`;
}
