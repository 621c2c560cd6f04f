import { fromBase64, toBase64 } from '../../contract/codec.ts';
import type { Json } from '../../contract/json.ts';
import type { Persona } from '../../contract/persona.ts';
import { describeForPersona, hashLoginId, maskLoginId, SCOPES } from '../../contract/scopes.ts';
import { Needles } from './needles.ts';
import { hasPlaceholder, placeholderOf, placeholdersIn } from './placeholders.ts';
import { isCodeLike, kindOfName } from './secret-names.ts';
import { spellingsOf } from './spellings.ts';

/** A value under a telling name that is shorter is replaced there, and not looked for anywhere else. */
const SHORTEST = 6;
/** A single letter (a family name of one sign) would be found everywhere. */
const SHORTEST_OF_PERSONA = 2;
const MOST_REMEMBERED = 20_000;
/** Texts in texts in texts: deeper ones are searched as they are. */
const DEEPEST = 6;

const TOKEN_BEGINS = '28101003';
const TOKEN = /28101003([34])[0-9A-F]{32}/g;
const CREDENTIALS = /\b(?:Bearer|Basic|Digest)\s+([\w.~+/=·%-]{6,})/gi;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const FIELD = /(?:^|[?&;\s"'])([\w.-]{2,40})=([^&;\s"'<>]+)/g;
const BASE64 = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{12,}={0,2}(?![A-Za-z0-9+/_=-])/g;

/**
 * The one place where secrets and personal data become placeholders (`authCode·1`): the same value always the same one.
 * First {@link learn} all that will be written, then write what {@link text} and {@link value} make of it.
 *
 * What is looked for: everything that the personas are; every code, token and session id; whatever stands under a
 * telling name (`accessToken`, `authorization`, `phone` …) in JSON, forms, addresses, cookies and headers; credentials,
 * e-mail addresses and tokens by their look. It is found in any spelling, inside JSON in JSON, addresses and base64.
 */
export class Redactor {
  readonly #needles = new Needles();
  readonly #given = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  /** Texts that were learned, and how deep: recordings say the same again and again. */
  readonly #learned = new Map<string, number>();
  /** What was made of texts since the last secret that was learned, and how deep. */
  readonly #made = new Map<string, { depth: number; text: string }>();

  constructor(personas: readonly Persona[]) {
    for (const persona of personas)
      for (const [kind, value] of dataOf(persona))
        if (value.length >= SHORTEST_OF_PERSONA) this.#look(kind, value);
  }

  /** Takes in the secrets of a value. `name` is the member that it stands under. */
  learn(value: unknown, name = '', depth = 0): void {
    if (typeof value === 'string') return this.#learnText(value, name, depth);
    if (typeof value === 'number' || typeof value === 'bigint') return this.#learnNamed(name, String(value));
    if (value === null || typeof value !== 'object') return;
    if (isToken(value)) this.#look(value.kind === 'access' ? 'accessToken' : 'refreshToken', value.token);
    if (isAuthCode(value)) this.#look('authCode', value.code);
    for (const [key, inner] of membersOf(value, name)) {
      if (key !== name) this.learn(key, '', depth);
      this.learn(inner, key, depth);
    }
  }

  /** The text with placeholders; the very same text when it holds no secret. */
  text(text: string, depth = 0): string {
    const made = this.#made.get(text);
    if (made && made.depth <= depth) return made.text;
    const redacted = this.#redacted(text, depth);
    remember(this.#made, text, { depth, text: redacted });
    return redacted;
  }

  #redacted(text: string, depth: number): string {
    const inner = depth < DEEPEST ? jsonIn(text) : undefined;
    if (inner) {
      const redacted = this.value(inner.json, '', depth + 1);
      if (redacted === inner.json) return this.#needles.replace(inner.head) + inner.text;
      const indent = inner.text.includes('\n') ? 2 : undefined;
      return this.#needles.replace(inner.head) + JSON.stringify(redacted, null, indent);
    }
    const replaced = this.#needles.replace(text);
    return depth < DEEPEST ? replaced.replace(BASE64, (found) => this.#base64(found, depth)) : replaced;
  }

  /** The JSON with placeholders; the very same value when it holds no secret. */
  value<T extends Json>(json: T, name?: string, depth?: number): T;
  value(json: Json, name = '', depth = 0): Json {
    if (typeof json === 'string') {
      const text = this.text(json, depth);
      return text === json ? this.#named(name, json) : text;
    }
    if (typeof json === 'number') {
      const text = String(json);
      const found = this.#needles.has(text) ? this.#needles.replace(text) : this.#named(name, text);
      return found === text ? json : found;
    }
    if (json === null || typeof json !== 'object') return json;
    return Array.isArray(json) ? this.#list(json, name, depth) : this.#object(json, name, depth);
  }

  #list(json: Json[], name: string, depth: number): Json {
    // A pair of the codec: a member of a Map, or of an object with unusual names.
    const [key] = json;
    const isPair = (name === '$map' || name === '$object') && typeof key === 'string';
    const members = json.map((item, i) =>
      this.value(item, isPair && i === 1 ? key : Array.isArray(item) ? name : '', depth),
    );
    return members.some((item, i) => item !== json[i]) ? members : json;
  }

  #object(json: { [key: string]: Json }, name: string, depth: number): Json {
    let changed = false;
    const named = pairName(json);
    const members = Object.entries(json).map(([key, inner]): [string, Json] => {
      if (key === '$bytes' && typeof inner === 'string') {
        const bytes = this.#base64(inner, depth);
        changed ||= bytes !== inner;
        return [key, bytes];
      }
      const as = nameOf(key, name, named);
      const member: [string, Json] = [this.text(key, depth), this.value(inner, as, depth)];
      changed ||= member[0] !== key || member[1] !== inner;
      return member;
    });
    return changed ? Object.fromEntries(members) : json;
  }

  /** A short value, or one that is no text of its own, under a telling name. */
  #named(name: string, text: string): string {
    const kind = kindOfName(name);
    if (kind === undefined || text === '' || hasPlaceholder(text) || /^(true|false|null)$/.test(text))
      return text;
    return this.#placeholder(kind, text);
  }

  #learnText(text: string, name: string, depth: number): void {
    if ((this.#learned.get(text) ?? Number.POSITIVE_INFINITY) <= depth) return this.#learnNamed(name, text);
    for (const { kind, n } of placeholdersIn(text))
      this.#counts.set(kind, Math.max(this.#counts.get(kind) ?? 0, n));
    this.#learnNamed(name, text);
    remember(this.#learned, text, depth);
    // A look for one sign is much cheaper than one for a pattern that needs it.
    if (text.includes(TOKEN_BEGINS))
      for (const match of text.matchAll(TOKEN))
        this.#look(match[1] === '3' ? 'accessToken' : 'refreshToken', match[0]);
    for (const match of text.matchAll(CREDENTIALS)) this.#look('secret', match[1] ?? '');
    if (text.includes('@')) for (const [email] of text.matchAll(EMAIL)) this.#look('email', email);
    if (text.includes('='))
      for (const match of text.matchAll(FIELD)) this.#learnNamed(match[1] ?? '', unescaped(match[2] ?? ''));
    if (depth >= DEEPEST) return;
    const inner = jsonIn(text);
    if (inner) return this.learn(inner.json, '', depth + 1);
    for (const [found] of text.matchAll(BASE64)) {
      const decoded = textOf(found);
      if (decoded) this.#learnText(decoded.text, '', depth + 1);
    }
  }

  #learnNamed(name: string, value: string): void {
    const kind = kindOfName(name) ?? (isCodeLike(name, value) ? 'authCode' : undefined);
    if (kind === undefined || value.length < SHORTEST || jsonIn(value)) return;
    // `Bearer …`: the word is no secret; what follows it is learned by its look.
    if (kind === 'secret' && /^\w+\s/.test(value)) {
      const [, ...parts] = value.split(/\s+/);
      for (const part of parts) this.#learnNamed(name, part);
    } else if (name.toLowerCase().endsWith('cookie')) {
      for (const pair of value.split(/;\s*/)) this.#look('secret', pair.slice(pair.indexOf('=') + 1));
    } else this.#look(kind, value);
  }

  #look(kind: string, value: string): void {
    if (value === '' || hasPlaceholder(value) || this.#needles.has(value)) return;
    this.#made.clear();
    for (const { text, spell } of spellingsOf(value))
      this.#needles.add(text, () => spell(this.#placeholder(kind, value)));
  }

  #placeholder(kind: string, value: string): string {
    const known = this.#given.get(value);
    if (known !== undefined) return known;
    const n = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, n);
    const made = placeholderOf(kind, n);
    this.#given.set(value, made);
    return made;
  }

  #base64(text: string, depth: number): string {
    const decoded = textOf(text);
    if (!decoded) return text;
    const redacted = this.text(decoded.text, depth + 1);
    return redacted === decoded.text ? text : toBase64(decoded.bytesOf(redacted));
  }
}

