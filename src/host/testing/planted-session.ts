import { fromBase64, toBase64 } from '../../contract/codec.ts';
import type { Persona } from '../../contract/persona.ts';
import { hashLoginId, maskLoginId } from '../../contract/scopes.ts';
import type { Simulator } from '../simulator.ts';
import { HeadlessDocument } from './headless.ts';
import { emptyHouse, post } from './random-session.ts';

/** One value of each kind that cannot be mistaken for anything else. */
export const PLANTED = {
  userId: '2160990000009901',
  nickName: 'Zorbelline',
  fullName: 'Quixotta "Q" Vandermøøl',
  firstName: 'Quixotta',
  lastName: 'Vandermøøl',
  avatar: 'data:image/svg+xml,%3Csvg%3Eplantedavatar%3C/svg%3E',
  birthDate: '1901-02-03',
  address1: 'Plantenweg 77 & Söhne',
  city: 'Plantopolis',
  zipCode: 'PL-99 877',
  loginId: '+4915299988877',
  phone: '+4915266655544',
  email: 'quixotta.planted@example.com',
};
/** A user who is nothing but such values. */
export const plantedPersona: Persona = {
  id: 'planted',
  title: 'Planted',
  description: 'Has one unmistakable value of each kind.',
  status: 'ACTIVE',
  profile: {
    userId: PLANTED.userId,
    nickName: PLANTED.nickName,
    userName: { fullName: PLANTED.fullName, firstName: PLANTED.firstName, lastName: PLANTED.lastName },
    avatar: PLANTED.avatar,
    gender: 'FEMALE',
    birthDate: PLANTED.birthDate,
    nationality: 'DE',
    addresses: [{ country: 'DE', city: PLANTED.city, address1: PLANTED.address1, zipCode: PLANTED.zipCode }],
    loginId: PLANTED.loginId,
    phone: PLANTED.phone,
    email: PLANTED.email,
  },
  grants: {},
};
/** Secrets of the program and its merchant server: known by where they stand. */
const FOREIGN = {
  bearer: 'plantedbearer-a1b2c3d4',
  basic: toBase64(new TextEncoder().encode('plantedclient:plantedpassword')),
  signature: 'algorithm=RSA256,keyVersion=1,signature=plantedsignature%2B77',
  secret: 'plantedmerchantsecret77',
  apiKey: 'plantedapikey77',
  cookie: 'plantedcookie77',
  session: 'plantedsession77',
};
const SCOPES = [
  'auth_user',
  'USER_NAME',
  'USER_GENDER',
  'USER_BIRTHDAY',
  'USER_NATIONALITY',
  'USER_LOGIN_ID',
  'HASH_LOGIN_ID',
  'PLAINTEXT_USER_LOGIN_ID',
  'USER_CONTACTINFO',
  'USER_ADDRESS',
];

