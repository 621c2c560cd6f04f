/** Names and numbers of the keys that are recorded. */

const CODES: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  ' ': 32,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};

/** The name of a key as it is recorded: a blank has one, too. */
export function keyName(key: string): string {
  return key === ' ' ? 'Space' : key;
}

/** What a keyboard event of the recorded key says; `keyCode` for those who still look at it. */
export function keyInit(name: string): { key: string; code: string; keyCode: number; which: number } {
  const key = name === 'Space' ? ' ' : name;
  const letter = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '';
  const digit = /^\d$/.test(key) ? `Digit${key}` : '';
  const keyCode = CODES[key] ?? (letter || digit ? key.toUpperCase().charCodeAt(0) : 0);
  return { key, code: letter || digit || (key === ' ' ? 'Space' : key), keyCode, which: keyCode };
}
