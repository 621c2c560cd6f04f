import { namesOfKind } from '../../contract/jsapi/names.ts';
import { define } from '../natives.ts';
import type { createAsyncCall } from './async-calls.ts';

export interface MyParts {
  asyncCall: ReturnType<typeof createAsyncCall>;
  /** Synchronous and event members, ready to be used. */
  members: Record<string, (...given: unknown[]) => unknown>;
  /** Whether the host implements an asynchronous name in this run. */
  implemented(name: string): boolean;
  /** Another answer to a name that is not there than an asynchronous call; undefined: none. */
  unknown?: ((name: string) => ((...given: unknown[]) => unknown) | undefined) | undefined;
  /** A function was passed as the second argument, where nobody looks for one. */
  secondArgument(name: string): void;
}

/** Names that a page may ask any object for; `my` must not look like a promise, a DOM node or a test double. */
const NOT_APIS = new Set(['then', 'catch', 'finally', 'toJSON', 'nodeType', 'asymmetricMatch', 'inspect']);

const isApi = (name: string | symbol): name is string =>
  typeof name === 'string' && !NOT_APIS.has(name) && /^[a-z][A-Za-z0-9]*$/.test(name);

/**
 * The global `my`. Its members are ordinary properties that a program may wrap or replace. Any other name that looks
 * like a JSAPI is a function too, which fails visibly with error 1; yet `'name' in my` is true only for what is
 * implemented (or what the program has put there itself).
 */
export function createMy({ asyncCall, members, implemented, unknown, secondArgument }: MyParts): object {
  const made = new Map<string, unknown>();
  const api = (name: string) => {
    const known = made.get(name);
    if (known) return known;
    const call = named(
      name,
      (implemented(name) ? undefined : unknown?.(name)) ??
        ((given, second) => {
          if (typeof second === 'function') secondArgument(name);
          return asyncCall(name, given);
        }),
    );
    made.set(name, call);
    return call;
  };
  const target: Record<string, unknown> = {};
  for (const name of namesOfKind('async')) if (implemented(name)) define(target, name, api(name));
  for (const [name, member] of Object.entries(members)) define(target, name, named(name, member));
  const call = (name?: unknown, second?: unknown, third?: unknown) => {
    const [given, callback] = typeof second === 'function' ? [undefined, second] : [second, third];
    return asyncCall(typeof name === 'string' ? name : '', given, callback);
  };
  define(target, 'call', named('call', call));
  // The wallet's own calls stand in a namespace; none is implemented, each fails as any other.
  define(target, 'ap', new Proxy({}, { get: (_, name) => (isApi(name) ? api(`ap.${name}`) : undefined) }));
  return new Proxy(target, {
    get(object, name, receiver) {
      return isApi(name) && !(name in object) ? api(name) : Reflect.get(object, name, receiver);
    },
    has: (object, name) => Object.hasOwn(object, name),
  });
}

/** Gives the function the name of the API, as the program's stack traces and console show it. */
function named<F extends (...given: unknown[]) => unknown>(name: string, call: F): F {
  Object.defineProperty(call, 'name', { value: name });
  return call;
}
