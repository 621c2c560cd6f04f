import { describe, expect, it } from 'vitest';
import { type Persona, personaSchema } from './persona.ts';
import {
  describeForPersona,
  hashLoginId,
  maskLoginId,
  mayInquire,
  SCOPES,
  scopeInfo,
  userInfoFor,
} from './scopes.ts';

const alex: Persona = personaSchema.parse({
  id: 'alex',
  title: 'Alex Tan',
  description: 'Has everything',
  status: 'ACTIVE',
  profile: {
    userId: '2166100000006727320',
    nickName: 'Lex',
    userName: { fullName: 'Alex Tan', firstName: 'Alex', lastName: 'Tan' },
    avatar: 'data:image/svg+xml,<svg/>',
    gender: 'FEMALE',
    birthDate: '1998-07-03',
    nationality: 'SG',
    addresses: [{ country: 'SG', city: 'Singapore', address1: '1 Raffles Place', zipCode: '048616' }],
    loginId: '27-609000084',
    phone: '27-609000085',
    email: 'alex@example.com',
  },
  grants: {},
});
const bare: Persona = { ...alex, profile: { userId: '1' } };
const phone = { contactNo: '27-609000085', contactType: 'MOBILE_PHONE' };
const email = { contactNo: 'alex@example.com', contactType: 'EMAIL' };
// The value that a published sample of a live wallet prints for this login id.
const hash = '401f2fc83d45b7bbaacae113f1e151c107801e03896257956cfea164e7b314d2';
const MESSAGE = '/v2/miniprogram/message/send';

/** The scopes that each document lists. */
const LISTS = {
  '000': ['auth_base', 'auth_user'],
  '001': [
    'auth_base',
    'USER_ID',
    'USER_LOGIN_ID',
    'HASH_LOGIN_ID',
    'auth_user',
    'USER_NAME',
    'USER_AVATAR',
    'USER_GENDER',
    'USER_BIRTHDAY',
    'USER_NATIONALITY',
    'USER_CONTACTINFO',
    'NOTIFICATION_INBOX',
    'AGREEMENT_PAY',
  ],
  '002': [
    'USER_ID',
    'USER_NICKNAME',
    'USER_NAME',
    'USER_LOGIN_ID',
    'HASH_LOGIN_ID',
    'USER_AVATAR',
    'USER_GENDER',
    'USER_BIRTHDAY',
    'USER_NATIONALITY',
    'USER_CONTACTINFO',
    'auth_base',
    'auth_user',
  ],
  '004': [
    'auth_base',
    'auth_user',
    'SEND_MESSAGE',
    'USER_NICKNAME',
    'USER_NAME',
    'USER_LOGIN_ID',
    'PLAINTEXT_USER_LOGIN_ID',
    'HASH_LOGIN_ID',
    'USER_AVATAR',
    'USER_GENDER',
    'USER_BIRTHDAY',
    'USER_NATIONALITY',
    'USER_CONTACTINFO',
    'USER_ADDRESS',
    'PLAINTEXT_MOBILE_PHONE',
  ],
} as const;

/** scope → what inquiryUserInfo answers besides `status`, what the consent sheet says, the calls it opens. */
const TABLE: Record<string, { info: object; told: string[]; calls?: string[] }> = {
  auth_base: { info: { userId: '2166100000006727320' }, told: ['2166100000006727320'] },
  auth_user: {
    info: { userId: '2166100000006727320', nickName: 'Lex', avatar: 'data:image/svg+xml,<svg/>' },
    told: ['2166100000006727320', 'Lex', 'profile picture'],
  },
  USER_ID: { info: { userId: '2166100000006727320' }, told: ['2166100000006727320'] },
  USER_NICKNAME: { info: { nickName: 'Lex' }, told: ['Lex'] },
  USER_NAME: {
    info: { userName: { fullName: 'Alex Tan', firstName: 'Alex', lastName: 'Tan' } },
    told: ['Alex Tan'],
  },
  USER_LOGIN_ID: {
    info: {
      loginIdInfos: [{ loginId: '27-6****0084', maskLoginId: '27-6****0084', loginIdType: 'MOBILE_PHONE' }],
    },
    told: ['27-6****0084'],
  },
  PLAINTEXT_USER_LOGIN_ID: {
    info: { loginIdInfos: [{ loginId: '27-609000084', loginIdType: 'MOBILE_PHONE' }] },
    told: ['27-609000084'],
  },
  HASH_LOGIN_ID: {
    info: { loginIdInfos: [{ hashLoginId: hash, loginIdType: 'MOBILE_PHONE' }] },
    told: ['401f2fc83d45…'],
  },
  USER_AVATAR: { info: { avatar: 'data:image/svg+xml,<svg/>' }, told: ['profile picture'] },
  USER_GENDER: { info: { gender: 'FEMALE' }, told: ['female'] },
  USER_BIRTHDAY: { info: { birthDate: '1998-07-03' }, told: ['1998-07-03'] },
  USER_NATIONALITY: { info: { nationality: 'SG' }, told: ['SG'] },
  USER_CONTACTINFO: { info: { contactInfos: [phone, email] }, told: ['27-609000085', 'alex@example.com'] },
  USER_ADDRESS: {
    info: {
      userAddresses: [{ country: 'SG', city: 'Singapore', address1: '1 Raffles Place', zipCode: '048616' }],
    },
    told: ['1 Raffles Place, 048616, Singapore, SG'],
  },
  PLAINTEXT_MOBILE_PHONE: { info: { contactInfos: [phone] }, told: ['27-609000085'] },
  SEND_MESSAGE: { info: {}, told: [], calls: [MESSAGE] },
  NOTIFICATION_INBOX: { info: {}, told: [], calls: [MESSAGE] },
  AGREEMENT_PAY: { info: {}, told: [], calls: ['/v1/authorizations/prepare', 'my.signContract', 'payment'] },
};

