import { describe, expect, it } from 'vitest';
import type { EventOf } from '../../contract/trace.ts';
import { errorsOf } from './program-errors.ts';

const notice = (seq: number, code: string, params: Record<string, string | number>, run = 'r1') =>
  ({ type: 'notice', seq, at: 0, code, level: 'error', run, params }) as EventOf<'notice'> & { seq: number };
const at = { file: 'a.js', line: 3, column: 5 };

describe('the errors that are shown over a program', () => {
  it('are those of its run that are new, oldest first', () => {
    const notices = [
      notice(1, 'programError', { message: 'old', ...at }),
      notice(2, 'programError', { message: 'a', ...at, stack: 'f (a.js:3:5)\n(b.js:1:1)' }),
      notice(3, 'programError', { message: 'of another', ...at }, 'r2'),
      notice(4, 'blocked', { url: 'x' }),
      notice(5, 'sourceError', { message: 'b', ...at, line: 9 }),
    ];
    expect(errorsOf(notices, 'r1', 1)).toEqual([
      { seq: 2, code: 'programError', message: 'a', ...at, stack: ['f (a.js:3:5)', '(b.js:1:1)'] },
      { seq: 5, code: 'sourceError', message: 'b', ...at, line: 9, stack: [] },
    ]);
  });

  it('what a part that cannot be run throws is no second one; another error there is', () => {
    const notices = [
      notice(1, 'sourceError', { message: 'unexpected }', ...at }),
      notice(2, 'programError', { message: 'Uncaught SyntaxError: unexpected }', ...at }),
      notice(3, 'programError', { message: 'another', ...at }),
      notice(4, 'programError', { message: 'unexpected }', ...at, file: 'b.js' }),
    ];
    expect(errorsOf(notices, 'r1', -1).map(({ seq }) => seq)).toEqual([1, 3, 4]);
  });
});
