/**
 * A check for the compiler, with nothing to run: our `my` against the published typings of the platform
 * (`@mini-types/my`, mainland surface). It has a tsconfig of its own, as those typings are global.
 */
import type { JsapiName } from '../src/contract/jsapi/names.ts';
import type { My } from '../src/guest/my/my-type.ts';

type Platform = typeof my;

/** Answers of a shape that only the mainland wallet has, or that no web page can have. Arguments are checked below. */
type OtherAnswer =
  | 'getAuthCode'
  | 'getOpenUserInfo'
  | 'getSetting'
  | 'openSetting'
  | 'getSystemInfo'
  | 'getSystemInfoSync'
  | 'getNetworkType'
  | 'navigateTo'
  | 'startPullDownRefresh'
  | 'hideKeyboard'
  | 'setBackgroundColor'
  | 'setBackgroundTextStyle'
  | 'showSharePanel'
  | 'showActionSheet'
  | 'chooseImage'
  | 'uploadFile'
  | 'downloadFile'
  | 'request';
type Shared = keyof My & keyof Platform;

/** Every name of the table is in our type, and the other way round. */
const names: Record<JsapiName, unknown> & Record<keyof My, unknown> = {} as My;
export const table: { [N in keyof My]: N extends JsapiName ? true : never } = {} as Record<JsapiName, true>;

/** Whoever has code written against the platform's typings can run it on ours. */
export const whole: Pick<Platform, Exclude<Shared, OtherAnswer>> = {} as My;

type Options<F> = F extends (options: infer O, ...rest: never[]) => unknown
  ? Omit<NonNullable<O>, 'success' | 'fail' | 'complete'>
  : never;
/** Whatever a call may be given there, it may be given here. */
export const given: { [N in Extract<OtherAnswer, Shared>]: Options<My[N]> } = {} as {
  [N in Extract<OtherAnswer, Shared>]: Options<Platform[N]>;
};

export { names };
