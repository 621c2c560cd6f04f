import { type Dialect, parseDialect } from '../contract/dialects/index.ts';
import { parseJson } from '../contract/json-text.ts';
import { problemsOf } from '../contract/problems.ts';
import { type Manifest, manifestSchema } from '../contract/program.ts';
import { isOrigin } from './csp.ts';

export interface ReadManifest {
  manifest: Manifest;
  /** A whole dialect that stood in the file. */
  dialect: Dialect | undefined;
  /** One sentence each: the file, the field's path, what was expected. */
  problems: string[];
}

/**
 * Reads a `miniauth.json`. Never fails: a field that is wrong is named in `problems` and left out, so that its default
 * applies.
 * @param file how the file is called in a sentence
 */
export function readManifest(text: string, file: string): ReadManifest {
  const parsed = parseJson(text);
  if (!parsed.ok)
    return {
      manifest: {},
      dialect: undefined,
      problems: [
        `${file}, line ${parsed.line}, column ${parsed.column}: ${parsed.message}. The whole file is ignored.`,
      ],
    };
  const problems: string[] = [];
  const manifest = withoutFaults(parsed.value, problems);
  const dialect =
    typeof manifest.dialect === 'object' ? checkedDialect(manifest.dialect, problems) : undefined;
  if (typeof manifest.dialect === 'object' && !dialect) delete manifest.dialect;
  if (manifest.allow) {
    const wrong = manifest.allow.filter((origin) => !isOrigin(origin));
    for (const origin of wrong)
      problems.push(
        `allow: expected origins such as https://cdn.example or https://*.example.com, found "${origin}".`,
      );
    manifest.allow = manifest.allow.filter((origin) => !wrong.includes(origin));
  }
  return { manifest, dialect, problems: problems.map((problem) => `${file}: ${problem}`) };
}

/** The fields that are right; those that are not go to `problems`. */
function withoutFaults(json: unknown, problems: string[]): Manifest {
  const result = manifestSchema.safeParse(json);
  if (result.success) return result.data;
  const kept = json !== null && typeof json === 'object' && !Array.isArray(json) ? { ...json } : {};
  for (const issue of result.error.issues) {
    const [field] = issue.path;
    const dialect = field === 'dialect' ? (kept as { dialect?: unknown }).dialect : undefined;
    if (dialect !== null && typeof dialect === 'object') checkedDialect(dialect, problems);
    else problems.push(...problemsOf([issue] as Parameters<typeof problemsOf>[0], json));
    const names = field === undefined && issue.code === 'unrecognized_keys' ? issue.keys : [field];
    for (const name of names) if (name !== undefined) Reflect.deleteProperty(kept, name);
  }
  const rest = manifestSchema.safeParse(kept);
  return rest.success ? rest.data : {};
}

function checkedDialect(json: unknown, problems: string[]): Dialect | undefined {
  const read = parseDialect(json);
  if ('dialect' in read) return read.dialect;
  problems.push(...read.problems.map((problem) => `dialect.${problem}`));
  return undefined;
}
