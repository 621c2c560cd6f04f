import { DEFAULT_POLICIES, type Policies } from './policies.ts';

/**
 * The wallet backend's words: grants, auth codes and token families, the events that change them, and the state
 * that is their fold. The rules are in host/wallet.
 */

/** An agreement of a user, for one scope and program. Times are virtual ms since the epoch. */
export interface GrantTimes {
  at: number;
  /** It lapses then, and the user is asked again; absent: never. */
  expiresAt?: number;
}
export interface Grant extends GrantTimes {
  scope: string;
}

export type CodeStatus = 'live' | 'exchanged' | 'burnt' | 'void';

export interface AuthCode {
  code: string;
  persona: string;
  clientId: string;
  scopes: string[];
  /** Those of its scopes that rest on an agreement of the user; absent: all of them. */
  consented?: string[];
  /** The `my.getAuthCode` call that it was issued for. */
  call?: string;
  /** 'wallet', or 'service' for a code that a service made itself. */
  issuer: 'wallet' | 'service';
  issuedAt: number;
  expiresAt: number;
  status: CodeStatus;
  family?: string;
}

export interface Token {
  token: string;
  kind: 'access' | 'refresh';
  family: string;
  issuedAt: number;
  expiresAt: number;
  status: 'live' | 'used' | 'revoked';
}

/** All tokens that descend from one code: they live and die together. */
export interface TokenFamily {
  id: string;
  code: string;
  persona: string;
  clientId: string;
  customerId: string;
  scopes: string[];
  /** Those of its scopes that rest on an agreement of the user; absent: all of them. */
  consented?: string[];
  status: 'live' | 'ended';
  /** `lapse`: the agreement had lapsed, and the user gave it anew. */
  endedBy?: 'revoke' | 'codeReuse' | 'refreshReuse' | 'user' | 'lapse';
  /** Its tokens that are remembered, oldest first; kept by the fold. */
  tokens?: string[];
}

export type WalletEvent =
  | {
      type: 'grant.given';
      persona: string;
      clientId: string;
      scopes: string[];
      /** When the user agreed; absent: at the event's own time. */
      at?: number;
      /** Absent: the agreement never lapses. */
      expiresAt?: number;
    }
  | { type: 'grant.withdrawn'; persona: string; clientId: string; scopes: string[] }
  | { type: 'consent.declined'; persona: string; clientId: string; scopes: string[] }
  | { type: 'code.issued'; code: AuthCode }
  | { type: 'code.changed'; code: string; status: Exclude<CodeStatus, 'live'>; family?: string }
  | { type: 'family.started'; family: TokenFamily }
  | { type: 'family.ended'; family: string; by: NonNullable<TokenFamily['endedBy']> }
  | { type: 'token.issued'; token: Token }
  | { type: 'token.used'; token: string }
  | { type: 'client.changed'; clientId: string; status: 'active' | 'suspended' };

/** Bounded: the wallet remembers the last {@link WALLET_MEMORY} codes and families. */
export const WALLET_MEMORY = 1_000;
/** Of one family, the wallet remembers the last {@link FAMILY_MEMORY} tokens: enough to tell a reused refresh token. */
export const FAMILY_MEMORY = 24;

export interface WalletState {
  /** persona → clientId → scope → when it was given, and when it lapses. One that has lapsed counts as none. */
  grants: Record<string, Record<string, Record<string, GrantTimes>>>;
  /** persona → clientId → scopes refused at the last dialog. */
  declined: Record<string, Record<string, string[]>>;
  codes: Record<string, AuthCode>;
  families: Record<string, TokenFamily>;
  tokens: Record<string, Token>;
  /** Clients that are not active. */
  suspended: string[];
}

export const EMPTY_WALLET: WalletState = {
  grants: {},
  declined: {},
  codes: {},
  families: {},
  tokens: {},
  suspended: [],
};

/** Lives in ms. The platform publishes none for tokens; the code's 10 minutes are AlipayHK's. */
export type TokenLives = Policies['lives'];
export const DEFAULT_LIVES: TokenLives = DEFAULT_POLICIES.lives;
