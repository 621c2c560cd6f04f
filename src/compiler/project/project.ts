import type { AppConfig } from '../../contract/axml/config.ts';
import type { ProgramSource, SourcePlace, SourceProblem } from '../../contract/axml/source.ts';
import type {
  AppEntry,
  AxmlChange,
  AxmlStyle,
  AxmlUnit,
  ComponentEntry,
  OwnerEntry,
  PageEntry,
} from '../../contract/axml/unit.ts';
import { ISOLATED } from '../acss/selectors.ts';
import type { Fault } from '../compiled.ts';
import { type App, type PageName, readApp, readProjectFile } from './config.ts';
import { Files } from './files.ts';
import { parseJson } from './json.ts';
import { Modules, type ProgramModule } from './modules.ts';
import { excerptOf, Originals } from './original.ts';
import { type Owner, Owners, usingOf } from './owners.ts';
import { Problems } from './problems.ts';
import { Reading } from './reading.ts';
import { Resolver } from './resolve.ts';
import { type UnitScript, unitScript } from './script.ts';
import { Styles } from './styles.ts';

export interface ProjectOptions {
  /** Of the program: names its sources in a debugger. */
  program: string;
}

/** A unit, when there is one, and what its developer should know. */
export interface UnitResult {
  /** Absent: there is no such unit; an error among `problems` says why. */
  unit?: AxmlUnit;
  /** Errors first. A unit may come with errors: what they are about throws when it is run, the rest lives. */
  problems: SourceProblem[];
}

export interface ChangeResult {
  change: AxmlChange;
  problems: SourceProblem[];
}

/** An AXML program, compiled part by part as the parts are asked for. */
export interface Project {
  /** Folder of app.json in the source: empty, or with `/` at its end. */
  readonly root: string;
  /** app.json, read. Absent: it cannot be; `problems` say why. */
  readonly config: AppConfig | undefined;
  /** Of app.json and mini.project.json. */
  readonly problems: readonly SourceProblem[];
  /**
   * `app`, or a page of app.json.
   * @param delivered units that the frame has already: what they brought is left out
   */
  unit(name: string, delivered?: readonly string[]): Promise<UnitResult>;
  /**
   * What an edit asks of a frame that has some units. The next calls know the new content.
   * @param paths of the source that have changed, come or gone
   */
  change(paths: readonly string[], delivered?: readonly string[]): Promise<ChangeResult>;
  /** What stands at a place of a unit's script, as a stack names it (`url` of the unit). Lines and columns begin at 1. */
  original(url: string, line: number, column: number): SourcePlace | undefined;
  /** A place of a file with the lines around it. */
  excerpt(file: string, line: number, column: number): Promise<SourcePlace>;
}

/** What a unit consists of. */
interface Contents {
  modules: ProgramModule[];
  components: ComponentEntry[];
  styles: AxmlStyle[];
  app?: AppEntry;
  page?: PageEntry;
  problems: SourceProblem[];
  /** Every file that it was made of. */
  files: Set<string>;
}

/**
 * Reads the configuration of an AXML program. What is wrong with the program is in the problems; an exception is a defect of the
 * source, such as a server that does not answer.
 */
export async function createProject(source: ProgramSource, options: ProjectOptions): Promise<Project> {
  const project = new AxmlProject(source, options);
  await project.read();
  return project;
}

/** Where app.json may be when it is not on top and mini.project.json does not say where. */
const USUAL = ['src/', 'dist/'];

class AxmlProject implements Project {
  root = '';
  config: AppConfig | undefined;
  problems: SourceProblem[] = [];
  readonly #source: ProgramSource;
  readonly #program: string;
  #files: Files;
  #resolver!: Resolver;
  #modules!: Modules;
  #styles!: Styles;
  #owners!: Owners;
  #originals!: Originals;
  #pages: readonly PageName[] = [];
  #appText = '';
  #using: ReadonlyMap<string, string> = new Map();
  #contents = new Map<string, Promise<Contents>>();
  #scripts = 0;

  constructor(source: ProgramSource, { program }: ProjectOptions) {
    this.#source = source;
    this.#program = program;
    this.#files = new Files(source, '');
    this.#under('');
  }

  #under(root: string): void {
    this.root = root;
    if (root !== this.#files.root) this.#files = new Files(this.#source, root);
    const pathOf = (id: string) => this.#files.pathOf(id);
    this.#resolver = new Resolver(this.#files);
    this.#modules = new Modules(this.#files, this.#resolver);
    this.#styles = new Styles(this.#files, this.#resolver);
    this.#owners = new Owners(this.#files, this.#resolver);
    this.#originals ??= new Originals(pathOf);
  }

