/** The global `my` as a program may use it: every name of contract/jsapi/names.ts with its signature. */

export interface MyFailure {
  error?: number;
  errorMessage?: string;
}
export interface MyCallbacks<Result> {
  success?(result: Result): void;
  fail?(failure: MyFailure): void;
  complete?(result: Result | MyFailure): void;
}
type Async<Options, Result> = (options?: Options & MyCallbacks<Result>) => Promise<Result>;
type Nothing = Record<never, never>;
/** A call whose answer says nothing: callbacks get an empty object. */
type Done<Options> = (options?: Options & MyCallbacks<Nothing>) => Promise<void>;
/** What `onAppShow` tells its listeners. */
export interface MyAppShow {
  path?: string;
  query?: Record<string, unknown>;
}

export interface MyStored {
  success: boolean;
  error?: number;
  errorMessage?: string;
}
export interface MyStorageInfo {
  keys: string[];
  currentSize: number;
  limitSize: number;
}
export interface MyRequestOptions {
  url: string;
  headers?: Record<string, string>;
  header?: Record<string, string>;
  method?: string;
  data?: unknown;
  timeout?: number;
  dataType?: string;
  responseType?: string;
  enableCookie?: boolean;
}
export interface MyResponse {
  data: unknown;
  status: number;
  headers: Record<string, string>;
}
export interface MyRequestTask extends Promise<MyResponse> {
  abort(): void;
}
type Request = (options: MyRequestOptions & MyCallbacks<MyResponse>) => MyRequestTask;
/** An upload or download: its promise, and what goes over the line. */
export interface MyTransfer<Result> extends Promise<Result> {
  abort(): void;
  onProgressUpdate(listener: (event: MyProgress) => void): void;
  offProgressUpdate(listener?: (event: MyProgress) => void): void;
  onHeadersReceived(listener: (event: { header: Record<string, string> }) => void): void;
  offHeadersReceived(listener?: (event: { header: Record<string, string> }) => void): void;
}
export interface MyProgress {
  progress: number;
}
type Transfer<Options, Result> = (options: Options & MyCallbacks<Result>) => MyTransfer<Result>;
/** The same paths under each of their names. */
export interface MyImages {
  apFilePaths: string[];
  tempFilePaths: string[];
  filePaths: string[];
  tempFiles: { path: string; size: number }[];
}
interface DialogColors {
  confirmColor?: string;
  cancelColor?: string;
}
interface SystemOptions {
  includeNotification?: boolean;
  includeBluetooth?: boolean;
}
type SystemInfo = Record<string, unknown>;
interface Page {
  url: string;
  resolvedPath?: string;
}
interface Authorized {
  authSetting: Record<string, boolean>;
}

export interface My {
  getAuthCode: Async<
    { scopes?: string | string[]; authClientId?: string },
    { authCode: string; authSuccessScopes?: string[]; authErrorScopes?: Record<string, string> }
  >;

  alert: Done<{ title?: string; content?: string; buttonText?: string; confirmColor?: string }>;
  confirm: Async<
    {
      title?: string;
      content?: string;
      confirmButtonText?: string;
      cancelButtonText?: string;
    } & DialogColors,
    { confirm: boolean }
  >;
  prompt: Async<
    {
      title?: string;
      message?: string;
      placeholder?: string;
      align?: 'left' | 'center' | 'right';
      okButtonText?: string;
      cancelButtonText?: string;
    } & DialogColors,
    { ok: boolean; inputValue: string }
  >;
  showToast: Done<{
    content?: string;
    type?: string;
    duration?: number;
    delay?: number;
    xOffset?: number;
    yOffset?: number;
    mask?: boolean;
  }>;
  hideToast: Done<Nothing>;
  showLoading: Done<{ content?: string; delay?: number; mask?: boolean }>;
  hideLoading: Done<{ page?: unknown }>;
  showActionSheet: Async<
    {
      title?: string;
      items: string[];
      cancelButtonText?: string;
      destructiveBtnIndex?: number;
      badges?: unknown[];
    },
    { index: number }
  >;

  getStorage: Async<{ key: string }, { data: unknown }>;
  setStorage: Done<{ key: string; data: unknown }>;
  removeStorage: Async<{ key: string }, { success: true }>;
  clearStorage: Async<Nothing, { success: boolean }>;
  getStorageInfo: Async<Nothing, MyStorageInfo>;
  getStorageSync(options: { key: string }): { data: unknown };
  setStorageSync(options: { key: string; data: unknown }): MyStored;
  removeStorageSync(options: { key: string }): { success: true };
  clearStorageSync(): { success: boolean };
  getStorageInfoSync(): MyStorageInfo;

  request: Request;
  httpRequest: Request;

  getSystemInfo: Async<SystemOptions, SystemInfo>;
  getSystemInfoSync(options?: SystemOptions): SystemInfo;
  getAppIdSync(): { appId: string };
  getSiteInfo: Async<Nothing, { siteName: string }>;
  canIUse(query: string): boolean;
  getSetting: Async<Nothing, Authorized>;
  openSetting: Async<Nothing, Authorized>;
  getOpenUserInfo: Async<{ protocols?: unknown }, { response: string }>;
  getAuthUserInfo: Async<Nothing, { nickName: string; avatar: string }>;
  getPhoneNumber: Async<{ protocols?: unknown }, { response: string }>;
  setClipboard: Async<{ text: string }, { success: true }>;
  getClipboard: Async<Nothing, { text: string }>;
  getNetworkType: Async<Nothing, { networkAvailable: boolean; networkType: string }>;

