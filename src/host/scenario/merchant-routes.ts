import type { Json, JsonObject } from '../../contract/json.ts';
import type { MerchantRoute, Program, ProgramListing } from '../../contract/program.ts';

export type MerchantDeed = 'login' | 'userInfo' | 'refresh' | 'revoke';

/** The server of programs that name none, and for what a program has no route for. */
const SERVER = 'https://merchant.example';
const DEFAULT_ROUTES: readonly (MerchantRoute & { does: MerchantDeed })[] = (
  ['login', 'userInfo', 'refresh', 'revoke'] as const
).map((does) => ({ method: 'POST', url: `${SERVER}/${does}`, does }));

/** A file to download. */
const FILE_ROUTE: MerchantRoute = { method: 'GET', url: `${SERVER}/file`, does: 'none' };

/** A program whose merchant server can do everything that a scenario may ask for: its own routes, then ours. */
export function withAllRoutes(listing: ProgramListing): ProgramListing {
  const { merchant } = listing.manifest;
  const routes = [...(merchant?.routes ?? []), ...DEFAULT_ROUTES, FILE_ROUTE];
  return { ...listing, manifest: { ...listing.manifest, merchant: { ...merchant, routes } } };
}

/**
 * The arguments of the `my.request` that makes the program's merchant server do something, as its first route for it
 * wants them; `authCode` goes where the route looks for it.
 */
export function requestFor(program: Program, does: MerchantDeed, authCode: string | undefined): JsonObject {
  const route = program.merchant.routes.find((one) => one.does === does);
  const { method, url, codeField } = route ?? {
    method: 'POST',
    url: `${SERVER}/${does}`,
    codeField: undefined,
  };
  const address = url.replaceAll('*', '');
  return {
    url: /^https?:/i.test(address) ? address : `${SERVER}/${address.replace(/^[a-z]*:?\/+/i, '')}`,
    method: method === '*' ? 'POST' : method,
    data: authCode === undefined ? {} : nested(codeField ?? 'authCode', authCode),
  };
}

/** `a.b` → `{a: {b: value}}`. */
function nested(path: string, value: Json): JsonObject {
  const [first = '', ...rest] = path.split('.');
  return { [first]: rest.length > 0 ? nested(rest.join('.'), value) : value };
}
