import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIVES, EMPTY_WALLET, type WalletState } from '../../contract/wallet.ts';
import { DEFAULT_HARDENING, type WalletCommand, type WalletContext } from './commands.ts';
import { evolveAll } from './evolve.ts';
import {
  codeOf,
  codeStatus,
  isConsentLapsed,
  isFamilyLive,
  isGranted,
  tokenOf,
  tokenStatus,
} from './read.ts';
import { tablesOf } from './tables.ts';
import { DIGITS, TestWallet } from './test-wallet.ts';

const SILENT = ['auth_base'];
// Few names, and one of them most of the time: commands must meet.
const often = <T>(usual: T, ...others: T[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 3, arbitrary: fc.constantFrom(...others) },
  );
const persona = often('alex', 'sam', 'frozen', 'inactive', 'nobody', '__proto__');
const clientId = often('shop', 'bank', '__proto__');
const scopes = fc.subarray(['auth_base', 'USER_NAME', 'USER_AVATAR']);
const whose = { persona, clientId };
/** Which of the codes or tokens seen so far a command names, the newest first; beyond them: one that never was. */
const pick = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 1 }) },
  { weight: 1, arbitrary: fc.nat({ max: 12 }) },
);

type Made = { command: (seen: Seen, now: number) => WalletCommand } | { wait: number };
interface Seen {
  codes: string[];
  access: string[];
  refresh: string[];
}
const named = (list: string[], at: number): string => list[list.length - 1 - at] ?? 'never issued';
const on =
  <A>(make: (args: A, seen: Seen) => WalletCommand) =>
  (args: A): Made => ({ command: (seen) => make(args, seen) });

