import type { ConsentRequest } from '../../../contract/consent.ts';
import type { Dialect } from '../../../contract/dialects/schema.ts';
import { jsapiInfo } from '../../../contract/jsapi/names.ts';
import type { Json, JsonObject } from '../../../contract/json.ts';
import { operationAt } from '../../../contract/openapi/index.ts';
import type { Program } from '../../../contract/program.ts';
import type { Effect } from '../../../contract/rule.ts';
import type { PlayItem } from '../../../contract/scenario.ts';
import type { EventOf, TraceEvent } from '../../../contract/trace.ts';
import type { Payloads } from '../../payloads.ts';
import type { SimulatorState } from '../../state.ts';
import { declinedOf, grantsOf } from '../../wallet/read.ts';
import type { MerchantDeed } from '../merchant-routes.ts';
import { deedOf } from './deed.ts';
import type { Notes } from './notes.ts';
import type { SessionPart } from './part.ts';
import { isPageRequest } from './step-counter.ts';
import { Waits } from './waits.ts';

type Requested = EventOf<'hop.requested'>;
const MOVES = /^jsapi\.(navigateTo|redirectTo|reLaunch|navigateBack|switchTab)$/;

export interface Played {
  items: PlayItem[];
  /** What a call is named, by its hop. */
  nameOf(hop: string): string | undefined;
}

/** What is needed to read the part of a session. */
export interface PlayHouse {
  program: Program;
  /** Client ids of the other programs. */
  otherClients: readonly string[];
  dialect: Dialect;
  payloads: Payloads;
  stateAt(seq: number): SimulatorState;
}

/** What happened, as the items of a play: what the program, its user and servers did from outside, in its order. */
export function playOf(part: SessionPart, house: PlayHouse, notes: Notes): Played {
  return new PlayWriter(part, house, notes).write();
}

class PlayWriter {
  readonly #part: SessionPart;
  readonly #house: PlayHouse;
  readonly #notes: Notes;
  readonly #items: PlayItem[] = [];
  readonly #waits: Waits;
  readonly #names = new Map<string, string>();
  /** The call that answered each code. */
  readonly #codes = new Map<string, string>();
  readonly #requests = new Map<string, Requested>();
  readonly #injected = new Map<string, Effect>();
  readonly #edited = new Map<string, Json>();
  /** The first hop made on behalf of each. */
  readonly #firstBelow = new Map<string, Requested>();
  #touched = false;
  #led = false;
  #documents = 0;
  #url: string | undefined;
  #gone = false;
  #background = false;
  #instant = 0;
  #typed = 0;

  constructor(part: SessionPart, house: PlayHouse, notes: Notes) {
    this.#part = part;
    this.#house = house;
    this.#notes = notes;
    this.#waits = new Waits(part);
    this.#nameCalls();
  }

