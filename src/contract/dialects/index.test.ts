import { describe, expect, it } from 'vitest';
import { scopeInfo } from '../scopes.ts';
import { DIALECTS, dialectById, dialectOfDocument, parseDialect } from './index.ts';

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
const named = (id: string) => {
  const dialect = dialectById(id);
  if (!dialect) throw new Error(`no dialect ${id}`);
  return dialect;
};
const scopesOf = (id: string) => named(id).scopes.map((scope) => scope.name);

describe('the shipped dialects', () => {
  it('are found by id and by document, and the default comes first', () => {
    expect(DIALECTS.map((dialect) => [dialect.id, dialect.document])).toEqual([
      ['mini-program-platform', '004'],
      ['qi', '001'],
      ['guide-002', '002'],
      ['besuperapp', 'platform'],
      ['alipay-cn', 'platform'],
    ]);
    expect(dialectOfDocument('001')).toBe(dialectById('qi'));
    expect(dialectOfDocument('003')).toBeUndefined();
    expect(dialectById('constructor')).toBeUndefined();
  });

  it.each(DIALECTS)('$id is valid as JSON and stays the same', (dialect) => {
    expect(parseDialect(json(dialect))).toEqual({ dialect });
  });

  it("list each document's scopes in its order", () => {
    expect(scopesOf('qi')).toEqual(
      (
        'auth_base USER_ID USER_LOGIN_ID HASH_LOGIN_ID auth_user USER_NAME USER_AVATAR USER_GENDER USER_BIRTHDAY ' +
        'USER_NATIONALITY USER_CONTACTINFO NOTIFICATION_INBOX AGREEMENT_PAY'
      ).split(' '),
    );
    expect(scopesOf('guide-002')).toEqual(
      (
        'USER_ID USER_NICKNAME USER_NAME USER_LOGIN_ID HASH_LOGIN_ID USER_AVATAR USER_GENDER USER_BIRTHDAY ' +
        'USER_NATIONALITY USER_CONTACTINFO auth_base auth_user'
      ).split(' '),
    );
    expect(scopesOf('mini-program-platform')).toEqual(
      (
        'auth_base auth_user SEND_MESSAGE USER_NICKNAME USER_NAME USER_LOGIN_ID PLAINTEXT_USER_LOGIN_ID ' +
        'HASH_LOGIN_ID USER_AVATAR USER_GENDER USER_BIRTHDAY USER_NATIONALITY USER_CONTACTINFO USER_ADDRESS ' +
        'PLAINTEXT_MOBILE_PHONE'
      ).split(' '),
    );
  });

  it("know the documents' 18 scopes together and one of a wallet alone, and the two of document 000 each", () => {
    const known = new Set(DIALECTS.flatMap((dialect) => scopesOf(dialect.id)));
    expect([...known].filter((name) => !scopeInfo(name))).toEqual(['auth_zhima']);
    expect(known.size).toBe(19);
    for (const dialect of DIALECTS)
      expect(scopesOf(dialect.id)).toEqual(expect.arrayContaining(['auth_base', 'auth_user']));
  });

  it('list every code of their error table, and require no scope', () => {
    expect(named('qi').codes.map((line) => [line.code, line.message])).toEqual([
      [3, 'ERROR_CODE_UNKNOWN_ERROR'],
      [1000, 'ERROR_CODE_UNKNOWN_ERROR'],
      [1001, 'ERROR_CODE_USER_CANCEL'],
      [1002, 'ERROR_CODE_APP_SERVICE_ERROR'],
      [1003, 'ERROR_CODE_TIMEOUT'],
      [2001, 'ERROR_CODE_AUTH_PENDING_AGREEMENT'],
    ]);
    expect(named('qi').codes.at(-1)?.asPrinted).toBe('ERRORLCODE_AUTH_PENDING_AGREEMENT');
    expect(named('mini-program-platform').codes.map((line) => [line.code, line.message])).toEqual([
      [2, 'Invalid parameters'],
      [3, 'Unknown error'],
      [10, 'Empty data'],
      [11, "User's authorization is cancelled"],
    ]);
    expect(named('guide-002').codes).toEqual(named('qi').codes);
    // Two families in one table: the super app's own codes, and the service's passed through.
    expect(named('besuperapp').codes.map((line) => line.code)).toEqual([3, 10, 11, 1000, 1001, 1005]);
    expect(
      named('besuperapp')
        .codes.slice(0, 3)
        .map((line) => line.message),
    ).toEqual(['Unknown error!', 'Empty authCode', "User's authorization is cancelled"]);
    expect(named('alipay-cn').codes.map((line) => [line.code, line.message])).toEqual([
      [3, '未找到授权结果'],
      [4, '无权调用（N22104）'],
      [10, 'Empty Data'],
      [11, '用户取消授权'],
      [12, 'Network Error'],
    ]);
    for (const dialect of DIALECTS) expect(dialect.scopes.some((scope) => scope.required)).toBe(false);
  });

  it('give codes as long as the samples: 13 digits in document 004, 32 characters in document 001', () => {
    expect(named('mini-program-platform').authCode).toMatchObject({ length: 13, alphabet: 'digits' });
    expect(named('qi').authCode).toMatchObject({ length: 32, alphabet: 'alphanumeric' });
    expect(named('qi').authCode.length).toBe('0000000001T1dc0W0tv448DB00007826'.length);
  });

  it('translate in a note what they print in another language', () => {
    for (const dialect of DIALECTS)
      for (const { message, note } of dialect.codes)
        if (/\p{Script=Han}/u.test(message)) expect(note).toMatch(/^In English: .+\./);
  });

  it('say why, in a note, wherever a line is from elsewhere than their own document', () => {
    // Document 002 has none of this: all of it is document 001's.
    for (const dialect of DIALECTS.filter((one) => one.id !== 'guide-002')) {
      const parts = [dialect.scopesParameter, dialect.authCode, dialect.success, dialect.failure];
      const lines = [...dialect.scopes, ...dialect.codes, ...Object.values(dialect.failures), ...parts];
      for (const line of lines)
        if (line.source !== dialect.document) expect(line).toHaveProperty('note', expect.any(String));
    }
  });

  it('describe each scope in the words of their own document', () => {
    const described = (id: string, name: string) =>
      named(id).scopes.find((scope) => scope.name === name)?.description;
    expect(described('mini-program-platform', 'auth_base')).toBe(
      'Authorized to silently obtain user ID only.',
    );
    expect(described('qi', 'auth_base')).toBe('Authorized to obtain the unique user ID.');
    expect(described('guide-002', 'auth_user')).toBe('Authorized to obtain the user information.');
    for (const dialect of DIALECTS)
      for (const scope of dialect.scopes) {
        if (dialect.id !== 'besuperapp') expect(scope.source).toBe(dialect.document);
        expect(scope.description).toMatch(/^Authorized to .+\.$/);
      }
  });
});

