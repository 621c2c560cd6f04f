import { scopeWords } from '../../contract/dialects/translate.ts';
import {
  OPEN_RESULTS,
  openUserInfoShape,
  SETTING_NAMES,
  type Setting,
  servesSetting,
} from '../../contract/jsapi/open.ts';
import { noArgs } from '../../contract/jsapi/storage-args.ts';
import type { JsonObject } from '../../contract/json.ts';
import { userInfoFor } from '../../contract/scopes.ts';
import { checked, failure } from './checked.ts';
import type { JsapiContext, JsapiHandler, JsapiReply } from './context.ts';

/** The settings of which a scope was asked for: true when one behind it is granted now. */
export function authSetting(asked: readonly string[], granted: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(
    SETTING_NAMES.filter((setting) => asked.some((scope) => servesSetting(setting, scope))).map((setting) => [
      setting,
      granted.some((scope) => servesSetting(setting, scope)),
    ]),
  );
}

/** `my.getSetting()`: `{authSetting}`, with what was asked for before and nothing else. */
const getSetting = checked(noArgs, (_args, { askedScopes, granted }) => ({
  success: { authSetting: authSetting(askedScopes(), granted()) },
}));

/**
 * `my.openSetting()`: the wallet's settings page with a switch for each scope that was asked for; what the user leaves
 * there is granted or withdrawn. `{authSetting}` as it is then.
 */
const openSetting = checked(noArgs, async (_args, context) => {
  const { program, dialect, device, run, signal } = context;
  const before = context.granted();
  const scopes = context.askedScopes().map((scope) => ({
    scope,
    label: scopeWords(dialect, scope),
    granted: before.includes(scope),
  }));
  const answer = await device.present<'settings'>(
    run,
    { kind: 'settings', program: { name: program.name, logo: program.logo }, scopes },
    signal,
  );
  const granted = context.granted();
  const shown = scopes.map(({ scope }) => scope);
  const given = shown.filter((scope) => answer.granted.includes(scope) && !granted.includes(scope));
  const withdrawn = shown.filter((scope) => !answer.granted.includes(scope) && granted.includes(scope));
  if (given.length > 0 || withdrawn.length > 0) context.setGrants(given, withdrawn);
  return { success: { authSetting: authSetting(context.askedScopes(), context.granted()) } };
});

/** Why the program may not have the data behind a setting; undefined when it may. */
function refused(setting: Setting, { program, granted }: JsapiContext): JsapiReply | undefined {
  if (granted().some((scope) => servesSetting(setting, scope))) return undefined;
  const applied = program.scopes?.some((scope) => servesSetting(setting, scope)) ?? true;
  const result = applied ? OPEN_RESULTS.notAuthorized : OPEN_RESULTS.notApplied;
  return failure(Number(result.code), result.msg, { ...result, response: nested(result) });
}

/** `{response: {…}}` as text: what the pages print is parsed twice, `JSON.parse(res.response).response`. */
const nested = (result: JsonObject): string => JSON.stringify({ response: result });

/**
 * What `my.getOpenUserInfo` tells of this user, as far as the granted scopes go. Fields that the wallet does not give
 * are empty (the platform's page). Never the user's id (document 002, FAQ 3).
 */
function openUserInfo({ persona, granted }: JsapiContext) {
  const { nickName, avatar, gender, userAddresses } = userInfoFor(persona, granted());
  const address = userAddresses?.[0];
  return {
    nickName: nickName ?? '',
    avatar: avatar ?? '',
    gender: gender === undefined ? '' : gender === 'MALE' ? 'm' : 'f',
    countryCode: address?.country ?? '',
    province: address?.state ?? '',
    city: address?.city ?? '',
  };
}

/**
 * `my.getOpenUserInfo()`: nickname, picture, gender and place, in the shape of the dialect. Without consent it fails
 * with 40003, for a program that never applied for such a scope with 40006; the failure carries the printed result
 * both as members and in `response`.
 */
const getOpenUserInfo = checked(noArgs, (_args, context) => {
  const no = refused('userInfo', context);
  if (no) return no;
  const result = { ...OPEN_RESULTS.success, ...openUserInfo(context) };
  const { shape } = openUserInfoShape(context.dialect.id);
  return {
    success: {
      ...(shape === 'nested' ? {} : result),
      ...(shape === 'flat' ? {} : { response: nested(result) }),
    },
  };
});

/** `my.getAuthUserInfo()`, the older call: `{nickName, avatar}`. Failures as `my.getOpenUserInfo`. */
const getAuthUserInfo = checked(noArgs, (_args, context) => {
  const no = refused('userInfo', context);
  if (no) return no;
  const { nickName, avatar } = openUserInfo(context);
  return { success: { nickName, avatar } };
});

/**
 * `my.getPhoneNumber()`: `{response}`, a JSON text with the number in `response.mobile`, empty when the user has
 * none. A real wallet encrypts the text for the merchant server where the program has a key; here it is plain (the
 * simulator's choice). Failures as `my.getOpenUserInfo`.
 */
const getPhoneNumber = checked(noArgs, (_args, context) => {
  const no = refused('phoneNumber', context);
  if (no) return no;
  const { contactInfos } = userInfoFor(context.persona, context.granted());
  const mobile = contactInfos?.find((contact) => contact.contactType === 'MOBILE_PHONE')?.contactNo ?? '';
  return { success: { response: nested({ ...OPEN_RESULTS.success, mobile }) } };
});

/** Settings and user data without a merchant server: the platform's pages on open APIs. */
export const openHandlers: Readonly<Record<string, JsapiHandler>> = {
  getSetting,
  openSetting,
  getOpenUserInfo,
  getAuthUserInfo,
  getPhoneNumber,
};
