import { create } from 'zustand';
import type { EventOf } from '../../contract/trace.ts';

/** An error in an AXML program, as its developer should see it at once. */
export interface ProgramError {
  seq: number;
  code: 'programError' | 'callbackThrew' | 'sourceError';
  message: string;
  /** Empty: it is not known where it was. Lines and columns begin at 1. */
  file: string;
  line: number;
  column: number;
  /** The program's own calls that led there: `pick (pages/a.js:3:5)`. */
  stack: readonly string[];
}

const CODES: ReadonlySet<string> = new Set(['programError', 'callbackThrew', 'sourceError']);
/** More are not gone through. */
const MOST = 50;

/** Up to which event of a run the errors were looked at. */
export const useSeenErrors = create<{ run: string; seq: number }>()(() => ({ run: '', seq: -1 }));

/**
 * The errors of a run, oldest first. What came of the same place at once (a module that cannot be compiled throws when it is run)
 * is one.
 * @param notices oldest first @param after the `seq` from which on they are new
 */
export function errorsOf(notices: readonly EventOf<'notice'>[], run: string, after: number): ProgramError[] {
  const errors: ProgramError[] = [];
  for (let i = notices.length - 1; i >= 0 && errors.length < MOST; i--) {
    const notice = notices[i];
    if (!notice || notice.seq <= after) break;
    if (notice.run !== run || !CODES.has(notice.code)) continue;
    const { message = '', file = '', line = 0, column = 0, stack = '' } = notice.params;
    errors.unshift({
      seq: notice.seq,
      code: notice.code as ProgramError['code'],
      message: String(message),
      file: String(file),
      line: Number(line),
      column: Number(column),
      stack: String(stack).split('\n').filter(Boolean),
    });
  }
  return errors.filter(
    (error, i) =>
      !errors.some(
        (other, at) =>
          at < i &&
          other.file === error.file &&
          other.line === error.line &&
          (error.message.includes(other.message) || other.message.includes(error.message)),
      ),
  );
}
