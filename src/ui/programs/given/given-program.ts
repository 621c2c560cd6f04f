import { parseObject } from '../../../compiler/project/json.ts';
import { axmlFolder } from '../../../contract/axml/project.ts';
import { toBase64 } from '../../../contract/codec.ts';
import { problemsOf } from '../../../contract/problems.ts';
import { type Manifest, manifestSchema } from '../../../contract/program.ts';
import { hostSafeId, uniqueId } from '../../../contract/program-id.ts';
import type { GivenProgram } from '../program-places.ts';
import { type Files, NotGiven } from './limits.ts';

/** A logo that is longer does not belong in a list. */
const MOST_LOGO = 70_000;

/**
 * Makes a program of files.
 * @param name of what was given: the folder's, or the zip's without its ending
 * @param taken ids that other programs have
 * @throws NotGiven when there is no AXML program in them
 */
export async function givenProgram(
  name: string,
  given: Files,
  taken: ReadonlySet<string>,
): Promise<GivenProgram> {
  const files = withoutCommonFolder(given);
  const texts = new Map<string, Readonly<Record<string, unknown>>>();
  await Promise.all(
    Object.entries(files)
      .filter(([path]) => /^(?:[^/]+\/)*[\w.]+\.json$/.test(path) && path.split('/').length <= 4)
      .map(async ([path, file]) => {
        const json = parseObject(await file.text());
        if ('value' in json) texts.set(path, json.value);
      }),
  );
  const found = axmlFolder((path) => texts.get(path));
  if (!found) {
    const isPage = 'index.html' in files || 'miniauth.json' in files || 'manifest.json' in files;
    throw new NotGiven(isPage ? { why: 'html5Program', what: name } : { why: 'noProgram' });
  }
  const { manifest, problems } = readManifest(texts.get('miniauth.json'), 'miniauth.json' in files);
  manifest.name ??= found.name ?? name.slice(0, 200);
  const logo = manifest.logo && (await logoIn(files, manifest.logo));
  if (logo) manifest.logo = logo;
  else delete manifest.logo;
  const id = uniqueId(hostSafeId(name), taken);
  return {
    files,
    listing: {
      id,
      kind: 'axml',
      manifest,
      problems,
      sample: false,
      path: `programs/${id}/`,
      ...(found.app === '' ? {} : { app: found.app }),
    },
  };
}

/** A zip often holds one folder, and the program in that. */
export function withoutCommonFolder(files: Files): Files {
  const paths = Object.keys(files);
  const [first = ''] = paths;
  const folder = first.slice(0, first.indexOf('/') + 1);
  if (folder === '' || !paths.every((path) => path.startsWith(folder))) return files;
  // A project with nothing but its sources is no folder around one.
  if (/^(?:src|dist|node_modules)\/$/.test(folder)) return files;
  return withoutCommonFolder(
    Object.fromEntries(paths.map((path) => [path.slice(folder.length), files[path] as Blob])),
  );
}

/** What of it is right; what is not goes to the problems. */
function readManifest(
  json: Readonly<Record<string, unknown>> | undefined,
  exists: boolean,
): { manifest: Manifest; problems: string[] } {
  if (!json) return { manifest: {}, problems: exists ? ['miniauth.json: expected an object in JSON.'] : [] };
  const read = manifestSchema.safeParse(json);
  if (read.success) return { manifest: read.data, problems: [] };
  const problems = problemsOf(read.error.issues as Parameters<typeof problemsOf>[0], json);
  return { manifest: {}, problems: problems.map((problem) => `miniauth.json: ${problem}`) };
}

async function logoIn(files: Files, logo: string): Promise<string | undefined> {
  if (/^(?:data|https?):/i.test(logo)) return logo;
  const file = files[logo.replace(/^\.?\/+/, '')];
  if (!file || file.size > MOST_LOGO) return undefined;
  const type = /\.svg$/i.test(logo) ? 'image/svg+xml' : /\.jpe?g$/i.test(logo) ? 'image/jpeg' : 'image/png';
  return `data:${type};base64,${toBase64(new Uint8Array(await file.arrayBuffer()))}`;
}
