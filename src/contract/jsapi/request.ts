import { z } from 'zod/mini';

/** The verbs of `my.request` (published typings of the platform; its older pages know GET and POST alone). */
export const REQUEST_METHODS = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'TRACE',
  'CONNECT',
] as const;

export const DATA_TYPES = ['json', 'text', 'base64', 'arraybuffer'] as const;
export type DataType = (typeof DATA_TYPES)[number];

/** ms. The platform's page: 30 s by default, 60 s at most. */
export const REQUEST_TIMEOUT = { default: 30_000, max: 60_000 } as const;

/** Longest address, query included; beyond it the call is error 2, "URL too long". The length is the simulator's choice. */
export const URL_LENGTH = 32_768;

/** Error codes of `my.request` (the platform's table of common errors). */
export const REQUEST_ERRORS = {
  badParameter: 2,
  network: 12,
  timeout: 13,
  decode: 14,
  encode: 15,
  httpStatus: 19,
} as const;

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;
const headerName = z.string().check(z.regex(TOKEN));
const headers = z
  .record(
    headerName,
    z.union([z.string().check(z.maxLength(16_384), z.regex(/^[^\r\n]*$/)), z.number(), z.boolean()]),
  )
  .check(z.refine((all) => Object.keys(all).length <= 200, { error: 'at most 200 headers' }));
const url = z.string().check(z.minLength(1), z.maxLength(URL_LENGTH));

/** A word in any case, read as its upper- or lower-case form. */
const word = <const T extends readonly string[]>(words: T, toCase: (text: string) => string) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(40)),
      z.transform((text: string) => toCase(text)),
    ),
    z.enum(words),
  );

export const requestArgs = z.object({
  url,
  method: z.nullish(word(REQUEST_METHODS, (text) => text.toUpperCase())),
  headers: z.nullish(headers),
  header: z.nullish(headers),
  data: z.optional(z.unknown()),
  timeout: z.nullish(z.number().check(z.minimum(1))),
  dataType: z.nullish(word(DATA_TYPES, (text) => text.toLowerCase())),
});
export type RequestArgs = z.infer<typeof requestArgs>;

/** The page's own `fetch` and `XMLHttpRequest`, as the guest sends them. */
export const fetchArgs = z.object({
  url,
  method: z.string().check(z.regex(TOKEN), z.maxLength(40)),
  headers,
  body: z.nullish(z.union([z.string(), z.instanceof(Uint8Array)])),
});
