import type { SourcePlace, SourceProblem } from '../contract/axml/source.ts';
import type { AxmlUnit } from '../contract/axml/unit.ts';
import { decode, encode } from '../contract/codec.ts';
import type { BarAction } from '../contract/jsapi/page-names.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import type { HostType, LoadBody, PagesBody, WireHead } from '../contract/wire.ts';
import type { JsapiReply } from './jsapi/context.ts';
import { shareSheet } from './jsapi/share.ts';
import { readJsapiReply } from './read-answers.ts';
import type { RunContext } from './run-context.ts';
import { type StackFrame, stackFrames } from './stack-frames.ts';
import { loadBody, pagesBody } from './wire-bodies.ts';

/** What the page of an AXML program says and hears, on the wire of its document. */
export interface AxmlWire {
  readonly document: string;
  /** `quiet`: the text is not recorded. */
  send(type: HostType, id: number, name: string, body: Json, quiet?: true): void;
}

/** What is asked about what the page would share. */
const SHARES: ReadonlySet<string> = new Set(['share', 'showSharePanel']);
type NoticeParams = Readonly<Record<string, string | number>>;

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
  #lacks = false;
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
  /** It asked for a part that could not be had. */
  get lacks(): boolean {
    return this.#lacks;
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
        this.#lacks = true;
        this.#tell(problems.length > 0 ? problems : [{ severity: 'error', message, ...place }]);
        return send('fail', part.failure);
      }
      this.#tell(part.problems);
      this.#delivered.add(wanted.unit);
      send('success', part.unit);
    } catch (error) {
      this.#lacks = true;
      const message = error instanceof Error ? error.message : String(error);
      this.#tell([{ severity: 'error', message, file: '', line: 0, column: 0 }]);
      send('fail', { message, problems: [] });
    }
  }

  /** What is wrong in the program's source, each once. */
  #tell(problems: readonly SourceProblem[]): void {
    for (const problem of problems.slice(0, MOST_PROBLEMS)) {
      const { severity, message, file, line, column } = problem;
      const key = keyOf(problem);
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

  /** An error of the program, with the places of its stack in the program's own source. */
  async error(code: 'programError' | 'callbackThrew', params: NoticeParams): Promise<void> {
    const { stack, ...about } = params;
    const { file = '', line = 0, column = 0 } = about;
    const frames = stackFrames(String(stack ?? ''));
    if (frames.length === 0 && file !== '')
      frames.push({ name: '', url: String(file), line: Number(line), column: Number(column) });
    const own = await this.#own(frames);
    const [first] = own;
    const place = first && { file: first.file, line: first.line, column: first.column };
    const lines = own.map(({ name, ...at }) => `${name} (${at.file}:${at.line}:${at.column})`.trim());
    this.#run.notice(code, {
      ...about,
      ...place,
      ...(lines.length > 0 ? { stack: lines.join('\n').slice(0, 2000) } : {}),
    });
  }

  /** The calls that are the program's own. */
  async #own(frames: readonly StackFrame[]): Promise<(SourcePlace & { name: string })[]> {
    const { parts, program } = this.#run;
    try {
      const places = (await parts?.places(program.id, frames)) ?? [];
      return places.flatMap((place, i) => (place ? [{ ...place, name: frames[i]?.name ?? '' }] : []));
    } catch {
      // Where it was, is not known; that it was, is.
      return [];
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
    const bar = this.#shown?.bar;
    if (!bar) return false;
    if (action === 'titleClick') return true;
    return action === 'share' ? !bar.unshared : bar[action];
  }

  /** An edit: styles and templates to put in place. What was wrong and is not any more will be told again if it comes back. */
  patch(unit: AxmlUnit, problems: readonly SourceProblem[]): void {
    const now = new Set(problems.map(keyOf));
    for (const key of this.#told) if (!now.has(key)) this.#told.delete(key);
    this.#tell(problems);
    this.#wire.send('patch', 0, '-', unit as unknown as JsonObject, true);
  }
}

const keyOf = ({ file, line, column, message }: SourceProblem): string =>
  `${file}:${line}:${column} ${message}`;

/** A page's address without what it was opened with. */
const pathOf = (address = ''): string => address.replace(/\?.*$/s, '');
