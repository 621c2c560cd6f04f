import { type ApplyTokenOperation, applyTokenOperations } from './apply-token.ts';
import { type CancelTokenOperation, cancelTokenOperations } from './cancel-token.ts';
import { type InquiryUserInfoOperation, inquiryUserInfoOperations } from './inquiry-user-info.ts';

/** The OpenAPI of the platform: the calls that a merchant server makes. */
export type Operation = ApplyTokenOperation | InquiryUserInfoOperation | CancelTokenOperation;
export type OperationName = Operation['name'];
export type OpenApiVersion = Operation['version'];

export const OPERATIONS: readonly Operation[] = [
  ...applyTokenOperations,
  ...inquiryUserInfoOperations,
  ...cancelTokenOperations,
];

const byPath = new Map(OPERATIONS.map((operation) => [operation.path, operation]));

/** Wallets put `/api`, `/acl/api` or `/api/open` before the path, and some clients `.htm` behind it. */
const PATH = /^(?:\/acl)?(?:\/api(?:\/open)?)?(\/v[12]\/[A-Za-z/]+?)(?:\.htm)?$/;

/** The operation at a path (without query); undefined when there is none. */
export function operationAt(path: string): Operation | undefined {
  const [, bare = ''] = PATH.exec(path.length > 200 ? '' : path) ?? [];
  return byPath.get(bare);
}

const paths = {
  v1: { applyToken: '', inquiryUserInfo: '', cancelToken: '' },
  v2: { applyToken: '', inquiryUserInfo: '', cancelToken: '' },
};
for (const { version, name, path } of OPERATIONS) paths[version][name] ||= path;

/** Where a merchant of this version calls each operation: the first path that the version has for it. */
export function pathsOf(version: OpenApiVersion): Readonly<Record<OperationName, string>> {
  return paths[version];
}

export type { ApplyTokenCode } from './apply-token.ts';
export type { CancelTokenCode } from './cancel-token.ts';
export type { InquiryUserInfoCode } from './inquiry-user-info.ts';
