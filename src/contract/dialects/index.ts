import { problemsOf } from '../problems.ts';
import type { DocumentId } from '../steps.ts';
import { alipayCn } from './alipay-cn.ts';
import { besuperapp } from './besuperapp.ts';
import { guide002 } from './guide-002.ts';
import { miniProgramPlatform } from './mini-program-platform.ts';
import { qi } from './qi.ts';
import { type Dialect, dialectSchema } from './schema.ts';

export type { Dialect, DialectScope } from './schema.ts';

/** The dialects that ship with the simulator: one a document, then other wallets; the first is the default. */
export const DIALECTS: readonly Dialect[] = [miniProgramPlatform, qi, guide002, besuperapp, alipayCn];

/** The shipped dialect of this id, e.g. `qi`. */
export function dialectById(id: string): Dialect | undefined {
  return DIALECTS.find((dialect) => dialect.id === id);
}

/** The shipped dialect of a document; undefined for documents that define no `my.getAuthCode`. */
export function dialectOfDocument(document: DocumentId): Dialect | undefined {
  return DIALECTS.find((dialect) => dialect.document === document);
}

/**
 * Reads a dialect from outside (a file, `miniauth.json`).
 * @param json what `JSON.parse` gave
 * @returns the dialect, or one sentence for each problem: the field's path, what was expected, what is there
 */
export function parseDialect(json: unknown): { dialect: Dialect } | { problems: string[] } {
  const parsed = dialectSchema.safeParse(json);
  if (!parsed.success) return { problems: problemsOf(parsed.error.issues, json) };
  const problems = inconsistencies(parsed.data);
  return problems.length > 0 ? { problems } : { dialect: parsed.data };
}

/** What no schema can say: names that must be unique, and lines that refer to other lines. */
function inconsistencies(dialect: Dialect): string[] {
  const policies = dialect.silentPolicies.map((policy) => policy.id);
  const names = dialect.scopes.map((scope) => scope.name);
  const codes = dialect.codes.map((line) => line.code);
  const { array, string, default: absent } = dialect.scopesParameter;
  return [
    ...repeated(names).map((i) => `scopes[${i}].name: "${names[i]}" is listed before; a scope has one line.`),
    ...repeated(policies).map((i) => `silentPolicies[${i}].id: "${policies[i]}" is listed before.`),
    ...repeated(codes).map((i) => `codes[${i}].code: ${JSON.stringify(codes[i])} is listed before.`),
    ...dialect.scopes.flatMap((scope, i) =>
      Object.keys(scope.silent)
        .filter((id) => !policies.includes(id))
        .map((id) => `scopes[${i}].silent.${id}: expected one of silentPolicies (${policies.join(', ')}).`),
    ),
    ...Object.entries(dialect.failures)
      .filter(([, line]) => !codes.includes(line.error))
      .map(
        ([kind, line]) =>
          `failures.${kind}.error: ${JSON.stringify(line.error)} is not in codes; add its line there.`,
      ),
    ...(array || string
      ? []
      : ['scopesParameter: expected array or string to be true, or no call could succeed.']),
    ...(absent ?? [])
      .filter((name) => !names.includes(name))
      .map((name) => `scopesParameter.default: "${name}" is not in scopes.`),
  ];
}

/** Indices of the items that appeared earlier in the list. */
function repeated(items: readonly unknown[]): number[] {
  const seen = new Set<unknown>();
  return items.flatMap((item, i) => {
    if (seen.has(item)) return [i];
    seen.add(item);
    return [];
  });
}
