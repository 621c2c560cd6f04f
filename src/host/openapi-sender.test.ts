import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import { Simulator } from './simulator.ts';
import { HeadlessDocument, listing } from './testing/headless.ts';
import { manualTime } from './testing/manual-time.ts';

const start = () =>
  new Simulator({
    time: manualTime(1_790_000_000_000),
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas: PERSONAS,
  });
const call = {
  path: '/v1/authorizations/applyToken',
  headers: { 'client-id': 'shop' },
  body: { grantType: 'AUTHORIZATION_CODE', authCode: 'none' },
};
const resultOf = (reply: unknown) => ({ value: { body: { result: { resultCode: reply } } } });

describe('a server that calls the platform by itself', () => {
  it('is a hop of its own, on behalf of no document', async () => {
    const simulator = start();
    const run = simulator.open();
    expect(await simulator.callOpenApi(call)).toMatchObject(resultOf('INVALID_CODE'));
    const hop = simulator.hops.rows.at(-1);
    expect(hop).toMatchObject({ id: `${run.id}/openapi.applyToken#1`, run: run.id, code: 'INVALID_CODE' });
    expect([hop?.document, hop?.parent]).toEqual([undefined, undefined]);
  });

  it('exchanges a real code, and rules apply to it', async () => {
    const simulator = start();
    const page = new HeadlessDocument(simulator.open());
    page.tap();
    simulator.device.autoAnswer = () => ({ ending: 'agree', scopes: ['auth_user'] });
    const reply = await page.call('getAuthCode', { scopes: ['auth_user'] });
    const { authCode } = (reply as { success: { authCode: string } }).success;
    simulator.addRule({ at: 'openapi.applyToken', outcome: 'unknown-exception' });
    const exchange = { ...call, body: { ...call.body, authCode } };
    expect(await simulator.callOpenApi(exchange)).toMatchObject(resultOf('UNKNOWN_EXCEPTION'));
    expect(await simulator.callOpenApi(exchange)).toMatchObject(resultOf('SUCCESS'));
    expect(await simulator.callOpenApi(exchange)).toMatchObject(resultOf('USED_CODE'));
  });

  it('may do so while no program is open, and at addresses that are none', async () => {
    const simulator = start();
    expect(await simulator.callOpenApi({ ...call, path: '/v9/x' })).toMatchObject(resultOf('INVALID_API'));
    expect(simulator.hops.rows.at(-1)).toMatchObject({ step: 'openapi.unknown', run: 'server' });
  });

  it('does it again when the run is done again, and may be the step that is live', async () => {
    const simulator = start();
    const run = simulator.open();
    new HeadlessDocument(run);
    await simulator.callOpenApi(call);
    await simulator.callOpenApi({ ...call, headers: { 'client-id': 'nobody' } });
    const codes = () => simulator.hops.rows.map(({ step, code }) => `${step} ${code}`);
    const recorded = codes();
    expect(recorded).toHaveLength(2);
    for (const to of [{ run: run.id }, { hop: `${run.id}/openapi.applyToken#2` }]) {
      new HeadlessDocument(simulator.runAgain({ to, then: 'run' }));
      for (let i = 0; i < 20; i++) await simulator.clock.source.turn();
      expect(codes()).toEqual(recorded);
      expect(simulator.gate.replay?.over).toBe(true);
    }
  });
});
