import type { AppConfig } from '../../contract/axml/config.ts';
import { axmlFolder } from '../../contract/axml/project.ts';
import type { ProgramSource, SourcePlace, SourceProblem } from '../../contract/axml/source.ts';
import { TAGS } from '../../contract/axml/tags.ts';
import type { AxmlChange, AxmlStyle, AxmlUnit, ComponentEntry } from '../../contract/axml/unit.ts';
import type { Fault } from '../compiled.ts';
import { answerTo, styleKey } from './change.ts';
import { type App, type PageName, readApp, readProjectFile } from './config.ts';
import { Collector, type Contents } from './contents.ts';
import { Files } from './files.ts';
import { parseJson } from './json.ts';
import { Modules, type ProgramModule } from './modules.ts';
import { excerptOf, Originals } from './original.ts';
import { Owners, usingOf } from './owners.ts';
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

/**
 * Reads the configuration of an AXML program. What is wrong with the program is in the problems; an exception is a defect of the
 * source, such as a server that does not answer.
 */
export async function createProject(source: ProgramSource, options: ProjectOptions): Promise<Project> {
  const project = new AxmlProject(source, options);
  await project.read();
  return project;
}

/** Where app.json is; undefined: nowhere, or it cannot be read. */
async function folderIn(files: Files): Promise<string | undefined> {
  const known = new Map<string, Readonly<Record<string, unknown>> | undefined>();
  for (;;) {
    const asked: string[] = [];
    const found = axmlFolder((path) => {
      if (!known.has(path)) asked.push(path);
      return known.get(path);
    });
    if (asked.length === 0) return found?.app;
    for (const path of asked) {
      const value = parseJson((await files.text(path)) ?? '', [])?.value;
      known.set(path, typeof value === 'object' && !Array.isArray(value) ? (value ?? undefined) : undefined);
    }
  }
}

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
    const root =
      (await folderIn(top)) ??
      (await top.first([...named, ''].map((folder) => `${folder}app.json`)))?.slice(0, -'app.json'.length);
    this.#under(root ?? '');

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
    const styles = new Map(had.flatMap((one) => one.styles.map((style) => [styleKey(style), style.css])));
    problems.addAll(contents.problems);
    const { page, app } = contents;
    if (page && page.template === undefined && page.script === undefined) return { problems: problems.list };
    const unit = this.#unit(
      name,
      contents.modules.filter(({ id }) => !modules.has(id)),
      contents.styles.filter((style) => styles.get(styleKey(style)) !== style.css),
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
    const tags = new Set(modules.flatMap((module) => [...module.tags.keys()]));
    const known = [...tags].filter((tag) => Object.hasOwn(TAGS, tag));
    return { name, url, script: made.script, styles, components, tags: known };
  }

  #content(name: string): Promise<Contents> {
    let contents = this.#contents.get(name);
    if (!contents) {
      const collector = new Collector(this.#files, this.#modules, this.#styles, this.#owners, {
        config: this.config as AppConfig,
        pages: this.#pages,
        appText: this.#appText,
        using: this.#using,
      });
      contents = name === 'app' ? collector.app() : collector.page(name);
      this.#contents.set(name, contents);
      contents.catch(() => this.#contents.delete(name));
    }
    return contents;
  }

  async change(paths: readonly string[], delivered: readonly string[] = []): Promise<ChangeResult> {
    const ids = paths.map((path) => this.#files.idOf(path));
    const isConfig = (id: string) => id === 'app.json' || this.#files.pathOf(id) === 'mini.project.json';
    const before = this.config ? await Promise.all(delivered.map((name) => this.#content(name))) : [];
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
    const after = await Promise.all(delivered.map((name) => this.#content(name)));
    const problems = this.#newProblems();
    for (const one of after) problems.addAll(one.problems);
    const answer = answerTo(ids, moved, before, after, (id) => this.#styles.has(id));
    return {
      change:
        answer.kind === 'patch'
          ? { kind: 'patch', unit: this.#unit('patch', answer.modules, answer.styles, []) }
          : { kind: answer.kind },
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