describe('SCOPES', () => {
  it('are the 18 names that documents 000, 001, 002 and 004 list, each with the documents that list it', () => {
    expect(SCOPES.map((scope) => scope.name).toSorted()).toEqual(
      [...new Set(Object.values(LISTS).flat())].toSorted(),
    );
    expect(SCOPES).toHaveLength(18);
    for (const [document, names] of Object.entries(LISTS))
      expect(
        SCOPES.filter((scope) => scope.documents.some((id) => id === document))
          .map((scope) => scope.name)
          .toSorted(),
      ).toEqual([...names].toSorted());
  });

  it.each(SCOPES.map((scope) => [scope.name, scope] as const))(
    '%s gives what the table says',
    (name, scope) => {
      const row = TABLE[name];
      const status = scope.gives.length > 0 ? { status: 'ACTIVE' } : {};
      expect(userInfoFor(alex, [name])).toEqual({ ...status, ...row?.info });
      expect(describeForPersona(name, alex)).toEqual(row?.told);
      expect(scope.calls).toEqual(row?.calls ?? []);
      expect(mayInquire([name])).toBe(scope.gives.length > 0);
      expect(scope.label).toMatch(/^[A-Z][a-z].{8,70}[A-Za-z]$/);
      expect(scopeInfo(name)).toBe(scope);
    },
  );

  it.each(SCOPES.map((scope) => scope.name))('%s tells nothing of a user without the data', (name) => {
    const { status: _status, ...info } = userInfoFor(bare, [name]);
    const idOnly = TABLE[name]?.told.includes(alex.profile.userId) ? { userId: '1' } : {};
    expect(info).toEqual(idOnly);
    expect(describeForPersona(name, bare)).toEqual(Object.values(idOnly));
  });
});

describe('userInfoFor', () => {
  it('joins scopes: one login id with every allowed form, each contact once', () => {
    const info = userInfoFor(alex, [
      'USER_LOGIN_ID',
      'HASH_LOGIN_ID',
      'PLAINTEXT_USER_LOGIN_ID',
      'PLAINTEXT_MOBILE_PHONE',
      'USER_CONTACTINFO',
    ]);
    expect(info.loginIdInfos).toEqual([
      {
        loginId: '27-609000084',
        maskLoginId: '27-6****0084',
        hashLoginId: hash,
        loginIdType: 'MOBILE_PHONE',
      },
    ]);
    expect(info.contactInfos).toEqual([phone, email]);
  });

  it('says the state of the account', () => {
    expect(userInfoFor({ ...alex, status: 'FROZEN' }, ['auth_base']).status).toBe('FROZEN');
  });

  it("knows nothing of a wallet's own scopes, and lets them ask", () => {
    expect(userInfoFor(alex, ['codice_fiscale'])).toEqual({ status: 'ACTIVE' });
    expect(describeForPersona('codice_fiscale', alex)).toEqual([]);
    expect(mayInquire(['codice_fiscale'])).toBe(true);
    expect(scopeInfo('codice_fiscale')).toBeUndefined();
  });

  it('gives nothing for no scope', () => {
    expect(userInfoFor(alex, [])).toEqual({});
    expect(mayInquire([])).toBe(false);
  });
});

describe('login ids', () => {
  it.each([
    ['27-609000084', '27-6****0084'],
    ['27-157011499', '27-1****1499'],
    ['+65 8123 4567', '+65 **** 4567'],
    ['1234567', '1****67'],
    ['12345', '*****'],
    ['alex@example.com', '****************'],
    ['', ''],
  ])('%s is masked as %s', (loginId, masked) => {
    expect(maskLoginId(loginId)).toBe(masked);
  });

  it('hashes with SHA-256 as a live wallet does', () => {
    expect(hashLoginId('27-609000084')).toBe(hash);
  });
});
