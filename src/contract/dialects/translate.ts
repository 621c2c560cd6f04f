import type { JsonObject } from '../json.ts';
import type { AuthOutcome, FailureKind } from '../outcome.ts';
import { scopeInfo } from '../scopes.ts';
import { BASE_SERVICE_ERROR_CODE as SPI } from '../spi.ts';
import type { Dialect } from './schema.ts';

/** Which of the documented failure shapes `fail` receives; a setting may overrule the dialect's own. */
export type FailureShape = Dialect['failure']['shape'];

/** At most this many scopes in one call, each at most {@link MAX_SCOPE_LENGTH} characters (the simulator's choice). */
export const MAX_SCOPES = 100;
export const MAX_SCOPE_LENGTH = 64;

/**
 * What the mini program sees of an outcome: the payload of `success` or of `fail`, never both.
 * The payload holds the code and scope names alone: no user id and no token (document 002, FAQ 3).
 */
export function toJsapi(
  dialect: Dialect,
  outcome: AuthOutcome,
  options: { failureShape?: FailureShape } = {},
): { success: JsonObject } | { fail: JsonObject } {
  const refused = refusedCodes(dialect, outcome);
  const partial = Object.keys(refused).length > 0;
  if (outcome.kind === 'granted') {
    const shown = (presence: 'always' | 'partial' | 'never') =>
      presence === 'always' || (presence === 'partial' && partial);
    return {
      success: {
        authCode: outcome.authCode,
        ...(shown(dialect.success.authSuccessScopes) ? { authSuccessScopes: [...outcome.granted] } : {}),
        ...(shown(dialect.success.authErrorScopes) ? { authErrorScopes: refused } : {}),
      },
    };
  }
  const { error, errorMessage } = dialect.failures[outcome.kind];
  switch (options.failureShape ?? dialect.failure.shape) {
    case 'error':
      return { fail: { error, errorMessage } };
    case 'authErrorScopes':
      return { fail: { authErrorScopes: refused } };
    case 'both':
      return { fail: { error, errorMessage, ...(partial ? { authErrorScopes: refused } : {}) } };
  }
}

/** Scope → the code that the service gave for it, else the dialect's. */
function refusedCodes(dialect: Dialect, outcome: AuthOutcome): Record<string, string> {
  const own = new Map(Object.entries(outcome.serviceCodes ?? {}));
  return Object.fromEntries(
    Object.keys(outcome.refused).map((scope) => [scope, own.get(scope) ?? dialect.failure.refusedScopeCode]),
  );
}

/** The line of the dialect behind one part of a payload. */
export interface TranslationLine {
  /** The part of the payload, e.g. `fail.error`. */
  part: string;
  /** Where the dialect says so, e.g. `failures.timeout`; `outcome` for what is not the dialect's to say. */
  field: string;
  /** The document (or whose choice) that the line is from. */
  source: Dialect['document'];
  /** What the line says, as a sentence. */
  text: string;
  /** What the document tells the developer to do. */
  furtherAction?: string;
}

/**
 * Why the payload of {@link toJsapi} looks as it does: one line for each of its parts, in the payload's order. The
 * parts are those of the same dialect, outcome and shape.
 */
export function explainTranslation(
  dialect: Dialect,
  outcome: AuthOutcome,
  options: { failureShape?: FailureShape } = {},
): TranslationLine[] {
  const translated = toJsapi(dialect, outcome, options);
  const [side, payload] =
    'success' in translated ? ['success', translated.success] : ['fail', translated.fail];
  return Object.keys(payload as JsonObject).map((key) => ({
    part: `${side}.${key}`,
    ...(outcome.kind === 'granted' ? successLine(dialect, key) : failureLine(dialect, outcome.kind, key)),
  }));
}

type Line = Omit<TranslationLine, 'part'>;

const sentences = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');

function successLine(dialect: Dialect, key: string): Line {
  const { authCode, success } = dialect;
  if (key === 'authCode')
    return {
      field: 'authCode',
      source: authCode.source,
      text: sentences(
        `${authCode.length} ${authCode.alphabet === 'digits' ? 'digits' : 'letters and digits'}.`,
        authCode.note,
      ),
    };
  const presence = key === 'authSuccessScopes' ? success.authSuccessScopes : success.authErrorScopes;
  return {
    field: `success.${key}`,
    source: success.source,
    text: sentences(
      presence === 'always' ? 'Always present.' : 'Present when some of the scopes were not granted.',
      success.note,
    ),
  };
}

