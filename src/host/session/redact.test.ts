import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import { fromBase64, toBase64 } from '../../contract/codec.ts';
import type { Json } from '../../contract/json.ts';
import type { Persona } from '../../contract/persona.ts';
import { hashLoginId, maskLoginId } from '../../contract/scopes.ts';
import type { SessionFile } from '../../contract/session-file.ts';
import { HeadlessDocument } from '../testing/headless.ts';
import { deeds, emptyHouse, post, sessionWith } from '../testing/random-session.ts';
import { exportSession, sessionOf } from './export.ts';
import { sameButSecrets } from './placeholders.ts';
import { readSessionFile } from './read.ts';
import { Redactor } from './redact.ts';

/** One value of each kind that cannot be mistaken for anything else. */
const PLANTED = {
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
const persona: Persona = {
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

/** A session in which every planted value arrives wherever one can. */
async function planted(
  traceLimit?: number,
): Promise<{ file: SessionFile; whole: SessionFile; values: string[] }> {
  const { simulator, time } = emptyHouse([persona], traceLimit === undefined ? {} : { traceLimit });
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
  const whole = JSON.parse(JSON.stringify(sessionOf(simulator))) as SessionFile;
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
  expect(Object.keys(tokens).length).toBeGreaterThan(1);
  const redacted = exportSession(simulator);
  return { file: JSON.parse(JSON.stringify(redacted)) as SessionFile, whole, values };
}

/** Everything that a text says in any spelling: itself, unescaped, and what its base64 says. */
function saidBy(text: string, depth = 0): string {
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

describe('a redacted session', () => {
  it.each([undefined, 60])(
    'holds none of the planted values, in no spelling (trace limit %s)',
    async (limit) => {
      const { file, values } = await planted(limit);
      const said = saidBy(JSON.stringify(file));
      for (const value of values) expect(said.includes(value), value).toBe(false);
      expect(file.secrets).toBe('redacted');
    },
  );

  it('is tested by a session that does hold them all', async () => {
    const { whole, values } = await planted();
    const said = saidBy(JSON.stringify(whole));
    for (const value of values) expect(said.includes(value), value).toBe(true);
  });

  it('is a session file like any other, and redacted again it is the same', async () => {
    const { file } = await planted();
    const read = readSessionFile(file);
    expect('problems' in read ? read.problems : []).toEqual([]);
    const { simulator } = emptyHouse([persona]);
    simulator.load(file);
    expect(JSON.parse(JSON.stringify(exportSession(simulator)))).toEqual(file);
    expect(JSON.parse(JSON.stringify(exportSession(simulator, { secrets: 'kept' }))).events).toEqual(
      file.events,
    );
  });

  it('is run again: its placeholders are codes and tokens like any other', async () => {
    const first = emptyHouse(PERSONAS);
    const page = new HeadlessDocument(first.simulator.open({ persona: 'lena', dialect: 'qi' }));
    page.tap();
    first.simulator.device.autoAnswer = (sheet) =>
      sheet.kind === 'consent' ? { ending: 'agree', scopes: ['USER_NAME', 'auth_user'] } : undefined;
    await post(page, await page.call('getAuthCode', { scopes: ['USER_NAME', 'auth_user'] }));
    const file = JSON.parse(JSON.stringify(exportSession(first.simulator))) as SessionFile;
    expect(JSON.stringify(file)).toContain('authCode·1');

    const { simulator, time } = emptyHouse(PERSONAS);
    simulator.load(file);
    const again = new HeadlessDocument(simulator.runAgain({ to: { run: 'r1' }, then: 'run' }));
    await time.turn();
    const reply = await again.call('getAuthCode', { scopes: ['USER_NAME', 'auth_user'] });
    expect(reply).toMatchObject({ success: { authCode: 'authCode·1' } });
    expect(await post(again, reply)).toMatchObject({ success: { status: 200 } });
    const notices = simulator.trace.events.flatMap((event) => (event.type === 'notice' ? [event] : []));
    expect(notices.filter((event) => event.code === 'diverged')).toEqual([]);
    expect(simulator.state.wallet.codes).toMatchObject({ authCode·1: { status: 'exchanged' } });
  });

  it('of any session is readable and has the shape of the session', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (list) => {
        const simulator = await sessionWith(PERSONAS, list);
        const file = JSON.parse(JSON.stringify(exportSession(simulator))) as SessionFile;
        expect(readSessionFile(file)).toHaveProperty('session');
        expect(file.events.map(({ seq, at, type }) => ({ seq, at, type }))).toEqual(
          simulator.trace.events.map(({ seq, at, type }) => ({ seq, at, type })),
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('Redactor', () => {
  const of = (value: Json): Json => {
    const redactor = new Redactor([persona]);
    redactor.learn(value);
    return redactor.value(value);
  };

  it('gives the same value the same placeholder, and another value another one', () => {
    expect(of([{ authCode: 'abcdef1' }, 'so abcdef1!', { auth_code: 'abcdef2' }])).toEqual([
      { authCode: 'authCode·1' },
      'so authCode·1!',
      { auth_code: 'authCode·2' },
    ]);
  });

  it('spells a placeholder as the value was spelled', () => {
    const name = encodeURIComponent(PLANTED.fullName);
    expect(of(`https://a.example/?n=${name}`)).toBe(`https://a.example/?n=${encodeURIComponent('name·1')}`);
  });

  it('keeps JSON in texts JSON, with bare numbers in it', () => {
    expect(of({ authCode: '1234567890123', body: '{"code":1234567890123,"a":[1]}' })).toEqual({
      authCode: 'authCode·1',
      body: '{"code":"authCode·1","a":[1]}',
    });
  });

  it('does not take short values for secrets elsewhere, nor names inside of words', () => {
    expect(of({ token: 'on', says: 'on and on' })).toEqual({ token: 'accessToken·1', says: 'on and on' });
    expect(of('Zorbellines, Zorbelline.')).toBe('Zorbellines, name·1.');
  });

  it('does not number a placeholder that is there already for another value', () => {
    expect(of(['authCode·1', { authCode: 'abcdef1' }])).toEqual(['authCode·1', { authCode: 'authCode·2' }]);
  });

  it('leaves everything else the very same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const redactor = new Redactor([persona]);
        expect(redactor.value(value as Json)).toEqual(value);
      }),
    );
  });
});

describe('sameButSecrets', () => {
  it.each([
    ['{"a":"authCode·1"}', '{"a":"1234567890123"}', true],
    ['{"a":"authCode·1"}', '{"a":"12","b":"34"}', false],
    ['{"a":"x?c=authCode·1&d"}', '{"a":"x?c=77&d"}', true],
    ['{"a":1}', '{"a":2}', false],
    ['{"a":"(b·)"}', '{"a":"(b·)"}', true],
  ])('%s and %s: %s', (recorded, found, same) => {
    expect(sameButSecrets(recorded, found)).toBe(same);
  });
});
