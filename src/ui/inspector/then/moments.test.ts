import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../../../catalogue/index.ts';
import { DIALECTS } from '../../../contract/dialects/index.ts';
import type { TraceEvent } from '../../../contract/trace.ts';
import { Simulator } from '../../../host/simulator.ts';
import { HeadlessDocument, listing } from '../../../host/testing/headless.ts';
import { manualTime } from '../../../host/testing/manual-time.ts';
import { momentsOf } from './moments.ts';
import { stateChanges, viewIn } from './state-changes.ts';

/** A login, and a code that its server exchanges. */
async function login() {
  const time = manualTime(1_790_000_000_000);
  const simulator = new Simulator({
    time,
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas: PERSONAS,
    choice: { persona: 'lena' },
  });
  simulator.device.autoAnswer = (sheet) =>
    sheet.kind === 'consent' ? { ending: 'agree', scopes: ['auth_user'] } : undefined;
  const page = new HeadlessDocument(simulator.open());
  const reply = await page.call('getAuthCode', { scopes: ['auth_user'] });
  const data = 'success' in reply ? reply.success : {};
  await page.call('request', { url: 'https://shop.example/login', method: 'POST', data });
  const hop = (step: string, n = 1) => {
    const found = simulator.hops.rows.filter((one) => one.step === step)[n - 1];
    if (!found) throw new Error(`no ${step}`);
    return found;
  };
  const { trace } = simulator;
  const changesOf = (step: string, n = 1) => {
    const { before, after } = momentsOf(trace.events, hop(step, n));
    return stateChanges(trace.stateAt(before), trace.stateAt(after), trace.payloads).map(
      ({ part, path, before: was, after: is }) =>
        [was === undefined ? 'added' : is === undefined ? 'removed' : 'changed', part, path.at(-1)].join(' '),
    );
  };
  return { simulator, page, hop, changesOf };
}

describe('what a step changed', () => {
  it('is the difference to the step before: what came with its answer, and what its own steps did', async () => {
    const { changesOf, simulator } = await login();
    const [code] = Object.keys(simulator.state.wallet.codes);
    expect(changesOf('spi.getAuthorizedScopes')).toEqual([]);
    expect(changesOf('wallet.submitConsent')).toEqual(['added grant auth_user']);
    expect(changesOf('wallet.issueCode')).toEqual([`added code ${code}`]);
    expect(changesOf('openapi.applyToken')).toEqual(
      expect.arrayContaining([`changed code ${code}`, expect.stringMatching(/^added token /)]),
    );
    expect(changesOf('merchant.request')).toContain('added merchant accessToken');
    expect(changesOf('jsapi.getAuthCode')).toEqual([
      'added grant auth_user',
      `added code ${code}`,
      // The first step of a run comes after its page.
      'added run page',
    ]);
  });

  it('what was changed by hand belongs to the step that came next', async () => {
    const { simulator, page, changesOf } = await login();
    simulator.editGrant('lena', 'shop', ['USER_NAME'], true);
    await page.call('getAuthCode', { scopes: ['auth_base'] });
    expect(changesOf('jsapi.getAuthCode', 2)).toContain('added grant USER_NAME');
    expect(changesOf('spi.getAuthorizedScopes', 2)).toEqual([]);
  });
});

describe('the moments of a step', () => {
  it('the dialog is there when the user is asked, and gone after the answer', async () => {
    const { simulator, hop } = await login();
    const { trace } = simulator;
    const { asked, shown } = momentsOf(trace.events, hop('user.authorize'));
    expect(viewIn(trace.stateAt(asked), trace.payloads)?.sheets.map((sheet) => sheet.kind)).toEqual([
      'consent',
    ]);
    expect(viewIn(trace.stateAt(shown), trace.payloads)?.sheets).toEqual([]);
  });

  it('what the program made of an answer is seen before its next call, of another step at the answer itself', async () => {
    const { simulator, hop } = await login();
    const { events } = simulator.trace;
    const requests = events.filter(
      (event): event is TraceEvent & { type: 'hop.requested' } => event.type === 'hop.requested',
    );
    const next = requests.find(
      (event) => event.step === 'jsapi.request' || event.step === 'merchant.request',
    );
    expect(momentsOf(events, hop('jsapi.getAuthCode')).shown).toBe((next?.seq ?? 0) - 1);
    expect(momentsOf(events, hop('wallet.issueCode')).shown).toBe(hop('wallet.issueCode').endSeq);
  });

  it('a step that waits is looked at as it is now', async () => {
    const { simulator, page, hop } = await login();
    simulator.addRule({ at: 'spi.getAuthCode', outcome: { never: true } });
    void page.call('getAuthCode', { scopes: ['auth_base'] });
    for (let i = 0; i < 20; i++) await Promise.resolve();
    const waiting = hop('spi.getAuthCode', 3);
    expect(waiting.endSeq).toBeUndefined();
    expect(momentsOf(simulator.trace.events, waiting).after).toBe(simulator.trace.events.at(-1)?.seq);
  });
});
