import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { HeadlessDocument } from '../host/testing/headless.ts';
import { emptyHouse } from '../host/testing/random-session.ts';
import { sessionFilesOf } from './session-files.ts';

async function login() {
  const { simulator } = emptyHouse(PERSONAS);
  const page = new HeadlessDocument(simulator.open({ persona: 'lena', dialect: 'qi' }));
  page.tap();
  simulator.device.autoAnswer = (sheet) =>
    sheet.kind === 'consent' ? { ending: 'agree', scopes: ['auth_user'] } : undefined;
  const reply = await page.call('getAuthCode', { scopes: ['auth_user'] });
  const { authCode } = (reply as { success: { authCode: string } }).success;
  return { simulator, files: sessionFilesOf(simulator), authCode };
}

describe('miniauth.export', () => {
  it('is redacted unless it is asked for the secrets', async () => {
    const { files, authCode } = await login();
    expect(JSON.stringify(await files.export())).not.toContain(authCode);
    expect(JSON.stringify(await files.export({ secrets: 'kept' }))).toContain(authCode);
    expect(await files.export()).toMatchObject({ secrets: 'redacted' });
  });

  it('is a copy: what a script makes of it changes no session', async () => {
    const { simulator, files } = await login();
    const first = await files.export({ secrets: 'kept' });
    for (const event of first.events) event.at = 0;
    expect(simulator.trace.events.at(-1)?.at).toBeGreaterThan(0);
  });

  it('knows HAR, and says which formats there are', async () => {
    const { files } = await login();
    expect(await files.export({ format: 'har' })).toHaveProperty('log.version', '1.2');
    await expect(files.export({ format: 'zip' as 'har' })).rejects.toThrow(
      'format: expected one of session, har, got "zip"',
    );
    await expect(files.export({ secrets: 'all' as 'kept' })).rejects.toThrow('secrets: expected one of');
  });
});

describe('miniauth.import', () => {
  it('opens what was exported, as JSON or as text, and nothing runs', async () => {
    const { files } = await login();
    const file = await files.export();
    for (const given of [file, JSON.stringify(file)]) {
      const { simulator } = emptyHouse(PERSONAS);
      const opened = await sessionFilesOf(simulator).import(given);
      expect(opened).toMatchObject({ persona: 'lena', dialect: 'qi', events: file.events.length });
      expect(simulator.loaded).toBe(true);
      expect(simulator.run).toBeUndefined();
    }
  });

  it('says every problem of a file that it cannot read, and the session stays', async () => {
    const { simulator, files } = await login();
    const before = simulator.trace.length;
    await expect(files.import({ format: 'miniauth-session', version: 99 })).rejects.toThrow(
      'this file is of version 99',
    );
    await expect(files.import('{"log":{}}')).rejects.toThrow('This is no session file');
    await expect(files.import('no json')).rejects.toThrow();
    expect(simulator.trace.length).toBe(before);
    expect(simulator.loaded).toBe(false);
  });
});
