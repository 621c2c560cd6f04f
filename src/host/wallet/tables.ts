import type { AuthCode, Token, TokenFamily, WalletState } from '../../contract/wallet.ts';
import { Table } from '../table.ts';

/** The parts of a wallet's state as the fold keeps them: the large ones as tables. */
export interface Tables extends Pick<WalletState, 'grants' | 'declined' | 'suspended'> {
  codes: Table<AuthCode>;
  families: Table<TokenFamily>;
  tokens: Table<Token>;
}

const known = new WeakMap<WalletState, Tables>();

/** The tables behind a state; built once for a state that did not come from the fold (one read from a file). */
export function tablesOf(state: WalletState): Tables {
  let tables = known.get(state);
  if (!tables) {
    tables = {
      grants: state.grants,
      declined: state.declined,
      suspended: state.suspended,
      codes: Table.from(state.codes),
      families: Table.from(state.families),
      tokens: Table.from(state.tokens),
    };
    known.set(state, tables);
  }
  return tables;
}

/** A state over tables. Its maps are plain objects for whoever reads them, made when they are first read. */
export function stateOf(tables: Tables): WalletState {
  const { codes, families, tokens } = tables;
  const state: WalletState = {
    grants: tables.grants,
    declined: tables.declined,
    get codes() {
      return codes.record();
    },
    get families() {
      return families.record();
    },
    get tokens() {
      return tokens.record();
    },
    suspended: tables.suspended,
  };
  known.set(state, tables);
  return state;
}
