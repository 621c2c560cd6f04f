import type { Attrs } from '../../contract/axml/toolkit.ts';
import type { ComponentEntry } from '../../contract/axml/unit.ts';
import { componentPrototype } from './component-prototype.ts';
import { type ComponentProps, hasSame } from './component-view.ts';
import { cloned, initialData } from './definition.ts';
import type { PageOwner } from './page-owner.ts';
import type { Runtime } from './runtime.ts';
import { TemplateOwner, type View } from './template-owner.ts';

let lastId = 0;

/** A component of the program at work: the platform's page on the lifecycle of components. */
export class ComponentOwner extends TemplateOwner {
  readonly page: PageOwner;
  /** Whose template it stands in. */
  readonly parent: TemplateOwner;
  /** What it stands in, as events go up. */
  readonly composed: TemplateOwner;
  readonly tag: string;
  readonly id = ++lastId;
  attrs: Attrs;
  #dirty = false;
  /** Something beside a `setData` in `didUpdate` has changed. */
  #tells = false;
  #prevProps: Readonly<Record<string, unknown>> | undefined;
  #updating = false;

  constructor(runtime: Runtime, props: ComponentProps, composed: TemplateOwner, view: View) {
    const entry = runtime.components.get(props.path) as ComponentEntry;
    const definition = runtime.registry.definitionOf(entry);
    super(runtime, entry, definition, Object.create(componentPrototype) as object);
    this.parent = props.owner;
    this.composed = composed;
    this.page = props.owner.page;
    this.tag = props.tag;
    this.attrs = props.attrs;
    this.slots = props.slots;
    this.view = view;
    this.#create();
  }

  override get entry(): ComponentEntry {
    return this.runtime.components.get(this.path) as ComponentEntry;
  }

  override get scope(): string {
    return this.entry.scope;
  }

  override get reference(): unknown {
    const { ref } = this.definition;
    return ref ? this.run(() => ref.call(this.target)) : this.target;
  }

  #create(): void {
    const { target, definition, runtime } = this;
    Object.assign(target, definition.methods);
    target.props = this.#propsOf(this.attrs);
    target.data = initialData(definition.data, (part) =>
      typeof part === 'function' ? this.run(() => part.call(target)) : cloned(part),
    );
    target.is = `/${this.path}`;
    target.$id = this.id;
    target.$page = this.page.target;
    this.parent.children.add(this);
    this.preparing = true;
    this.showAll();
    const { hooks } = definition;
    this.hooks(hooks.created);
    if (runtime.component2) {
      this.hooks(hooks.onInit);
      this.hooks(hooks.deriveDataFromProps, target.props);
      if (this.touched.length > 0) this.observe();
    }
    this.hooks(hooks.attached);
    this.showAll();
    this.before = undefined;
    this.#dirty = false;
    this.preparing = false;
  }

  /** Values of the attributes over the defaults; `onX` names a method of the parent. */
  #propsOf(attrs: Attrs): Readonly<Record<string, unknown>> {
    const props: Record<string, unknown> = { ...this.definition.props };
    for (const name in attrs) {
      const value = attrs[name];
      if (value === undefined || name === 'ref') continue;
      if (typeof value === 'string' && /^(?:on|catch)[A-Z]/.test(name)) {
        if (value !== '') props[name] = this.parent.handler(value);
      } else props[name] = value;
    }
    return props;
  }

  /** Before it is drawn: what has come from outside, or has been set. */
  update({ attrs, slots }: ComponentProps): void {
    this.slots = slots;
    if (this.phase === 'new') return;
    const changed = !hasSame(attrs, this.attrs);
    if (!changed && !this.#dirty) return;
    const { target } = this;
    const props = changed ? this.#propsOf(attrs) : (target.props as Readonly<Record<string, unknown>>);
    this.attrs = attrs;
    this.#dirty = false;
    if (changed) this.#tells = true;
    this.#updating = true;
    this.before ??= { ...target.data };
    this.preparing = true;
    if (this.runtime.component2) this.hooks(this.definition.hooks.deriveDataFromProps, props);
    const last = target.props as Readonly<Record<string, unknown>>;
    this.#prevProps ??= last;
    target.props = props;
    if (this.runtime.component2) this.observe(changed ? changedNames(last, props) : []);
    this.#dirty = false;
    this.preparing = false;
  }

  mounted(): void {
    this.phase = 'shown';
    const { ref } = this.attrs;
    const { hooks } = this.definition;
    if (typeof ref === 'function' || (typeof ref === 'string' && ref !== ''))
      this.parent.invoke(ref, [this.reference]);
    this.page.mounted(this);
    this.hooks(hooks.didMount);
    if (!this.runtime.component2) this.observe();
    this.hooks(hooks.ready);
    this.drawn();
  }

  updated(): void {
    if (this.#updating) {
      this.#updating = false;
      const prevProps = this.#prevProps ?? this.target.props;
      const prevData = this.before ?? this.target.data;
      const tells = this.#tells;
      this.#prevProps = undefined;
      this.before = undefined;
      this.#tells = false;
      if (tells) {
        this.#telling = true;
        this.hooks(this.definition.hooks.didUpdate, prevProps, prevData);
        this.#telling = false;
      }
      if (!this.runtime.component2) this.observe();
    }
    this.drawn();
  }
  #telling = false;

  unmounted(): void {
    this.phase = 'gone';
    this.parent.children.delete(this);
    this.page.unmounted(this);
    const { hooks } = this.definition;
    this.hooks(hooks.didUnmount);
    this.hooks(hooks.detached);
  }

  /** Data that is as it was calls no `didUpdate`, or one that measures and sets what it has found would never end. */
  protected override dataChanged(changed: boolean): void {
    this.#dirty = true;
    if (changed && !this.#telling) this.#tells = true;
  }

  protected override failed(error: unknown): void {
    const { onError } = this.definition.hooks;
    for (const hook of onError ?? [])
      try {
        hook.call(this.target, error);
      } catch (another) {
        super.failed(another);
      }
    super.failed(error);
  }

  protected override scopeData(): Record<string, unknown> {
    const names = Object.keys(this.slots ?? {});
    const slots = Object.fromEntries(names.map((name) => [name === 'default' ? '$default' : name, true]));
    return { $slots: slots, ...(this.target.props as object), ...this.viewData, $id: this.id };
  }

  protected override scopeOfProgram(): Record<string, unknown> {
    return { ...(this.target.props as object), ...this.target.data };
  }
}

const changedNames = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !Object.is(a[name], b[name]));
