import { describe, expect, it } from 'vitest';
import { describeRejection } from './errors.ts';

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
