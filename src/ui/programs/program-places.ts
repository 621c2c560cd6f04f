import type { SourceOrigin } from '../../compiler/protocol.ts';
import { type Program, type ProgramListing, programOf } from '../../contract/program.ts';
import type { CompilerClient } from '../../frame/axml/compiler-client.ts';
import { type ProgramMode, programBase, programUrl, shellUrl } from '../../frame/program-url.ts';
import type { ProgramParts } from '../../host/program-parts.ts';
import type { RunUrl } from '../context.ts';

/** A program whose files the page was given, as a folder or zip. */
export interface GivenProgram {
  listing: ProgramListing;
  /** By path from its root. */
  files: Readonly<Record<string, Blob>>;
}

/** Where programs are, for this page: on the server, or in the page itself; and the compiler that reads them there. */
export class ProgramPlaces {
  /** Programs that the page was given, by id. */
  readonly given = new Map<string, GivenProgram>();
  readonly #mode: ProgramMode;
  readonly #address: string;
  readonly #listed: (id: string) => ProgramListing | undefined;
  #compiler: Promise<CompilerClient> | undefined;

  /**
   * @param address of the page
   * @param listed what is listed under an id now
   */
  constructor(mode: ProgramMode, address: string, listed: (id: string) => ProgramListing | undefined) {
    this.#mode = mode;
    this.#address = address;
    this.#listed = listed;
  }

  /** Takes up what a tab has kept of the programs that it was given. @returns their listings */
  takeUp(kept: unknown): ProgramListing[] {
    if (!Array.isArray(kept)) return [];
    for (const program of kept as Partial<GivenProgram>[])
      if (program.listing?.kind === 'axml' && program.files)
        this.given.set(program.listing.id, program as GivenProgram);
    return [...this.given.values()].map(({ listing }) => listing);
  }

  /** Base URL of a program's own files; empty when they are on no server. */
  baseOf = (program: Pick<Program, 'id' | 'path' | 'app'>): string =>
    this.given.has(program.id) ? '' : programBase(this.#place(program)) + program.app;

  /** The document that a run begins with. Throws when it is not inside the program. */
  urlOf: RunUrl = ({ program, start }) => {
    const place = this.#place(program);
    if (program.kind === 'axml') return shellUrl(place, !this.given.has(program.id));
    return programUrl({ ...place, entry: start?.at(-1) ?? program.entry });
  };

  /** The parts of AXML programs, compiled when they are asked for. */
  readonly parts: ProgramParts = {
    unit: async (program, name, delivered) => (await this.compiler()).unit(program, name, delivered),
    places: async (program, frames) => (await this.compiler()).places(program, frames),
    file: async (program, path) => (await this.compiler()).file(program, path),
  };

  /** The compiler, fetched when there is something to compile. */
  compiler(): Promise<CompilerClient> {
    this.#compiler ??= import('../../frame/axml/compiler-client.ts').then(
      ({ CompilerClient }) => new CompilerClient((program) => this.#sources(program)),
    );
    return this.#compiler;
  }

  #place(program: Pick<Program, 'id' | 'path'>) {
    return { hostOrigin: this.#address, mode: this.#mode, program };
  }

  #sources(id: string): SourceOrigin {
    const listing = this.#listed(id);
    if (!listing) throw new RangeError(`There is no program "${id}" any more.`);
    const given = this.given.get(id);
    if (given) return { kind: 'files', files: given.files };
    const program = programOf(listing);
    const base = new URL(program.path, new URL('./', this.#address)).href;
    const list = `${base}__miniauth__/files.json`;
    return { kind: 'http', base, list, frameBase: programBase(this.#place(program)) };
  }
}
