import { describe, expect, it } from 'vitest';
import { KEYS, keyName } from './keys.ts';

describe('keyName', () => {
  it('tells a letter from the same letter with Shift, whatever Caps Lock does', () => {
    expect(keyName({ key: 'r', shiftKey: false })).toBe(KEYS.reload);
    expect(keyName({ key: 'R', shiftKey: true })).toBe(KEYS.reset);
    expect(keyName({ key: 'R', shiftKey: false })).toBe(KEYS.reload);
  });
  it('leaves other keys as they are', () => {
    expect(keyName({ key: '?', shiftKey: true })).toBe(KEYS.help);
    expect(keyName({ key: 'Escape', shiftKey: false })).toBe('Escape');
  });
});
