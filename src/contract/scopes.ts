import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { UserInfo } from './openapi/inquiry-user-info.ts';
import type { Persona } from './persona.ts';
import type { DocumentId, Source } from './steps.ts';

type Profile = Persona['profile'];

/** One piece of `userInfo` that a scope gives. */
export type Gift =
  | 'userId'
  | 'nickName'
  | 'userName'
  | 'avatar'
  | 'gender'
  | 'birthDate'
  | 'nationality'
  | 'addresses'
  | 'loginId.masked'
  | 'loginId.plain'
  | 'loginId.hash'
  | 'contact.phone'
  | 'contact.email';

export interface ScopeInfo {
  name: string;
  /** What the program will be able to do, in plain words for the user. */
  label: string;
  /** What inquiryUserInfo tells a holder of the scope. Empty: the scope gives no data but a call. */
  gives: readonly Gift[];
  /** Calls that work only with it. */
  calls: readonly string[];
  /** The documents that list it. */
  documents: readonly DocumentId[];
  /** Where `gives` and `calls` come from. */
  source: Source;
}

const scope = (
  name: string,
  label: string,
  gives: readonly Gift[],
  documents: readonly DocumentId[],
  source: Source,
  calls: readonly string[] = [],
): ScopeInfo => ({ name, label, gives, calls, documents, source });

const MESSAGE = '/v2/miniprogram/message/send';

/** Every scope of documents 000, 001, 002 and 004: 18 names. A wallet's own scopes, in its dialect, give nothing here. */
export const SCOPES: readonly ScopeInfo[] = [
  scope('auth_base', 'Know your user ID', ['userId'], ['000', '001', '002', '004'], '001'),
  scope(
    'auth_user',
    'Know your user ID, nickname and profile picture',
    ['userId', 'nickName', 'avatar'],
    ['000', '001', '002', '004'],
    'simulator',
  ),
  scope('USER_ID', 'Know your user ID', ['userId'], ['001', '002'], '001'),
  scope('USER_NICKNAME', 'Know your nickname', ['nickName'], ['002', '004'], '002'),
  scope('USER_NAME', 'Know your full name', ['userName'], ['001', '002', '004'], '001'),
  scope(
    'USER_LOGIN_ID',
    'Know the phone number that you log in with, some digits hidden',
    ['loginId.masked'],
    ['001', '002', '004'],
    'platform',
  ),
  scope(
    'PLAINTEXT_USER_LOGIN_ID',
    'Know the phone number that you log in with, in full',
    ['loginId.plain'],
    ['004'],
    'platform',
  ),
  scope(
    'HASH_LOGIN_ID',
    'Recognize the phone number that you log in with, without seeing it',
    ['loginId.hash'],
    ['001', '002', '004'],
    'platform',
  ),
  scope('USER_AVATAR', 'See your profile picture', ['avatar'], ['001', '002', '004'], '001'),
  scope('USER_GENDER', 'Know your gender', ['gender'], ['001', '002', '004'], '001'),
  scope('USER_BIRTHDAY', 'Know your date of birth', ['birthDate'], ['001', '002', '004'], '001'),
  scope('USER_NATIONALITY', 'Know your nationality', ['nationality'], ['001', '002', '004'], '001'),
  scope(
    'USER_CONTACTINFO',
    'Know your phone number and e-mail address',
    ['contact.phone', 'contact.email'],
    ['001', '002', '004'],
    'platform',
  ),
  scope('USER_ADDRESS', 'Know your addresses', ['addresses'], ['004'], '004'),
  scope(
    'PLAINTEXT_MOBILE_PHONE',
    'Know your mobile phone number, in full',
    ['contact.phone'],
    ['004'],
    '004',
  ),
  scope('SEND_MESSAGE', 'Send you messages by SMS, push or inbox', [], ['004'], 'platform', [MESSAGE]),
  scope('NOTIFICATION_INBOX', 'Send messages to your inbox in this app', [], ['001'], 'platform', [MESSAGE]),
  scope(
    'AGREEMENT_PAY',
    'Take payments from your balance or card without asking each time',
    [],
    ['001'],
    'platform',
    ['/v1/authorizations/prepare', 'my.signContract', 'payment'],
  ),
];

const byName = new Map(SCOPES.map((info) => [info.name, info]));

/** What is known of a scope; undefined for a wallet's own. */
export function scopeInfo(name: string): ScopeInfo | undefined {
  return byName.get(name);
}

/** All gifts of these scopes. */
function giftsOf(scopes: readonly string[]): Set<Gift> {
  return new Set(scopes.flatMap((name) => byName.get(name)?.gives ?? []));
}

/**
 * Whether a token with these scopes may ask inquiryUserInfo at all. A wallet's own scopes may (what they give is not
 * known here); scopes that give a call and no data may not.
 */
export function mayInquire(scopes: readonly string[]): boolean {
  return scopes.some((name) => byName.get(name)?.gives.length !== 0);
}

/**
 * The `userInfo` that inquiryUserInfo answers for a user, restricted to what the scopes give. What the profile lacks
 * is absent, never null. `status` is the account's and goes with every answer, as in the published samples.
 */
