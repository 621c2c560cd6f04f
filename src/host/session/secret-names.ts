/** Names of members, fields and headers whose values are secrets or personal, whoever made them. */
const KINDS: Record<string, readonly string[]> = {
  authCode: ['authCode', 'authorizationCode'],
  accessToken: ['accessToken', 'token', 'idToken', 'authToken'],
  refreshToken: ['refreshToken'],
  sessionId: ['sessionId', 'session', 'sid', 'JSESSIONID', 'PHPSESSID', 'connect.sid'],
  userId: ['userId', 'customerId', 'openId', 'unionId', 'uid', 'buyerId'],
  name: ['nickName', 'fullName', 'firstName', 'middleName', 'lastName', 'userName', 'realName'],
  avatar: ['avatar', 'avatarUrl'],
  birthday: ['birthDate', 'birthday', 'dateOfBirth'],
  personal: ['gender', 'nationality'],
  address: ['address1', 'address2', 'zipCode', 'postalCode'],
  loginId: ['loginId', 'maskLoginId', 'hashLoginId'],
  phone: ['phone', 'mobile', 'mobilePhone', 'phoneNumber', 'contactNo'],
  email: ['email', 'emailAddress'],
  secret: [
    'authorization',
    'proxyAuthorization',
    'cookie',
    'setCookie',
    'signature',
    'sign',
    'apiKey',
    'xApiKey',
    'privateKey',
    'secretKey',
    'secret',
    'clientSecret',
    'appSecret',
    'merchantSecret',
    'password',
    'passwd',
    'pin',
  ],
};

const plain = (name: string) => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
const byName = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [plain(name), kind] as const)),
);

/** The kind of secret that a member of this name holds; undefined: none. `auth_code` and `Auth-Code` are `authCode`. */
export function kindOfName(name: string): string | undefined {
  const known = plain(name);
  return (
    byName.get(known) ?? (/(secret|password|signature|privatekey|apikey)$/.test(known) ? 'secret' : undefined)
  );
}

/** A `code` may be an auth code or one of an error: the first are long and hold digits. */
export function isCodeLike(name: string, value: string): boolean {
  return plain(name) === 'code' && /^[\w.~-]{10,128}$/.test(value) && /\d/.test(value);
}
