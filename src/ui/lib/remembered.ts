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

/** A remembered number of 0 or more, or `fallback`. */
export function rememberedNumber(name: string, fallback: number): number {
  try {
    const value = Number(localStorage.getItem(PREFIX + name) ?? fallback);
    return Number.isFinite(value) && value >= 0 ? value : fallback;
  } catch {
    return fallback;
  }
}
