import type { SourcePlace, SourceProblem } from '../contract/axml/source.ts';
import type { AxmlUnit } from '../contract/axml/unit.ts';
import type { PartFailure } from '../contract/wire.ts';
import type { StackFrame } from './stack-frames.ts';

/** Where the parts of AXML programs come from: a compiler, wherever it runs. */
export interface ProgramParts {
  /**
   * The app's unit (`app`) or a page's, and what its developer should see in its source. Rejects when the compiler fails.
   * @param delivered the units that the document has already: what they brought is left out
   */
  unit(program: string, name: string, delivered: readonly string[]): Promise<CompiledPart>;
  /** Where places in compiled scripts stand in the program's own source; undefined for those in other scripts. */
  places(program: string, frames: readonly StackFrame[]): Promise<readonly (SourcePlace | undefined)[]>;
  /** A `data:` address for a file that is on no server; undefined when there is none. */
  file(program: string, path: string): Promise<string | undefined>;
}

export type CompiledPart =
  | { unit: AxmlUnit; problems: readonly SourceProblem[] }
  /** It cannot be run; the problems say why. */
  | { failure: PartFailure };
