import type { z } from 'zod/mini';
import { STEP_PATTERN } from './rule.ts';

/** Turns what a zod schema found into sentences for a person: the field's path, what was expected, what is there. */

/** zod/mini gives no messages of its own; the sentences are made from what it found. */
type Issue = z.core.$ZodIssue;

/** `['scopes', 0, 'name']` → `scopes[0].name`; the whole value is `the file`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = String(key);
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

/** What is there at a path, own members only; undefined when the path ends before. */
export function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    json,
  );
}

/** A value in a few words: `nothing`, `"text"`, `12`, `an array of 3`, `an object`. */
export function inWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value !== null && typeof value === 'object') return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const KINDS: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const quoted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(', ');

function sizeIn(origin: string, word: 'at least' | 'at most', limit: number | bigint): string {
  const ending = limit === 1 || limit === 1n ? '' : 's';
  if (origin === 'string') return `a string of ${word} ${limit} character${ending}`;
  if (origin === 'array') return `an array of ${word} ${limit} item${ending}`;
  return `a number of ${word} ${limit}`;
}

/** What a schema expected, in words: `a string of at most 5 characters`, `one of "a", "b"`. */
export function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 ? quoted(issue.values) : `one of ${quoted(issue.values)}`;
    case 'too_small':
      return sizeIn(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return sizeIn(issue.origin, 'at most', issue.maximum);
    case 'invalid_format':
      if (issue.pattern === String(STEP_PATTERN)) return 'a step like "spi.getAuthCode"';
      return issue.pattern === undefined ? `a ${issue.format}` : `text that matches ${issue.pattern}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectation)))].join(' or ');
    default:
      return 'another value';
  }
}

/**
 * One sentence for each issue that a schema of this floor found in `json`.
 * @returns e.g. `failures.timeout.error: expected a whole number or a string, found true.`
 */
export function problemsOf(issues: readonly Issue[], json: unknown): string[] {
  return issues.map((issue) => {
    const field = fieldPath(issue.path);
    if (issue.code === 'unrecognized_keys')
      return `${field}: the field ${quoted(issue.keys)} is not known here.`;
    return `${field}: expected ${expectation(issue)}, found ${inWords(valueAt(json, issue.path))}.`;
  });
}