  write(): Played {
    const { events } = this.#part;
    for (const [i, event] of events.entries()) this.#event(event, events, i);
    // A document that was closed in the end took its calls with it.
    if (this.#gone) this.#items.push({ page: 'reload' });
    if (this.#instant > 0) this.#notes.add('instant', { n: this.#instant });
    if (this.#typed > 0) this.#notes.add('typed', { n: this.#typed });
    return { items: this.#items, nameOf: (hop) => this.#names.get(hop) };
  }

  /** `my.getAuthCode` alone needs no name; of several, each has one. */
  #nameCalls(): void {
    const calls = this.#part.events.filter(
      (event): event is Requested =>
        event.type === 'hop.requested' &&
        !event.observed &&
        event.parent === undefined &&
        event.step.startsWith('jsapi.'),
    );
    const counts = new Map<string, number>();
    for (const { step } of calls) counts.set(step, (counts.get(step) ?? 0) + 1);
    const seen = new Map<string, number>();
    for (const { hop, step } of calls) {
      const call = step.slice('jsapi.'.length);
      const n = (seen.get(step) ?? 0) + 1;
      seen.set(step, n);
      this.#names.set(hop, counts.get(step) === 1 ? call : `${call.slice(0, 30)}-${n}`);
    }
    for (const event of this.#part.events) {
      if (event.type === 'hop.requested' && event.parent !== undefined && !this.#firstBelow.has(event.parent))
        this.#firstBelow.set(event.parent, event);
      if (event.type === 'hop.resumed' && event.how === 'edit' && event.edited)
        this.#edited.set(event.hop, this.#house.payloads.json(event.edited));
      if (event.type !== 'hop.answered' || !this.#names.has(event.hop)) continue;
      const reply = this.#house.payloads.json(event.reply) as JsonObject;
      const success = (reply.value as JsonObject | undefined)?.success as JsonObject | undefined;
      const code = success?.authCode;
      if (typeof code === 'string') this.#codes.set(code, this.#names.get(event.hop) ?? '');
    }
  }

  #push(at: number, item: PlayItem): void {
    this.#items.push(...this.#waits.until(at), item);
  }

  #event(event: TraceEvent, events: readonly TraceEvent[], i: number): void {
    switch (event.type) {
      case 'hop.requested':
        this.#requests.set(event.hop, event);
        return event.observed ? this.#observed(event) : this.#requested(event);
      case 'hop.answered':
        return this.#answered(event);
      case 'hop.injected':
        this.#injected.set(event.hop, event.outcome);
        return;
      case 'foreground':
        this.#background = !event.foreground;
        return this.#push(event.at, { page: event.foreground ? 'foreground' : 'background' });
      case 'document.opened':
        return this.#opened(event);
      case 'document.closed':
        this.#gone = events.some(
          (other) => other.type === 'hop.abandoned' && other.at === event.at && other.reason === 'callerGone',
        );
        return;
      case 'wallet':
        return event.hop === undefined ? this.#byHand(event, events[i - 1]) : undefined;
      case 'merchant.kept':
      case 'merchant.forgot':
        if (!('hop' in event) || event.hop === undefined) this.#notes.add('ledger');
        return;
    }
  }

  #opened({ at, url }: EventOf<'document.opened'>): void {
    this.#documents++;
    if (this.#documents > 1 && !this.#led) {
      if (url !== this.#url) this.#notes.add('otherPage', { url: url.slice(0, 300) });
      this.#push(at, { page: 'reload' });
    }
    this.#url = url;
    this.#led = false;
    this.#gone = false;
  }

  #observed({ step, request, at }: Requested): void {
    if (step !== 'user.input') {
      this.#instant++;
      return;
    }
    const { type, label } = this.#house.payloads.json(request) as { type: string; label: string };
    if (type === 'click' || !this.#touched) this.#push(at, { tap: label.slice(0, 300) || 'the page' });
    else this.#typed++;
    this.#touched = true;
  }

  #requested(event: Requested): void {
    const { step, parent, document } = event;
    if (parent !== undefined) return;
    if (isPageRequest(event)) return this.#merchant(event, event);
    if (step.startsWith('openapi.') && document === undefined) return this.#openApi(event);
    if (!step.startsWith('jsapi.')) return;
    const sent = this.#firstBelow.get(event.hop);
    if (step === 'jsapi.request' && sent?.step === 'merchant.request') return this.#merchant(event, sent);
    this.#call(event);
  }

