import type { GrantPreset, Ledger } from '../contract/ledger.ts';
import { programOf } from '../contract/program.ts';
import type { SimulatorApi } from '../host/simulator-api.ts';
import { agreementsOf, declinedOf, hasLapsed } from '../host/wallet/read.ts';

/** Whose grants: the chosen persona and program unless said otherwise. */
export interface GrantsOf {
  persona?: string;
  clientId?: string;
}

/** What a user has with a program. Times are virtual ms since the epoch. */
export interface GrantsInfo {
  persona: string;
  clientId: string;
  /** In the order given; a lapsed agreement counts as none. `expiresAt` is null when it never lapses. */
  grants: { scope: string; at: number; expiresAt: number | null; lapsed: boolean }[];
  /** Refused at the last dialog. */
  declined: string[];
}

/** A grant as it shall be: given, withdrawn, or given until a moment (virtual ms; null: for good). */
export type GrantEdit = boolean | { expiresAt: number | null };

/** `miniauth.grants`: the grants ledger. Unknown personas, client ids and presets throw, saying what was expected. */
export interface GrantsAutomation {
  get(of?: GrantsOf): GrantsInfo;
  /** Makes it so: a preset, what the persona brings, or the scopes that are named; nothing else of the user changes. */
  set(ledger: Ledger, of?: GrantsOf): GrantsInfo;
  /** Where the user stands, in one word: `first-visit`, `returning`, `partly-granted` … */
  preset(preset: GrantPreset, of?: GrantsOf): GrantsInfo;
  /** The user removes the program in the wallet's settings. */
  forget(of?: GrantsOf): GrantsInfo;
  /** The user changes single grants, ones that were never asked for too: `{USER_NAME: true, auth_user: {expiresAt: 0}}`. */
  edit(grants: Record<string, GrantEdit>, of?: GrantsOf): GrantsInfo;
}

/** Makes the ledger's part of the automation surface. */
export function grantsAutomation(simulator: SimulatorApi): GrantsAutomation {
  const known = (what: string, ids: string[], id: string): string => {
    if (ids.includes(id)) return id;
    throw new RangeError(`${what}: expected one of ${ids.join(', ') || 'none'}, got "${id}"`);
  };
  const whose = ({ persona, clientId }: GrantsOf = {}) => {
    const programs = simulator.programs.map(programOf);
    const chosen = programs.find((program) => program.id === simulator.choice.program);
    return {
      persona: known(
        'persona',
        simulator.personas.map((one) => one.id),
        persona ?? simulator.choice.persona,
      ),
      clientId: known(
        'client id',
        [...new Set(programs.map((program) => program.clientId))],
        clientId ?? chosen?.clientId ?? '',
      ),
    };
  };
  const get = (of?: GrantsOf): GrantsInfo => {
    const { persona, clientId } = whose(of);
    const { wallet } = simulator.state;
    const now = simulator.clock.now();
    return {
      persona,
      clientId,
      grants: agreementsOf(wallet, persona, clientId).map((grant) => ({
        scope: grant.scope,
        at: grant.at,
        expiresAt: grant.expiresAt ?? null,
        lapsed: hasLapsed(grant, now),
      })),
      declined: [...declinedOf(wallet, persona, clientId)],
    };
  };
  const set = (ledger: Ledger, of?: GrantsOf): GrantsInfo => {
    const { persona, clientId } = whose(of);
    simulator.setLedger(persona, clientId, ledger);
    return get(of);
  };
  return {
    get,
    set,
    preset: (preset, of) => set({ preset }, of),
    forget: (of) => {
      const { persona, clientId } = whose(of);
      simulator.forgetProgram(persona, clientId);
      return get(of);
    },
    edit: (grants, of) => {
      const { persona, clientId } = whose(of);
      for (const [scope, edit] of Object.entries(grants)) check(scope, edit);
      for (const [scope, edit] of Object.entries(grants)) {
        if (typeof edit === 'boolean') simulator.editGrant(persona, clientId, [scope], edit);
        else simulator.editGrant(persona, clientId, [scope], true, edit.expiresAt);
      }
      return get(of);
    },
  };
}

/** Tests may come as plain JavaScript: what is no edit is an error before anything is changed. */
function check(scope: string, edit: unknown): asserts edit is GrantEdit {
  if (typeof edit === 'boolean') return;
  const until = edit !== null && typeof edit === 'object' && 'expiresAt' in edit ? edit.expiresAt : undefined;
  if (until === null || (typeof until === 'number' && Number.isFinite(until))) return;
  throw new TypeError(
    `grants.edit: ${scope}: expected true, false or {expiresAt: ms or null}, got ${JSON.stringify(edit)}`,
  );
}
