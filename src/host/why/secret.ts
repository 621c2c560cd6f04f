import type { EventOf, TraceEvent } from '../../contract/trace.ts';
import type { AuthCode, Token, WalletEvent } from '../../contract/wallet.ts';
import type { Hop } from '../hops.ts';
import { LAPSED } from '../wallet/exchange.ts';
import { clockJump } from './agreement.ts';
import { readable, replyOf } from './recorded.ts';
import type { Cause, WhySource } from './types.ts';

type Change<T extends WalletEvent['type']> = EventOf<'wallet'> & {
  change: Extract<WalletEvent, { type: T }>;
};

/** Why the platform refused a code or a token: what had become of it before, and which hop or event did that. */
export function secretCause(hop: Hop, source: WhySource): Cause | undefined {
  const { body, headers } = (readable(hop.request, source) ?? {}) as {
    body?: Record<string, unknown>;
    headers?: Record<string, string>;
  };
  const text = (name: string) => (typeof body?.[name] === 'string' ? (body[name] as string) : undefined);
  const before = source.events.filter((event) => event.seq < hop.seq);
  if (hop.code === 'INVALID_AUTH_CLIENT_STATUS') {
    const suspended = last(before, 'client.changed', ({ status }) => status === 'suspended');
    return suspended && { why: 'suspended', seq: suspended.seq };
  }
  const asked =
    Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'client-id')?.[1] ??
    text('authClientId') ??
    '';
  const { authCode, grantType } = { authCode: text('authCode'), grantType: text('grantType') };
  const lapsed = resultMessage(hop, source).includes(LAPSED) ? lapse(source, hop) : undefined;
  if (/(?:_CODE|_NOT_MATCH)$/.test(hop.code ?? '') && authCode !== undefined)
    return lapsed ?? codeCause(authCode, asked, { hop, before, source });
  const token = grantType === 'REFRESH_TOKEN' ? text('refreshToken') : text('accessToken');
  if (/_(?:ACCESS|REFRESH)_TOKEN$/.test(hop.code ?? '') && token !== undefined)
    return lapsed ?? tokenCause(token, asked, { hop, before, source });
  return undefined;
}

interface Place {
  hop: Hop;
  /** What had happened before the hop. */
  before: readonly TraceEvent[];
  source: WhySource;
}

function codeCause(code: string, asked: string, { hop, before, source }: Place): Cause | undefined {
  const issued = last(before, 'code.issued', (change) => change.code.code === code);
  const changed = last(before, 'code.changed', (change) => change.code === code);
  const found: AuthCode | undefined = issued?.change.code;
  if (!found && !changed) return { why: 'codeUnknown' };
  if (hop.code === 'USED_CODE')
    return { why: 'codeUsed', failed: changed?.change.status === 'burnt', ...hopOf(changed) };
  if (hop.code === 'EXPIRED_CODE' && found)
    return { why: 'codeExpired', ...expiry(found, issued, { hop, before, source }) };
  if (found && found.clientId !== asked)
    return { why: 'otherClient', issuedTo: found.clientId, asked, ...hopOf(issued) };
  if (changed?.change.status === 'void') return { why: 'codeVoid', ...hopOf(changed) };
  return undefined;
}

function tokenCause(token: string, asked: string, { hop, before, source }: Place): Cause | undefined {
  const issued = last(before, 'token.issued', (change) => change.token.token === token);
  const found: Token | undefined = issued?.change.token;
  if (hop.code?.startsWith('USED_')) {
    const used = last(before, 'token.used', (change) => change.token === token);
    return { why: 'tokenUsed', ...hopOf(used) };
  }
  if (!found) return { why: 'tokenUnknown' };
  if (hop.code?.startsWith('EXPIRED_'))
    return { why: 'tokenExpired', ...expiry(found, issued, { hop, before, source }) };
  const family = last(before, 'family.started', (change) => change.family.id === found.family)?.change.family;
  if (family && family.clientId !== asked)
    return { why: 'otherClient', issuedTo: family.clientId, asked, ...hopOf(issued) };
  const ended = last(before, 'family.ended', (change) => change.family === found.family);
  // Alive, and of this program: it is of the other kind, or made up.
  return ended
    ? { why: 'tokenEnded', by: ended.change.by, seq: ended.seq, ...hopOf(ended) }
    : { why: 'tokenUnknown' };
}

function expiry(
  { issuedAt, expiresAt }: { issuedAt: number; expiresAt: number },
  issued: TraceEvent | undefined,
  { hop, source }: Place,
) {
  const jump = clockJump(source, issued?.seq ?? -1, hop.requestedAt);
  return { ms: expiresAt - issuedAt, ...hopOf(issued), ...(jump === undefined ? {} : { jump }) };
}

function lapse(source: WhySource, hop: Hop): Cause {
  const jump = clockJump(source, -1, hop.requestedAt);
  return { why: 'lapsed', ...(jump === undefined ? {} : { jump }) };
}

function resultMessage(hop: Hop, source: WhySource): string {
  const { body } = (replyOf(hop, source) ?? {}) as { body?: { result?: { resultMessage?: unknown } } };
  return String(body?.result?.resultMessage ?? '');
}

function hopOf(event: TraceEvent | undefined): { hop?: string } {
  return event && 'hop' in event && event.hop !== undefined ? { hop: event.hop } : {};
}

function last<T extends WalletEvent['type']>(
  events: readonly TraceEvent[],
  type: T,
  is: (change: Extract<WalletEvent, { type: T }>) => boolean,
): Change<T> | undefined {
  return events.findLast(
    (event): event is Change<T> =>
      event.type === 'wallet' &&
      event.change.type === type &&
      is(event.change as Extract<WalletEvent, { type: T }>),
  );
}
