import { z } from 'zod/mini';

const address = z.string().check(z.minLength(1), z.maxLength(8_192));
/** `resolvedPath`: the page inside the program that a relative `url` is relative to; default: the page that calls. */
export const urlArgs = z.object({ url: address, resolvedPath: z.nullish(address) });
export type UrlArgs = z.infer<typeof urlArgs>;

/** `delta` may be a numeral in text, too (published typings of the platform). */
export const navigateBackArgs = z.object({
  delta: z.nullish(z.union([z.int().check(z.minimum(1)), z.string().check(z.regex(/^[1-9]\d{0,4}$/))])),
});