  async read(): Promise<void> {
    const problems = new Problems((path) => path);
    const top = new Files(this.#source, '');
    const projectText = await top.text('mini.project.json');
    const faults: Fault[] = [];
    const about = readProjectFile(
      new Reading(projectText?.trim() ? parseJson(projectText, faults) : undefined, faults),
    );
    problems.add('mini.project.json', projectText ?? '', faults);
    const named = about.root && !about.root.startsWith('../') ? [`${about.root}/`] : [];
    const root = await top.first([...named, '', ...USUAL].map((folder) => `${folder}app.json`));
    this.#under(root === undefined ? '' : root.slice(0, -'app.json'.length));

    const appId = `${this.root}app.json`;
    const text = await top.text(appId);
    const found: Fault[] = [];
    let app: App | undefined;
    if (text === undefined) found.push({ severity: 'error', at: 0, message: 'There is no app.json' });
    else {
      const reading = new Reading(parseJson(text, found), found, 'app.json');
      if (reading.node) {
        app = readApp(reading, about.component2, found);
        this.#using = await usingOf(reading, 'app.json', this.#resolver, this.#files, found);
      }
    }
    problems.add(appId, text ?? '', found);
    this.#appText = text ?? '';
    this.#pages = app?.pages ?? [];
    this.config = app && app.pages.length > 0 ? app.config : undefined;
    this.problems = problems.list;
  }

  async unit(name: string, delivered: readonly string[] = []): Promise<UnitResult> {
    const problems = this.#newProblems();
    if (name === 'app') problems.addAll(this.problems);
    if (!this.config) return { problems: this.problems };
    if (name !== 'app' && !this.#pages.some(({ path }) => path === name)) {
      problems.add('app.json', this.#appText, [
        { severity: 'error', at: 0, message: `'${name}' is no page of app.json` },
      ]);
      return { problems: problems.list };
    }
    const contents = await this.#content(name);
    const had = await Promise.all(delivered.filter((one) => one !== name).map((one) => this.#content(one)));
    const modules = new Set(had.flatMap((one) => one.modules.map(({ id }) => id)));
    const components = new Set(had.flatMap((one) => one.components.map(({ path }) => path)));
    const styles = new Set(had.flatMap((one) => one.styles.map(styleKey)));
    problems.addAll(contents.problems);
    const { page, app } = contents;
    if (page && page.template === undefined && page.script === undefined) return { problems: problems.list };
    const unit = this.#unit(
      name,
      contents.modules.filter(({ id }) => !modules.has(id)),
      contents.styles.filter((style) => !styles.has(styleKey(style))),
      contents.components.filter(({ path }) => !components.has(path)),
    );
    return { unit: { ...unit, ...(app ? { app } : {}), ...(page ? { page } : {}) }, problems: problems.list };
  }

  #newProblems(): Problems {
    return new Problems((id) => this.#files.pathOf(id));
  }

  #unit(
    name: string,
    modules: readonly ProgramModule[],
    styles: AxmlStyle[],
    components: ComponentEntry[],
  ): AxmlUnit {
    const url = `miniauth://${this.#program}/~units/${++this.#scripts}/${name}.js`;
    const made: UnitScript = unitScript(
      url,
      modules,
      (id) => `miniauth://${this.#program}/${this.#files.pathOf(id)}`,
    );
    this.#originals.add(url, made);
    return { name, url, script: made.script, styles, components };
  }

  #content(name: string): Promise<Contents> {
    let contents = this.#contents.get(name);
    if (!contents) {
      contents = name === 'app' ? this.#appContent() : this.#pageContent(name);
      this.#contents.set(name, contents);
      contents.catch(() => this.#contents.delete(name));
    }
    return contents;
  }

