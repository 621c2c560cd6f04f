import type { Dialect } from './dialects/schema.ts';
import type { Source, StepName } from './steps.ts';

/** Where what is said of a step can be read: in short in docs/documents.md, and at a public address where there is one. */
export interface DocumentPlace {
  source: Source;
  /** The section of docs/documents.md, as its heading names it. */
  section: string;
  /** Absent: no public page is known. */
  address?: string;
}

const PLATFORM = 'https://miniprogram.alipay.com/docs/miniprogram/mpdev/';
const BESUPERAPP = 'https://miniprogram.alipay.com/docs-besuperapp/miniprogram_besuperapp/mpdev/';
const QI = 'https://miniapps.qi.iq/docs/miniprogram_qineo/mpdev/';
const ALIPAY_CN = 'https://github.com/AlipayDocs/open-docs/blob/a74facf/mini/api/';

/** The documents that have a public address of their own. */
const DOCUMENTS: Partial<Record<Source, string>> = {
  '000': `${PLATFORM}sdk_rn_oauthservice`,
  '001': `${QI}api_openapi_getauthcode`,
  '004': `${PLATFORM}api_openapi_getauthcode`,
};

/** Pages of the platform, by step. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ...[
    'alert',
    'confirm',
    'prompt',
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'showActionSheet',
  ].map((name) => [`jsapi.${name}`, `${PLATFORM}api_ui_feedback_${name.toLowerCase()}`] as const),
  ...['navigateTo', 'redirectTo', 'navigateBack', 'reLaunch'].map(
    (name) => [`jsapi.${name}`, `${PLATFORM}api_ui_route_${name.toLowerCase()}`] as const,
  ),
  ['jsapi.request', `${PLATFORM}api_network_request`],
  ['jsapi.httpRequest', `${PLATFORM}api_network_request`],
  ['jsapi.getSystemInfo', `${PLATFORM}api_device_system_getsysteminfo`],
  ['jsapi.getSystemInfoSync', `${PLATFORM}api_device_system_getsysteminfo`],
  ['jsapi.canIUse', `${PLATFORM}api_device_caniuse_caniuse`],
  ['jsapi.openSetting', `${PLATFORM}api_device_setting_opensetting`],
  ['jsapi.getSiteInfo', `${PLATFORM}api_alipay-connect_getsiteinfo`],
  ['jsapi.getOpenUserInfo', `${PLATFORM}api_openapi_getopenuserinfo`],
]);
const OPENAPI = {
  v1: new Map([
    ['openapi.applyToken', `${BESUPERAPP}v1_applytoken`],
    ['openapi.inquiryUserInfo', `${BESUPERAPP}v1_users_inquiryuserinfo`],
    ['openapi.cancelToken', `${QI}v1_revoke`],
  ]),
  v2: new Map([
    ['openapi.applyToken', `${PLATFORM}v2_applytoken`],
    ['openapi.cancelToken', `${PLATFORM}v2_revoke`],
  ]),
} as const;
/** Dialects whose page is none of the five documents. */
const DIALECTS: ReadonlyMap<string, string> = new Map([
  ['alipay-cn', `${ALIPAY_CN}开放能力API/用户授权/my.getAuthCode.md`],
]);

/** The place of a source by itself: a line of a dialect, an outcome. */
export function placeOfSource(source: Source): DocumentPlace {
  const address = DOCUMENTS[source];
  const section = /^\d/.test(source)
    ? `Document ${source}`
    : source === 'platform'
      ? 'The platform'
      : 'The simulator';
  return { source, section, ...(address === undefined ? {} : { address }) };
}

/**
 * The place of a step, for a program in a dialect.
 * @param source what the step's own table says
 * @param version of the OpenAPI that was called
 */
export function placeOfStep(
  step: StepName,
  source: Source,
  dialect: Pick<Dialect, 'id' | 'document'> | undefined,
  version: 'v1' | 'v2' = 'v1',
): DocumentPlace {
  if (step === 'jsapi.getAuthCode' && dialect) {
    const place = placeOfSource(dialect.document);
    const address = DIALECTS.get(dialect.id) ?? place.address;
    return { ...place, ...(address === undefined ? {} : { address }) };
  }
  const place = placeOfSource(source);
  const address = OPENAPI[version].get(step) ?? PAGES.get(step) ?? place.address;
  const section = step.startsWith('openapi.')
    ? 'The OpenAPI'
    : step.startsWith('jsapi.')
      ? 'The other calls'
      : place.section;
  return { source: place.source, section, ...(address === undefined ? {} : { address }) };
}
