import { CONSENT_ENDINGS } from '../contract/consent.ts';
import type { Dialect } from '../contract/dialects/schema.ts';
import { OPERATIONS } from '../contract/openapi/index.ts';
import { NETWORK_CODES } from '../contract/outcomes/merchant.ts';
import type { Scenario } from '../contract/scenario.ts';
import type { AnsweredCode, ScenarioResult } from '../contract/scenario-result.ts';
import { BASE_SERVICE_ERROR_CODE } from '../contract/spi.ts';
import type { Source } from '../contract/steps.ts';

/** The codes of a document that belong together. */
export type CodeFamily = 'jsapi' | 'spi' | 'user' | 'merchant' | 'openapi';

/** One code of a document, and the scenarios that reach it. */
export interface CoverageRow {
  document: Source;
  /** The id of the dialect whose document it is; null: it is the same in all. */
  dialect: string | null;
  family: CodeFamily;
  /** The operation of the OpenAPI, with its version; null elsewhere. */
  operation: string | null;
  code: string;
  /** Names, in the order given. */
  scenarios: string[];
}

/**
 * The codes of every document against the scenarios that reach them: as they expect, or with results as they really
 * did.
 * @returns one row a code; a code without a scenario has an empty list
 */
export function coverageOf(
  what: readonly (Scenario | ScenarioResult)[],
  dialects: readonly Dialect[],
): CoverageRow[] {
  const reached = new Map<string, Set<string>>();
  const note = (key: string, name: string) => {
    const names = reached.get(key) ?? new Set();
    reached.set(key, names.add(name));
  };
  for (const one of what) {
    const { dialect, codes } = 'status' in one ? one : expectedOf(one, dialects);
    for (const code of codes) for (const key of keysOf(code, dialect)) note(key, one.name);
  }
  return documentedCodes(dialects).map((row) => ({
    ...row,
    scenarios: [...(reached.get(keyOf(row)) ?? [])],
  }));
}

/** Every code that a document, or a page of the platform, lists. */
export function documentedCodes(dialects: readonly Dialect[]): Omit<CoverageRow, 'scenarios'>[] {
  return [
    ...Object.values(BASE_SERVICE_ERROR_CODE).map((code) => row('000', 'spi', code)),
    ...dialects.flatMap(({ id, document, codes }) =>
      codes.map(({ code }) => ({ ...row(document, 'jsapi', String(code)), dialect: id })),
    ),
    ...CONSENT_ENDINGS.map((ending) => row('001', 'user', ending)),
    ...NETWORK_CODES.map(({ code, source }) => row(source, 'merchant', String(code))),
    // Two paths of one operation have one table.
    ...[...new Map(OPERATIONS.map((one) => [`${one.name} ${one.version}`, one]))].flatMap(
      ([operation, one]) =>
        one.results.map(({ code, source }) => ({ ...row(source, 'openapi', code), operation })),
    ),
  ];
}

const row = (document: Source, family: CodeFamily, code: string): Omit<CoverageRow, 'scenarios'> => ({
  document,
  dialect: null,
  family,
  operation: null,
  code,
});

const keyOf = ({ dialect, family, operation, code }: Omit<CoverageRow, 'scenarios'>): string =>
  [family, dialect ?? operation ?? '', code].join(' ');

function keysOf({ step, code, version }: AnsweredCode, dialect: string): string[] {
  const [family = '', name = ''] = step.split('.');
  if (family === 'openapi') return [`openapi ${name} ${version} ${code}`];
  // A code of another call is none of my.getAuthCode's document.
  if (family === 'jsapi') return name === 'getAuthCode' ? [`jsapi ${dialect} ${code}`] : [];
  return [`${family}  ${code}`];
}

/** What a scenario would reach if all came as it expects. */
function expectedOf(
  { dialect, expect, play = [] }: Scenario,
  dialects: readonly Dialect[],
): { dialect: string; codes: AnsweredCode[] } {
  const id = dialect ?? dialects[0]?.id ?? '';
  const asked = play.find((item) => 'openapi' in item && item.version !== undefined);
  const own = dialects.find((one) => one.id === id)?.openapi.version ?? 'v1';
  const version = asked && 'openapi' in asked ? (asked.version ?? own) : own;
  return {
    dialect: id,
    codes: (expect?.answers ?? []).flatMap(({ step, code }) =>
      code === null ? [] : [{ step, code, ...(step.startsWith('openapi.') ? { version } : {}) }],
    ),
  };
}
