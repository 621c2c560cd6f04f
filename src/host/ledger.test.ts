import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../catalogue/index.ts';
import { DIALECTS } from '../contract/dialects/index.ts';
import { GRANT_PRESETS, type GrantPreset, type Ledger } from '../contract/ledger.ts';
import type { Manifest } from '../contract/program.ts';
import { Simulator } from './simulator.ts';
import { HeadlessDocument, listing } from './testing/headless.ts';
import { manualTime } from './testing/manual-time.ts';

const START = 1_790_000_000_000;
const DAY = 86_400_000;
const routes: Manifest['merchant'] = {
  routes: (['login', 'userInfo', 'refresh', 'revoke'] as const).map((does) => ({
    method: 'POST',
    url: `https://shop.example/${does}`,
    does,
  })),
};
const SCOPES = ['auth_base', 'auth_user', 'USER_NAME', 'USER_NICKNAME'];

function start(manifest: Manifest = { scopes: SCOPES }, persona = 'lena') {
  const simulator = new Simulator({
    time: manualTime(START),
    frozenAt: START,
    programs: [listing('shop', { ...manifest, merchant: routes })],
    dialects: DIALECTS,
    personas: PERSONAS,
    choice: { dialect: 'mini-program-platform', persona },
  });
  const page = new HeadlessDocument(simulator.open());
  page.tap();
  let dialogs = 0;
  simulator.device.autoAnswer = (sheet) => {
    if (sheet.kind === 'consent') dialogs++;
    return sheet.kind === 'consent' ? { ending: 'reject' } : undefined;
  };
  const set = (ledger: Ledger) => simulator.setLedger(persona, 'shop', ledger);
  const merchant = async (does: string) => {
    const reply = await page.call('request', { url: `https://shop.example/${does}`, method: 'POST' });
    const { data } = (reply as { success: { data: { ok: boolean; resultCode?: string } } }).success;
    return data.ok ? 'SUCCESS' : data.resultCode;
  };
  const login = async (scopes: string[]) => {
    dialogs = 0;
    const reply = await page.call('getAuthCode', { scopes });
    return { dialogs, ok: 'success' in reply };
  };
  return { simulator, set, merchant, login };
}

const MEETS: Record<
  GrantPreset,
  { dialogs: number; granted: string[]; declined: string[]; userInfo: string; refresh: string }
> = {
  'first-visit': { dialogs: 1, granted: [], declined: [], userInfo: 'NO_SESSION', refresh: 'NO_SESSION' },
  returning: {
    dialogs: 0,
    granted: ['auth_user', 'USER_NAME', 'USER_NICKNAME'],
    declined: [],
    userInfo: 'EXPIRED_ACCESS_TOKEN',
    refresh: 'SUCCESS',
  },
  'partly-granted': {
    dialogs: 1,
    granted: ['auth_user'],
    declined: ['USER_NAME', 'USER_NICKNAME'],
    userInfo: 'EXPIRED_ACCESS_TOKEN',
    refresh: 'SUCCESS',
  },
  'declined-before': {
    dialogs: 1,
    granted: [],
    declined: ['auth_user', 'USER_NAME', 'USER_NICKNAME'],
    userInfo: 'NO_SESSION',
    refresh: 'NO_SESSION',
  },
  expired: {
    dialogs: 1,
    granted: [],
    declined: [],
    userInfo: 'EXPIRED_ACCESS_TOKEN',
    refresh: 'EXPIRED_REFRESH_TOKEN',
  },
  'revoked-outside': {
    dialogs: 1,
    granted: [],
    declined: [],
    userInfo: 'INVALID_ACCESS_TOKEN',
    refresh: 'INVALID_REFRESH_TOKEN',
  },
};

