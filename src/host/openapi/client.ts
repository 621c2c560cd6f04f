import type { OpenApiContext } from './context.ts';

/** Who calls: the client id, or why it is none. */
export type Client = { ok: true; clientId: string } | { ok: false; detail: string };

/**
 * The caller of a request: the `Client-Id` header (in any case), or the `authClientId` of the body when there is no
 * such header. It must be a program that the platform knows; where header, `authClientId` and `appId` are all given,
 * they must agree.
 */
export function clientOf(
  headers: Record<string, string>,
  body: { appId?: string | null | undefined; authClientId?: string | null | undefined },
  context: Pick<OpenApiContext, 'knownClients'>,
): Client {
  const header = Object.entries(headers)
    .find(([name]) => name.toLowerCase() === 'client-id')?.[1]
    .trim();
  const clientId = header || body.authClientId;
  if (!clientId) return { ok: false, detail: 'The Client-Id header is missing.' };
  if (!context.knownClients.includes(clientId))
    return { ok: false, detail: `The platform knows no client ${short(clientId)}.` };
  if (body.authClientId && body.authClientId !== clientId)
    return { ok: false, detail: 'The Client-Id header and authClientId name different clients.' };
  if (body.appId && body.appId !== clientId)
    return { ok: false, detail: `appId ${short(body.appId)} does not belong to client ${short(clientId)}.` };
  return { ok: true, clientId };
}

const short = (text: string): string => (text.length > 64 ? `${text.slice(0, 63)}…` : text);
