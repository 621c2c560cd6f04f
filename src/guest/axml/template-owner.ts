import type { ComponentChildren } from 'preact';
import type { Child, Slots, TemplateModule, Toolkit } from '../../contract/axml/toolkit.ts';
import type { OwnerEntry } from '../../contract/axml/unit.ts';
import { createAsset } from './asset.ts';
import type { Owner } from './builtin.ts';
import type { ComponentOwner } from './component-owner.ts';
import { type DataPath, parsePath, valueAt, withValueAt } from './data-path.ts';
import type { Definition, Hook, Options } from './definition.ts';
import { observersOf } from './observers.ts';
import type { PageOwner } from './page-owner.ts';
import type { Runtime } from './runtime.ts';
import { share } from './share.ts';

/** A page or component as its program knows it: `this` of its functions. */
export type ProgramObject = Record<string, unknown> & { data: Record<string, unknown> };

/** What draws an owner's template. */
export interface View {
  /** Draws it again, soon and once for all calls until then. */
  redraw(): void;
}

const owners = new WeakMap<object, TemplateOwner>();

/** The owner behind a program's page or component. */
export function ownerOf(target: unknown): TemplateOwner | undefined {
  return typeof target === 'object' && target !== null ? owners.get(target) : undefined;
}

/**
 * A page or component at work. There are two sets of data: the program's own (`this.data`), and the view's, which is changed by
 * `setData` alone and keeps each part that is equal.
 */
export abstract class TemplateOwner implements Owner {
  readonly runtime: Runtime;
  readonly path: string;
  readonly definition: Definition;
  readonly target: ProgramObject;
  readonly asset: Owner['asset'];
  /** Components that its own template has made, in the order in which they came. */
  readonly children = new Set<ComponentOwner>();
  abstract readonly page: PageOwner;
  /** What stands inside of it where it is used. */
  slots: Slots | null = null;
  viewData: Record<string, unknown> = {};
  protected view: View | undefined;
  protected phase: 'new' | 'shown' | 'gone' = 'new';
  /** The template is being made ready: what is set now is drawn with it. */
  protected preparing = false;
  /** Of the program's data before the first change that has not been drawn. */
  protected before: Record<string, unknown> | undefined;
  /** What `setData` has touched since the observers ran. */
  protected touched: DataPath[] = [];
  readonly #toolkit: Toolkit;
  readonly #observers: ReturnType<typeof observersOf>;
  readonly #handlers = new Map<string, Hook>();
  #callbacks: Hook[] = [];
  #nodes: Child[] = [];

  constructor(runtime: Runtime, entry: OwnerEntry, definition: Definition, target: object) {
    this.runtime = runtime;
    this.path = entry.path;
    this.definition = definition;
    this.target = target as ProgramObject;
    this.asset = createAsset(runtime.host, entry.path);
    this.#toolkit = runtime.toolkit(this);
    this.#observers = observersOf(definition.observers);
    owners.set(target, this);
  }

  /** As the last unit has brought it. */
  abstract get entry(): OwnerEntry;
  abstract get scope(): string;
  /** What others get when they ask for it. */
  abstract get reference(): unknown;
  /** What names in the template's expressions are looked up in. */
  protected abstract scopeData(): Record<string, unknown>;

  get host() {
    return this.runtime.host;
  }
  get my() {
    return this.runtime.my;
  }

  /** Calls a function of the program with its own `this`; what it throws is reported. */
  run<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  /** A function of the program has thrown. */
  protected failed(error: unknown): void {
    this.runtime.report(error);
  }

  hooks(hooks: readonly Hook[] | undefined, ...given: unknown[]): void {
    for (const hook of hooks ?? []) this.run(() => hook.apply(this.target, given));
  }

  call(method: unknown, event: object): void {
    this.invoke(method, [event]);
  }

  /** Calls the method of that name, or the function itself. */
  invoke(method: unknown, given: readonly unknown[]): unknown {
    const found = typeof method === 'function' ? method : this.target[String(method)];
    if (typeof found === 'function') return this.run(() => found.apply(this.target, given));
    this.runtime.once('axmlNoHandler', { method: String(method), path: this.path });
    return undefined;
  }

  /** A method of this owner as a component gets it in a prop; the same function each time. */
  handler(name: string): Hook {
    let known = this.#handlers.get(name);
    if (!known) {
      known = (...given: unknown[]) => this.invoke(name, given);
      this.#handlers.set(name, known);
    }
    return known;
  }

