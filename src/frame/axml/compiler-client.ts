import type { ChangeResult } from '../../compiler/index.ts';
import type { Calls, Reply, Request, SourceOrigin } from '../../compiler/protocol.ts';
import type { SourcePlace } from '../../contract/axml/source.ts';
import type { CompiledPart, ProgramParts } from '../../host/program-parts.ts';
import type { StackFrame } from '../../host/stack-frames.ts';

/** What the client needs of a worker. */
export interface CompilerPort {
  postMessage(message: Request): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/**
 * The compilers of AXML programs: a worker for the program that is run, made when its first part is asked for. When
 * another program is asked for, or the worker dies, the next question makes another one.
 */
export class CompilerClient implements ProgramParts {
  readonly #make: () => CompilerPort;
  readonly #originOf: (program: string) => SourceOrigin;
  #current: { program: string; worker: WorkerCalls } | undefined;

  /** @param originOf where the files of a program are; throws when there is none of that id */
  constructor(originOf: (program: string) => SourceOrigin, make: () => CompilerPort = makeWorker) {
    this.#originOf = originOf;
    this.#make = make;
  }

  async unit(program: string, name: string, delivered: readonly string[]): Promise<CompiledPart> {
    const { unit, problems } = await this.#of(program).call('unit', { name, delivered });
    if (unit) return { unit, problems };
    const [first] = problems;
    return { failure: { message: first?.message ?? `there is no ${name}`, problems } };
  }

  async file(program: string, path: string): Promise<string | undefined> {
    const worker = this.#of(program);
    const { root } = await worker.opened;
    return worker.call('url', { path: root + path });
  }

  /**
   * What an edit asks of a frame that has these units, and what is wrong with them now. Of a program that is not being
   * compiled, nothing.
   * @param files from the program's root
   */
  async changed(
    program: string,
    files: readonly string[],
    delivered: readonly string[],
  ): Promise<ChangeResult> {
    if (this.#current?.program !== program) return { change: { kind: 'nothing' }, problems: [] };
    const { change, problems } = await this.#current.worker.call('change', { paths: files, delivered });
    return { change, problems };
  }

  async places(
    program: string,
    frames: readonly StackFrame[],
  ): Promise<readonly (SourcePlace | undefined)[]> {
    if (this.#current?.program !== program) return [];
    const { worker } = this.#current;
    return Promise.all(frames.map(({ url, line, column }) => worker.call('original', { url, line, column })));
  }

  /** A place of a file, with the lines around it; undefined when the program is not being compiled. */
  async excerpt(program: string, { file, line, column }: SourcePlace): Promise<SourcePlace | undefined> {
    if (this.#current?.program !== program) return undefined;
    return this.#current.worker.call('excerpt', { file, line, column });
  }

  /** The program is another one now: it is read anew when something is asked of it. */
  forget(program: string): void {
    if (this.#current?.program === program) this.#end();
  }

  #of(program: string): WorkerCalls {
    if (this.#current?.program === program) return this.#current.worker;
    const source = this.#originOf(program);
    this.#end();
    const worker: WorkerCalls = new WorkerCalls(this.#make(), { program, source }, () => {
      if (this.#current?.worker === worker) this.#current = undefined;
    });
    this.#current = { program, worker };
    return worker;
  }

  #end(): void {
    this.#current?.worker.end('another program is compiled');
    this.#current = undefined;
  }
}

/** What is asked of one worker. */
class WorkerCalls {
  readonly #port: CompilerPort;
  readonly #waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  #lastId = 0;
  readonly opened: Promise<Calls['open']['value']>;

  /** @param died called when the worker has stopped by itself */
  constructor(port: CompilerPort, open: Calls['open']['args'], died: () => void) {
    this.#port = port;
    port.onmessage = ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.ok) waiting?.done(data.value);
      else waiting?.fail(new Error(data.message));
    };
    port.onerror = (event) => {
      event.preventDefault();
      died();
      this.end(event.message || 'its script could not be loaded');
    };
    this.opened = this.call('open', open);
    // Whoever asks for more is told.
    this.opened.catch(() => undefined);
  }

  call<Name extends keyof Calls>(call: Name, args: Calls[Name]['args']): Promise<Calls[Name]['value']> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { done: resolve as (value: unknown) => void, fail: reject });
      this.#port.postMessage({ id, call, args });
    });
  }

  end(reason: string): void {
    this.#port.terminate();
    for (const { fail } of this.#waiting.values()) fail(new Error(`the compiler has stopped: ${reason}`));
    this.#waiting.clear();
  }
}

const makeWorker = (): CompilerPort =>
  new Worker(new URL('../../compiler/worker.ts', import.meta.url), { type: 'module', name: 'compiler' });