  #call(event: Requested): void {
    const call = event.step.slice('jsapi.'.length);
    if (jsapiInfo(call)?.kind !== 'async') {
      this.#notes.add('unknownCall', { call });
      return;
    }
    const args = this.#edited.get(event.hop) ?? this.#house.payloads.json(event.request);
    const plain = args !== null && typeof args === 'object' && !Array.isArray(args);
    if ((!plain && args !== null) || /"\\$(map|bytes|object)"/.test(JSON.stringify(args)))
      this.#notes.add('arguments', { call });
    const name = this.#names.get(event.hop);
    this.#push(event.at, {
      call,
      ...(plain ? { with: args } : {}),
      ...(name !== undefined && name !== call ? { as: name } : {}),
    });
  }

  /** A request to the merchant server: what the server does by it, or, when it does nothing, the request itself. */
  #merchant(event: Requested, sent: Requested): void {
    const { program, payloads } = this.#house;
    const request = payloads.json(sent.request) as JsonObject;
    const deed = deedOf(this.#firstBelow.get(sent.hop), request, program, payloads);
    const item = deed && this.#deed(deed, request);
    if (item) return this.#push(event.at, item);
    if (event !== sent) return this.#call(event);
    const { method = 'POST', url = '', body } = request;
    if (this.#holdsUnknown(request)) this.#notes.add('unknownCode', { step: sent.step });
    this.#push(event.at, {
      call: 'request',
      with: { url, method, ...(typeof body === 'string' && body ? { data: body } : {}) },
    });
  }

  #deed(deed: MerchantDeed, request: JsonObject): PlayItem | undefined {
    if (deed !== 'login') return { merchant: deed };
    const text = JSON.stringify(request);
    const [, name] = [...this.#codes].find(([code]) => text.includes(code)) ?? [];
    if (name === undefined) return undefined;
    return { merchant: 'login', ...(name === 'getAuthCode' ? {} : { code: name }) };
  }

  #holdsUnknown(request: JsonObject): boolean {
    return [...this.#codes.keys()].some((code) => JSON.stringify(request).includes(code));
  }

  /** A server's own call; codes and tokens stand as what they are, not as the text that they were. */
  #openApi(event: Requested): void {
    const { payloads, program, otherClients, dialect } = this.#house;
    const { method, path, headers, body } = payloads.json(event.request) as JsonObject;
    const operation = operationAt(String(path));
    if (!operation) return;
    const { persona } = this.#part.start;
    const kept = this.#house.stateAt(event.seq - 1).merchant[persona]?.[program.id];
    const places: [value: string | undefined, place: string][] = [
      ...[...this.#codes].map(([code, name]): [string, string] => [code, `{{${name}.authCode}}`]),
      [kept?.accessToken, '{{merchant.accessToken}}'],
      [kept?.refreshToken, '{{merchant.refreshToken}}'],
      [program.clientId, '{{clientId}}'],
      [otherClients[0], '{{otherClientId}}'],
    ];
    const filled = replaced(body as Json, places) as JsonObject;
    const raw = Object.entries(filled).some(
      ([name, value]) => /token$/i.test(name) && typeof value === 'string' && !value.startsWith('{{'),
    );
    if (raw) this.#notes.add('rawToken', { step: event.step });
    const client = Object.entries((headers ?? {}) as JsonObject).find(
      ([name]) => name.toLowerCase() === 'client-id',
    )?.[1];
    const version = operation.version;
    this.#push(event.at, {
      openapi: operation.name,
      body: filled,
      ...(client === program.clientId ? {} : { client: String(replaced(client ?? '', places)) || ' ' }),
      ...(version === dialect.openapi.version ? {} : { version }),
      ...(method === 'POST' ? {} : { method: method as 'GET' }),
    });
  }

  #answered(event: EventOf<'hop.answered'>): void {
    const request = this.#requests.get(event.hop);
    if (!request) return;
    if (MOVES.test(request.step) && event.verdict === 'ok') this.#led = true;
    if (request.step !== 'user.authorize') return;
    const effect = this.#injected.get(event.hop);
    // Nobody was asked, or the answer is a rule's.
    if (event.origin === 'edited' || (effect && ('reply' in effect || 'never' in effect))) return;
    const reply = this.#house.payloads.json(event.reply) as JsonObject;
    const { ending, scopes } = (reply.value ?? { ending: 'timeout' }) as {
      ending: string;
      scopes?: string[];
    };
    switch (ending) {
      case 'agree': {
        const asked = (this.#house.payloads.json(request.request) as unknown as ConsentRequest).scopes;
        const all = asked.every((scope) => scopes?.includes(scope));
        return this.#user(event, { user: all ? 'agree' : { agree: scopes ?? [] } });
      }
      case 'timeout':
        // Time goes on by itself until it is over.
        this.#items.push({ user: 'timeout' });
        return this.#waits.passed(event.at);
      case 'background':
        // That the app went there is an item of its own.
        if (!this.#background) this.#user(event, { user: 'background' });
        return;
      case 'reject':
      case 'close':
      case 'escape':
        return this.#user(event, { user: ending });
    }
  }

  /** When the answer was held up by a rule, the user gave it before; when, is not known. */
  #user({ hop, at }: EventOf<'hop.answered'>, item: PlayItem): void {
    if ('late' in (this.#injected.get(hop) ?? {})) this.#items.push(item);
    else this.#push(at, item);
  }

  /** The user changes grants in the wallet's settings: one item for what happened at once. */
  #byHand(event: EventOf<'wallet'>, previous: TraceEvent | undefined): void {
    if (previous?.type === 'wallet' && previous.hop === undefined && previous.at === event.at) return;
    const { persona, clientId } = this.#part.start;
    const { stateAt } = this.#house;
    const same = this.#part.events.filter(
      (other): other is EventOf<'wallet'> =>
        other.type === 'wallet' && other.hop === undefined && other.at === event.at && other.seq >= event.seq,
    );
    if (same.some(({ change }) => change.type === 'code.issued')) return this.#notes.add('ledger');
    const last = same.at(-1)?.seq ?? event.seq;
    const scopes = (seq: number) =>
      grantsOf(stateAt(seq).wallet, persona, clientId, event.at).map(({ scope }) => scope);
    const [before, after] = [scopes(event.seq - 1), scopes(last)];
    const given = after.filter((scope) => !before.includes(scope));
    const taken = before.filter((scope) => !after.includes(scope));
    const ended = same.some(({ change }) => change.type === 'family.ended');
    const nothingLeft =
      after.length === 0 && declinedOf(stateAt(last).wallet, persona, clientId).length === 0;
    if (given.length + taken.length === 0 && !ended) return this.#notes.add('otherUser');
    for (const { change } of same)
      if (change.type === 'grant.given' && change.expiresAt !== undefined)
        for (const scope of change.scopes) this.#notes.add('lapsing', { scope });
    if (nothingLeft) return this.#push(event.at, { grant: null });
    this.#push(event.at, {
      grant: Object.fromEntries([
        ...given.map((scope): [string, boolean] => [scope, true]),
        ...taken.map((scope): [string, boolean] => [scope, false]),
      ]),
    });
  }
}

function replaced(value: Json, places: readonly [value: string | undefined, place: string][]): Json {
  if (typeof value === 'string') {
    const [, place] = places.find(([known]) => known !== undefined && known !== '' && known === value) ?? [];
    return place ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => replaced(item, places));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, places)]));
}
