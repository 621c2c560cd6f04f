import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import { GRANT_PRESETS } from '../contract/ledger.ts';
import { Simulator } from '../host/simulator.ts';
import { listing } from '../host/testing/headless.ts';
import { manualTime } from '../host/testing/manual-time.ts';
import { type GrantEdit, grantsAutomation } from './grants.ts';

const NOW = 1_790_000_000_000;
function house() {
  const simulator = new Simulator({
    time: manualTime(NOW),
    frozenAt: NOW,
    programs: [listing('shop', { scopes: ['auth_base', 'auth_user'] }), listing('lab')],
    dialects: DIALECTS,
    personas: PERSONAS,
    choice: { dialect: 'mini-program-platform', persona: 'lena' },
  });
  return { simulator, grants: grantsAutomation(simulator) };
}
const granted = (expiresAt: number | null, lapsed = false) => ({
  persona: 'lena',
  clientId: 'shop',
  grants: [{ scope: 'auth_user', at: NOW, expiresAt, lapsed }],
  declined: [],
});

describe('miniauth.grants', () => {
  it('edits single grants, until when they hold, and forgets the program; each answers what is so then', () => {
    const { grants } = house();
    expect(grants.edit({ auth_user: true })).toEqual(granted(null));
    expect(grants.edit({ auth_user: { expiresAt: NOW + 5 } })).toEqual(granted(NOW + 5));
    expect(grants.edit({ auth_user: { expiresAt: NOW } })).toEqual(granted(NOW, true));
    expect(grants.edit({ auth_user: { expiresAt: null } })).toEqual(granted(null));
    expect(grants.edit({ auth_user: false }).grants).toEqual([]);
    grants.edit({ USER_NAME: true });
    expect(grants.forget()).toEqual({ ...granted(null), grants: [] });
  });

  it.each(GRANT_PRESETS)('sets %s for whoever is named, the chosen ones by default', (preset) => {
    const { grants } = house();
    const info = grants.preset(preset);
    expect(info).toMatchObject({ persona: 'lena', clientId: 'shop' });
    expect(JSON.parse(JSON.stringify(info))).toEqual(info);
    expect(grants.set({ preset }, { persona: 'omar', clientId: 'lab' })).toMatchObject({
      persona: 'omar',
      clientId: 'lab',
    });
    expect(grants.get()).toEqual(info);
  });

  it('says what it expected, and changes nothing then', () => {
    const { simulator, grants } = house();
    const before = simulator.state;
    expect(() => grants.get({ persona: 'nobody' })).toThrow(
      /persona: expected one of lena, .*, got "nobody"/,
    );
    expect(() => grants.forget({ clientId: 'bank' })).toThrow(
      'client id: expected one of shop, lab, got "bank"',
    );
    expect(() => grants.edit({ auth_user: true, USER_NAME: 'yes' as unknown as GrantEdit })).toThrow(
      'grants.edit: USER_NAME: expected true, false or {expiresAt: ms or null}, got "yes"',
    );
    expect(() => grants.preset('sometimes' as 'expired')).toThrow(/ledger/);
    expect(simulator.state).toBe(before);
  });
});
