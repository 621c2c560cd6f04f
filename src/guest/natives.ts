/**
 * What the guest uses of the page's own world, captured before the program's first script: a program that replaces
 * `JSON`, `Promise` or `fetch` (a polyfill, a fake clock, a spy) changes nothing for the bridge.
 */
export const { parse, stringify } = JSON;
export const NativePromise = Promise;
export const enqueue = queueMicrotask;
export const { defineProperty, getOwnPropertyDescriptor } = Object;

/** Sets a property that the program may wrap or replace, as it could with the native one. */
export function define(target: object, key: PropertyKey, value: unknown): void {
  defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Sets an accessor in place of a native one. Without `set`, writes are ignored. */
export function defineAccessor(
  target: object,
  key: PropertyKey,
  get: () => unknown,
  set: (value: unknown) => void = () => undefined,
): void {
  defineProperty(target, key, {
    get,
    set(value: unknown) {
      set(value);
    },
    enumerable: true,
    configurable: true,
  });
}

/** 128 random bits; `crypto.randomUUID` is missing where the page is not in a secure context. */
export function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
    part.toString(16).padStart(8, '0'),
  ).join('');
}
