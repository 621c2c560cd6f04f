/** What stands in a redacted recording in place of a secret: its kind and a number, `authCode·1`. */
const PLACEHOLDER = /[A-Za-z]+·\d+/g;

export function placeholderOf(kind: string, n: number): string {
  return `${kind}·${n}`;
}

/** Whether a text holds one, as it is or escaped for an address. */
export function hasPlaceholder(text: string): boolean {
  return /[A-Za-z](?:·|%C2%B7)\d/i.test(text);
}

/** The placeholders in a text, as kind and number. */
export function* placeholdersIn(text: string): Generator<{ kind: string; n: number }> {
  if (!text.includes('·')) return;
  for (const [found] of text.matchAll(PLACEHOLDER)) {
    const at = found.indexOf('·');
    yield { kind: found.slice(0, at), n: Number(found.slice(at + 1)) };
  }
}

/** What a placeholder may stand for: a piece of one string of a JSON text, or a number. */
const ANYTHING = '(?:[^"\\\\]|\\\\.)*?';

/**
 * Whether two JSON texts say the same when a placeholder of the recorded one may stand for any text or number: a
 * redacted recording is run again with secrets of its own.
 */
export function sameButSecrets(recorded: string, found: string): boolean {
  if (recorded === found) return true;
  if (!recorded.includes('·')) return false;
  const parts: string[] = [];
  let from = 0;
  for (const match of recorded.matchAll(PLACEHOLDER)) {
    parts.push(recorded.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(recorded.slice(from));
  if (parts.length === 1) return false;
  return new RegExp(`^${parts.map(literally).join(ANYTHING)}$`, 's').test(found);
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
