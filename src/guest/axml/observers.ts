import { type DataPath, parsePath, valueAt } from './data-path.ts';
import type { Hook } from './definition.ts';

interface Observed {
  /** Whether what was set there is watched. */
  matches(path: DataPath): boolean;
  /** The values that the observer is called with. */
  given(data: Record<string, unknown>): unknown[];
  observer: Hook;
}

/** `observers` of the platform: `'a, b.c'`, `'list[0]'`, `'a.**'`, `'**'`. */
export function observersOf(observers: readonly (readonly [names: string, observer: Hook])[]): Observed[] {
  return observers.map(([names, observer]) => {
    const watched = names.split(',').map((name) => {
      const text = name.trim();
      const deep = text === '**' || text.endsWith('.**');
      const bare = deep ? text.slice(0, -3) : text;
      return { path: bare === '' ? [] : parsePath(bare), deep };
    });
    return {
      observer,
      matches: (set) =>
        watched.some(({ path, deep }) => {
          const same = Math.min(path.length, set.length);
          for (let i = 0; i < same; i++) if (String(path[i]) !== String(set[i])) return false;
          return deep || set.length <= path.length;
        }),
      given: (data) => watched.map(({ path }) => valueAt(data, path)),
    };
  });
}
