import type { Policies } from '../contract/policies.ts';
import type { Rule } from '../contract/rule.ts';
import type { MerchantSession, Payload, RunSettings, StorageArea, TraceEvent } from '../contract/trace.ts';
import { EMPTY_WALLET, type WalletState } from '../contract/wallet.ts';
import { changedStorage } from './stored.ts';
import { evolve as evolveWallet } from './wallet/evolve.ts';

export type AreaState = Record<string, Payload>;
export type ProgramStorage = Record<StorageArea, AreaState>;

export interface RunState extends RunSettings {
  run: string;
  startedAt: number;
  stopped?: string;
  document?: { id: string; url: string };
  /** What the program showed last: a ProgramPicture. */
  picture?: Payload;
  /** The page stack of an AXML program, and what its title bar shows: a PagesBody. */
  pages?: Payload;
}

/** Everything that the simulator knows, and all of it a fold of the trace. */
export interface SimulatorState {
  seed: string;
  wallet: WalletState;
  /** persona → program → area → key. */
  storage: Record<string, Record<string, ProgramStorage>>;
  /** persona → program → what the merchant server keeps. */
  merchant: Record<string, Record<string, MerchantSession>>;
  /** The runs that are alive, and the last one that ended. */
  runs: Record<string, RunState>;
  /** What the phone shows over the program: a DeviceView. */
  device?: Payload;
  /** The rules that stand. Absent: there never were any. */
  rules?: readonly Rule[];
  policies?: Policies;
  /** How the clock goes. Absent: with real time. */
  clock?: { mode: 'real' | 'frozen'; speed: number };
}

export const EMPTY_STATE: SimulatorState = {
  seed: '',
  wallet: EMPTY_WALLET,
  storage: {},
  merchant: {},
  runs: {},
};
export const EMPTY_STORAGE: ProgramStorage = { my: {}, local: {}, session: {}, cookie: {} };

/** One event's effect on the state. Pure: what does not change is shared. */
export function evolve(state: SimulatorState, event: TraceEvent): SimulatorState {
  switch (event.type) {
    case 'session.opened':
      return { ...EMPTY_STATE, seed: event.seed };
    case 'run.started': {
      const { type: _type, seq: _seq, at, storage: _storage, start, ...run } = event;
      const alive = Object.fromEntries(Object.entries(state.runs).filter(([, r]) => r.stopped === undefined));
      return {
        // Whoever goes on where they were is in the same session.
        ...(start ? state : withStorage(state, run.persona, run.program, 'session', { op: 'clear' })),
        runs: { ...alive, [run.run]: { ...run, startedAt: at } },
      };
    }
    case 'run.stopped':
      return withRun(state, event.run, ({ document: _gone, ...run }) => ({ ...run, stopped: event.reason }));
    case 'document.opened':
      return withRun(state, event.run, (run) => ({
        ...run,
        document: { id: event.document, url: event.url },
      }));
    case 'document.closed':
      return withRun(state, event.run, (run) => {
        if (run.document?.id !== event.document) return run;
        const { document: _gone, ...rest } = run;
        return rest;
      });
    case 'picture':
      return withRun(state, event.run, (run) => ({ ...run, picture: event.picture }));
    case 'pages':
      return withRun(state, event.run, (run) => ({ ...run, pages: event.pages }));
    case 'device':
      return { ...state, device: event.view };
    case 'rules':
      return { ...state, rules: event.rules };
    case 'policies':
      return { ...state, policies: event.policies };
    case 'clock':
      return { ...state, clock: { mode: event.mode, speed: event.speed } };
    case 'wallet':
      return { ...state, wallet: evolveWallet(state.wallet, event.change, event.at) };
    case 'storage':
      return withStorage(state, event.persona, event.program, event.area, event.change);
    case 'merchant.kept':
      return {
        ...state,
        merchant: {
          ...state.merchant,
          [event.persona]: { ...state.merchant[event.persona], [event.program]: event.session },
        },
      };
    case 'merchant.forgot': {
      const { [event.program]: _forgotten, ...others } = state.merchant[event.persona] ?? {};
      return { ...state, merchant: { ...state.merchant, [event.persona]: others } };
    }
    default:
      return state;
  }
}

/** What one program stored for one persona. */
export function storageOf(state: SimulatorState, persona: string, program: string): ProgramStorage {
  return state.storage[persona]?.[program] ?? EMPTY_STORAGE;
}

function withStorage(
  state: SimulatorState,
  persona: string,
  program: string,
  area: StorageArea,
  change: Extract<TraceEvent, { type: 'storage' }>['change'],
): SimulatorState {
  const storage = changedStorage(storageOf(state, persona, program), area, change);
  return {
    ...state,
    storage: { ...state.storage, [persona]: { ...state.storage[persona], [program]: storage } },
  };
}

function withRun(state: SimulatorState, id: string, change: (run: RunState) => RunState): SimulatorState {
  const run = state.runs[id];
  return run ? { ...state, runs: { ...state.runs, [id]: change(run) } } : state;
}
