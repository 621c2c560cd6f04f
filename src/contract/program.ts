import { z } from 'zod/mini';
import { type Dialect, dialectSchema } from './dialects/schema.ts';
import type { Scenario } from './scenario.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200));
const scope = z.string().check(z.minLength(1), z.maxLength(64));

/** One route of the simulated merchant server. */
export const merchantRouteSchema = z.strictObject({
  method: z._default(z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', '*']), 'POST'),
  /** A full URL, or a path that matches on any host; `*` stands for any run of characters. */
  url: z.string().check(z.minLength(1), z.maxLength(2000)),
  /**
   * `login`: exchange the code of the request, ask for the user, keep the token. `userInfo`: ask again with the kept
   * token. `refresh`: renew the kept token. `revoke`: cancel it. `none`: answer only.
   */
  does: z._default(z.enum(['login', 'userInfo', 'refresh', 'revoke', 'none']), 'none'),
  /** The field of the JSON or form body, or of the query, that holds the auth code. Default: found by its value. */
  codeField: z.optional(text),
  respond: z.optional(
    z.strictObject({
      status: z._default(z.int().check(z.minimum(200), z.maximum(599)), 200),
      headers: z.optional(z.record(z.string(), z.string())),
      /** JSON; a string `{{user.nickName}}`, `{{ok}}`, `{{resultCode}}` or `{{resultMessage}}` is replaced by that value. */
      body: z.optional(z.json()),
    }),
  ),
});
export type MerchantRoute = z.infer<typeof merchantRouteSchema>;

/** `miniauth.json`: what a program tells the simulator of itself. Every field has a default. */
export const manifestSchema = z.strictObject({
  $schema: z.optional(z.string()),
  name: z.optional(text),
  clientId: z.optional(text),
  /** A path inside the program, or a data: URL. */
  logo: z.optional(z.string().check(z.maxLength(100_000))),
  /** The first page, inside the program. */
  entry: z.optional(text),
  /** A dialect's id, or a whole dialect. */
  dialect: z.optional(z.union([text, dialectSchema])),
  /** The scopes that the program applied for at the platform; absent: all of the dialect. */
  scopes: z.optional(z.array(scope)),
  oauthFlowType: z.optional(z.enum(['LOCAL_MINI_PROGRAM', 'ALIPAY_CONNECT'])),
  /** Consent on the first screen (002, FAQ 2): say so, or refuse it. */
  firstScreen: z.optional(z.enum(['warn', 'refuse'])),
  /** One line under the device: what to do first. */
  hint: z.optional(text),
  merchant: z.optional(z.strictObject({ name: z.optional(text), routes: z.array(merchantRouteSchema) })),
  /** Origins of scripts, styles, images and fonts that the program may load from elsewhere. */
  allow: z.optional(z.array(z.string().check(z.regex(/^https?:\/\/[a-z0-9.*:-]+$/i))).check(z.maxLength(50))),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The scenarios that a program brings in `scenarios/*.json`. */
export interface ProgramScenarios {
  list: Scenario[];
  /** What is wrong with the files, for a person: file, field, what was expected. Those are not in the list. */
  problems: string[];
}

/** A program as the gateway (or the static build) lists it, in {@link ProgramsFile}. */
export interface ProgramListing {
  id: string;
  kind: 'html5' | 'axml' | 'plus';
  manifest: Manifest;
  /** What is wrong with the folder or its miniauth.json, for a person to read. */
  problems: string[];
  /** True for the programs that ship with the simulator. */
  sample: boolean;
  /** Path under which the host's origin serves the files, relative to the page: `programs/<id>/`. */
  path: string;
  /** Of an AXML program whose app.json is in a folder of it: that folder, `dist/`. */
  app?: string;
  /** Its own scenarios; absent when it brings none. */
  scenarios?: ProgramScenarios;
}

/** `programs.json`, next to the page: what there is to run, read fresh at each request where there is a server. */
export interface ProgramsFile {
  /** `server`: the gateway, with an origin for each program. `static`: any web server, programs under a path. */
  mode: 'server' | 'static';
  /** The developer's own programs first, then the samples. */
  programs: ProgramListing[];
  /** Dialects from outside: `--dialect` files, and whole dialects in a `miniauth.json`. */
  dialects: Dialect[];
  /** What is wrong that belongs to no single program, e.g. a folder with none in it. */
  problems: string[];
}

/** A program ready to run: the manifest with its defaults in place. */
export interface Program {
  id: string;
  kind: ProgramListing['kind'];
  name: string;
  clientId: string;
  logo: string;
  entry: string;
  dialect: string | undefined;
  scopes: string[] | undefined;
  oauthFlowType: 'LOCAL_MINI_PROGRAM' | 'ALIPAY_CONNECT';
  firstScreen: 'warn' | 'refuse';
  hint: string;
  merchant: { name: string; routes: MerchantRoute[] };
  path: string;
  /** The folder in it that addresses begin at: empty, or that of app.json. */
  app: string;
}

/** Puts the defaults in place. Program id and client id default to the folder's name. */
export function programOf(listing: ProgramListing): Program {
  const { id, kind, manifest: m, path, app = '' } = listing;
  const name = m.name ?? id;
  return {
    id,
    kind,
    name,
    clientId: m.clientId ?? id,
    logo: m.logo ?? '',
    entry: m.entry ?? 'index.html',
    dialect: typeof m.dialect === 'string' ? m.dialect : m.dialect?.id,
    scopes: m.scopes,
    oauthFlowType: m.oauthFlowType ?? 'LOCAL_MINI_PROGRAM',
    firstScreen: m.firstScreen ?? 'warn',
    hint: m.hint ?? '',
    merchant: { name: m.merchant?.name ?? `${name} server`, routes: m.merchant?.routes ?? [] },
    path,
    app,
  };
}
