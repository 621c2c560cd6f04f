import type { AxmlUnit } from '../../contract/axml/unit.ts';
import type { Json } from '../../contract/json.ts';
import type { NoticeCode } from '../../contract/notices.ts';
import type { AxmlStart, PagesBody, PartFailure } from '../../contract/wire.ts';

/** What the AXML runtime has of the host: all that it says and hears goes through here. */
export interface AxmlHost {
  readonly start: AxmlStart;
  /** Base URL of the program's own files. */
  readonly base: string;
  /** The app's unit (`app`) or a page's. Rejects with a {@link PartMissing}. */
  load(unit: string): Promise<AxmlUnit>;
  /** An address for a file of the program that is on no server; undefined when there is no such file. */
  fileUrl(path: string): Promise<string | undefined>;
  /** The page stack or the title bar has changed. */
  pages(body: PagesBody): void;
  /** What a `my.*` call asks of the page: answers with `success`, or rejects with an {@link AskFailure}. */
  onAsk(name: string, answer: (args: unknown) => Json | Promise<Json>): void;
  /** An edit: styles and templates to put in place. */
  onPatch(apply: (unit: AxmlUnit) => void): void;
  notice(code: NoticeCode, params: Record<string, string | number>): void;
  /** An error of the program, uncaught: reported as the browser reports it. */
  report(error: unknown): void;
}

/** A part of the program cannot be had; `problems` say where and why. */
export class PartMissing extends Error {
  readonly problems: PartFailure['problems'];

  constructor({ message, problems }: PartFailure) {
    super(message);
    this.problems = problems;
  }
}

/** The platform's error of a call whose work is in the page. */
export class AskFailure extends Error {
  readonly error: number | string;

  constructor(error: number | string, message: string) {
    super(message);
    this.error = error;
  }
}
