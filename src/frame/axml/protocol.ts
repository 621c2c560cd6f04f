import type { SourcePlace as Place } from '../../contract/axml/source.ts';
import type { AxmlChange } from '../../contract/axml/unit.ts';
import type { CompiledPart } from '../../host/program-parts.ts';
import type { SourcePlace } from './sources.ts';

/** What the page asks of the compiler, and what it answers. The first message about a program is `open`. */
export interface Questions {
  /** The program's files are there from now on; whatever was known of it is forgotten. */
  open: { with: { place: SourcePlace }; answer: null };
  unit: { with: { name: string }; answer: CompiledPart };
  /** From the folder of app.json. */
  file: { with: { path: string }; answer: string | null };
  /** These files are others now; paths from the program's root. */
  changed: { with: { files: readonly string[] }; answer: AxmlChange };
  /** Where a place in a unit's script stands in the program's own source. */
  original: { with: { url: string; line: number; column: number }; answer: Place | null };
}
export type Question = keyof Questions;

export type ToCompiler = {
  [Q in Question]: { id: number; program: string; question: Q } & Questions[Q]['with'];
}[Question];

export type FromCompiler = { id: number; answer: unknown } | { id: number; failure: string };
