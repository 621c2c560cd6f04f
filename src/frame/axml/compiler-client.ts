import type { SourcePlace as Place } from '../../contract/axml/source.ts';
import type { AxmlChange } from '../../contract/axml/unit.ts';
import type { CompiledPart, ProgramParts } from '../../host/program-parts.ts';
import type { FromCompiler, Question, Questions, ToCompiler } from './protocol.ts';
import type { SourcePlace } from './sources.ts';

/** What the client needs of a worker. */
export interface CompilerPort {
  postMessage(message: ToCompiler): void;
  onmessage: ((event: MessageEvent<FromCompiler>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/**
 * The compiler of AXML programs, in a worker of its own: one a page, made when the first part is asked for. Each
 * program is opened in it once. When the worker dies, what was asked fails, and the next question makes another one.
 */
export class CompilerClient implements ProgramParts {
  readonly #make: () => CompilerPort;
  readonly #placeOf: (program: string) => SourcePlace;
  readonly #open = new Set<string>();
  readonly #waiting = new Map<number, { done(answer: unknown): void; fail(error: Error): void }>();
  #port: CompilerPort | undefined;
  #lastId = 0;

  /** @param placeOf where the files of a program are; throws when there is none of that id */
  constructor(placeOf: (program: string) => SourcePlace, make: () => CompilerPort = makeWorker) {
    this.#placeOf = placeOf;
    this.#make = make;
  }

  unit(program: string, name: string): Promise<CompiledPart> {
    return this.#ask(program, 'unit', { name });
  }

  async file(program: string, path: string): Promise<string | undefined> {
    return (await this.#ask(program, 'file', { path })) ?? undefined;
  }

  /** What an edit asks of the frame. Of a program that nothing was asked of yet, nothing. */
  async changed(program: string, files: readonly string[]): Promise<AxmlChange> {
    if (!this.#open.has(program)) return { kind: 'nothing' };
    return this.#ask(program, 'changed', { files });
  }

  /** The place in the program's own source; undefined when the script is none of the compiler's. */
  async original(program: string, url: string, line: number, column: number): Promise<Place | undefined> {
    if (!this.#open.has(program)) return undefined;
    return (await this.#ask(program, 'original', { url, line, column })) ?? undefined;
  }

  /** The program is another one now: it is opened anew when something is asked of it. */
  forget(program: string): void {
    this.#open.delete(program);
  }

  #ask<Q extends Question>(
    program: string,
    question: Q,
    about: Questions[Q]['with'],
  ): Promise<Questions[Q]['answer']> {
    if (question !== 'open' && !this.#open.has(program)) {
      const place = this.#placeOf(program);
      this.#open.add(program);
      void this.#ask(program, 'open', { place }).catch(() => this.#open.delete(program));
    }
    const id = ++this.#lastId;
    this.#port ??= this.#start();
    const port = this.#port;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { done: resolve as (answer: unknown) => void, fail: reject });
      port.postMessage({ id, program, question, ...about } as unknown as ToCompiler);
    });
  }

  #start(): CompilerPort {
    const port = this.#make();
    port.onmessage = ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('failure' in data) waiting?.fail(new Error(data.failure));
      else waiting?.done(data.answer);
    };
    port.onerror = (event) => {
      event.preventDefault();
      port.terminate();
      this.#port = undefined;
      this.#open.clear();
      const error = new Error(
        `the compiler has stopped: ${event.message || 'its script could not be loaded'}`,
      );
      for (const { fail } of this.#waiting.values()) fail(error);
      this.#waiting.clear();
    };
    return port;
  }
}

const makeWorker = (): CompilerPort =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'compiler' });
