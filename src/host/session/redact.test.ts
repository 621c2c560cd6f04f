import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../catalogue/index.ts';
import type { Json } from '../../contract/json.ts';
import type { SessionFile } from '../../contract/session-file.ts';
import type { Payload } from '../../contract/trace.ts';
import { scenarioFromSession } from '../scenario/save/from-session.ts';
import type { Simulator } from '../simulator.ts';
import { HeadlessDocument } from '../testing/headless.ts';
import { PLANTED, plantedPersona as persona, plantedSession, saidBy } from '../testing/planted-session.ts';
import { deeds, emptyHouse, post, sessionWith } from '../testing/random-session.ts';
import { exportSession, sessionOf } from './export.ts';
import { harOf } from './har.ts';
import { sameButSecrets } from './placeholders.ts';
import { readSessionFile } from './read.ts';
import { Redactor } from './redact.ts';
import { CopyRedactor } from './redact-copy.ts';

async function planted(
  traceLimit?: number,
): Promise<{ file: SessionFile; whole: SessionFile; values: string[] }> {
  const { simulator, values } = await plantedSession(traceLimit);
  expect(Object.keys(simulator.state.wallet.tokens).length).toBeGreaterThan(1);
  return {
    file: JSON.parse(JSON.stringify(exportSession(simulator))) as SessionFile,
    whole: JSON.parse(JSON.stringify(sessionOf(simulator))) as SessionFile,
    values,
  };
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

describe('the HTTP part of a session as HAR', () => {
  it('holds none of the planted values when the session is redacted, and those that went over HTTP when it is not', async () => {
    const { file, whole, values } = await planted();
    const said = saidBy(JSON.stringify(harOf(file)));
    for (const value of values) expect(said.includes(value), value).toBe(false);
    const all = saidBy(JSON.stringify(harOf(whole)));
    expect(values.filter((value) => !all.includes(value)).length).toBeLessThan(values.length / 4);
  });
});

describe('a scenario that is saved of a session', () => {
  it('holds none of the planted values', async () => {
    const { simulator, values } = await plantedSession();
    const { scenario } = scenarioFromSession(simulator);
    const said = saidBy(JSON.stringify(scenario));
    for (const value of values) expect(said.includes(value), value).toBe(false);
    const whole = saidBy(JSON.stringify(scenarioFromSession(simulator, { secrets: 'kept' }).scenario));
    expect(values.filter((value) => whole.includes(value)).length).toBeGreaterThan(values.length / 2);
  });
});

describe('what is copied out of a session', () => {
  /** Every text that the page lets one copy: payloads as they are shown, raw messages, notices, values of the state. */
  const copies = ({ trace, state }: Simulator): string[] =>
    [
      ...trace.events.flatMap((event) =>
        Object.values(event).flatMap((member: unknown) => {
          const isPayload =
            member !== null && typeof member === 'object' && ('json' in member || 'ref' in member);
          if (!isPayload) return [typeof member === 'string' ? member : JSON.stringify(member, null, 2)];
          const json = trace.payloads.json(member as Payload);
          return [typeof json === 'string' ? json : JSON.stringify(json, null, 2)];
        }),
      ),
      ...Object.keys(state.wallet.codes),
      ...Object.keys(state.wallet.tokens),
      ...Object.values(state.merchant).flatMap((programs) => Object.values(programs).flatMap(Object.values)),
    ] as string[];

  it.each([undefined, 60])(
    'holds none of the planted values, each copy by itself (trace limit %s)',
    async (limit) => {
      const { simulator, values } = await plantedSession(limit);
      const redactor = new CopyRedactor(simulator);
      for (const text of copies(simulator)) {
        const said = saidBy(redactor.text(text));
        for (const value of values)
          expect(said.includes(value), `${value} in ${text.slice(0, 200)}`).toBe(false);
      }
    },
  );

  it('is tested by copies that do hold them all', async () => {
    const { simulator, values } = await plantedSession();
    const said = saidBy(copies(simulator).join('\n'));
    for (const value of values) expect(said.includes(value), value).toBe(true);
  });

  it('is redacted however late it came to be, and alike in every copy', async () => {
    const { simulator } = emptyHouse([persona]);
    const redactor = new CopyRedactor(simulator);
    expect(redactor.text('28101003412345')).toBe('28101003412345');
    const page = new HeadlessDocument(simulator.open({ persona: 'planted', dialect: 'qi' }));
    page.tap();
    simulator.device.autoAnswer = (sheet) =>
      sheet.kind === 'consent' ? { ending: 'agree', scopes: ['auth_user'] } : undefined;
    const reply = await page.call('getAuthCode', { scopes: ['auth_user'] });
    const { authCode } = (reply as { success: { authCode: string } }).success;
    expect(redactor.text(authCode)).toBe('authCode·1');
    expect(redactor.text(`code=${authCode}&n=1`)).toBe('code=authCode·1&n=1');
    simulator.reset({ seed: 'another' });
    expect(redactor.text('nothing secret 123')).toBe('nothing secret 123');
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
