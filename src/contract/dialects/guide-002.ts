import { qi } from './qi.ts';
import type { Dialect, DialectScope } from './schema.ts';

/** A scope of document 002. It says nothing of silence: each scope is as document 001 has it, else never silent. */
function scope(name: string, description: string): DialectScope {
  const inQi = qi.scopes.find((other) => other.name === name);
  return {
    name,
    description,
    silent: { table: inQi?.silent.table ?? false, note: inQi?.silent.note ?? false },
    note: inQi
      ? 'Whether it is silent is from document 001.'
      : 'Document 001 does not list it; all scopes that it does not call silent need agreement.',
    source: '002',
  };
}

/** Document 002: the guide "User authorization". Its scopes are its own; codes, silence and shapes are document 001's. */
export const guide002: Dialect = {
  ...qi,
  id: 'guide-002',
  title: 'User authorization guide',
  document: '002',
  scopes: [
    scope('USER_ID', 'Authorized to obtain the unique user ID.'),
    scope('USER_NICKNAME', 'Authorized to obtain the user nickname.'),
    scope('USER_NAME', 'Authorized to obtain the user name.'),
    scope('USER_LOGIN_ID', "Authorized to obtain the user's login ID."),
    scope('HASH_LOGIN_ID', 'Authorized to obtain the hash user login ID.'),
    scope('USER_AVATAR', 'Authorized to obtain the user avatar.'),
    scope('USER_GENDER', "Authorized to obtain the user's gender."),
    scope('USER_BIRTHDAY', "Authorized to obtain the user's birthday."),
    scope('USER_NATIONALITY', "Authorized to obtain the user's nationality."),
    scope('USER_CONTACTINFO', "Authorized to obtain the user's contact information."),
    scope('auth_base', 'Authorized to obtain the unique user ID.'),
    scope('auth_user', 'Authorized to obtain the user information.'),
  ],
  openapi: { version: 'v1', note: 'Document 002 names applyToken without a version.', source: 'simulator' },
  defaults: { ...qi.defaults, siteName: 'GUIDE' },
};