describe('reading a dialect from outside', () => {
  const problems = (change: (dialect: Record<string, unknown>) => void): string[] => {
    const dialect = json(named('qi'));
    change(dialect);
    const read = parseDialect(dialect);
    return 'problems' in read ? read.problems : [];
  };

  it('says where the problem is, what was expected and what is there', () => {
    expect(
      problems((dialect) => {
        dialect.id = 'Not An Id';
        dialect.title = '';
        dialect.document = '009';
        (dialect.scopes as unknown[])[0] = {
          name: 3,
          description: 'x',
          silent: { table: 'yes' },
          source: '001',
        };
        (dialect.failures as Record<string, unknown>).timeout = {
          error: true,
          errorMessage: 'x',
          source: '001',
        };
        dialect.authCode = { length: 2.5, alphabet: 'hex', source: '001' };
        dialect.codes = 'none';
        dialect.colour = 'blue';
        delete dialect.consent;
      }).sort(),
    ).toEqual(
      [
        'id: expected text that matches /^[a-z0-9][a-z0-9-]{0,63}$/, found "Not An Id".',
        'title: expected a string of at least 1 character, found "".',
        'document: expected one of "000", "001", "002", "003", "004", "platform", "simulator", found "009".',
        'scopes[0].name: expected a string, found 3.',
        'scopes[0].silent.table: expected true or false, found "yes".',
        'failures.timeout.error: expected a number or a string, found true.',
        'authCode.length: expected a whole number, found 2.5.',
        'authCode.alphabet: expected one of "digits", "alphanumeric", found "hex".',
        'codes: expected an array, found "none".',
        'consent: expected an object, found nothing.',
        'the file: the field "colour" is not known here.',
      ].sort(),
    );
  });

  it('names a kind of failure that has no line, and one that is not known', () => {
    expect(
      problems((dialect) => {
        const failures = dialect.failures as Record<string, unknown>;
        delete failures.timeout;
        failures.bored = failures.rejected;
      }),
    ).toEqual([
      'failures.timeout: expected an object, found nothing.',
      'failures: the field "bored" is not known here.',
    ]);
  });

  it('finds lines that contradict each other', () => {
    expect(
      problems((dialect) => {
        const scopes = dialect.scopes as { name: string; silent: Record<string, boolean> }[];
        scopes.push({ ...(scopes[0] as (typeof scopes)[0]), silent: { never: true } });
        const codes = dialect.codes as { code: number }[];
        codes.push({ ...(codes[0] as (typeof codes)[0]) });
        dialect.codes = codes.filter((line) => line.code !== 1003);
        dialect.silentPolicies = [
          ...(dialect.silentPolicies as object[]),
          (dialect.silentPolicies as object[])[0],
        ];
        dialect.scopesParameter = { array: false, string: false, default: ['EVERYTHING'], source: '001' };
      }),
    ).toEqual([
      'scopes[13].name: "auth_base" is listed before; a scope has one line.',
      'silentPolicies[2].id: "table" is listed before.',
      'codes[5].code: 3 is listed before.',
      'scopes[13].silent.never: expected one of silentPolicies (table, note, table).',
      'failures.timeout.error: 1003 is not in codes; add its line there.',
      'scopesParameter: expected array or string to be true, or no call could succeed.',
      'scopesParameter.default: "EVERYTHING" is not in scopes.',
    ]);
  });

  it.each([null, 3, 'qi', [], { __proto__: null }])('refuses what is no dialect at all: %j', (value) => {
    const read = parseDialect(value);
    expect('problems' in read && read.problems.length).toBeGreaterThan(0);
  });
});