export function userInfoFor(persona: Persona, scopes: readonly string[]): UserInfo {
  const gifts = giftsOf(scopes);
  const { profile } = persona;
  const info: UserInfo = {};
  if (gifts.has('userId')) info.userId = profile.userId;
  if (mayInquire(scopes)) info.status = persona.status;
  if (gifts.has('nickName') && profile.nickName !== undefined) info.nickName = profile.nickName;
  if (gifts.has('userName') && profile.userName) info.userName = present(profile.userName);
  if (gifts.has('avatar') && profile.avatar !== undefined) info.avatar = profile.avatar;
  if (gifts.has('gender') && profile.gender) info.gender = profile.gender;
  if (gifts.has('birthDate') && profile.birthDate !== undefined) info.birthDate = profile.birthDate;
  if (gifts.has('nationality') && profile.nationality !== undefined) info.nationality = profile.nationality;
  if (gifts.has('addresses') && profile.addresses?.length)
    info.userAddresses = profile.addresses.map(present);
  const login = loginIdInfo(profile, gifts);
  if (login) info.loginIdInfos = [login];
  const contacts = contactInfos(profile, gifts);
  if (contacts.length > 0) info.contactInfos = contacts;
  return info;
}

function loginIdInfo(profile: Profile, gifts: ReadonlySet<Gift>) {
  const { loginId } = profile;
  if (loginId === undefined) return undefined;
  const masked = gifts.has('loginId.masked');
  const plain = gifts.has('loginId.plain');
  const hash = gifts.has('loginId.hash');
  if (!masked && !plain && !hash) return undefined;
  // `loginId` alone is what the older pages know: in full if allowed, else with digits hidden.
  return {
    ...(plain ? { loginId } : masked ? { loginId: maskLoginId(loginId) } : {}),
    ...(masked ? { maskLoginId: maskLoginId(loginId) } : {}),
    ...(hash ? { hashLoginId: hashLoginId(loginId) } : {}),
    loginIdType: 'MOBILE_PHONE' as const,
  };
}

function contactInfos(profile: Profile, gifts: ReadonlySet<Gift>): NonNullable<UserInfo['contactInfos']> {
  const contacts: NonNullable<UserInfo['contactInfos']> = [];
  if (gifts.has('contact.phone') && profile.phone !== undefined)
    contacts.push({ contactNo: profile.phone, contactType: 'MOBILE_PHONE' });
  if (gifts.has('contact.email') && profile.email !== undefined)
    contacts.push({ contactNo: profile.email, contactType: 'EMAIL' });
  return contacts;
}

/** Hides the four digits before the last four: `27-609000084` → `27-6****0084`. Shorter ids show less. */
export function maskLoginId(loginId: string): string {
  const digits = [...loginId.matchAll(/\d/g)].map((match) => match.index);
  if (digits.length < 6) return '*'.repeat(loginId.length);
  const shown = digits.length < 9 ? 2 : 4;
  const hidden = new Set(digits.slice(Math.max(0, digits.length - shown - 4), digits.length - shown));
  return Array.from({ length: loginId.length }, (_, at) => (hidden.has(at) ? '*' : loginId.charAt(at))).join(
    '',
  );
}

/** SHA-256 of the login id as the wallet keeps it, in hexadecimal. */
export function hashLoginId(loginId: string): string {
  return bytesToHex(sha256(utf8ToBytes(loginId)));
}

/** How each gift reads on the consent sheet; a picture is named, not printed. */
const told: Record<Gift, (profile: Profile) => readonly (string | undefined)[]> = {
  userId: (p) => [p.userId],
  nickName: (p) => [p.nickName],
  userName: (p) => [p.userName?.fullName],
  avatar: (p) => [p.avatar === undefined ? undefined : 'profile picture'],
  gender: (p) => [p.gender?.toLowerCase()],
  birthDate: (p) => [p.birthDate],
  nationality: (p) => [p.nationality],
  addresses: (p) =>
    (p.addresses ?? []).map((a) =>
      [a.address1, a.zipCode, a.city, a.state, a.country].filter((part) => part !== undefined).join(', '),
    ),
  'loginId.masked': (p) => [p.loginId === undefined ? undefined : maskLoginId(p.loginId)],
  'loginId.plain': (p) => [p.loginId],
  'loginId.hash': (p) => [p.loginId === undefined ? undefined : `${hashLoginId(p.loginId).slice(0, 12)}…`],
  'contact.phone': (p) => [p.phone],
  'contact.email': (p) => [p.email],
};

/**
 * The very data that this user would give away with a scope, for the consent sheet: `['Alex Tan']` for USER_NAME.
 * Empty when the wallet has none of it, when the scope gives a call only, and for a wallet's own scopes.
 */
export function describeForPersona(name: string, persona: Persona): string[] {
  return (byName.get(name)?.gives ?? [])
    .flatMap((gift) => told[gift](persona.profile))
    .filter((text) => text !== undefined);
}

/** A copy without the members that are undefined: zod's optional fields may hold them. */
function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
