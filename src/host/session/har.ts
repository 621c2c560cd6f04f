import { decode, toBase64 } from '../../contract/codec.ts';
import type { Json } from '../../contract/json.ts';
import type { SessionFile } from '../../contract/session-file.ts';
import type { EventOf, Payload } from '../../contract/trace.ts';
import { type Hop, HopList } from '../hops.ts';
import { queryFields } from '../merchant/request.ts';
import { isoTime } from '../openapi/iso-time.ts';
import type { Har, HarEntry, HarPage, HarPair } from './har-types.ts';

/** The platform has no address of its own here; `.invalid` is nobody's (RFC 2606). */
const PLATFORM = 'https://platform.invalid';

/**
 * The HTTP part of a session as HAR 1.2: what programs asked their servers (`merchant.request`), and what those asked the
 * platform (`openapi.*`). A run is a page. It holds secrets exactly when the session does.
 */
export function harOf(session: SessionFile): Har {
  const read = readerOf(session);
  const hops = new HopList();
  hops.rebuild(session.events);
  const runs = new Map(
    session.events.flatMap((event) => (event.type === 'run.started' ? [[event.run, event] as const] : [])),
  );
  const asked = hops.rows.filter(({ step }) => step === 'merchant.request' || step.startsWith('openapi.'));
  const used = new Map<string, HarPage>();
  for (const { run, requestedAt } of asked)
    if (!used.has(run)) used.set(run, pageOf(run, runs.get(run), requestedAt));
  return {
    log: {
      version: '1.2',
      creator: { name: 'Miniauth', version: String(session.version) },
      pages: [...used.values()],
      entries: asked.map((hop) => entryOf(hop, read)),
      comment:
        session.secrets === 'redacted'
          ? 'Codes, tokens and personal data are replaced by placeholders.'
          : 'With codes, tokens and personal data as they were.',
    },
  };
}

type Reader = (payload: Payload) => unknown;

/** Reads recorded values. One whose text is missing is null. */
function readerOf({ payloads }: SessionFile): Reader {
  const texts = new Map(payloads);
  return (payload) =>
    decode('json' in payload ? payload.json : (JSON.parse(texts.get(payload.ref) ?? 'null') as Json));
}

function pageOf(run: string, started: EventOf<'run.started'> | undefined, asked: number): HarPage {
  const { program, dialect, persona } = started ?? {};
  return {
    startedDateTime: isoMs((started as { at?: number } | undefined)?.at ?? asked),
    id: run,
    title: [program ?? run, dialect, persona].filter(Boolean).join(' · '),
    pageTimings: { onContentLoad: -1, onLoad: -1 },
  };
}

function entryOf(hop: Hop, read: Reader): HarEntry {
  const reply = hop.reply && read(hop.reply);
  const wait = round((hop.answeredAt ?? hop.requestedAt) - hop.requestedAt);
  return {
    pageref: hop.run,
    startedDateTime: isoMs(hop.requestedAt),
    time: wait,
    request: requestOf(membersOf(read(hop.request))),
    response: responseOf(reply, hop),
    cache: {},
    timings: { send: 0, wait, receive: 0 },
    _step: hop.step,
    _hop: hop.id,
    ...(hop.injected === undefined ? {} : { comment: `Injected: ${hop.injected}` }),
  };
}

/** What was asked. Whoever edited the request may have made anything of it. */
function requestOf(request: Record<string, unknown>): HarEntry['request'] {
  const { path } = request;
  const url = typeof path === 'string' ? PLATFORM + path : textOf(request.url);
  const headers = pairsOf(request.headers);
  const body = bodyOf(request.body);
  return {
    method: textOf(request.method) || 'GET',
    url,
    httpVersion: 'HTTP/1.1',
    cookies: cookiesIn(headers, 'cookie'),
    headers,
    queryString: queryFields({ method: '', url, headers: {}, body: '' }).map(([name, value]) => ({
      name,
      value,
    })),
    ...(body.size === 0
      ? {}
      : {
          postData: {
            mimeType: headerIn(headers, 'content-type') ?? '',
            text: body.text,
            ...(body.encoding ? { comment: 'base64' } : {}),
          },
        }),
    headersSize: -1,
    bodySize: body.size,
  };
}

function responseOf(reply: unknown, hop: Hop): HarEntry['response'] {
  const { value, failure } = membersOf(reply);
  const answer = membersOf(value);
  const status = typeof answer.status === 'number' ? Math.trunc(answer.status) : 0;
  const headers = pairsOf(answer.headers);
  const body = bodyOf(answer.body);
  const error =
    status > 0 ? undefined : textOf(membersOf(failure).message) || textOf(answer.message) || endOf(hop);
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: cookiesIn(headers, 'set-cookie'),
    headers,
    content: {
      size: body.size,
      mimeType: headerIn(headers, 'content-type') ?? (body.isJson ? 'application/json' : ''),
      ...(body.size === 0 ? {} : { text: body.text, ...(body.encoding ? { encoding: body.encoding } : {}) }),
    },
    redirectURL: headerIn(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: status > 0 ? body.size : -1,
    ...(error === undefined ? {} : { _error: error }),
  };
}

/** Why a hop has no answer, when nothing says so. */
function endOf(hop: Hop): string {
  if (hop.abandoned) return hop.abandoned;
  return hop.reply ? 'this is no HTTP response' : 'no answer';
}

interface Body {
  text: string;
  /** In bytes. */
  size: number;
  encoding?: 'base64';
  isJson: boolean;
}

/** A body as text; bytes that are no UTF-8 as base64. */
function bodyOf(body: unknown): Body {
  if (body === undefined || body === null) return { text: '', size: 0, isJson: false };
  if (body instanceof Uint8Array) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
      return { text, size: body.length, isJson: false };
    } catch {
      return { text: toBase64(body), size: body.length, encoding: 'base64', isJson: false };
    }
  }
  const isJson = typeof body !== 'string';
  const text = isJson ? (JSON.stringify(body) ?? '') : body;
  return { text, size: new TextEncoder().encode(text).length, isJson };
}

function membersOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function pairsOf(headers: unknown): HarPair[] {
  return Object.entries(membersOf(headers)).map(([name, value]) => ({ name, value: textOf(value) }));
}

function headerIn(headers: readonly HarPair[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

/** The cookies that headers of this name set or send. Attributes of a cookie stay in its header. */
function cookiesIn(headers: readonly HarPair[], name: 'cookie' | 'set-cookie'): HarPair[] {
  const cookie = (pair: string): HarPair => {
    const at = pair.indexOf('=');
    return at < 0
      ? { name: pair.trim(), value: '' }
      : { name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() };
  };
  return headers
    .filter((header) => header.name.toLowerCase() === name)
    .flatMap(({ value }) => (name === 'cookie' ? value.split(';') : value.split(';').slice(0, 1)))
    .filter((pair) => pair.trim() !== '')
    .map(cookie);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);
const isoMs = (ms: number): string =>
  isoTime(ms).replace('Z', `.${String(((Math.floor(ms) % 1000) + 1000) % 1000).padStart(3, '0')}Z`);
const round = (ms: number): number => Math.max(0, Math.round(ms * 100) / 100);
