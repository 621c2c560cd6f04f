/** Small choices of the person at the screen, kept in this browser. Storage may be full or forbidden: then they are not. */
const PREFIX = 'miniauth:';

/** The remembered value, or `fallback` when there is none or it is not one of `allowed`. */
export function remembered<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
  try {
    const value = localStorage.getItem(PREFIX + name);
    return allowed.find((one) => one === value) ?? fallback;
  } catch {
    return fallback;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Nothing depends on it.
  }
}

/** A storage for libraries that keep their own small things. */
export const rememberingStorage = {
  getItem(key: string): string | null {
    try {
      return localStorage.getItem(PREFIX + key);
    } catch {
      return null;
    }
  },
  setItem(key: string, value: string): void {
    remember(key, value);
  },
};
