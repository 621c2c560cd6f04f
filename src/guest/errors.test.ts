// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { describeRejection, installErrors } from './errors.ts';

describe('an unhandled rejection in one line', () => {
  it.each([
    [new TypeError('no'), 'Uncaught (in promise) TypeError: no'],
    [{ error: 11, errorMessage: 'cancelled' }, 'Uncaught (in promise) error 11: cancelled'],
    [{ error: 11 }, 'Uncaught (in promise) error 11: '],
    ['text', 'Uncaught (in promise) text'],
    [undefined, 'Uncaught (in promise) undefined'],
    [null, 'Uncaught (in promise) an object'],
    [{ a: 1 }, 'Uncaught (in promise) an object'],
  ])('%j', (reason, line) => {
    expect(describeRejection(reason)).toBe(line);
  });
});

describe('an error that is reported as uncaught', () => {
  /** A window whose browser says this of an error. */
  const reporting = (init: (error: unknown) => ErrorEventInit) => {
    const told: [message: string, thrown: unknown][] = [];
    const window = Object.assign(new EventTarget(), {
      reportError: (error: unknown) => void window.dispatchEvent(new ErrorEvent('error', init(error))),
    });
    const report = installErrors(window as unknown as Window, new Set(), ({ message }, thrown) =>
      told.push([message, thrown]),
    );
    return { told, report, window };
  };
  const error = new Error('There is no module x');

  it('is told as the browser says it', () => {
    const { told, report } = reporting((thrown) => ({
      error: thrown,
      message: 'Uncaught Error: as it says',
    }));
    report(error);
    expect(told).toEqual([['Uncaught Error: as it says', error]]);
  });

  it('is told with what was thrown where the browser hides that; an error that was not reported is none of it', () => {
    const { told, report, window } = reporting(() => ({ message: 'Script error.' }));
    report(error);
    window.dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
    expect(told).toEqual([
      ['Uncaught Error: There is no module x', error],
      ['Script error.', null],
    ]);
  });
});
