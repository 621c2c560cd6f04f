import { CALLBACKS } from '../../contract/jsapi/names.ts';
import type { Callbacks } from '../settle.ts';

/** What a program passed to one call of `my`, taken apart. */
export interface ReadOptions {
  callbacks: Callbacks;
  /** What goes to the host: data only. */
  args: unknown;
  /** Names of all options given, callbacks included, for the lint. */
  given: string[];
  /** Names of the options that hold functions and are no callback: they stay here and nobody calls them. */
  functions: string[];
}

/**
 * Takes the callbacks out of the one object that a call gets. `local` options hold functions by design and stay in
 * the frame. Anything but an object is passed on as it is: what is wrong with it, the super app says.
 */
export function readOptions(given: unknown, local: readonly string[] = []): ReadOptions {
  if (given === undefined || given === null)
    return { callbacks: {}, args: given ?? null, given: [], functions: [] };
  if (typeof given === 'function')
    return { callbacks: {}, args: null, given: ['callback'], functions: ['callback'] };
  if (typeof given !== 'object' || Array.isArray(given))
    return { callbacks: {}, args: given, given: [], functions: [] };
  const options = given as Record<string, unknown>;
  const callbacks: Callbacks = {};
  const args: [string, unknown][] = [];
  const functions: string[] = [];
  const names = Object.keys(options);
  for (const name of names) {
    if (local.includes(name)) continue;
    const value = options[name];
    const callback = CALLBACKS.find((known) => known === name);
    if (callback) callbacks[callback] = value;
    else if (typeof value === 'function') functions.push(name);
    else args.push([name, value]);
  }
  return { callbacks, args: Object.fromEntries(args), given: names, functions };
}
