import { describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect, dialectById } from '../../contract/dialects/index.ts';
import { SCOPES } from '../../contract/scopes.ts';
import { TEST_PERSONA, TEST_PROGRAM, testContext } from '../testing/jsapi-context.ts';
import { authSetting } from './open.ts';

const dialectNamed = (id: string): Dialect => {
  const dialect = dialectById(id);
  if (!dialect) throw new Error(`no dialect ${id}`);
  return dialect;
};
const response = (reply: unknown): unknown =>
  JSON.parse((reply as { success: { response: string } }).success.response).response;

describe('authSetting', () => {
  it('has only what was asked for, true when a scope behind it is granted', () => {
    expect(authSetting([], [])).toEqual({});
    expect(authSetting(['auth_base', 'USER_ID', 'USER_BIRTHDAY'], ['auth_base'])).toEqual({});
    expect(authSetting(['auth_user'], [])).toEqual({ userInfo: false });
    expect(authSetting(['auth_user'], ['auth_user'])).toEqual({ userInfo: true });
    expect(authSetting(['USER_AVATAR', 'PLAINTEXT_MOBILE_PHONE'], ['USER_AVATAR'])).toEqual({
      userInfo: true,
      phoneNumber: false,
    });
    expect(authSetting(['USER_CONTACTINFO'], ['USER_CONTACTINFO'])).toEqual({ phoneNumber: true });
  });
});

describe('my.getSetting', () => {
  it('answers {authSetting}, empty before anything was asked for', async () => {
    expect(await testContext().call('getSetting')).toEqual({ success: { authSetting: {} } });
    const context = testContext({ asked: ['auth_user', 'USER_CONTACTINFO'], granted: ['auth_user'] });
    expect(await context.call('getSetting')).toEqual({
      success: { authSetting: { userInfo: true, phoneNumber: false } },
    });
  });
});

describe('my.openSetting', () => {
  const asked = ['auth_user', 'USER_CONTACTINFO', 'loyalty_card'];
  const open = (granted: string[]) => {
    const context = testContext({ asked, granted });
    const reply = context.call('openSetting');
    const sheet = context.device.view.sheets[0];
    if (sheet?.kind !== 'settings') throw new Error('the settings page is not shown');
    return { context, reply, sheet };
  };

  it('shows a switch for each scope that was asked for, in plain words, as it stands', async () => {
    const { context, sheet, reply } = open(['auth_user']);
    expect(sheet).toMatchObject({ program: { name: 'Shop', logo: '' }, run: 'run-1' });
    expect(sheet.scopes.map(({ scope, granted }) => [scope, granted])).toEqual([
      ['auth_user', true],
      ['USER_CONTACTINFO', false],
      ['loyalty_card', false],
    ]);
    expect(sheet.scopes[0]?.label).toBe(SCOPES.find(({ name }) => name === 'auth_user')?.label);
    expect(sheet.scopes[2]?.label).toBe('loyalty_card');
    context.device.answer(sheet.id, { granted: ['auth_user'] });
    await reply;
  });

  it('gives and withdraws what the user switched, and answers the setting as it is then', async () => {
    const { context, sheet, reply } = open(['auth_user']);
    context.device.answer(sheet.id, { granted: ['USER_CONTACTINFO', 'loyalty_card'] });
    expect(await reply).toEqual({ success: { authSetting: { userInfo: false, phoneNumber: true } } });
    expect(context.grants).toEqual(['USER_CONTACTINFO', 'loyalty_card']);
  });

  it('gives nothing that was not on the page', async () => {
    const { context, sheet, reply } = open([]);
    context.device.answer(sheet.id, { granted: ['USER_BIRTHDAY'] });
    await reply;
    expect(context.grants).toEqual([]);
  });

  it('changes nothing when nobody waits any more', async () => {
    const { context, reply } = open(['auth_user']);
    context.abort();
    await expect(reply).rejects.toThrow();
    expect([context.grants, context.device.view.sheets]).toEqual([['auth_user'], []]);
  });
});

const USER = {
  code: '10000',
  msg: 'Success',
  nickName: 'Lex',
  avatar: 'data:image/png;base64,AA==',
  gender: '',
  countryCode: '',
  province: '',
  city: '',
};

