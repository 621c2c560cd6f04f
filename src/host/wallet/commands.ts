import type { ApplyTokenCode, CancelTokenCode, InquiryUserInfoCode } from '../../contract/openapi/index.ts';
import type { TokenLives, WalletEvent, WalletState } from '../../contract/wallet.ts';

/** What is asked of the wallet backend, by name. The rules are in the file of each group. */
interface Commands {
  /** The user's ticks (document 001: the service calls the authorization service). `agreed` may hold too much. */
  submitConsent: {
    persona: string;
    clientId: string;
    requested: readonly string[];
    agreed: readonly string[];
  };
  /** Asks for an auth code. Every scope must be granted to the program, or be among `silent`. */
  issueCode: {
    persona: string;
    clientId: string;
    scopes: readonly string[];
    /** Scopes that this wallet gives without asking. */
    silent: readonly string[];
    /** The `my.getAuthCode` call that it is for. */
    call?: string | undefined;
    format: CodeFormat;
  };
  /** Registers a code that a service made itself, so that it can be exchanged. */
  adoptCode: {
    persona: string;
    clientId: string;
    scopes: readonly string[];
    code: string;
    call?: string | undefined;
  };
  /** The caller of this code is gone: nobody may exchange it. */
  voidCode: { code: string };
  exchangeCode: { code: string; clientId: string; referenceClientId?: string | undefined };
  refresh: { refreshToken: string; clientId: string };
  revoke: { accessToken: string; clientId: string };
  /** Whose token is it, and for what? Changes nothing. */
  inquire: { accessToken: string; clientId: string };
  /** The user gives or withdraws grants in the wallet's settings. */
  editGrant: {
    persona: string;
    clientId: string;
    scopes: readonly string[];
    granted: boolean;
    /** When a grant lapses, a standing one too (null: never). Absent: new ones as the lives have it, others as they do. */
    expiresAt?: number | null | undefined;
    /** Scopes that need no grant: tokens do not die for them. */
    silent?: readonly string[] | undefined;
  };
  /** The user withdraws everything from a program, and what they refused is forgotten too. */
  forgetProgram: {
    persona: string;
    clientId: string;
    silent?: readonly string[] | undefined;
    /** Every login ends: codes and tokens die that need no grant, too. */
    logins?: boolean | undefined;
  };
  suspendClient: { clientId: string; suspended: boolean };
}

export type CommandType = keyof Commands;
export type WalletCommand<T extends CommandType = CommandType> = { [K in T]: { type: K } & Commands[K] }[T];

/** How a dialect's auth codes look. */
export interface CodeFormat {
  length: number;
  alphabet: 'digits' | 'alphanumeric';
}

/** A refusal, in the codes of the OpenAPI; `message` says what is particular to it. */
export interface Refused<C extends string> {
  ok: false;
  code: C;
  message: string;
}

export interface IssuedTokens {
  ok: true;
  accessToken: string;
  /** Virtual ms since the epoch. */
  accessTokenExpiresAt: number;
  refreshToken: string;
  refreshTokenExpiresAt: number;
  customerId: string;
  family: string;
  scopes: string[];
}

/** Why the wallet issues no code. */
export type IssueRefusal = 'noScope' | 'notGranted' | 'clientSuspended' | 'unknownUser' | 'userInactive';

interface Answers {
  /** What of the request was agreed to, and what was not. */
  submitConsent: { granted: string[]; declined: string[] };
  issueCode:
    | { ok: true; authCode: string; scopes: string[]; expiresAt: number }
    | { ok: false; reason: IssueRefusal; missing: string[]; message: string };
  /** `adopted` is false when the wallet knows the code already: it stays what it is. */
  adoptCode: { adopted: boolean };
  voidCode: { voided: boolean };
  exchangeCode: IssuedTokens | Refused<ApplyTokenCode>;
  refresh: IssuedTokens | Refused<ApplyTokenCode>;
  revoke: { ok: true; family: string } | Refused<CancelTokenCode>;
  inquire: { ok: true; persona: string; customerId: string; scopes: string[] } | Refused<InquiryUserInfoCode>;
  editGrant: GrantChange;
  forgetProgram: GrantChange;
  suspendClient: { changed: boolean };
}
export type AnswerTo<T extends CommandType> = Answers[T];

/** The scopes whose grant changed, and what died with them. */
export interface GrantChange {
  changed: string[];
  voidedCodes: string[];
  endedFamilies: string[];
}

/** What a decision may know besides state and command. */
export interface WalletContext {
  /** Virtual ms since the epoch. */
  now: number;
  /** `now` is a moment of the past: events say when they happened. */
  past?: boolean;
  /** A seeded id: the same text for the same kind and n of this call. */
  id(kind: string, n?: number): string;
  lives: TokenLives;
  hardening: Hardening;
  /** The user as the wallet knows them; undefined when there is none of this id. */
  persona(id: string): { userId: string; status: 'ACTIVE' | 'FROZEN' | 'INACTIVE' } | undefined;
}

/** The simulator's choice, each of them: no document says what happens. */
export interface Hardening {
  codeReuseEndsFamily: boolean;
  refreshReuseEndsFamily: boolean;
  revokeDropsConsent: boolean;
}
export const DEFAULT_HARDENING: Hardening = {
  codeReuseEndsFamily: true,
  refreshReuseEndsFamily: true,
  revokeDropsConsent: false,
};

export interface Decision<T extends CommandType> {
  events: WalletEvent[];
  answer: AnswerTo<T>;
}

/** Decides one command. Pure. */
export type Decider<T extends CommandType> = (
  state: WalletState,
  command: WalletCommand<T>,
  context: WalletContext,
) => Decision<T>;