  async #appContent(): Promise<Contents> {
    const problems = this.#newProblems();
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
    const config = this.config as AppConfig;
    return {
      modules,
      components: [],
      styles,
      app: { config, ...(script === undefined ? {} : { script }) },
      problems: problems.list,
      files,
    };
  }

  async #pageContent(path: string): Promise<Contents> {
    const problems = this.#newProblems();
    const files = new Set<string>();
    const page = await this.#owners.owner(path);
    if (page.template === undefined && page.script === undefined) {
      const at = this.#pages.find((one) => one.path === path)?.at ?? 0;
      problems.add('app.json', this.#appText, [
        { severity: 'error', at, message: `The page '${path}' has neither ${path}.axml nor ${path}.js` },
      ]);
    } else if (page.template === undefined) {
      const at = this.#pages.find((one) => one.path === path)?.at ?? 0;
      problems.add('app.json', this.#appText, [
        { severity: 'error', at, message: `The page '${path}' has no ${path}.axml` },
      ]);
    }

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
      }
      const missing = [...new Set(next)].filter((one) => !owners.has(one));
      wave = await Promise.all(missing.map((one) => this.#owners.owner(one)));
      // Two of one wave may not be met twice.
      wave = wave.filter((owner) => !owners.has(owner.path));
    }
    addModules([...modules.values()], problems, files);

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
          await this.#styles.style(app, 'app', { kind: 'app', guard }, this.#newProblems(), files),
        );
    }
    const { entry } = owners.get(path) as { entry: OwnerEntry };
    return {
      modules: [...modules.values()],
      components,
      styles,
      page: { ...entry, config: page.window, scope },
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
      const path = owner.using.get(tag) ?? this.#using.get(tag);
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

  async change(paths: readonly string[], delivered: readonly string[] = []): Promise<ChangeResult> {
    const before = await Promise.all(delivered.map((name) => this.#content(name)));
    const used = new Set(before.flatMap(({ files }) => [...files]));
    const oldComponents = new Set(before.flatMap(({ components }) => components.map(({ path }) => path)));
    const ids = paths.map((path) => this.#files.idOf(path));
    const isConfig = (id: string) => id === 'app.json' || this.#files.pathOf(id) === 'mini.project.json';
    const moved = await this.#files.forget(ids);
    this.#contents.clear();
    this.#owners.forgetAll();
    if (moved || ids.some((id) => id.endsWith('package.json'))) {
      this.#resolver.forget();
      this.#modules.forgetLinks();
    } else for (const id of ids) this.#modules.forget(id);

    if (ids.some(isConfig) || !this.config) {
      await this.read();
      return { change: { kind: 'reload' }, problems: this.problems };
    }
    const problems = this.#newProblems();
    const touched = ids.filter((id) => used.has(id));
    const after = await Promise.all(delivered.map((name) => this.#content(name)));
    for (const one of after) problems.addAll(one.problems);
    const now = new Set(after.flatMap(({ files }) => [...files]));
    const come = ids.filter((id) => now.has(id) && !used.has(id));
    // What came may have taken the place of something else; what went is missing.
    if (moved && (touched.length > 0 || come.length > 0 || !sameSet(used, now)))
      return { change: { kind: 'reload' }, problems: problems.list };
    if (touched.length === 0) return { change: { kind: 'nothing' }, problems: problems.list };
    const isStyle = (id: string) => this.#styles.has(id);
    if (!touched.every((id) => isStyle(id) || id.endsWith('.axml')))
      return { change: { kind: 'reload' }, problems: problems.list };
    // A template that uses another component: its script is not in the frame yet.
    const newComponents = after.flatMap(({ components }) => components.map(({ path }) => path));
    if (newComponents.some((path) => !oldComponents.has(path)))
      return { change: { kind: 'reload' }, problems: problems.list };

    const modules = new Map(after.flatMap((one) => one.modules.map((module) => [module.id, module])));
    const stale = dependents(
      modules,
      touched.filter((id) => id.endsWith('.axml')),
    );
    const known = new Set(before.flatMap((one) => one.modules.map(({ id }) => id)));
    const sent = [...modules.values()].filter(({ id }) => stale.has(id) || !known.has(id));
    const had = new Map(before.flatMap((one) => one.styles.map((style) => [styleKey(style), style.css])));
    const styles = after
      .flatMap((one) => one.styles)
      .filter((style) => had.get(styleKey(style)) !== style.css);
    return {
      change: { kind: 'patch', unit: this.#unit('patch', sent, unique(styles, styleKey), []) },
      problems: problems.list,
    };
  }

  original(url: string, line: number, column: number): SourcePlace | undefined {
    return this.#originals.find(url, line, column);
  }

  async excerpt(file: string, line: number, column: number): Promise<SourcePlace> {
    const text = await this.#files.text(this.#files.idOf(file));
    return { file, line, column, ...(text === undefined ? {} : { excerpt: excerptOf(text, line) }) };
  }
}

const styleKey = ({ owner, file }: AxmlStyle): string => `${owner}\n${file}`;

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
    problems.add(module.id, module.text, module.problems);
  }
}

/** Modules that cannot stay as they are when some change: those that require them, directly or not. */
function dependents(modules: ReadonlyMap<string, ProgramModule>, changed: readonly string[]): Set<string> {
  const stale = new Set(changed);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, table } of modules.values()) {
      if (stale.has(id) || !Object.values(table).some((target) => stale.has(target))) continue;
      stale.add(id);
      grown = true;
    }
  }
  return stale;
}

function unique<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

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
