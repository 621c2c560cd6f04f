import { z } from 'zod/mini';

/** Arguments of the storage family (the platform's pages on storage). An empty key is refused: error 2. */
const key = z.string().check(z.minLength(1), z.maxLength(10_000));

export const keyArgs = z.object({ key });

/** `data` is any JSON, `null` too; left out it is a required parameter that is empty: error 2. */
export const setStorageArgs = z.object({
  key,
  data: z.unknown().check(z.refine((data) => data !== undefined, { error: 'the data to store' })),
});

export const noArgs = z.object({});
