import { record } from './definition.ts';

/** `createMediaQueryObserver()`: tells at once, and when the answer changes. */
export function createMediaQueryObserver(window: Window | undefined): object {
  let stop = () => {};
  return {
    observe(descriptor: unknown, callback: unknown): void {
      stop();
      if (!window?.matchMedia || typeof callback !== 'function') return;
      const list = window.matchMedia(mediaQuery(record(descriptor)));
      const tell = () => callback({ matches: list.matches });
      list.addEventListener('change', tell);
      stop = () => list.removeEventListener('change', tell);
      tell();
    },
    disconnect: () => stop(),
  };
}

function mediaQuery(descriptor: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(descriptor).map(([name, value]) => {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `(${kebab}: ${typeof value === 'number' ? `${value}px` : String(value)})`;
  });
  return parts.join(' and ');
}
