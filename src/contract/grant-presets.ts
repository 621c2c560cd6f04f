import type { GrantPreset } from './ledger.ts';

const DAY = 86_400_000;

/** What a preset of the grants ledger means: what the user and the program have behind them when it begins. */
export interface PresetMeaning {
  /**
   * What the user agreed to, of the scopes that the program applied for and that this wallet asks for. `half` is
   * rounded down: something is always missing.
   */
  agreed: 'none' | 'half' | 'all';
  /** Whether the user was asked for the rest, and refused it at the last dialog. */
  refusedTheRest: boolean;
  /** The program logged the user in then: its merchant server keeps the tokens of that login. */
  loggedIn: boolean;
  /**
   * How long ago that was, in ms, as far as what should stand still stands: shorter when lives are shorter.
   * `lapsed`: so long ago that the agreement and every token have lapsed.
   */
  ago: number | 'lapsed';
  /** How long the tokens of that login must still be good for: none at all, the refresh token, both. */
  alive: 'none' | 'refresh' | 'access';
  /** Just now the user revoked it all in the wallet's settings; the merchant server has not noticed. */
  revoked: boolean;
}

/** How long an agreement of the preset `expired` held, where agreements do not lapse by policy. */
export const LAPSED_AFTER = 30 * DAY;

/** Each preset, as data (simulator's choice, all of it: no document says how long ago a returning user was here). */
export const PRESET_MEANINGS: Readonly<Record<GrantPreset, PresetMeaning>> = {
  /** The wallet knows nothing of this user with this program, nor does its merchant server. */
  'first-visit': {
    agreed: 'none',
    refusedTheRest: false,
    loggedIn: false,
    ago: 0,
    alive: 'none',
    revoked: false,
  },
  /** Agreed to everything a week ago: the access token of then has expired, the refresh token has not. */
  returning: {
    agreed: 'all',
    refusedTheRest: false,
    loggedIn: true,
    ago: 7 * DAY,
    alive: 'refresh',
    revoked: false,
  },
  /** Agreed to half of it a week ago, and refused the rest. */
  'partly-granted': {
    agreed: 'half',
    refusedTheRest: true,
    loggedIn: true,
    ago: 7 * DAY,
    alive: 'refresh',
    revoked: false,
  },
  /** Was asked for everything and refused. */
  'declined-before': {
    agreed: 'none',
    refusedTheRest: true,
    loggedIn: false,
    ago: 7 * DAY,
    alive: 'none',
    revoked: false,
  },
  /** Agreed long ago: the agreement has lapsed, and so have the tokens that the merchant server keeps. */
  expired: {
    agreed: 'all',
    refusedTheRest: false,
    loggedIn: true,
    ago: 'lapsed',
    alive: 'none',
    revoked: false,
  },
  /** Agreed ten minutes ago and then revoked: tokens with time left are dead, the merchant server keeps them. */
  'revoked-outside': {
    agreed: 'all',
    refusedTheRest: false,
    loggedIn: true,
    ago: 600_000,
    alive: 'access',
    revoked: true,
  },
};
