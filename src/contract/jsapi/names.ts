/**
 * Every member of `my` that the simulator implements: what kind of call it is, the options that it knows and the
 * fields that it answers with. One table for the guest (which builds `my` from it), the host (which answers the
 * asynchronous ones) and the reference.
 *
 * `async`: takes one object with `success`, `fail`, `complete`, returns a promise, answered by the host.
 * `sync`: answered in the guest from its copy, reported after. `event`: takes one function. `call`: `my.call`.
 */
export type JsapiKind = 'async' | 'sync' | 'event' | 'call';

export interface JsapiInfo {
  kind: JsapiKind;
  /** Options that the documents name, without the three callbacks. */
  options: readonly string[];
  /** Fields of the success object. */
  results: readonly string[];
  /** Options whose value stays in the frame because it holds functions. */
  local?: readonly string[];
  /** What a reader of the signature should know. */
  note?: string;
}

const async = (options: readonly string[], results: readonly string[] = [], note?: string): JsapiInfo => ({
  kind: 'async',
  options,
  results,
  ...(note === undefined ? {} : { note }),
});
const sync = (options: readonly string[], results: readonly string[] = [], note?: string): JsapiInfo => ({
  ...async(options, results, note),
  kind: 'sync',
});
const event: JsapiInfo = {
  kind: 'event',
  options: [],
  results: [],
  note: 'Takes one function; off without a function removes all.',
};

const REQUEST = async(
  ['url', 'headers', 'header', 'method', 'data', 'timeout', 'dataType', 'enableCookie', 'responseType'],
  ['data', 'status', 'statusCode', 'headers', 'header'],
  'Returns its promise with an abort() method.',
);
const SYSTEM_INFO = [
  'model',
  'pixelRatio',
  'windowWidth',
  'windowHeight',
  'language',
  'version',
  'storage',
  'currentBattery',
  'system',
  'platform',
  'titleBarHeight',
  'statusBarHeight',
  'screenWidth',
  'screenHeight',
  'brand',
  'fontSizeSetting',
  'app',
] as const;

export const JSAPI = {
  getAuthCode: async(
    ['scopes', 'authClientId'],
    ['authCode', 'authSuccessScopes', 'authErrorScopes'],
    'scopes: an array, a bare string or nothing, as the dialect says.',
  ),

  alert: async(['title', 'content', 'buttonText', 'confirmColor']),
  confirm: async(
    ['title', 'content', 'confirmButtonText', 'cancelButtonText', 'confirmColor', 'cancelColor'],
    ['confirm'],
    'Cancel is a success with confirm: false.',
  ),
  prompt: async(
    [
      'title',
      'message',
      'placeholder',
      'align',
      'okButtonText',
      'cancelButtonText',
      'confirmColor',
      'cancelColor',
    ],
    ['ok', 'inputValue'],
  ),
  showToast: async(
    ['content', 'type', 'duration', 'delay', 'xOffset', 'yOffset', 'mask'],
    [],
    'Succeeds when the toast disappears.',
  ),
  hideToast: async([]),
  showLoading: async(['content', 'delay', 'mask']),
  hideLoading: async(['page']),
  showActionSheet: async(
    ['title', 'items', 'cancelButtonText', 'destructiveBtnIndex', 'badges'],
    ['index'],
    'index -1 is a cancel.',
  ),

  getStorage: async(['key'], ['data']),
  setStorage: async(['key', 'data']),
  removeStorage: async(['key'], ['success']),
  clearStorage: async([], ['success']),
  getStorageInfo: async([], ['keys', 'currentSize', 'limitSize']),
  getStorageSync: sync(['key'], ['data'], 'Returns { data }, null when the key is not there.'),
  setStorageSync: sync(
    ['key', 'data'],
    ['success'],
    'A failure is returned as { success: false, error, errorMessage }, not thrown.',
  ),
  removeStorageSync: sync(['key'], ['success']),
  clearStorageSync: sync([], ['success']),
  getStorageInfoSync: sync([], ['keys', 'currentSize', 'limitSize'], 'Sizes in KB.'),

  request: REQUEST,
  httpRequest: { ...REQUEST, note: 'The old name of my.request.' },

  getSystemInfo: async(['includeNotification', 'includeBluetooth'], SYSTEM_INFO),
  getSystemInfoSync: sync(['includeNotification', 'includeBluetooth'], SYSTEM_INFO),
  getAppIdSync: sync([], ['appId']),
  getSiteInfo: async([], ['siteName'], 'siteName is the customerBelongsTo of applyToken.'),
  canIUse: sync([], [], "Takes one string: 'getAuthCode' or 'api.type.parameter.option'."),
  getSetting: async([], ['authSetting']),
  openSetting: async([], ['authSetting']),
  getOpenUserInfo: async(
    ['protocols'],
    [
      'response',
      'code',
      'msg',
      'subCode',
      'subMsg',
      'avatar',
      'nickName',
      'gender',
      'countryCode',
      'province',
      'city',
    ],
  ),
  getAuthUserInfo: async([], ['nickName', 'avatar']),
  getPhoneNumber: async(['protocols'], ['response']),
  setClipboard: async(['text'], ['success']),
  getClipboard: async([], ['text']),
  getNetworkType: async([], ['networkAvailable', 'networkType', 'networkInfo']),

  navigateTo: { ...async(['url', 'events', 'resolvedPath']), local: ['events'] },
  redirectTo: async(['url', 'resolvedPath']),
  reLaunch: async(['url', 'resolvedPath']),
  navigateBack: async(['delta']),

  call: {
    kind: 'call',
    options: [],
    results: [],
    note: 'my.call(name, options?, callback?): any name; the callback gets the success or the failure object.',
  },

  onAppShow: event,
  offAppShow: event,
  onAppHide: event,
  offAppHide: event,
} as const satisfies Record<string, JsapiInfo>;

export type JsapiName = keyof typeof JSAPI;

const table: ReadonlyMap<string, JsapiInfo> = new Map(Object.entries(JSAPI));

/** What is known of `my.<name>`; undefined when it is not implemented. */
export function jsapiInfo(name: string): JsapiInfo | undefined {
  return table.get(name);
}

/** Names of one kind, in the order of the table. */
export function namesOfKind(kind: JsapiKind): string[] {
  return Array.from(table)
    .filter(([, info]) => info.kind === kind)
    .map(([name]) => name);
}

/** The three callbacks that every asynchronous call takes. */
export const CALLBACKS = ['success', 'fail', 'complete'] as const;
