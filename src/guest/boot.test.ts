import { describe, expect, it } from 'vitest';
import type { Boot } from '../contract/wire.ts';
import { parseBoot, takeBootName } from './boot.ts';
import { EMPTY, settled } from './testing.ts';

const BOOT: Boot = {
  miniauth: 1,
  revision: 2,
  appId: 'shop',
  systemInfo: {},
  siteName: 'SIM',
  jsapi: [],
  storage: EMPTY,
  windowName: 'was',
  base: 'http://shop.localhost:1/',
  documents: 1,
};

/** A window whose native name can be looked at behind the program's back. */
function windowWith(name: string) {
  let native = name;
  const events = new EventTarget();
  const window = Object.defineProperty({}, 'name', {
    get: () => native,
    set: (value: unknown) => {
      native = String(value);
    },
    configurable: true,
    enumerable: true,
  });
  Object.assign(window, { addEventListener: events.addEventListener.bind(events) });
  return {
    window: window as Window,
    native: () => native,
    leave: () => events.dispatchEvent(new Event('beforeunload')),
  };
}

describe('window.name as the way in', () => {
  it.each(['', 'shop', '{}', '{"miniauth":2}', '{"miniauth":1', '[1]', 'null', '{"miniauth":1,"base":1}'])(
    'a name that is not the host’s is left alone: %s',
    (name) => {
      const { window } = windowWith(name);
      expect(parseBoot(name)).toBeUndefined();
      expect(takeBootName(window)).toBeUndefined();
      expect(window.name).toBe(name);
    },
  );

  it('is the program’s own from then on', () => {
    const { window, native } = windowWith(JSON.stringify(BOOT));
    expect(takeBootName(window)?.boot).toEqual(BOOT);
    expect(window.name).toBe('was');
    (window as { name: unknown }).name = 42;
    expect(window.name).toBe('42');
    expect(native()).toBe(JSON.stringify(BOOT));
  });

  it('carries copy and window name to the next document, and counts it', () => {
    const { window, native, leave } = windowWith(JSON.stringify(BOOT));
    const name = takeBootName(window);
    name?.carry(() => ({ ...BOOT, revision: 5, storage: { ...EMPTY, local: { a: '1' } } }));
    window.name = 'mine';
    expect(parseBoot(native())).toEqual(BOOT);
    leave();
    expect(parseBoot(native())).toEqual({
      ...BOOT,
      revision: 5,
      storage: { ...EMPTY, local: { a: '1' } },
      windowName: 'mine',
      documents: 2,
    });
  });

  it('carries what the program stores while it leaves, once for each of its listeners', async () => {
    const { window, native, leave } = windowWith(JSON.stringify(BOOT));
    const local: Record<string, string> = {};
    let asked = 0;
    const changed = takeBootName(window)?.carry(() => {
      asked++;
      return { ...BOOT, storage: { ...EMPTY, local: { ...local } } };
    });
    local.early = '1';
    changed?.();
    await settled();
    expect(asked).toBe(0);
    leave();
    local.late = '2';
    changed?.();
    changed?.();
    await settled();
    expect(asked).toBe(2);
    expect(parseBoot(native())?.storage.local).toEqual({ early: '1', late: '2' });
    leave();
    expect(parseBoot(native())?.documents).toBe(2);
  });
});
