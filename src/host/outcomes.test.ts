import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../contract/dialects/index.ts';
import { codeSeen, type Outcome, outcomesFor } from '../contract/outcomes/index.ts';
import type { Persona } from '../contract/persona.ts';
import type { StepName } from '../contract/steps.ts';
import { Simulator } from './simulator.ts';
import { HeadlessDocument, listing, type Settled } from './testing/headless.ts';
import { manualTime } from './testing/manual-time.ts';

const user: Persona = {
  id: 'user',
  title: 'User',
  description: 'Never asked before',
  status: 'ACTIVE',
  profile: { userId: '2160120000000001', nickName: 'User' },
  grants: {},
};
const STEPS: StepName[] = [
  'spi.getAuthorizedScopes',
  'spi.getAuthCode',
  'spi.showAuthPage',
  'user.authorize',
  'wallet.submitConsent',
  'wallet.issueCode',
];

/** A first `my.getAuthCode` of a user who would agree, with the outcome at its step each time. */
async function happen(step: StepName, dialect: string, outcome: Outcome): Promise<Settled | 'pending'> {
  const time = manualTime(1_790_000_000_000);
  const simulator = new Simulator({
    time,
    programs: [listing('shop')],
    dialects: DIALECTS,
    personas: [user],
  });
  const run = simulator.open({ dialect, persona: 'user' });
  const page = new HeadlessDocument(run);
  page.tap();
  simulator.device.autoAnswer = (sheet) =>
    sheet.kind === 'consent' ? { ending: 'agree', scopes: ['auth_user'] } : undefined;
  simulator.addRule({ at: step, times: 'always', outcome: outcome.effect, title: outcome.title });
  const reply = page.call('getAuthCode', { scopes: ['auth_user'] });
  await time.advance(400_000);
  expect(page.stray).toEqual([]);
  return Promise.race([reply, Promise.resolve('pending' as const)]);
}

describe('every outcome of a step inside my.getAuthCode ends the call as its data says', () => {
  for (const dialect of DIALECTS)
    for (const step of STEPS)
      it(`${step} under ${dialect.id}`, async () => {
        for (const outcome of outcomesFor(step, dialect)) {
          const reply = await happen(step, dialect.id, outcome);
          const code = codeSeen(outcome, dialect);
          if (code !== undefined)
            expect([outcome.id, reply]).toMatchObject([outcome.id, { fail: { error: code } }]);
          else if (outcome.ends === 'granted' || 'delay' in outcome.effect || 'twice' in outcome.effect)
            expect([outcome.id, reply]).toMatchObject([
              outcome.id,
              { success: { authCode: expect.any(String) } },
            ]);
          else expect([outcome.id, reply]).not.toEqual([outcome.id, 'pending']);
        }
      });
});
