import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CodeFormat, WalletContext } from './commands.ts';

const ALPHABETS = {
  digits: '0123456789',
  alphanumeric: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
};

/**
 * A new auth code in the dialect's format, different from every code that `taken` knows. The first digit is never 0:
 * a program that reads it as a number loses nothing. It holds letters and digits only, so it is never one of the
 * masked samples that the documents print.
 */
export function newAuthCode(
  id: WalletContext['id'],
  format: CodeFormat,
  taken: (code: string) => boolean,
): string {
  return unused((n) => spell(`${id('code', n)}/${n}`, format), taken);
}

const PREFIX = { access: '281010033', refresh: '281010034' } as const;
/** A token, wherever it starts in a text: the prefix and 32 hexadecimal digits, as in the documents' samples. */
export const TOKEN_PATTERN = /28101003[34][0-9A-F]{32}/;

/** A new token, different from every token that `taken` knows: 41 characters, the documents allow 128. */
export function newToken(
  kind: 'access' | 'refresh',
  id: WalletContext['id'],
  taken: (token: string) => boolean,
): string {
  return unused(
    (n) =>
      PREFIX[kind] +
      digest(`${id(`${kind}Token`, n)}/${n}`)
        .slice(0, 32)
        .toUpperCase(),
    taken,
  );
}

/** A new family's id. */
export function newFamily(id: WalletContext['id'], taken: (family: string) => boolean): string {
  return unused((n) => digest(`${id('family', n)}/${n}`).slice(0, 16), taken);
}

/** Ends: the candidates differ for each n, and what is taken is finite. */
function unused(candidate: (n: number) => string, taken: (value: string) => boolean): string {
  let value = candidate(0);
  for (let n = 1; taken(value); n++) value = candidate(n);
  return value;
}

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** Spells a seed as text of the format: each character from its own byte of a stream of digests. */
function spell(seed: string, { length, alphabet }: CodeFormat): string {
  const letters = ALPHABETS[alphabet];
  let text = '';
  for (let block = 0; text.length < length; block++)
    for (const byte of sha256(utf8ToBytes(`${seed}/${block}`))) text += letters.charAt(byte % letters.length);
  return text.slice(0, length).replace(/^0/, '1');
}
