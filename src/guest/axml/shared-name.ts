/** Where the second script of the frame looks for what it shares with the first one (shared.ts), while it is run. */
export const SHARED = '__miniauth_axml__';