function failureLine(dialect: Dialect, kind: FailureKind, key: string): Line {
  if (key === 'authErrorScopes')
    return {
      field: 'failure',
      source: dialect.failure.source,
      text: sentences(
        `Each refused scope with its code: the service's own, else "${dialect.failure.refusedScopeCode}".`,
        dialect.failure.note,
      ),
    };
  const line = dialect.failures[kind];
  const code = dialect.codes.find((other) => other.code === line.error);
  return {
    field: `failures.${kind}`,
    source: line.source,
    text: sentences(`${line.error}: ${line.errorMessage}.`, line.note),
    ...(code?.furtherAction === undefined ? {} : { furtherAction: code.furtherAction }),
  };
}

/**
 * Reads the parameter `scopes` of a call as the dialect's document allows it.
 * @param scopes what the mini program passed; undefined (or null) is absent
 * @returns the scopes without duplicates, in the order of the call; or why they are not accepted, as a sentence
 */
export function readScopes(dialect: Dialect, scopes: unknown): { scopes: string[] } | { problem: string } {
  const { array, string, default: absent } = dialect.scopesParameter;
  const allowed = [array ? 'an array of strings' : '', string ? 'a string' : ''].filter(Boolean).join(' or ');
  const refuse = (found: string) => ({ problem: `scopes: expected ${allowed}, found ${found}.` });
  if (scopes === undefined || scopes === null) return absent ? { scopes: [...absent] } : refuse('nothing');
  if (typeof scopes === 'string' && !string) return refuse('a string');
  if (typeof scopes !== 'string' && !Array.isArray(scopes)) return refuse(`a value of type ${typeof scopes}`);
  if (Array.isArray(scopes) && !array) return refuse('an array');
  const list: readonly unknown[] = typeof scopes === 'string' ? [scopes] : scopes;
  if (list.length === 0) return { problem: 'scopes: expected at least one scope, found an empty array.' };
  if (list.length > MAX_SCOPES)
    return { problem: `scopes: expected at most ${MAX_SCOPES} scopes, found ${list.length}.` };
  const names = new Set<string>();
  for (let i = 0; i < list.length; i++) {
    const name = list[i];
    if (typeof name !== 'string' || name.length === 0 || name.length > MAX_SCOPE_LENGTH)
      return {
        problem: `scopes[${i}]: expected a scope of 1 to ${MAX_SCOPE_LENGTH} characters, found ${
          typeof name === 'string' ? `${name.length} characters` : `a value of type ${typeof name}`
        }.`,
      };
    names.add(name);
  }
  return { scopes: [...names] };
}

/**
 * Whether the wallet grants the scope without asking. `policy` is the id of one of the dialect's silentPolicies;
 * any other is read as the first. A scope that the dialect does not list is never silent.
 */
export function isSilent(dialect: Dialect, scope: string, policy: string): boolean {
  const id = dialect.silentPolicies.some((known) => known.id === policy)
    ? policy
    : dialect.silentPolicies[0]?.id;
  const line = dialect.scopes.find((known) => known.name === scope);
  return id !== undefined && line !== undefined && Object.hasOwn(line.silent, id) && line.silent[id] === true;
}

/** The scopes that the wallet grants without asking, under this policy. */
export function silentScopes(dialect: Dialect, policy: string): string[] {
  return dialect.scopes.map((scope) => scope.name).filter((scope) => isSilent(dialect, scope, policy));
}

/** What a scope lets the program do, in plain words: for a wallet's own scope the words of its dialect, else its name. */
export function scopeWords(dialect: Dialect, scope: string): string {
  const line = dialect.scopes.find((known) => known.name === scope);
  return scopeInfo(scope)?.label ?? (line?.description || scope);
}

const SPI_FAILURES: ReadonlyMap<string, FailureKind> = new Map<string, FailureKind>([
  [SPI.ERROR_CODE_UNKNOWN_ERROR, 'unknownError'],
  [SPI.ERROR_CODE_USER_CANCEL, 'cancelled'],
  [SPI.ERROR_CODE_APP_SERVICE_ERROR, 'serviceError'],
  [SPI.ERROR_CODE_TIMEOUT, 'timeout'],
  [SPI.ERROR_CODE_SYSTEM_ERROR, 'systemError'],
  [SPI.ERROR_CODE_AUTH_PENDING_AGREEMENT, 'pending'],
]);

/** An error code of the SPI (document 000) in the engine's words; a code that 000 does not list is an unknown error. */
export function spiCodeToFailure(code: string): FailureKind {
  return SPI_FAILURES.get(code) ?? 'unknownError';
}
