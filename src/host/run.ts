import type { SourceProblem } from '../contract/axml/source.ts';
import type { AxmlUnit } from '../contract/axml/unit.ts';
import type { InstantPlan } from '../contract/instant.ts';
import { MAX_PAGES } from '../contract/jsapi/max-pages.ts';
import type { BarAction } from '../contract/jsapi/page-names.ts';
import type { Json } from '../contract/json.ts';
import type { NoticeCode } from '../contract/notices.ts';
import type { StorageArea } from '../contract/trace.ts';
import type { Boot } from '../contract/wire.ts';
import { DocumentHost } from './document.ts';
import { definitionOf, instantPlan } from './instant-plan.ts';
import type { JsapiReply } from './jsapi/context.ts';
import { handlersFor } from './jsapi/registry.ts';
import { systemInfo } from './jsapi/system-info.ts';
import type { DocumentEnd, StopReason } from './link.ts';
import type { RunContext } from './run-context.ts';
import type { Run } from './simulator-api.ts';
import { storageOf } from './state.ts';

/** One start of a program: its documents come and go, its context stays. */
export class ProgramRun implements Run {
  readonly #context: RunContext;
  readonly #listeners = new Set<(reason: StopReason) => void>();
  readonly #documentListeners = new Set<() => void>();
  readonly #programUrls: () => string;
  #document: DocumentHost | undefined;
  #documents = 0;
  #pages: string[] = [];
  #awaited: string[] | undefined;
  #revision = 0;
  #sentRevision = 0;
  /** The rules at instant steps that the guest was told last. */
  #toldInstant: string | undefined;
  #stopped: StopReason | undefined;
  readonly start: readonly string[] | undefined;

  /** @param start the pages that it begins with; undefined: the program's first one */
  constructor(make: (run: ProgramRun) => RunContext, base: () => string, start?: readonly string[]) {
    this.#context = make(this);
    this.#programUrls = base;
    this.start = start;
    if (start && this.program.kind !== 'axml') this.#pages = start.slice(0, -1);
  }

  get id() {
    return this.#context.id;
  }
  get title() {
    return this.#context.program.name;
  }
  get program() {
    return this.#context.program;
  }
  get dialect() {
    return this.#context.dialect;
  }
  get persona() {
    return this.#context.persona;
  }
  get choice() {
    return this.#context.choice;
  }
  get stopped() {
    return this.#stopped;
  }
  /** The document that is alive now. */
  get document(): DocumentHost | undefined {
    return this.#document;
  }

  boot(): Boot {
    const { program, dialect, persona, trace, device } = this.#context;
    const areas = storageOf(trace.state, persona.id, program.id);
    const copy = (area: StorageArea) =>
      Object.fromEntries(
        Object.entries(areas[area]).map(([key, value]) => [key, trace.payloads.json(value)]),
      );
    this.#sentRevision = this.#revision;
    const instant = this.#instant();
    this.#toldInstant = definitionOf(instant);
    return {
      miniauth: 1,
      revision: this.#revision,
      appId: program.clientId,
      systemInfo: { ...systemInfo(device.view) },
      siteName: dialect.defaults.siteName,
      jsapi: ['getAuthCode', ...handlersFor(program.kind).keys()],
      storage: { my: copy('my'), local: copy('local'), session: copy('session'), cookie: copy('cookie') },
      windowName: '',
      base: this.#programUrls(),
      instant,
      documents: this.#documents + 1,
      ...(program.kind === 'axml' ? { axml: { stack: [...(this.start ?? [])] } } : {}),
    };
  }

