import { describe, expect, it } from 'vitest';
import { replyProblem } from './reply-problem.ts';

describe('replyProblem', () => {
  it.each([[{ value: {} }], [{ value: null }], [{ failure: { kind: 'threw', message: 'no' } }]])(
    'takes %j',
    (json) => {
      expect(replyProblem(json)).toBe(false);
    },
  );
  it.each([
    [null],
    [3],
    [[]],
    [{}],
    [{ failure: 'no' }],
    [{ failure: { kind: 'other', message: 'no' } }],
    [{ failure: { kind: 'threw' } }],
  ])('refuses %j', (json) => {
    expect(replyProblem(json)).toBe(true);
  });
});
