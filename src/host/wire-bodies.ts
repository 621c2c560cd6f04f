import { z } from 'zod/mini';

const short = z.string().check(z.maxLength(500));
const param = z.union([z.string().check(z.maxLength(2000)), z.number()]);

/** The bodies of guest messages, checked with bounded lengths. Arguments of calls are checked by their handlers. */
const instantReply = z.union([
  z.strictObject({ success: z.json() }),
  z.strictObject({ fail: z.record(z.string(), z.json()) }),
]);
const ruleKey = z.optional(z.string().check(z.maxLength(100)));
export const observedBody = z.strictObject({
  args: z.json(),
  reply: instantReply,
  rule: ruleKey,
  injected: z.optional(z.literal(true)),
});
export const storageBody = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('set'),
    key: z.string(),
    value: z.string(),
    rule: ruleKey,
    injected: z.optional(instantReply),
  }),
  z.strictObject({ op: z.literal('remove'), key: z.string() }),
  z.strictObject({ op: z.literal('clear') }),
]);
export const inputBody = z.strictObject({
  target: z.string().check(z.maxLength(2000)),
  label: short,
  role: z.optional(short),
  value: z.optional(z.string().check(z.maxLength(20_000))),
  key: z.optional(short),
});
/** A call that cannot travel. */
export const refusedBody = z.strictObject({ problem: z.string().check(z.maxLength(1000)) });
const pixels = z.number().check(z.minimum(-1e6), z.maximum(1e6));
export const pictureBody = z.strictObject({
  html: z.string(),
  title: short,
  width: pixels,
  height: pixels,
  scrollX: pixels,
  scrollY: pixels,
});
export const noticeBody = z.strictObject({ params: z.record(z.string().check(z.maxLength(40)), param) });
export const loadBody = z.union([
  z.strictObject({ unit: z.string().check(z.minLength(1), z.maxLength(1000)) }),
  z.strictObject({ file: z.string().check(z.minLength(1), z.maxLength(1000)) }),
]);
/** An address of a page, with its query. */
const pageAddress = z.string().check(z.maxLength(2000));
export const pagesBody = z.strictObject({
  stack: z.array(pageAddress).check(z.maxLength(20)),
  bar: z.strictObject({
    title: short,
    image: z.optional(z.string().check(z.maxLength(60_000))),
    background: z.optional(short),
    loading: z.boolean(),
    back: z.boolean(),
    home: z.boolean(),
    unshared: z.optional(z.boolean()),
  }),
});
/** What a `my.setStorageSync` and its siblings carry. */
export const keyArgs = z.looseObject({ key: z.optional(z.string()), data: z.optional(z.json()) });

/** True when JSON is nested deeper than `limit`: a value like that overflows the stack of whoever walks it. */
export function tooDeep(value: unknown, limit: number): boolean {
  const open: { value: object; depth: number }[] = [];
  const visit = (next: unknown, depth: number) => {
    if (next !== null && typeof next === 'object') open.push({ value: next, depth });
  };
  visit(value, 1);
  for (let item = open.pop(); item; item = open.pop()) {
    if (item.depth > limit) return true;
    for (const child of Object.values(item.value)) visit(child, item.depth + 1);
  }
  return false;
}