describe('setLedger', () => {
  it.each(GRANT_PRESETS)('makes %s real: for the dialog, and for the merchant server', async (preset) => {
    const { simulator, set, merchant, login } = start();
    set({ preset });
    const meets = MEETS[preset];
    expect(simulator.wallet.granted('lena', 'shop')).toEqual(meets.granted);
    expect(simulator.state.wallet.declined.lena?.shop ?? []).toEqual(meets.declined);
    expect(await merchant('userInfo')).toBe(meets.userInfo);
    expect(await merchant('refresh')).toBe(meets.refresh);
    expect(await login(SCOPES)).toEqual({ dialogs: meets.dialogs, ok: meets.dialogs === 0 });
  });

  it.each(GRANT_PRESETS)('makes %s the same whatever was before, and with any lives', async (preset) => {
    const lives = { code: 1000, access: 2000, refresh: 3000, consent: 4000 };
    const { simulator, set, merchant, login } = start();
    simulator.setPolicies({ lives });
    for (const before of GRANT_PRESETS) set({ preset: before });
    set({ preset });
    const meets = MEETS[preset];
    expect(simulator.wallet.granted('lena', 'shop')).toEqual(meets.granted);
    // The login of a returning user is as old as the shortest life lets it be: the access token may still be good.
    if (meets.refresh !== 'SUCCESS') expect(await merchant('userInfo')).toBe(meets.userInfo);
    expect(await merchant('refresh')).toBe(meets.refresh);
    expect((await login(SCOPES)).dialogs).toBe(meets.dialogs);
  });

  it('says when the agreement was given and when it lapsed', () => {
    const { simulator, set } = start();
    set({ preset: 'returning' });
    expect(simulator.state.wallet.grants.lena?.shop?.auth_user).toEqual({ at: START - 7 * DAY });
    set({ preset: 'expired' });
    expect(simulator.state.wallet.grants.lena?.shop?.auth_user).toEqual({
      at: START - 31 * DAY,
      expiresAt: START - DAY,
    });
  });

  it('is the same twice with the same seed, and every change is in the trace', () => {
    const run = () => {
      const { simulator, set } = start();
      for (const preset of GRANT_PRESETS) set({ preset });
      return JSON.stringify(simulator.trace.events);
    };
    expect(run()).toBe(run());
  });

  it('leaves something missing when partly granted, however few scopes there are', async () => {
    const { set, login } = start({ scopes: ['auth_base', 'auth_user'] });
    set({ preset: 'partly-granted' });
    expect(await login(['auth_base', 'auth_user'])).toEqual({ dialogs: 1, ok: false });
  });

  it('takes every scope of the dialect for a program that says nothing', () => {
    const { simulator, set } = start({});
    set({ preset: 'returning' });
    const asked = DIALECTS.find((one) => one.id === 'mini-program-platform')?.scopes.length ?? 0;
    expect(simulator.wallet.granted('lena', 'shop')).toHaveLength(asked - 1);
  });

  it('puts other grants and refusals in the place of the preset’s', () => {
    const { simulator, set } = start();
    set({ preset: 'returning', granted: ['USER_NAME'], declined: ['auth_user', 'USER_NAME'] });
    expect(simulator.wallet.granted('lena', 'shop')).toEqual(['USER_NAME']);
    expect(simulator.state.wallet.declined.lena?.shop).toEqual(['auth_user']);
  });

  it('without a preset: what the persona brings, or the grants that are named; other tokens live on', async () => {
    const { simulator, set, merchant } = start({ scopes: SCOPES }, 'omar');
    const brought = simulator.wallet.granted('omar', 'shop');
    set({ preset: 'returning' });
    set({});
    expect(simulator.wallet.granted('omar', 'shop').toSorted()).toEqual(brought.toSorted());
    expect(await merchant('refresh')).toBe('SUCCESS');
    set({ granted: ['auth_user'], declined: ['USER_NAME'] });
    expect(simulator.wallet.granted('omar', 'shop')).toEqual(['auth_user']);
    expect(simulator.state.wallet.declined.omar?.shop).toEqual(['USER_NAME']);
    expect(await merchant('refresh')).toBe('INVALID_REFRESH_TOKEN');
  });

  it('is written again when the run is done again, at the merchant server too', async () => {
    const { simulator, set, login } = start();
    set({ preset: 'returning' });
    await login(['auth_user']);
    const { merchant, wallet } = simulator.state;
    const hop = simulator.hops.rows.findLast((row) => row.step === 'jsapi.getAuthCode');
    const again = simulator.runAgain({ to: { hop: hop?.id ?? '' }, then: 'pause' });
    const page = new HeadlessDocument(again);
    expect(simulator.state.merchant).toEqual({});
    await expect.poll(() => simulator.state.merchant).toEqual(merchant);
    page.tap();
    void page.call('getAuthCode', { scopes: ['auth_user'] });
    await expect.poll(() => simulator.stepper.stops.length).toBe(1);
    expect(simulator.state.wallet.grants).toEqual(wallet.grants);
    expect(Object.keys(simulator.state.wallet.tokens)).toEqual(Object.keys(wallet.tokens));
  });

  it('leaves the storage of the program and other users alone', () => {
    const { simulator, set } = start();
    const before = simulator.state;
    for (const preset of GRANT_PRESETS) set({ preset });
    expect(simulator.state.storage).toBe(before.storage);
    expect(simulator.state.wallet.grants.omar).toBe(before.wallet.grants.omar);
  });

  it('says what it expected', () => {
    const { simulator, set } = start();
    expect(() => set({ preset: 'sometimes' as 'expired' })).toThrow(/ledger.*preset/s);
    expect(() => simulator.setLedger('nobody', 'shop', {})).toThrow(/persona: expected one of lena/);
    expect(() => simulator.setLedger('lena', 'bank', {})).toThrow(
      'client id: expected one of shop, got "bank"',
    );
  });
});