const step: fc.Arbitrary<Made> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ ...whose, requested: scopes, agreed: scopes })
      .map(on((a) => ({ type: 'submitConsent', ...a }))),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ ...whose, scopes: fc.subarray(['auth_base', 'USER_NAME', 'USER_AVATAR'], { minLength: 1 }) })
      .map(on((a) => ({ type: 'issueCode', ...a, silent: SILENT, format: DIGITS }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ ...whose, scopes, code: fc.constantFrom('XXX', '__proto__', 'YYY') })
      .map(on((a) => ({ type: 'adoptCode', ...a }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ at: pick })
      .map(on(({ at }, seen) => ({ type: 'voidCode', code: named(seen.codes, at) }))),
  },
  {
    weight: 8,
    arbitrary: fc
      .record({ clientId, at: pick, referenceClientId: fc.option(clientId, { nil: undefined, freq: 6 }) })
      .map(on(({ at, ...a }, seen) => ({ type: 'exchangeCode', ...a, code: named(seen.codes, at) }))),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ clientId, at: pick })
      .map(on(({ at, ...a }, seen) => ({ type: 'refresh', ...a, refreshToken: named(seen.refresh, at) }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ clientId, at: pick })
      .map(on(({ at, ...a }, seen) => ({ type: 'revoke', ...a, accessToken: named(seen.access, at) }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ clientId, at: pick })
      .map(on(({ at, ...a }, seen) => ({ type: 'inquire', ...a, accessToken: named(seen.access, at) }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ ...whose, scopes, granted: fc.boolean() })
      .map(on((a) => ({ type: 'editGrant', ...a, silent: SILENT }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ ...whose, scopes, lapsesIn: fc.constantFrom(null, 0, 1, 1_000_000) })
      .map(({ lapsesIn, ...a }) => ({
        command: (_seen: Seen, now: number): WalletCommand => ({
          type: 'editGrant',
          ...a,
          granted: true,
          expiresAt: lapsesIn === null ? null : now + lapsesIn,
          silent: SILENT,
        }),
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ ...whose, logins: fc.boolean() })
      .map(on((a) => ({ type: 'forgetProgram', ...a, silent: SILENT }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ clientId, suspended: fc.boolean() })
      .map(on((a) => ({ type: 'suspendClient', ...a }))),
  },
  { weight: 2, arbitrary: often(1, 500_000, 3_000_000, 20 * 86_400_000).map((wait) => ({ wait })) },
);
// fast-check would keep arrays near ten members: 'max' lets them be as long as they may.
const steps = fc.array(step, { maxLength: 80, size: 'max' });
const memory = { codes: 6, tokensOfFamily: 6 };

/** Runs a sequence, calling `check` after each command with what it was and what it answered. */
function run(
  made: readonly Made[],
  check: (wallet: TestWallet, command: WalletCommand, answer: object, before: WalletState) => void,
  context: Partial<WalletContext> = {},
): TestWallet {
  const wallet = new TestWallet(context, memory);
  const seen: Seen = { codes: ['XXX', '__proto__', 'YYY'], access: [], refresh: [] };
  for (const one of made) {
    if ('wait' in one) {
      wallet.wait(one.wait);
      continue;
    }
    const before = wallet.state;
    const command = one.command(seen, wallet.context.now);
    const answer = wallet.do(command);
    if ('authCode' in answer) seen.codes.push(answer.authCode);
    if ('accessToken' in answer) {
      seen.access.push(answer.accessToken);
      seen.refresh.push(answer.refreshToken);
    }
    check(wallet, command, answer, before);
  }
  return wallet;
}
const runs = { numRuns: 150 };
const ok = (answer: object): boolean => 'ok' in answer && answer.ok === true;

describe('the wallet, for any sequence of commands', () => {
  it('exchanges no code twice, and only for the program that it was issued to', () => {
    fc.assert(
      fc.property(steps, (made) => {
        const exchanged = new Set<string>();
        run(made, (_wallet, command, answer, before) => {
          if (command.type !== 'exchangeCode' || !ok(answer)) return;
          const code = Object.entries(before.codes).find(([key]) => key === command.code)?.[1];
          // A code that the wallet has forgotten may be adopted anew from a service; one of its own never comes back.
          if (code?.issuer === 'wallet') expect(exchanged.has(command.code)).toBe(false);
          exchanged.add(command.code);
          expect(code).toMatchObject({ status: 'live', clientId: command.clientId });
        });
      }),
      runs,
    );
  });

  it('burns a live code at its first exchange, whatever the outcome', () => {
    fc.assert(
      fc.property(steps, (made) => {
        run(made, (wallet, command, answer) => {
          if (
            command.type !== 'exchangeCode' ||
            ('code' in answer && answer.code === 'INVALID_AUTH_CLIENT_STATUS')
          )
            return;
          const code = Object.entries(wallet.state.codes).find(([key]) => key === command.code)?.[1];
          if (code) expect(codeStatus(code, wallet.context.now)).not.toBe('live');
        });
      }),
      runs,
    );
  });

  it('grants no scope that was not agreed to, and issues no code beyond grants and silent scopes', () => {
    fc.assert(
      fc.property(steps, (made) => {
        run(made, (wallet, command, answer, before) => {
          if (command.type === 'issueCode' && ok(answer))
            for (const scope of command.scopes)
              expect(
                SILENT.includes(scope) ||
                  isGranted(before, command.persona, command.clientId, scope, wallet.context.now),
              ).toBe(true);
          if (wallet.state.grants === before.grants) return;
          const agreed =
            command.type === 'submitConsent'
              ? command.agreed.filter((scope) => command.requested.includes(scope))
              : command.type === 'editGrant' && command.granted
                ? command.scopes
                : [];
          const now = all(wallet.state.grants);
          for (const grant of now.filter((each) => !all(before.grants).includes(each))) {
            const [who, where, scope] = JSON.parse(grant) as string[];
            expect('persona' in command && [command.persona, command.clientId]).toEqual([who, where]);
            expect(agreed).toContain(scope);
          }
        });
      }),
      runs,
    );
  });

  it.each([
    ['by default', {}],
    [
      'without hardening',
      {
        hardening: { ...DEFAULT_HARDENING, codeReuseEndsFamily: false, refreshReuseEndsFamily: false },
      },
    ],
    ['with consent dropped on revoke', { hardening: { ...DEFAULT_HARDENING, revokeDropsConsent: true } }],
    ['with agreements that lapse', { lives: { ...DEFAULT_LIVES, consent: 600_000 } }],
  ])('keeps no token alive whose grant is gone, %s', (_title, context) => {
    fc.assert(
      fc.property(steps, (made) => {
        run(
          made,
          (wallet) => {
            const { state } = wallet;
            for (const family of Object.values(state.families)) {
              const code = Object.entries(state.codes).find(([key]) => key === family.code)?.[1];
              // A service's own codes rest on consent that the wallet did not see.
              if (code?.issuer !== 'wallet' || !isFamilyLive(tablesOf(state), family, wallet.context.now))
                continue;
              for (const scope of family.scopes)
                expect(
                  SILENT.includes(scope) ||
                    isGranted(state, family.persona, family.clientId, scope, wallet.context.now),
                ).toBe(true);
            }
            for (const token of Object.values(state.tokens))
              if (tokenStatus(token, wallet.context.now) === 'live')
                expect(state.families[token.family]?.status).toBe('live');
          },
          context,
        );
      }),
      runs,
    );
  });

  it('answers for no agreement that has lapsed, and what lapsed never comes back', () => {
    fc.assert(
      fc.property(steps, (made) => {
        const dead = new Set<string>();
        run(
          made,
          (wallet, command, answer, before) => {
            const { now } = wallet.context;
            for (const family of Object.values(before.families))
              if (isConsentLapsed(before, family, now)) dead.add(family.id);
            if (!ok(answer)) return;
            const token =
              command.type === 'inquire' || command.type === 'revoke'
                ? command.accessToken
                : command.type === 'refresh'
                  ? command.refreshToken
                  : undefined;
            const of = token === undefined ? undefined : tokenOf(before, token)?.family;
            expect(of === undefined || !dead.has(of)).toBe(true);
            if (command.type !== 'exchangeCode') return;
            const code = codeOf(before, command.code);
            expect(code !== undefined && isConsentLapsed(before, code, now)).toBe(false);
          },
          { lives: { ...DEFAULT_LIVES, consent: 400_000 } },
        );
      }),
      runs,
    );
  });

  it('answers no access token of an ended family, and nothing of a family outlives its revocation', () => {
    fc.assert(
      fc.property(steps, (made) => {
        run(made, (wallet, command, answer, before) => {
          if (command.type === 'inquire') expect(wallet.state).toBe(before);
          if (command.type !== 'revoke' || !('family' in answer) || typeof answer.family !== 'string') return;
          const family = wallet.state.families[answer.family];
          expect(family?.status).toBe('ended');
          for (const token of family?.tokens ?? [])
            expect(wallet.state.tokens[token]?.status).not.toBe('live');
        });
      }),
      runs,
    );
  });

  it('changes nothing when it refuses, but for burning a code and ending a family on reuse', () => {
    fc.assert(
      fc.property(steps, (made) => {
        let recorded = 0;
        run(made, (wallet, _command, answer) => {
          const events = wallet.events.slice(recorded).map(({ change }) => change);
          recorded = wallet.events.length;
          if (!('ok' in answer) || answer.ok === true) return;
          for (const event of events)
            expect(
              (event.type === 'code.changed' && event.status === 'burnt') ||
                (event.type === 'family.ended' && ['codeReuse', 'refreshReuse'].includes(event.by)),
            ).toBe(true);
        });
      }),
      runs,
    );
  });

  it('stays bounded, holds together, and is the fold of its events', () => {
    fc.assert(
      fc.property(steps, (made) => {
        const wallet = run(made, ({ state }) => {
          expect(Object.keys(state.codes).length).toBeLessThanOrEqual(memory.codes);
          expect(Object.keys(state.families).length).toBeLessThanOrEqual(memory.codes);
          const held = Object.values(state.families).flatMap((family) => family.tokens ?? []);
          expect(held.toSorted()).toEqual(Object.keys(state.tokens).toSorted());
          const families = Object.values(state.codes).flatMap((code) => code.family ?? []);
          expect(families.toSorted()).toEqual(Object.keys(state.families).toSorted());
          for (const family of Object.values(state.families))
            expect(family.tokens?.length).toBeLessThanOrEqual(memory.tokensOfFamily);
        });
        expect(evolveAll(EMPTY_WALLET, wallet.events, memory)).toEqual(wallet.state);
        const half = wallet.events.length >> 1;
        const checkpoint = evolveAll(EMPTY_WALLET, wallet.events.slice(0, half), memory);
        expect(evolveAll(checkpoint, wallet.events.slice(half), memory)).toEqual(wallet.state);
      }),
      runs,
    );
  });
});

/** Every grant as one text. */
function all(grants: WalletState['grants']): string[] {
  return Object.entries(grants).flatMap(([who, programs]) =>
    Object.entries(programs).flatMap(([where, given]) =>
      Object.keys(given).map((scope) => JSON.stringify([who, where, scope])),
    ),
  );
}