  openDocument(document: { url: string; revision?: number; send(text: string): void }): DocumentEnd {
    this.#document?.close('navigated');
    const { trace, id } = this.#context;
    const number = ++this.#documents;
    const made = new DocumentHost(this.#context, {
      id: `d${number}`,
      url: document.url,
      first: number === 1,
      send: document.send,
    });
    this.#document = made;
    this.#arrived(document.url);
    trace.append({ type: 'document.opened', run: id, document: made.id, url: document.url });
    if ((document.revision ?? this.#sentRevision) !== this.#revision)
      made.send('boot', 0, '-', this.boot() as unknown as Json);
    // What was told while the document before it was going may not have been handed on.
    this.tellInstant(number > 1);
    for (const listener of this.#documentListeners) listener();
    return {
      receive: (text) => made.receive(text),
      close: (reason) => {
        made.close(reason);
        if (this.#document === made) this.#document = undefined;
      },
    };
  }

  /** Tells the guest the rules at instant steps, if they have changed since it was told. */
  tellInstant(anyway = false): void {
    const plan = this.#instant();
    const definition = definitionOf(plan);
    const same = definition === this.#toldInstant;
    if (!this.#document || (same && !(anyway && plan.rules.length > 0))) return;
    this.#toldInstant = definition;
    this.#document.send('instant', 0, '-', plan as unknown as Json);
  }

  #instant(): InstantPlan {
    const { gate, program, persona, dialect } = this.#context;
    return instantPlan(gate, { program: program.id, persona: persona.id, dialect });
  }

  /** The host wrote to the program's storage in its own right: the next document needs a fresh copy. */
  touchStorage(): void {
    this.#revision++;
  }

  stop(reason: StopReason): void {
    if (this.#stopped) return;
    this.#stopped = reason;
    const { trace, gate, id, device } = this.#context;
    this.#document?.close('stopped');
    this.#document = undefined;
    gate.abandon((caller) => caller.run === id, 'callerGone');
    device.set({ toast: undefined, loading: undefined });
    trace.append({ type: 'run.stopped', run: id, reason });
    for (const listener of [...this.#listeners]) listener(reason);
    this.#listeners.clear();
  }

  notice(code: string, params: Record<string, string | number> = {}, hop?: string): void {
    this.#context.notice(code as NoticeCode, params, hop);
  }

  /** Called when a document has said hello. */
  onDocument(listener: () => void): () => void {
    this.#documentListeners.add(listener);
    return () => this.#documentListeners.delete(listener);
  }

  onStop(listener: (reason: StopReason) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setForeground(foreground: boolean): void {
    const { device, id, trace } = this.#context;
    if (device.view.foreground === foreground) return;
    trace.append({ type: 'foreground', run: id, foreground });
    device.set({ foreground });
    if (!foreground)
      for (const sheet of device.view.sheets)
        if (sheet.run === id && sheet.kind === 'consent') device.answer(sheet.id, { ending: 'background' });
    this.#document?.send('event', 0, foreground ? 'appShow' : 'appHide', {});
  }

  /** The pages where the program is, to begin with them again. */
  get place(): readonly string[] | undefined {
    const pages = this.program.kind === 'axml' ? (this.#document?.stack ?? this.start) : this.#pages;
    return pages && pages.length > 0 ? [...pages] : undefined;
  }

  press(action: BarAction): Promise<JsapiReply | undefined> {
    return this.#document?.press(action) ?? Promise.resolve(undefined);
  }

  get delivered(): readonly string[] {
    return this.#document?.delivered ?? [];
  }

  get lacks(): boolean {
    return this.#document?.lacks ?? false;
  }

  patch(unit: AxmlUnit, problems: readonly SourceProblem[] = []): void {
    this.#document?.patch(unit, problems);
  }

  /** The pages of the program, the current one last. */
  get pages(): { readonly urls: readonly string[]; go(urls: readonly string[]): void } {
    return {
      urls: this.#pages,
      go: (urls) => {
        const url = urls.at(-1);
        if (url === undefined) return;
        this.#awaited = [...urls];
        this.#document?.send('navigate', 0, '-', { url, replace: true });
      },
    };
  }

  #arrived(url: string): void {
    if (this.#awaited) this.#pages = [...this.#awaited.slice(0, -1), url];
    else if (this.#pages.at(-2) === url) this.#pages = this.#pages.slice(0, -1);
    else if (this.#pages.at(-1) !== url) this.#pages = [...this.#pages, url].slice(-MAX_PAGES);
    this.#awaited = undefined;
  }
}
