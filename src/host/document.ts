import type { SourceProblem } from '../contract/axml/source.ts';
import type { AxmlUnit } from '../contract/axml/unit.ts';
import { decode } from '../contract/codec.ts';
import { silentScopes } from '../contract/dialects/translate.ts';
import { isRuled } from '../contract/instant.ts';
import { BAR_ACTIONS, type BarAction } from '../contract/jsapi/page-names.ts';
import type { Json } from '../contract/json.ts';
import { NOTICES, type NoticeCode } from '../contract/notices.ts';
import { type StepName, stepInfo } from '../contract/steps.ts';
import type { Caller, Reply, StorageArea, StorageChange } from '../contract/trace.ts';
import { type HostType, type WireHead, writeMessage } from '../contract/wire.ts';
import { AxmlPage } from './axml-page.ts';
import type { HopContext } from './gate.ts';
import type { JsapiContext, JsapiReply } from './jsapi/context.ts';
import { getAuthCode, getAuthorize } from './jsapi/get-auth-code.ts';
import { pageFetch } from './jsapi/page-fetch.ts';
import { handlersFor, unknownName } from './jsapi/registry.ts';
import { checkWrite } from './jsapi/storage.ts';
import type { DocumentCloseReason, DocumentEnd } from './link.ts';
import { FlowSessions } from './oauth/flow-session.ts';
import { readJsapiReply } from './read-answers.ts';
import { readMessage } from './read-message.ts';
import type { RunContext } from './run-context.ts';
import { storageOf } from './state.ts';
import {
  inputBody,
  keyArgs,
  noticeBody,
  observedBody,
  pictureBody,
  refusedBody,
  storageBody,
} from './wire-bodies.ts';

/** What the actions are called, in the record. */
const BAR_LABELS: Readonly<Record<BarAction, string>> = {
  back: 'Back',
  home: 'Home',
  share: 'Share',
  titleClick: 'Title',
};

/**
 * The host's end of one document: reads what the untrusted guest sends, puts calls through the gate, and answers.
 * Bad messages are noticed and change nothing.
 */
export class DocumentHost implements DocumentEnd {
  readonly id: string;
  readonly url: string;
  readonly sessions = new FlowSessions();
  readonly #run: RunContext;
  readonly #send: (text: string) => void;
  readonly #first: boolean;
  readonly #calls = new Map<number, { name: string; hop: string; abort: AbortController }>();
  /** Of an AXML program. */
  readonly #page: AxmlPage | undefined;
  #played = 0;
  #playing: { id: number; done: () => void; cancel?: () => void } | undefined;
  #touched = false;
  #closed = false;