  /** `setData(data, callback)`: values of paths; an undefined one is not set. */
  setData(patch: unknown, callback?: unknown): void {
    const { data } = this.#changing();
    let changed = false;
    if (typeof patch === 'object' && patch !== null)
      for (const [name, value] of Object.entries(patch)) {
        if (value === undefined) {
          this.runtime.once('axmlUndefined', { name, path: this.path });
          continue;
        }
        const path = parsePath(name);
        const [key = ''] = path;
        data[key] = withValueAt(data[key], path, value, 1);
        if (this.#show(path, share(valueAt(this.viewData, path), value))) changed = true;
      }
    this.#changed(callback, changed);
  }

  /** `$spliceData({path: [start, count, ...items]}, callback)`. */
  spliceData(patch: unknown, callback?: unknown): void {
    const { data } = this.#changing();
    if (typeof patch === 'object' && patch !== null)
      for (const [name, value] of Object.entries(patch)) {
        if (!Array.isArray(value)) continue;
        const path = parsePath(name);
        const [key = ''] = path;
        const [start = 0, count = 0, ...items] = value as [number, number, ...unknown[]];
        data[key] = withValueAt(data[key], path, listAt(data, path).toSpliced(start, count, ...items), 1);
        const copies = items.map((item) => share(undefined, item) ?? null);
        this.#show(path, listAt(this.viewData, path).toSpliced(start, count, ...copies));
      }
    this.#changed(callback, true);
  }

  #changing(): ProgramObject {
    const { target } = this;
    if (typeof target.data !== 'object' || target.data === null) target.data = {};
    this.before ??= { ...target.data };
    return target;
  }

  /** @returns whether there is another value now; of a function, which no view has, nobody can say */
  #show(path: DataPath, value: unknown): boolean {
    this.touched.push(path);
    if (value === undefined) return true;
    if (Object.is(valueAt(this.viewData, path), value)) return false;
    this.viewData = withValueAt(this.viewData, path, value) as Record<string, unknown>;
    return true;
  }

  #changed(callback: unknown, changed: boolean): void {
    if (this.phase === 'gone') return;
    if (typeof callback === 'function') this.#callbacks.push(callback as Hook);
    this.dataChanged(changed);
    if (this.phase === 'shown' && !this.preparing) this.view?.redraw();
  }

  /** `setData` has been called. @param _changed with other values than there were */
  protected dataChanged(_changed: boolean): void {}

  /** The view's data becomes what the program's is now, changed in place or not. */
  protected showAll(): void {
    this.viewData = share(this.viewData, this.target.data) as Record<string, unknown>;
  }

  /** Calls the observers of what has been set; what they set is seen by them, too. */
  protected observe(props: readonly string[] = []): void {
    const paths = [...this.touched, ...props.map((name): DataPath => [name])];
    this.touched = [];
    if (this.#observers.length === 0) return;
    let turns = 0;
    for (let open = paths; open.length > 0 && turns < 100; turns++) {
      const data = this.scopeOfProgram();
      for (const { matches, given, observer } of this.#observers)
        if (open.some(matches)) this.run(() => observer.apply(this.target, given(data)));
      open = this.touched;
      this.touched = [];
    }
  }

  /** What observers are given. */
  protected scopeOfProgram(): Record<string, unknown> {
    return this.target.data;
  }

  /** The nodes of the template. One that throws leaves what was shown before. */
  draw(): ComponentChildren {
    const { template } = this.entry;
    if (template === undefined) return null;
    try {
      const { render } = this.runtime.modules.require(template) as TemplateModule;
      this.#nodes = render(this.scopeData(), this.#toolkit);
    } catch (error) {
      this.runtime.report(error);
    }
    return this.#nodes as ComponentChildren;
  }

  /** What was set has been drawn. */
  protected drawn(): void {
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) this.run(() => callback.call(this.target));
  }

  /** The template has been patched. */
  redraw(): void {
    this.view?.redraw();
    for (const child of this.children) child.redraw();
  }
}

function listAt(data: Record<string, unknown>, path: DataPath): unknown[] {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
}

/** What a program's options hold beside the parts that the platform reads. */
export function own(options: Options, without: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !without.includes(name)));
}