/** Everything that a persona is, by kind. */
function dataOf({ profile, ...persona }: Persona): [kind: string, value: string][] {
  const { loginId, phone, userName, addresses = [] } = profile;
  const found: [string, string | undefined][] = [
    ['userId', profile.userId],
    ['avatar', profile.avatar],
    ['name', userName?.fullName],
    ['name', profile.nickName],
    ['name', userName?.firstName],
    ['name', userName?.middleName],
    ['name', userName?.lastName],
    ['birthday', profile.birthDate],
    ['loginId', loginId],
    ['loginId', loginId && maskLoginId(loginId)],
    ['loginId', loginId && hashLoginId(loginId)],
    ['phone', phone],
    ['email', profile.email],
    ...[loginId, phone].map((number): [string, string | undefined] => ['phone', number?.replace(/\D/g, '')]),
    ...addresses.flatMap(({ address1, city, state, zipCode }) =>
      [address1, city, state, zipCode].map((part): [string, string | undefined] => ['address', part]),
    ),
  ];
  // What the consent sheet spells out of the rest: "Gender: female".
  const lines = SCOPES.flatMap(({ name }) => describeForPersona(name, { profile, ...persona }));
  return [...found, ...lines.map((line): [string, string] => ['personal', line])].filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
}

function isToken(value: object): value is { token: string; kind: 'access' | 'refresh' } {
  const { token, kind } = value as { token?: unknown; kind?: unknown };
  return typeof token === 'string' && (kind === 'access' || kind === 'refresh');
}

