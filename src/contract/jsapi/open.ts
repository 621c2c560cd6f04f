import { z } from 'zod/mini';
import { type Gift, scopeInfo } from '../scopes.ts';
import type { Source } from '../steps.ts';

/**
 * The settings that `my.getSetting` and `my.openSetting` speak of, as far as scopes stand behind them, and the data
 * that belongs to each. The platform's table: `userInfo` goes with `my.getOpenUserInfo`, `phoneNumber` with
 * `my.getPhoneNumber`.
 */
const SETTINGS = {
  userInfo: ['nickName', 'avatar', 'gender', 'addresses'],
  phoneNumber: ['contact.phone'],
} as const satisfies Record<string, readonly Gift[]>;
export type Setting = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as Setting[];

/** What `<button open-type="getAuthorize" scope>` asks with. */
export const getAuthorizeArgs = z.object({ scope: z.enum(SETTING_NAMES as [Setting, ...Setting[]]) });

/** True when the scope gives some of the data behind the setting: `auth_user` does for `userInfo`. */
export function servesSetting(setting: Setting, scope: string): boolean {
  const gifts: readonly Gift[] = SETTINGS[setting];
  return scopeInfo(scope)?.gives.some((gift) => gifts.includes(gift)) ?? false;
}

/**
 * How `my.getOpenUserInfo` hands its fields over. `flat`: as members of the success object. `nested`: in `response`,
 * a JSON text with another `response` in it. `both` at once.
 */
export interface OpenUserInfoShape {
  shape: 'flat' | 'nested' | 'both';
  source: Source;
  note: string;
}
const SHAPES: ReadonlyMap<string, OpenUserInfoShape> = new Map([
  [
    'mini-program-platform',
    {
      shape: 'both',
      source: 'platform',
      note: "The page's table has the fields on the object itself; the typings for this platform know `response` alone.",
    },
  ],
  [
    'alipay-cn',
    {
      shape: 'nested',
      source: 'platform',
      note: 'The page prints `response`, to be parsed twice: JSON.parse(res.response).response.',
    },
  ],
]);

/** The shape in a dialect; wallets that publish none get both. */
export function openUserInfoShape(dialect: string): OpenUserInfoShape {
  return (
    SHAPES.get(dialect) ?? {
      shape: 'both',
      source: 'simulator',
      note: 'No page of this wallet shows it: both published shapes at once.',
    }
  );
}

/** Results of the open calls, as the platform's pages print them. */
export const OPEN_RESULTS = {
  success: { code: '10000', msg: 'Success' },
  notAuthorized: {
    code: '40003',
    msg: 'Insufficient Conditions',
    subCode: 'isv.invalid-auth-relations',
    subMsg: 'Invalid authorization relation: the user has not agreed.',
  },
  notApplied: {
    code: '40006',
    msg: 'Insufficient Permissions',
    subCode: 'isv.insufficient-isv-permissions',
    subMsg: 'The mini program has not applied for a scope that gives this.',
  },
} as const;
