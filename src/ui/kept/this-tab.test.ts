import { describe, expect, it } from 'vitest';
import { tabIn } from './this-tab.ts';

function storageWith(items: Record<string, string> = {}): Storage & { all(): Record<string, string> } {
  const map = new Map(Object.entries(items));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
    all: () => Object.fromEntries(map),
  } as unknown as Storage & { all(): Record<string, string> };
}
const left = (id: string) => ({ 'miniauth:tab': id, 'miniauth:left': id });

describe('tabIn', () => {
  it('is a new one when nothing is stored', () => {
    const storage = storageWith();
    expect(tabIn(storage, 'navigate', () => 'new')).toEqual({ id: 'new', cameBack: false });
    expect(storage.all()).toEqual({ 'miniauth:tab': 'new' });
  });

  it.each(['reload', 'back_forward'])('comes back when it left before: %s', (navigation) => {
    expect(tabIn(storageWith(left('a')), navigation, () => 'new')).toEqual({ id: 'a', cameBack: true });
  });

  it('comes back from a crash, in which it could not say that it left', () => {
    const storage = storageWith({ 'miniauth:tab': 'a' });
    expect(tabIn(storage, 'reload', () => 'new')).toEqual({ id: 'a', cameBack: true });
  });

  it.each(['navigate', 'back_forward'])(
    'is a new one when it is a duplicate of a tab that lives: %s',
    (navigation) => {
      const storage = storageWith({ 'miniauth:tab': 'a' });
      expect(tabIn(storage, navigation, () => 'new')).toEqual({ id: 'new', cameBack: false });
    },
  );

  it('begins afresh where an address was gone to', () => {
    expect(tabIn(storageWith(left('a')), 'navigate', () => 'new')).toEqual({ id: 'a', cameBack: false });
  });
});