  chooseImage: Async<
    { count?: number; sizeType?: string[]; sourceType?: string | string[]; storeToAlbum?: boolean },
    MyImages
  >;
  previewImage: Done<{
    urls: string[];
    current?: number;
    enableSavePhoto?: boolean;
    enableShowPhotoDownload?: boolean;
  }>;
  saveImage: Done<{ url?: string; filePath?: string; showActionSheet?: boolean }>;
  uploadFile: Transfer<
    {
      url: string;
      filePath: string;
      name?: string;
      fileName?: string;
      fileType?: string;
      header?: Record<string, unknown>;
      headers?: Record<string, unknown>;
      formData?: Record<string, unknown>;
      hideLoading?: boolean;
      timeout?: number;
    },
    { data: string; statusCode: number; header: Record<string, unknown> }
  >;
  downloadFile: Transfer<
    { url: string; header?: Record<string, string>; headers?: Record<string, string>; timeout?: number },
    {
      apFilePath: string;
      tempFilePath: string;
      header: Record<string, string>;
      headers: Record<string, string>;
    }
  >;
  openDocument: Done<{ filePath: string; fileType?: string }>;

  getLocation: Async<
    { type?: number; cacheTimeout?: number; accuracy?: number; bizType?: string },
    { longitude: string; latitude: string; accuracy: string; horizontalAccuracy: string }
  >;
  openLocation: Done<{
    longitude: number | string;
    latitude: number | string;
    name: string;
    address: string;
    scale?: number;
  }>;
  scan: Async<
    {
      type?: string;
      scanType?: string | string[];
      hideAlbum?: boolean;
      onlyFromCamera?: boolean;
      actionType?: string;
      needPath?: boolean;
    },
    {
      code: string;
      qrCode?: string;
      barCode?: string;
      result: string;
      scanType: string;
      imageChannel: string;
      rawData: string;
    }
  >;
  makePhoneCall: Async<{ number: string }, { success: true }>;
  addPhoneContact: Async<Record<string, unknown>, { success: true }>;
  vibrate: Async<Nothing, { success: boolean }>;
  vibrateShort: Async<{ type?: string }, { success: boolean }>;
  vibrateLong: Async<Nothing, { success: boolean }>;
  getServerTime: Async<Nothing, { time: number }>;
  datePicker: Async<
    { format?: string; currentDate?: string; startDate?: string; endDate?: string },
    { date: string }
  >;
  optionsSelect: Async<
    {
      title?: string;
      optionsOne: string[];
      optionsTwo?: string[];
      selectedOneIndex?: number;
      selectedTwoIndex?: number;
      positiveString?: string;
      negativeString?: string;
    },
    {
      selectedOneIndex: number;
      selectedOneOption: string;
      selectedTwoIndex?: number;
      selectedTwoOption?: string;
    }
  >;
  tradePay: Async<{ tradeNO?: string; orderStr?: string; paymentUrl?: string }, { resultCode: string }>;

  navigateTo: Async<Page & { events?: object }, Nothing>;
  redirectTo: Done<Page>;
  reLaunch: Done<Page>;
  navigateBack: Done<{ delta?: number | string }>;

  switchTab: Done<Page>;
  pageScrollTo: Done<{ scrollTop?: number; selector?: string; duration?: number; offsetTop?: number }>;
  setNavigationBar: Done<{
    title?: string;
    image?: string;
    backgroundColor?: string;
    borderBottomColor?: string;
    frontColor?: string;
    reset?: boolean;
  }>;
  showNavigationBarLoading: Done<Nothing>;
  hideNavigationBarLoading: Done<Nothing>;
  hideBackHome: Done<Nothing>;
  startPullDownRefresh: Done<Nothing>;
  stopPullDownRefresh: Done<Nothing>;
  hideKeyboard: Done<Nothing>;
  setTabBarStyle: Done<{
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    borderStyle?: string;
  }>;
  setTabBarItem: Done<{ index: number; text?: string; iconPath?: string; selectedIconPath?: string }>;
  showTabBar: Done<{ animation?: boolean }>;
  hideTabBar: Done<{ animation?: boolean }>;
  setTabBarBadge: Done<{ index: number; text: string }>;
  removeTabBarBadge: Done<{ index: number }>;
  showTabBarRedDot: Done<{ index: number }>;
  hideTabBarRedDot: Done<{ index: number }>;
  setBackgroundColor: Done<{
    backgroundColor?: string;
    backgroundColorTop?: string;
    backgroundColorBottom?: string;
  }>;
  setBackgroundTextStyle: Done<{ textStyle: 'dark' | 'light' }>;
  hideShareMenu: Done<Nothing>;
  showSharePanel: Done<Nothing>;

  call(name: string, options?: unknown, callback?: (result: never) => void): Promise<unknown>;

  onAppShow(listener: (shown: MyAppShow) => void): void;
  offAppShow(listener?: (shown: MyAppShow) => void): void;
  onAppHide(listener: () => void): void;
  offAppHide(listener?: () => void): void;
}
