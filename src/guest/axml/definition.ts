/** What a program passes to `Page()` or `Component()`, or takes in with `mixins`. */
export type Options = Readonly<Record<string, unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: functions of the program
export type Hook = (...given: any[]) => unknown;

const HOOKS = ['onInit', 'deriveDataFromProps', 'didMount', 'didUpdate', 'didUnmount', 'onError'] as const;
const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached'] as const;
export type HookName = (typeof HOOKS)[number] | (typeof LIFETIMES)[number];

/** Options with their mixins put together: the platform's page on mixins. */
export interface Definition {
  options: Options;
  /** From the weakest to the strongest. */
  data: readonly unknown[];
  props: Readonly<Record<string, unknown>>;
  methods: Readonly<Record<string, unknown>>;
  /** In the order in which they are called. */
  hooks: Readonly<Partial<Record<HookName, readonly Hook[]>>>;
  /** Functions for events of the page, by name. */
  rootEvents: Readonly<Record<string, readonly Hook[]>>;
  observers: readonly (readonly [names: string, observer: Hook])[];
  /** Every mixin that takes part. */
  mixins: ReadonlySet<object>;
  /** `ref()`: what others get when they ask for the instance. */
  ref: Hook | undefined;
  /** `options: { virtualHost: false }` and the other switches. */
  switches: Readonly<Record<string, unknown>>;
}

/**
 * Mixins come before what takes them in, in order, each with its own mixins first. Of props, methods and data the last one wins; lifecycles,
 * observers and page events are all called.
 */
export function defined(options: Options): Definition {
  const data: unknown[] = [];
  const props: Record<string, unknown> = {};
  const methods: Record<string, unknown> = {};
  const hooks: Partial<Record<HookName, Hook[]>> = {};
  const rootEvents: Record<string, Hook[]> = {};
  const observers: [string, Hook][] = [];
  const mixins = new Set<object>();
  const switches = record(options.options);
  const add = (part: Options, above: readonly object[]) => {
    for (const mixin of list(part.mixins)) {
      if (typeof mixin !== 'object' || mixin === null || above.includes(mixin)) continue;
      mixins.add(mixin);
      add(mixin as Options, [...above, mixin]);
    }
    if (part.data !== undefined) data.push(part.data);
    Object.assign(props, record(part.props));
    Object.assign(methods, record(part.methods));
    const lifetimes = switches.lifetimes === true ? record(part.lifetimes) : {};
    for (const name of HOOKS) push(hooks, name, part[name]);
    for (const name of LIFETIMES) push(hooks, name, lifetimes[name]);
    for (const [name, hook] of Object.entries(record(part.rootEvents))) push(rootEvents, name, hook);
    if (switches.observers === true)
      for (const [names, observer] of Object.entries(record(part.observers)))
        if (typeof observer === 'function') observers.push([names, observer as Hook]);
  };
  add(options, [options]);
  const ref = typeof options.ref === 'function' ? (options.ref as Hook) : undefined;
  return { options, data, props, methods, hooks, rootEvents, observers, mixins, ref, switches };
}

function push<Name extends string>(into: Partial<Record<Name, Hook[]>>, name: Name, hook: unknown): void {
  if (typeof hook !== 'function') return;
  const hooks = into[name];
  if (hooks) hooks.push(hook as Hook);
  else into[name] = [hook as Hook];
}

export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Plain data copied, so that no two instances share it; functions and other objects stay as they are. */
export function cloned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloned);
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cloned(part)]));
}

/** The data that an instance begins with. @param own for each part: what it contributes */
export function initialData(
  parts: readonly unknown[],
  own: (part: unknown) => unknown,
): Record<string, unknown> {
  return Object.assign({}, ...parts.map(own));
}
