import { z } from 'zod/mini';

const text = z.string().check(z.maxLength(300));

/** A test user: who they are to the wallet. Shapes of `userInfo` members: facts of the inquiryUserInfo pages. */
export const personaSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  /** Shown in the picker: their name and what is special about them. */
  title: text,
  description: text,
  status: z.enum(['ACTIVE', 'FROZEN', 'INACTIVE']),
  profile: z.strictObject({
    userId: text,
    nickName: z.optional(text),
    userName: z.optional(
      z.strictObject({
        fullName: text,
        firstName: z.optional(text),
        middleName: z.optional(text),
        lastName: z.optional(text),
      }),
    ),
    /** A data: URL or a path that the page serves. */
    avatar: z.optional(z.string().check(z.maxLength(20_000))),
    gender: z.optional(z.enum(['MALE', 'FEMALE'])),
    /** YYYY-MM-DD. */
    birthDate: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
    /** ISO 3166, two letters. */
    nationality: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
    addresses: z.optional(
      z.array(
        z.strictObject({
          country: text,
          state: z.optional(text),
          city: z.optional(text),
          address1: text,
          zipCode: z.optional(text),
        }),
      ),
    ),
    /** Login id: a phone number in full. */
    loginId: z.optional(text),
    phone: z.optional(text),
    email: z.optional(text),
  }),
  /** Scopes that this user granted before the trace began, per client id; `*` is every program. */
  grants: z.record(z.string(), z.array(z.string().check(z.maxLength(64)))),
  /** Scopes refused before. */
  declined: z.optional(z.record(z.string(), z.array(z.string().check(z.maxLength(64))))),
});
export type Persona = z.infer<typeof personaSchema>;
