/**
 * The OAuthService SPI of document 000, as `iapminiprogram-rn` publishes it. Field names, signatures and
 * codes are the document's; what it leaves open is marked.
 */

/** The six error codes of document 000 (there is no 1004). SPI codes are strings. */
export const BASE_SERVICE_ERROR_CODE = {
  ERROR_CODE_UNKNOWN_ERROR: '1000',
  ERROR_CODE_USER_CANCEL: '1001',
  ERROR_CODE_APP_SERVICE_ERROR: '1002',
  ERROR_CODE_TIMEOUT: '1003',
  ERROR_CODE_SYSTEM_ERROR: '1005',
  ERROR_CODE_AUTH_PENDING_AGREEMENT: '2001',
} as const;
export type SpiErrorCode = (typeof BASE_SERVICE_ERROR_CODE)[keyof typeof BASE_SERVICE_ERROR_CODE];

/** The type of the mini program. Values: the platform's Android and Flutter pages. */
export type OAuthCodeFlowType = 'LOCAL_MINI_PROGRAM' | 'ALIPAY_CONNECT';

/** Runtime metadata of the mini program. The platform publishes no fields; these are the simulator's choice. */
export interface APIContext {
  appId: string;
  appName: string;
  /** '' when the program has none. */
  appLogo: string;
  /** URL of the page that called, inside the program; of an AXML program its path: `pages/index/index?id=1`. */
  pageUrl: string;
  /** One `my.getAuthCode` call: the same value in every SPI call made on its behalf. */
  sessionId: string;
}

export interface BaseError {
  code: string;
  errorMsg?: string;
}

export interface BaseServiceResult {
  showReactNativePage?: boolean;
  moduleName?: string;
  jsMainModulePath?: string;
  bundleURLPath?: string;
  extendedInfo?: Map<string, string>;
  /** Present when the request failed. */
  error?: BaseError;
}

export interface OAuthResult extends BaseServiceResult {
  authCode?: string;
  authSuccessScopes?: string[];
  authErrorScopes?: Record<string, string>;
}

export interface OAuthScopeQueryResult extends BaseServiceResult {
  authorizedScopes?: string[];
}

/** An empty object is success: the user agreed. */
export interface OAuthPageConfirmResult extends BaseServiceResult {}

/** What a super app implements so that `my.getAuthCode` works (document 000). */
export interface OAuthService {
  /** Generates an auth code for `scopes`, or answers error 2001 when the user must agree first. */
  getAuthCode(
    clientId: string,
    scopes: Array<string>,
    oauthFlowType: OAuthCodeFlowType,
    extendedInfo: Map<string, string>,
    apiContext: APIContext,
  ): Promise<OAuthResult>;
  /** Shows the authorization dialog for the scopes that need agreement; `{}` means agreed. */
  showAuthPage(
    clientId: string,
    name: string,
    logo: string,
    scopes: Array<string>,
    apiContext: APIContext,
    extendedInfo?: Map<string, string>,
  ): Promise<OAuthPageConfirmResult>;
  /** The scopes that the super app supports for granting to this mini program. */
  getAuthorizedScopes(
    clientId: string,
    extendedInfo: Map<string, string>,
    apiContext: APIContext,
  ): Promise<OAuthScopeQueryResult>;
}
