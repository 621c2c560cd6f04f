import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { testContext } from '../testing/jsapi-context.ts';
import { checked } from './checked.ts';

const echo = checked(
  z.object({
    name: z.string().check(z.maxLength(5)),
    kind: z.optional(z.enum(['a', 'b'])),
    count: z.optional(z.int().check(z.minimum(1))),
    items: z.optional(z.array(z.union([z.string(), z.number()]))),
    free: z.optional(z.unknown().check(z.refine((value) => value !== 3, { error: 'anything but 3' }))),
  }),
  (args) => ({ success: { name: args.name } }),
);
const said = (args: unknown) => echo(args, testContext());

describe('checked arguments', () => {
  it('pass to the handler when they fit, without what the schema does not know', () => {
    expect(said({ name: 'x', extra: 1 })).toEqual({ success: { name: 'x' } });
  });

  it.each([
    [undefined, 'name: expected a string, received nothing'],
    [null, 'name: expected a string, received nothing'],
    ['text', 'the argument: expected an object, received "text"'],
    [[], 'the argument: expected an object, received an array of 0'],
    [{ name: 7 }, 'name: expected a string, received 7'],
    [{ name: 'too long' }, 'name: expected a string of at most 5 characters, received "too long"'],
    [{ name: 'x', kind: 'c' }, 'kind: expected one of "a", "b", received "c"'],
    [{ name: 'x', count: 0 }, 'count: expected a number of at least 1, received 0'],
    [{ name: 'x', count: 1.5 }, 'count: expected a whole number, received 1.5'],
    [{ name: 'x', items: ['a', {}] }, 'items[1]: expected a string or a number, received an object'],
    [{ name: 'x', free: 3 }, 'free: expected anything but 3, received 3'],
  ])('that do not fit end with error 2, the field, what was expected and what came: %j', (args, message) => {
    expect(said(args)).toEqual({ fail: { error: 2, errorMessage: `invalid parameter: ${message}` } });
  });

  it('are cut short in the message when they are long', () => {
    const reply = said({ name: 'x'.repeat(10_000) });
    expect(JSON.stringify(reply).length).toBeLessThan(250);
  });
});
