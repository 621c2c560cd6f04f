import type { JsapiName } from './names.ts';

/** What a reader of a signature should know beyond its names; for the reference, not for the frame. */
export const JSAPI_NOTES: Partial<Record<JsapiName, string>> = {
  getAuthCode: 'scopes: an array, a bare string or nothing, as the dialect says.',
  confirm: 'Cancel is a success with confirm: false.',
  showToast: 'Succeeds when the toast disappears.',
  showActionSheet: 'index -1 is a cancel.',
  getStorageSync: 'Returns { data }; null when the key is not there.',
  setStorageSync: 'A failure is returned as { success: false, error, errorMessage }, not thrown.',
  getStorageInfo: 'Sizes in KB.',
  getStorageInfoSync: 'Sizes in KB.',
  request: 'Returns its promise with an abort() method.',
  httpRequest: 'The old name of my.request.',
  getSiteInfo: 'siteName is the customerBelongsTo of applyToken.',
  canIUse: "Takes one string: 'getAuthCode' or 'api.type.parameter.option'.",
  navigateTo: 'events stays in the frame: the functions in it are not called.',
  call: 'my.call(name, options?, callback?): any name; the callback gets the success or the failure object.',
  onAppShow: 'Takes one function.',
  offAppShow: 'Takes that function; without it, all are removed.',
  onAppHide: 'Takes one function.',
  offAppHide: 'Takes that function; without it, all are removed.',
};
