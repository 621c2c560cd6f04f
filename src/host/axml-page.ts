import type { SourceProblem } from '../contract/axml/source.ts';
import type { AxmlUnit } from '../contract/axml/unit.ts';
import { decode, encode } from '../contract/codec.ts';
import type { BarAction } from '../contract/jsapi/page-names.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import type { HostType, LoadBody, PagesBody, WireHead } from '../contract/wire.ts';
import type { JsapiReply } from './jsapi/context.ts';
import { shareSheet } from './jsapi/share.ts';
import { readJsapiReply } from './read-answers.ts';
import type { RunContext } from './run-context.ts';
import { loadBody, pagesBody } from './wire-bodies.ts';

/** What the page of an AXML program says and hears, on the wire of its document. */
export interface AxmlWire {
  readonly document: string;
  /** `quiet`: the text is not recorded. */
  send(type: HostType, id: number, name: string, body: Json, quiet?: true): void;
}

/** What is asked about what the page would share. */
const SHARES: ReadonlySet<string> = new Set(['share', 'showSharePanel']);
/** More problems of one part are not told. */
const MOST_PROBLEMS = 20;

/**
 * The host's end of an AXML program's page: hands it the parts of the program, asks it to do what a call of its own is
 * about, and keeps what it shows.
 */
export class AxmlPage {
  readonly #run: RunContext;
  readonly #wire: AxmlWire;
  readonly #asked = new Map<number, (reply: JsapiReply) => void>();
  readonly #told = new Set<string>();
  /** Units that the page has. */
  readonly #delivered = new Set<string>();
  #shown: PagesBody | undefined;
  #first: string | undefined;
  #left = false;
  #lastId = 0;
  #onPages: (() => void) | undefined;
  readonly #gone = new AbortController();

  constructor(run: RunContext, wire: AxmlWire) {
    this.#run = run;
    this.#wire = wire;
  }

  /** `pages/index/index?id=1`, the current one last; undefined before the first. */
  get stack(): readonly string[] | undefined {
    return this.#shown?.stack;
  }
  /** The units that it has. */
  get delivered(): readonly string[] {
    return [...this.#delivered];
  }
  /** Another page than the first one has been shown. */
  get left(): boolean {
    return this.#left;
  }

  /** A part of the program, as soon as it is compiled. False: that is no `load`. */
  load(id: number, body: Json): boolean {
    const parsed = loadBody.safeParse(body);
    if (!parsed.success) return false;
    void this.#part(id, parsed.data);
    return true;
  }

  async #part(id: number, wanted: LoadBody): Promise<void> {
    const { parts, program } = this.#run;
    const send = (name: 'success' | 'fail', body: unknown) =>
      this.#wire.send('part', id, name, body as Json, true);
    try {
      if (!parts) throw new Error('there is no compiler here');
      if ('file' in wanted) return send('success', (await parts.file(program.id, wanted.file)) ?? null);
      const part = await parts.unit(program.id, wanted.unit, [...this.#delivered]);
      if ('failure' in part) {
        const { message, problems } = part.failure;
        const place = { file: '', line: 0, column: 0 };
        this.#tell(problems.length > 0 ? problems : [{ severity: 'error', message, ...place }]);
        return send('fail', part.failure);
      }
      this.#tell(part.problems);
      this.#delivered.add(wanted.unit);
      send('success', part.unit);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#tell([{ severity: 'error', message, file: '', line: 0, column: 0 }]);
      send('fail', { message, problems: [] });
    }
  }

  /** What is wrong in the program's source, each once. */
  #tell(problems: readonly SourceProblem[]): void {
    for (const { severity, message, file, line, column } of problems.slice(0, MOST_PROBLEMS)) {
      const key = `${file}:${line}:${column} ${message}`;
      if (this.#told.has(key)) continue;
      this.#told.add(key);
      this.#run.notice(severity === 'error' ? 'sourceError' : 'sourceWarning', {
        message: message.slice(0, 1000),
        file: file.slice(0, 500),
        line,
        column,
      });
    }
  }

  /** Has the page do something; never answered when it is gone before. */
  async ask(name: string, args: unknown): Promise<JsapiReply> {
    const id = ++this.#lastId;
    const reply = await new Promise<JsapiReply>((resolve) => {
      this.#asked.set(id, resolve);
      this.#wire.send('ask', id, name, encode(args));
    });
    if (SHARES.has(name) && 'success' in reply) this.#share(reply.success);
    return reply;
  }

  /** Shows what would be shared. Nobody waits for the user to have seen it; what is done again shows nothing. */
  #share(said: Json): void {
    const { gate, device, id } = this.#run;
    if (gate.replay && !gate.replay.over) return;
    const sheet = shareSheet(said !== null && typeof said === 'object' && !Array.isArray(said) ? said : {});
    device.present<'share'>(id, sheet, this.#gone.signal).catch(() => undefined);
  }

  /** The document is gone. */
  close(): void {
    this.#gone.abort();
    this.#onPages = undefined;
  }

  /** False: nobody has asked, or that is no answer. */
  told({ id, name }: WireHead, body: Json): boolean {
    const answer = this.#asked.get(id);
    if (!answer || (name !== 'success' && name !== 'fail')) return false;
    this.#asked.delete(id);
    const read = readJsapiReply({ value: { [name]: decode(body) } });
    answer(
      'problem' in read
        ? { fail: { error: 3, errorMessage: `the page answered nothing: ${read.problem}` } }
        : read,
    );
    return true;
  }

  /** The page stack, or what the title bar shows, is another one. False: that is no such message. */
  pages(body: Json): boolean {
    const parsed = pagesBody.safeParse(body);
    if (!parsed.success) return false;
    const { trace, id } = this.#run;
    const current = parsed.data.stack.at(-1);
    this.#first ??= current;
    if (current !== this.#first) this.#left = true;
    this.#shown = parsed.data as PagesBody;
    const pages = trace.payloads.put(parsed.data);
    if (JSON.stringify(trace.state.runs[id]?.pages) !== JSON.stringify(pages))
      trace.append({ type: 'pages', run: id, document: this.#wire.document, pages });
    this.#onPages?.();
    return true;
  }

  /**
   * Waits until the page is one on which the bar has this action, and was when it was recorded.
   * @param page where it was done
   * @returns the way to wait no more
   */
  whenOn(page: string, action: BarAction, done: () => void): () => void {
    const stop = () => {
      this.#onPages = undefined;
    };
    const look = () => {
      if (pathOf(this.stack?.at(-1)) !== pathOf(page) || !this.can(action)) return;
      stop();
      done();
    };
    this.#onPages = look;
    look();
    return stop;
  }

  /** Whether the title bar has it now. */
  can(action: BarAction): boolean {
    return action === 'share' ? this.#shown !== undefined : (this.#shown?.bar[action] ?? false);
  }

  /** An edit: styles and templates to put in place. */
  patch(unit: AxmlUnit): void {
    this.#wire.send('patch', 0, '-', unit as unknown as JsonObject, true);
  }
}

/** A page's address without what it was opened with. */
const pathOf = (address = ''): string => address.replace(/\?.*$/s, '');