  constructor(
    run: RunContext,
    options: { id: string; url: string; first: boolean; send: (text: string) => void },
  ) {
    this.#run = run;
    this.id = options.id;
    this.url = options.url;
    this.#first = options.first;
    this.#send = options.send;
    if (run.program.kind === 'axml')
      this.#page = new AxmlPage(run, {
        document: options.id,
        send: (type, id, name, body, quiet) => this.#write(type, id, name, body, quiet),
      });
  }

  /** True while this is the run's first document and nobody has touched it (document 002, FAQ 2). */
  get firstScreen(): boolean {
    return this.#first && !this.#touched && !this.#page?.left;
  }

  send(type: HostType, id: number, name: string, body: Json): void {
    this.#write(type, id, name, body);
  }

  #write(type: HostType, id: number, name: string, body: Json, quiet = false): void {
    if (this.#closed) return;
    const text = writeMessage(type, id, name, body);
    if (!quiet) this.#raw('out', text);
    this.#send(text);
  }

  /** The page stack of an AXML program. */
  get stack(): readonly string[] | undefined {
    return this.#page?.stack;
  }

  /** The units that the page of an AXML program has. */
  get delivered(): readonly string[] {
    return this.#page?.delivered ?? [];
  }

  /** Puts changed styles and templates of an AXML program in place. */
  patch(unit: AxmlUnit, problems: readonly SourceProblem[]): void {
    this.#page?.patch(unit, problems);
  }

  /** A part that an AXML program asked for could not be had. */
  get lacks(): boolean {
    return this.#page?.lacks ?? false;
  }

  /**
   * The user acts on the super app's bar: an input like any other, after which the page is asked to do it.
   * @returns what the page says; undefined when the bar does not have that action now
   */
  async press(action: BarAction): Promise<JsapiReply | undefined> {
    const page = this.#page;
    if (this.#closed || !page?.can(action)) return undefined;
    this.#touched = true;
    const input = {
      type: action,
      target: page.stack?.at(-1) ?? '',
      label: BAR_LABELS[action],
      role: 'button',
    };
    this.#run.gate.observe(this.#caller(), 'user.input', input, { value: {} });
    return page.ask(action, {});
  }

  /**
   * Does an input of the user again, in a program that is run again as recorded, as soon as its element is there. The guest
   * reports it as it reports any other. `done` is called when it and all that it led to at once are reported, or the
   * document is gone.
   */
  play({ type, ...input }: { type: string; [member: string]: Json }, done: () => void): void {
    if (this.#closed) return done();
    const id = ++this.#played;
    const action = BAR_ACTIONS.find((known) => known === type);
    if (action && this.#page) {
      const press = () => void this.press(action).then(() => this.#playing?.id === id && this.#playDone());
      this.#playing = { id, done };
      this.#playing.cancel = this.#page.whenOn(String(input.target), action, press);
      return;
    }
    this.#playing = { id, done };
    this.send('play', id, type, input);
  }

  /** An input that waits for its element is not to be done any more. */
  playNoMore(): void {
    if (!this.#playing) return;
    this.#playing.cancel?.();
    this.#playing = undefined;
    this.send('play', 0, '-', null);
  }

  #playDone(): void {
    const { done } = this.#playing ?? {};
    this.#playing = undefined;
    done?.();
  }

  receive(text: string): void {
    if (this.#closed) return;
    const read = readMessage(text);
    const { head } = read;
    if ('expected' in read) return this.#bad(read.expected, text, head);
    if ('tooLong' in read) {
      this.#run.notice('tooLong', { api: read.head.name, length: text.length, limit: read.tooLong });
      const message = `the call is ${text.length} characters long, at most ${read.tooLong} are allowed`;
      if (read.head.type === 'call') this.#reply(read.head.id, this.#refused(read.head.name, message));
      return;
    }
    const { body } = read;
    // A picture is an event of its own; twice would be too much of it.
    if (head?.type !== 'picture') this.#raw('in', text);
    switch (read.head.type) {
      case 'call':
        return this.#call(read.head, body);
      case 'refused':
        return this.#refuse(read.head, body, text);
      case 'abort':
        return this.#calls.get(read.head.id)?.abort.abort();
      case 'observed':
        return this.#observed(read.head, body, text);
      case 'storage':
        return this.#storage(read.head, body, text);
      case 'input':
        return this.#input(read.head, body, text);
      case 'played':
        return read.head.id === this.#playing?.id ? this.#playDone() : undefined;
      case 'picture':
        return this.#picture(body, text, read.head);
      case 'notice':
        return this.#notice(read.head, body, text);
      case 'load':
        if (this.#page?.load(read.head.id, body)) return;
        return this.#bad('load <id> of a unit or a file of an AXML program', text, head);
      case 'told':
        if (this.#page?.told(read.head, body)) return;
        return this.#bad('told <id> success|fail, once for each ask', text, head);
      case 'pages':
        if (this.#page?.pages(body)) return;
        return this.#bad('pages {stack, bar} of an AXML program', text, head);
      default:
        return this.#bad('a known type of message', text, head);
    }
  }

  close(reason: DocumentCloseReason): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#page?.close();
    const { gate, wallet, trace, id } = this.#run;
    const hops = [...this.#calls.values()].map((call) => call.hop);
    gate.abandon((caller) => caller.run === id && caller.document === this.id, 'callerGone');
    for (const call of this.#calls.values()) call.abort.abort();
    // A write that was made but not answered is missing in the guest's copy.
    if ([...this.#calls.values()].some((call) => /^(set|remove|clear)Storage$/.test(call.name)))
      this.#run.storageTouched();
    // A code that was issued but never delivered is nobody's.
    for (const hop of hops) wallet.voidCodesOf(hop);
    trace.append({ type: 'document.closed', run: id, document: this.id, reason });
    this.#playDone();
  }

  #caller(): Caller {
    return { run: this.#run.id, document: this.id };
  }

  #call(head: WireHead, body: Json): void {
    if (this.#calls.has(head.id)) return this.#bad('an id that is not in use', `call ${head.id}`, head);
    const args = decode(body);
    const abort = new AbortController();
    const entry = { name: head.name, hop: '', abort };
    this.#calls.set(head.id, entry);
    const deliver = (reply: Reply<JsapiReply>) => {
      this.#calls.delete(head.id);
      this.#reply(head.id, this.#readable(reply));
    };
    if (head.name === 'fetch') {
      const send = (request: Parameters<RunContext['send']>[1]) => this.#run.send(this.#caller(), request);
      pageFetch(args, this.url, send).then((value) => deliver({ value }));
      return;
    }
    const step: StepName = `jsapi.${head.name}`;
    entry.hop = this.#run.gate.pass<unknown, JsapiReply>(
      this.#caller(),
      step,
      args,
      (request, hop) => this.#perform(head.name, request, hop, abort.signal, entry),
      deliver,
      { limit: stepInfo(step).limit },
    );
  }

  #perform(
    name: string,
    args: unknown,
    hop: HopContext,
    aborted: AbortSignal,
    entry: { hop: string },
  ): Promise<JsapiReply> | JsapiReply {
    entry.hop = hop.hop;
    const context = this.#jsapiContext(hop, aborted);
    if (name === 'getAuthCode') return getAuthCode(args, context, this.#run, this);
    if (name === 'getAuthorize') return getAuthorize(args, context, this.#run, this);
    const handler = handlersFor(this.#run.program.kind).get(name);
    if (handler) return handler(args, context);
    this.#run.notice('notImplemented', { api: `my.${name}` }, hop.hop);
    return unknownName(name);
  }

  #jsapiContext(hop: HopContext, aborted: AbortSignal): JsapiContext {
    const run = this.#run;
    const caller = { ...hop.caller, call: hop.hop };
    const { persona, program, trace } = run;
    return {
      run: run.id,
      program,
      dialect: run.dialect,
      persona,
      pageUrl: this.url,
      page: this.#page?.stack?.at(-1) ?? this.url,
      caller,
      get signal() {
        return AbortSignal.any([hop.signal, aborted]);
      },
      clock: run.clock,
      device: run.device,
      payloads: trace.payloads,
      pages: run.pages,
      storage: () => storageOf(trace.state, persona.id, program.id),
      store: (area, change) => this.#store(area, change, hop.hop),
      granted: () => run.wallet.granted(persona.id, program.clientId),
      askedScopes: () => run.wallet.asked(persona.id, program.clientId),
      setGrants: (granted, withdrawn) =>
        run.wallet.setGrants(
          {
            persona: persona.id,
            clientId: program.clientId,
            silent: silentScopes(run.dialect, run.choice.silentPolicy),
          },
          granted,
          withdrawn,
          hop.hop,
        ),
      send: (request, limit) => run.send(caller, request, limit),
      notice: (code, params) => run.notice(code, params, hop.hop),
      ask: async (name, asked) => this.#page?.ask(name, asked) ?? unknownName(name),
    };
  }

  #reply(id: number, reply: JsapiReply): void {
    if ('success' in reply) this.send('reply', id, 'success', reply.success);
    else this.send('reply', id, 'fail', reply.fail);
  }

  /** What the program gets; an answer that is none is a failure of the super app. */
  #readable(reply: Reply): JsapiReply {
    const read = readJsapiReply(reply);
    if (!('problem' in read)) return read;
    const { error, errorMessage } = this.#run.dialect.failures.hostFailure;
    return { fail: { error, errorMessage: `${errorMessage} (${read.problem})` } };
  }

  #observed(head: WireHead, body: Json, text: string): void {
    const parsed = observedBody.safeParse(body);
    if (!parsed.success || (!head.name.endsWith('Sync') && head.name !== 'canIUse'))
      return this.#bad('observed <SyncName> {args, reply}', text, head);
    const { args, reply, rule, injected = false } = parsed.data;
    const step: StepName = `jsapi.${head.name}`;
    const hop = this.#run.gate.observe(
      this.#caller(),
      step,
      decode(args),
      { value: decode(reply) },
      { rule, injected },
    );
    const key = keyArgs.safeParse(args);
    if (!key.success || 'fail' in reply || injected) return;
    if (head.name === 'setStorageSync' && key.data.key)
      this.#guestStore('my', { op: 'set', key: key.data.key, value: key.data.data ?? null }, hop);
    if (head.name === 'removeStorageSync' && key.data.key)
      this.#guestStore('my', { op: 'remove', key: key.data.key }, hop);
    if (head.name === 'clearStorageSync') this.#guestStore('my', { op: 'clear' }, hop);
  }

  #storage(head: WireHead, body: Json, text: string): void {
    const parsed = storageBody.safeParse(body);
    const area = ['local', 'session', 'cookie'].find((name) => name === head.name) as StorageArea | undefined;
    if (!parsed.success || !area)
      return this.#bad('storage local|session|cookie {op, key, value}', text, head);
    const { rule, injected, ...change } = { rule: undefined, injected: undefined, ...parsed.data };
    const reply: Reply =
      injected && 'fail' in injected
        ? { failure: { kind: 'threw', message: String(injected.fail.message) } }
        : { value: {} };
    const request = { area, ...change };
    const hop = this.#run.gate.observe(
      this.#caller(),
      'html5.storage',
      request,
      reply,
      isRuled('html5.storage', request) ? { rule, injected: injected !== undefined } : undefined,
    );
    if (!injected) this.#guestStore(area, change, hop);
  }

  /** A write that the guest has made in its copy: the host's limits decide whether it stands. */
  #guestStore(
    area: StorageArea,
    change: { op: 'set'; key: string; value: Json } | { op: 'remove'; key: string } | { op: 'clear' },
    hop: string,
  ): void {
    const { trace, persona, program } = this.#run;
    if (change.op !== 'set') return this.#store(area, change, hop);
    const storage = storageOf(trace.state, persona.id, program.id);
    const problem = checkWrite(storage, area, change.key, change.value);
    if (problem)
      return this.#run.notice(
        'storageFull',
        { key: change.key.slice(0, 100), problem: problem.errorMessage },
        hop,
      );
    this.#store(area, { op: 'set', key: change.key, value: trace.payloads.put(decode(change.value)) }, hop);
  }

  #store(area: StorageArea, change: StorageChange, hop: string): void {
    const { trace, persona, program } = this.#run;
    trace.append({ type: 'storage', hop, persona: persona.id, program: program.id, area, change });
  }

  #input(head: WireHead, body: Json, text: string): void {
    const parsed = inputBody.safeParse(body);
    if (!parsed.success) return this.#bad('input <event> {target, label}', text, head);
    this.#touched = true;
    this.#run.gate.observe(this.#caller(), 'user.input', { type: head.name, ...parsed.data }, { value: {} });
  }

  #picture(body: Json, text: string, head: WireHead): void {
    const parsed = pictureBody.safeParse(body);
    if (!parsed.success)
      return this.#bad('picture {html, title, width, height, scrollX, scrollY}', text, head);
    const { trace, id } = this.#run;
    trace.append({
      type: 'picture',
      run: id,
      document: this.id,
      picture: trace.payloads.put(parsed.data),
    });
  }

  #notice(head: WireHead, body: Json, text: string): void {
    const parsed = noticeBody.safeParse(body);
    const known = Object.hasOwn(NOTICES, head.name) && NOTICES[head.name as NoticeCode].guest;
    if (!parsed.success || !known) return this.#bad('notice <code> {params}', text, head);
    const { params } = parsed.data;
    if (this.#page && (head.name === 'programError' || head.name === 'callbackThrew'))
      return void this.#page.error(head.name, params);
    this.#run.notice(head.name as NoticeCode, params);
  }

  #bad(expected: string, text: string, head?: WireHead): void {
    this.#run.notice('badMessage', { expected, message: text.slice(0, 120) });
    if (head?.type === 'call' && !this.#calls.has(head.id))
      this.#reply(head.id, this.#refused(head.name, `invalid message: expected ${expected}`));
  }

  /** A call whose arguments could not travel: a hop like any other, answered without being performed. */
  #refuse(head: WireHead, body: Json, text: string): void {
    const parsed = refusedBody.safeParse(body);
    if (!parsed.success) return this.#bad('refused <name> {problem}', text, head);
    const { problem } = parsed.data;
    const deliver = (reply: Reply<JsapiReply>) => this.#reply(head.id, this.#readable(reply));
    this.#run.gate.pass<unknown, JsapiReply>(
      this.#caller(),
      `jsapi.${head.name}`,
      { problem },
      (_request, hop) => {
        this.#run.notice('badArguments', { api: `my.${head.name}`, problem }, hop.hop);
        return this.#refused(head.name, problem);
      },
      deliver,
    );
  }

  /** A call whose message was not accepted. What my.getAuthCode says to that is the dialect's. */
  #refused(name: string, errorMessage: string): JsapiReply {
    const { badArguments } = this.#run.dialect.failures;
    return name === 'getAuthCode'
      ? { fail: { error: badArguments.error, errorMessage: badArguments.errorMessage } }
      : { fail: { error: 2, errorMessage } };
  }

  #raw(direction: 'in' | 'out', text: string): void {
    const { trace, id } = this.#run;
    trace.append({ type: 'raw', run: id, document: this.id, direction, text: trace.payloads.put(text) });
  }
}
