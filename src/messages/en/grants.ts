import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** What is said of grants, their ledger, and how long agreements, codes and tokens live. */
export const grants = {
  ledger: {
    title: 'Where this user stands',
    help: 'One press makes it so, in the wallet and at the merchant server. What the program stored itself stays.',
    presets: {
      'first-visit': {
        title: 'First visit',
        help: 'The user never met this program: nothing granted, no tokens anywhere.',
      },
      returning: {
        title: 'Returning',
        help: 'Agreed to everything a week ago. The merchant server still has a refresh token that works.',
      },
      'partly-granted': {
        title: 'Partly granted',
        help: 'Agreed to half of it a week ago and refused the rest.',
      },
      'declined-before': {
        title: 'Declined before',
        help: 'Was asked for everything and refused.',
      },
      expired: {
        title: 'Expired',
        help: 'Agreed long ago. The agreement has lapsed, and so have the tokens that the merchant server keeps.',
      },
      'revoked-outside': {
        title: 'Revoked outside',
        help: 'Agreed and logged in, then revoked it in the wallet’s settings. The merchant server does not know yet.',
      },
    },
    done: (title: string) => `Set: ${title}`,
    forget: 'Forget this mini program',
    forgetTip:
      'The user removes it in the wallet’s settings: grants go, and the tokens that rest on them end',
    since: (time: string) => `given ${time}`,
    never: 'does not lapse',
    lapsed: (time: string) => `lapsed ${time}`,
    expireNow: 'Expire now',
    expireNowOf: (scope: string) => `Expire now: ${scope}`,
    expireNowTip: 'The agreement lapses at this moment: the user is asked again',
    notApplied: 'not applied for',
    justBefore: '1 s before',
    justBeforeOf: (what: string) => `Go to 1 s before it expires: ${what}`,
    atExpiry: 'at expiry',
    atExpiryOf: (what: string) => `Go to its expiry: ${what}`,
  },
  lives: {
    title: 'How long things live',
    help: 'For what is made from now on.',
    names: {
      consent: 'Agreement',
      code: 'Auth code',
      access: 'Access token',
      refresh: 'Refresh token',
    },
    never: 'Never lapses',
    custom: 'Other…',
    amountOf: (name: string) => `${name}: how many`,
    unitOf: (name: string) => `${name}: unit`,
    span: {
      second: (n: number) => plural(n, { one: 'second', other: 'seconds' }),
      minute: (n: number) => plural(n, { one: 'minute', other: 'minutes' }),
      hour: (n: number) => plural(n, { one: 'hour', other: 'hours' }),
      day: (n: number) => plural(n, { one: 'day', other: 'days' }),
    },
    units: { second: 'seconds', minute: 'minutes', hour: 'hours', day: 'days' },
    expected: (most: number) => `Expected a whole number from 1 to ${most}.`,
  },
};