function isAuthCode(value: object): value is { code: string } {
  const { code, issuer } = value as { code?: unknown; issuer?: unknown };
  return typeof code === 'string' && (issuer === 'wallet' || issuer === 'service');
}

/** The name in `{key, value}`, `{key, data}` or `{name, value}`: storage, cookies and headers are written so. */
function pairName(value: object): string | undefined {
  const { key, name } = value as { key?: unknown; name?: unknown };
  const given = key ?? name;
  return typeof given === 'string' ? given : undefined;
}

/** The name that a member goes by: its own, or that of the pair or recorded value that it is part of. */
function nameOf(key: string, around: string, pair: string | undefined): string {
  if (pair !== undefined && (key === 'value' || key === 'data')) return pair;
  return key === 'json' ? around : key;
}

/** The members of an object or list by their names; those of the codec's pairs, too. */
function* membersOf(value: object, name: string): Generator<[string, unknown]> {
  if (!Array.isArray(value)) {
    const named = pairName(value);
    for (const [key, inner] of Object.entries(value)) yield [nameOf(key, name, named), inner];
    return;
  }
  const pairs = name === '$map' || name === '$object';
  for (const item of value as unknown[]) {
    if (pairs && Array.isArray(item) && typeof item[0] === 'string') yield [item[0], item[1]];
    else yield ['', item];
  }
}

/** JSON at the end of a text (of a wire message, say), with what stands before it. Only objects and lists. */
function jsonIn(text: string): { head: string; text: string; json: Json } | undefined {
  if (!/[\]}]\s*$/.test(text)) return undefined;
  const at = text.search(/[[{]/);
  if (at < 0) return undefined;
  try {
    const tail = text.slice(at);
    return { head: text.slice(0, at), text: tail, json: JSON.parse(tail) as Json };
  } catch {
    return undefined;
  }
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
/** What a decoder puts where bytes are no text. */
const NO_SIGN = '\uFFFD';

/** What is remembered only saves time: of a long session not everything is. */
function remember<T>(map: Map<string, T>, text: string, value: T): void {
  if (map.size >= MOST_REMEMBERED) map.clear();
  map.set(text, value);
}

/** The text in the bytes that base64 spells, with the way back; undefined when it is no base64. */
function textOf(base64: string): { text: string; bytesOf(text: string): Uint8Array } | undefined {
  const bytes = bytesIn(base64);
  if (!bytes) return undefined;
  const text = decoder.decode(bytes);
  if (!text.includes(NO_SIGN) || isSame(encoder.encode(text), bytes))
    return { text, bytesOf: (changed) => encoder.encode(changed) };
  // Bytes of something else: each is a sign of its own, and `·` is one of them.
  return {
    text: Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''),
    bytesOf: (changed) => Uint8Array.from(changed, (sign) => sign.charCodeAt(0)),
  };
}

function bytesIn(base64: string): Uint8Array | undefined {
  // Most words that look like it are none: to find that out by an error is slow.
  const signs = base64.replace(/=+$/, '');
  if (signs.length % 4 === 1) return undefined;
  try {
    return fromBase64(
      signs
        .replace(/-/g, '+')
        .replace(/_/g, '/')
        .padEnd(Math.ceil(signs.length / 4) * 4, '='),
    );
  } catch {
    return undefined;
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
