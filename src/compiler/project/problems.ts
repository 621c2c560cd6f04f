import type { SourceProblem } from '../../contract/axml/source.ts';
import type { Fault } from '../compiled.ts';
import { linesOf } from '../maps/lines.ts';

/** Problems of several files, each once, as places that a developer can find. */
export class Problems {
  readonly #pathOf: (id: string) => string;
  readonly #found = new Map<string, SourceProblem>();

  constructor(pathOf: (id: string) => string) {
    this.#pathOf = pathOf;
  }

  add(id: string, text: string, faults: readonly Fault[]): void {
    if (faults.length === 0) return;
    const lines = linesOf(text);
    for (const { severity, at, message } of faults) {
      const { line, column } = lines.at(at);
      this.#put({ severity, file: this.#pathOf(id), line: line + 1, column: column + 1, message });
    }
  }

  #put(problem: SourceProblem): void {
    this.#found.set(JSON.stringify([problem.file, problem.line, problem.column, problem.message]), problem);
  }

  addAll(problems: readonly SourceProblem[]): void {
    for (const problem of problems) this.#put(problem);
  }

  /** Errors first, then by file and line. */
  get list(): SourceProblem[] {
    return [...this.#found.values()].sort(
      (a, b) =>
        (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1) ||
        (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column),
    );
  }
}
