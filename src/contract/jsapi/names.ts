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
}

const words = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));
const api = (kind: JsapiKind, options = '', results = '', local = ''): JsapiInfo => ({
  kind,
  options: words(options),
  results: words(results),
  ...(local === '' ? {} : { local: words(local) }),
});
const async = (options?: string, results?: string) => api('async', options, results);
const sync = (options?: string, results?: string) => api('sync', options, results);

const REQUEST = async(
  'url headers header method data timeout dataType enableCookie responseType',
  'data status statusCode headers header',
);
const SYSTEM_OPTIONS = 'includeNotification includeBluetooth';
const SYSTEM_INFO =
  'model pixelRatio windowWidth windowHeight language version storage currentBattery system platform titleBarHeight statusBarHeight screenWidth screenHeight brand fontSizeSetting app';
const STORAGE_INFO = 'keys currentSize limitSize';

/** By name; options and results are words. Notes on the signatures are in notes.ts. */
export const JSAPI = {
  getAuthCode: async('scopes authClientId', 'authCode authSuccessScopes authErrorScopes'),

  alert: async('title content buttonText confirmColor'),
  confirm: async('title content confirmButtonText cancelButtonText confirmColor cancelColor', 'confirm'),
  prompt: async(
    'title message placeholder align okButtonText cancelButtonText confirmColor cancelColor',
    'ok inputValue',
  ),
  showToast: async('content type duration delay xOffset yOffset mask'),
  hideToast: async(),
  showLoading: async('content delay mask'),
  hideLoading: api('async', 'page', '', 'page'),
  showActionSheet: async('title items cancelButtonText destructiveBtnIndex badges', 'index'),

  getStorage: async('key', 'data'),
  setStorage: async('key data'),
  removeStorage: async('key', 'success'),
  clearStorage: async('', 'success'),
  getStorageInfo: async('', STORAGE_INFO),
  getStorageSync: sync('key', 'data'),
  setStorageSync: sync('key data', 'success'),
  removeStorageSync: sync('key', 'success'),
  clearStorageSync: sync('', 'success'),
  getStorageInfoSync: sync('', STORAGE_INFO),

  request: REQUEST,
  httpRequest: REQUEST,

  getSystemInfo: async(SYSTEM_OPTIONS, SYSTEM_INFO),
  getSystemInfoSync: sync(SYSTEM_OPTIONS, SYSTEM_INFO),
  getAppIdSync: sync('', 'appId'),
  getSiteInfo: async('', 'siteName'),
  canIUse: sync(),
  getSetting: async('', 'authSetting'),
  openSetting: async('', 'authSetting'),
  getOpenUserInfo: async(
    'protocols',
    'response code msg subCode subMsg avatar nickName gender countryCode province city',
  ),
  getAuthUserInfo: async('', 'nickName avatar'),
  getPhoneNumber: async('protocols', 'response'),
  setClipboard: async('text', 'success'),
  getClipboard: async('', 'text'),
  getNetworkType: async('', 'networkAvailable networkType networkInfo'),

  chooseImage: async(
    'count sizeType sourceType storeToAlbum',
    'apFilePaths tempFilePaths filePaths tempFiles',
  ),
  previewImage: async('urls current enableSavePhoto enableShowPhotoDownload'),
  saveImage: async('url filePath showActionSheet'),
  uploadFile: async(
    'url filePath name fileName fileType header headers formData hideLoading timeout',
    'data statusCode header headers',
  ),
  downloadFile: async('url header headers timeout', 'apFilePath tempFilePath header headers'),
  openDocument: async('filePath fileType'),

  getLocation: async('type cacheTimeout accuracy bizType', 'longitude latitude accuracy horizontalAccuracy'),
  openLocation: async('longitude latitude name address scale'),
  scan: async(
    'type scanType hideAlbum onlyFromCamera actionType needPath',
    'code qrCode barCode result scanType imageChannel rawData',
  ),
  makePhoneCall: async('number', 'success'),
  /** A contact has as many fields as a card. */
  addPhoneContact: async('', 'success'),
  vibrate: async('', 'success'),
  vibrateShort: async('type', 'success'),
  vibrateLong: async('', 'success'),
  getServerTime: async('', 'time'),
  datePicker: async('format currentDate startDate endDate', 'date'),
  optionsSelect: async(
    'title optionsOne optionsTwo selectedOneIndex selectedTwoIndex positiveString negativeString',
    'selectedOneIndex selectedOneOption selectedTwoIndex selectedTwoOption',
  ),
  tradePay: async('tradeNO orderStr paymentUrl', 'resultCode'),

  navigateTo: api('async', 'url events resolvedPath', '', 'events'),
  redirectTo: async('url resolvedPath'),
  reLaunch: async('url resolvedPath'),
  navigateBack: async('delta'),

  // Of AXML programs: the work is in the page (page.ts).
  switchTab: async('url resolvedPath'),
  pageScrollTo: async('scrollTop selector duration offsetTop'),
  setNavigationBar: async('title image backgroundColor borderBottomColor frontColor reset'),
  showNavigationBarLoading: async(),
  hideNavigationBarLoading: async(),
  hideBackHome: async(),
  startPullDownRefresh: async(),
  stopPullDownRefresh: async(),
  hideKeyboard: async(),
  setTabBarStyle: async('color selectedColor backgroundColor borderStyle'),
  setTabBarItem: async('index text iconPath selectedIconPath'),
  showTabBar: async('animation'),
  hideTabBar: async('animation'),
  setTabBarBadge: async('index text'),
  removeTabBarBadge: async('index'),
  showTabBarRedDot: async('index'),
  hideTabBarRedDot: async('index'),
  setBackgroundColor: async('backgroundColor backgroundColorTop backgroundColorBottom'),
  setBackgroundTextStyle: async('textStyle'),
  hideShareMenu: async(),
  showSharePanel: async(),

  call: api('call'),

  onAppShow: api('event'),
  offAppShow: api('event'),
  onAppHide: api('event'),
  offAppHide: api('event'),
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