describe('my.getOpenUserInfo', () => {
  it('gives both published shapes at once where the pages of a wallet print both, or none', async () => {
    for (const dialect of DIALECTS.filter((one) => one.id !== 'alipay-cn')) {
      const reply = await testContext({ dialect, granted: ['auth_user'] }).call('getOpenUserInfo');
      expect(reply).toEqual({ success: { ...USER, response: JSON.stringify({ response: USER }) } });
    }
  });

  it('gives the nested shape alone where the page prints it alone', async () => {
    const context = testContext({ dialect: dialectNamed('alipay-cn'), granted: ['auth_user'] });
    const reply = await context.call('getOpenUserInfo');
    expect(Object.keys('success' in reply ? reply.success : {})).toEqual(['response']);
    expect(response(reply)).toEqual(USER);
  });

  it.each([
    [['USER_NICKNAME'], { nickName: 'Lex', avatar: '' }],
    [['USER_AVATAR'], { nickName: '', avatar: USER.avatar }],
    [['USER_GENDER'], { gender: 'f', nickName: '' }],
    [['USER_ADDRESS'], { countryCode: 'SG', province: 'Central', city: 'Singapore', gender: '' }],
  ])('gives what %j allows and leaves the rest empty', async (granted, expected) => {
    const reply = await testContext({ granted }).call('getOpenUserInfo');
    expect(reply).toMatchObject({ success: expected });
  });

  it('gives empty fields for a user who has none', async () => {
    const persona = { ...TEST_PERSONA, profile: { userId: '1' } };
    const reply = await testContext({ persona, granted: ['auth_user'] }).call('getOpenUserInfo');
    expect(reply).toMatchObject({ success: { nickName: '', avatar: '' } });
  });

  it.each([[[]], [['auth_base']], [['USER_NAME', 'PLAINTEXT_MOBILE_PHONE']]])(
    'fails with 40003 without consent: granted %j',
    async (granted) => {
      const reply = await testContext({ granted }).call('getOpenUserInfo');
      expect(reply).toMatchObject({
        fail: {
          error: 40003,
          errorMessage: 'Insufficient Conditions',
          code: '40003',
          subCode: 'isv.invalid-auth-relations',
        },
      });
      const { fail } = reply as { fail: { response: string } };
      expect(JSON.parse(fail.response).response).toMatchObject({ code: '40003' });
    },
  );

  it('fails with 40006 for a program that applied for no such scope', async () => {
    const program = { ...TEST_PROGRAM, scopes: ['auth_base'] };
    expect(await testContext({ program }).call('getOpenUserInfo')).toMatchObject({
      fail: { error: 40006, code: '40006', subCode: 'isv.insufficient-isv-permissions' },
    });
  });
});

describe('my.getAuthUserInfo', () => {
  it('gives {nickName, avatar}, or fails as my.getOpenUserInfo does', async () => {
    expect(await testContext({ granted: ['auth_user'] }).call('getAuthUserInfo')).toEqual({
      success: { nickName: 'Lex', avatar: USER.avatar },
    });
    expect(await testContext().call('getAuthUserInfo')).toMatchObject({ fail: { error: 40003 } });
  });
});

describe('my.getPhoneNumber', () => {
  it.each(['PLAINTEXT_MOBILE_PHONE', 'USER_CONTACTINFO'])('gives {response} under %s', async (scope) => {
    const reply = await testContext({ granted: [scope] }).call('getPhoneNumber');
    expect(response(reply)).toEqual({ code: '10000', msg: 'Success', mobile: '+65-80000002' });
  });

  it('gives an empty number for a user without a phone', async () => {
    const persona = { ...TEST_PERSONA, profile: { userId: '1', email: 'a@b.test' } };
    const reply = await testContext({ persona, granted: ['USER_CONTACTINFO'] }).call('getPhoneNumber');
    expect(response(reply)).toMatchObject({ code: '10000', mobile: '' });
  });

  it('fails with 40003 without consent, 40006 for a program that never applied', async () => {
    expect(await testContext({ granted: ['auth_user'] }).call('getPhoneNumber')).toMatchObject({
      fail: { error: 40003 },
    });
    const program = { ...TEST_PROGRAM, scopes: ['auth_user'] };
    expect(await testContext({ program }).call('getPhoneNumber')).toMatchObject({ fail: { error: 40006 } });
  });
});

describe('the open calls', () => {
  it('never tell the user’s id, whatever is granted (document 002, FAQ 3)', async () => {
    const granted = SCOPES.map(({ name }) => name);
    for (const name of ['getOpenUserInfo', 'getAuthUserInfo', 'getPhoneNumber', 'getSetting'])
      expect(JSON.stringify(await testContext({ granted }).call(name))).not.toContain(
        TEST_PERSONA.profile.userId,
      );
  });
});