/** A session in which every planted value arrives wherever one can, and the values. */
export async function plantedSession(
  traceLimit?: number,
): Promise<{ simulator: Simulator; values: string[] }> {
  const { simulator, time } = emptyHouse([plantedPersona], traceLimit === undefined ? {} : { traceLimit });
  const page = new HeadlessDocument(
    simulator.open({ persona: 'planted', dialect: 'mini-program-platform' }),
    `http://shop.localhost/index.html?phone=${encodeURIComponent(PLANTED.phone)}`,
  );
  page.tap(`Hello ${PLANTED.nickName}`);
  simulator.device.autoAnswer = (sheet) =>
    sheet.kind === 'consent' ? { ending: 'agree', scopes: SCOPES } : undefined;
  const reply = await page.call('getAuthCode', { scopes: SCOPES });
  const { authCode } = (reply as { success: { authCode: string } }).success;
  await post(page, reply);
  const bytes = toBase64(new TextEncoder().encode(`code ${authCode} of ${PLANTED.fullName}`));
  await page.call('request', {
    url: `https://shop.example/api?authCode=${authCode}&user=${encodeURIComponent(PLANTED.fullName)}`,
    method: 'POST',
    headers: {
      Authorization: `Bearer ${FOREIGN.bearer}`,
      Signature: FOREIGN.signature,
      'X-Api-Key': FOREIGN.apiKey,
      Cookie: `sid=${FOREIGN.cookie}; theme=dark`,
      'Content-Type': 'application/json',
    },
    data: {
      merchantSecret: FOREIGN.secret,
      number: Number(authCode),
      deep: JSON.stringify({ a: JSON.stringify(PLANTED) }),
    },
  });
  await page.call('request', {
    url: 'https://shop.example/form',
    method: 'POST',
    headers: { authorization: `Basic ${FOREIGN.basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
    data: { email: PLANTED.email, name: PLANTED.fullName, session_id: FOREIGN.session },
  });
  await page.call('setStorage', {
    key: 'user',
    data: { ...PLANTED, authCode, big: 'x'.repeat(3_000), bytes },
  });
  await page.call('setStorage', { key: 'bytes', data: { $bytes: bytes } });
  await page.call('setClipboard', { text: PLANTED.email });
  page.raw(`storage 0 cookie ${JSON.stringify({ op: 'set', key: 'sid', value: FOREIGN.session })}`);
  page.raw(
    `storage 0 local ${JSON.stringify({ op: 'set', key: PLANTED.email, value: JSON.stringify(PLANTED) })}`,
  );
  page.raw(`input 0 input ${JSON.stringify({ target: '#name', label: 'Name', value: PLANTED.fullName })}`);
  const html = `<p title="${PLANTED.fullName.replace(/"/g, '&quot;')}">${PLANTED.address1.replace('&', '&amp;')}</p><img src="${PLANTED.avatar}">`;
  page.raw(
    `picture 0 - ${JSON.stringify({ html, title: PLANTED.nickName, width: 1, height: 1, scrollX: 0, scrollY: 0 })}`,
  );
  page.raw(`nonsense ${PLANTED.phone}`);
  simulator.addRule({
    at: 'merchant.request',
    outcome: { reply: { value: { status: 200, headers: {}, body: JSON.stringify({ userInfo: PLANTED }) } } },
    title: `For ${PLANTED.nickName}`,
  });
  await page.call('request', { url: 'https://shop.example/injected', method: 'GET' });
  simulator.stepper.pause();
  void page.call('request', { url: 'https://shop.example/stopped', method: 'GET' });
  await time.turn();
  simulator.stepper.stops[0]?.resume({
    how: 'edit',
    value: { url: `https://shop.example/${PLANTED.userId}` },
  });
  await time.turn();
  simulator.run?.notice('tokenLeak', { url: `https://shop.example/${authCode}` });
  const { codes, tokens } = simulator.state.wallet;
  const values = [
    ...Object.values(PLANTED),
    maskLoginId(PLANTED.loginId),
    hashLoginId(PLANTED.loginId),
    ...Object.keys(codes),
    ...Object.keys(tokens),
    ...Object.values(FOREIGN).filter((value) => value !== FOREIGN.signature),
    'plantedsignature%2B77',
  ];
  return { simulator, values };
}

/** Everything that a text says in any spelling: itself, unescaped, and what its base64 says. */
export function saidBy(text: string, depth = 0): string {
  if (depth > 3) return text;
  const unquoted = text
    .replace(/\\+(["\\/])/g, '$1')
    .replace(/\\+u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const decoded = unquoted.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
  const plain = decoded
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\+/g, ' ');
  const inside = [...text.matchAll(/[A-Za-z0-9+/_-]{8,}={0,2}/g)].map(([base64]) => {
    try {
      return saidBy(new TextDecoder().decode(fromBase64(base64)), depth + 1);
    } catch {
      return '';
    }
  });
  return [text, unquoted, decoded, plain, ...inside].join('\n');
}
