import { z } from 'zod/mini';
import { extension, id, v1Ids, v2Ids } from './fields.ts';
import { RESULT_LINES, type Result, type ResultCode, TRAFFIC_V1, TRAFFIC_V2 } from './result.ts';

export interface InquiryUserInfoRequest {
  appId?: string | null | undefined;
  authClientId?: string | null | undefined;
  accessToken: string;
  customerBelongsTo?: string | null | undefined;
  extendInfo?: string | null | undefined;
}

/** What a wallet tells of a user. Which members are there, the scopes of the token decide. */
export interface UserInfo {
  userId?: string;
  /** Of the account, not of the person; in every answer. */
  status?: 'ACTIVE' | 'FROZEN' | 'INACTIVE';
  nickName?: string;
  userName?: { fullName: string; firstName?: string; middleName?: string; lastName?: string };
  avatar?: string;
  gender?: 'MALE' | 'FEMALE';
  /** YYYY-MM-DD. One v1 sample calls it `birthday`. */
  birthDate?: string;
  /** ISO 3166, two letters. */
  nationality?: string;
  userAddresses?: { country: string; state?: string; city?: string; address1: string; zipCode?: string }[];
  loginIdInfos?: {
    /** In full or with digits hidden, as the scopes allow. */
    loginId?: string;
    maskLoginId?: string;
    /** SHA-256 of the login id as the wallet keeps it, in hexadecimal. */
    hashLoginId?: string;
    loginIdType: 'MOBILE_PHONE';
  }[];
  contactInfos?: { contactNo: string; contactType: 'MOBILE_PHONE' | 'EMAIL' }[];
}

/** `userInfo` is there when `result.resultStatus` is S. */
export interface InquiryUserInfoResponse {
  result: Result;
  userInfo?: UserInfo;
}

const fields = { accessToken: id(128), ...extension };
export const inquiryUserInfoRequestV1: z.ZodMiniType<InquiryUserInfoRequest> = z.object({
  ...fields,
  ...v1Ids,
});
export const inquiryUserInfoRequestV2: z.ZodMiniType<InquiryUserInfoRequest> = z.object({
  ...fields,
  ...v2Ids,
});

const L = RESULT_LINES;
const specific = [
  L.PROCESS_FAIL,
  L.PARAM_ILLEGAL,
  L.ACCESS_DENIED,
  L.INVALID_API,
  L.INVALID_ACCESS_TOKEN,
  L.INVALID_AUTH_CLIENT,
  L.EXPIRED_ACCESS_TOKEN,
  L.EXPIRED_AGENT_TOKEN,
  L.INVALID_AGENT_TOKEN,
  /** Not in the published table, which leaves a suspended client without a code. */
  { ...L.INVALID_AUTH_CLIENT_STATUS, source: 'simulator' },
] as const;
export const INQUIRY_USER_INFO_RESULTS_V1 = [
  L.SUCCESS,
  L.UNKNOWN_EXCEPTION,
  TRAFFIC_V1,
  ...specific,
] as const;
export const INQUIRY_USER_INFO_RESULTS_V2 = [
  L.SUCCESS,
  L.UNKNOWN_EXCEPTION,
  TRAFFIC_V2,
  ...specific,
] as const;
export type InquiryUserInfoCode = (typeof INQUIRY_USER_INFO_RESULTS_V1)[number]['code'];

export interface InquiryUserInfoOperation {
  name: 'inquiryUserInfo';
  step: 'openapi.inquiryUserInfo';
  version: 'v1' | 'v2';
  path: string;
  request: z.ZodMiniType<InquiryUserInfoRequest>;
  results: readonly ResultCode<InquiryUserInfoCode>[];
}

const v1 = {
  name: 'inquiryUserInfo',
  step: 'openapi.inquiryUserInfo',
  version: 'v1',
  request: inquiryUserInfoRequestV1,
  results: INQUIRY_USER_INFO_RESULTS_V1,
} as const;

/** v1 has two paths for it, of two wallets. */
export const inquiryUserInfoOperations: readonly InquiryUserInfoOperation[] = [
  { ...v1, path: '/v1/users/inquiryUserInfo' },
  { ...v1, path: '/v1/customers/user/inquiryUserInfoByAccessToken' },
  {
    name: 'inquiryUserInfo',
    step: 'openapi.inquiryUserInfo',
    version: 'v2',
    path: '/v2/users/inquiryUserInfo',
    request: inquiryUserInfoRequestV2,
    results: INQUIRY_USER_INFO_RESULTS_V2,
  },
];
