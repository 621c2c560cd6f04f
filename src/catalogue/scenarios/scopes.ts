import { isSilent } from '../../contract/dialects/translate.ts';
import type { GrantPreset } from '../../contract/ledger.ts';
import type { FailureKind } from '../../contract/outcome.ts';
import type { PlayItem } from '../../contract/scenario.ts';
import type { Ground } from './ground.ts';
import { ask, type CatalogueScenario, login, seen, tap } from './make.ts';

const agree: PlayItem = { user: 'agree' };

/** Which scopes are asked for, what is silent, what the user granted before. */
export function scopeScenarios(ground: Ground): CatalogueScenario[] {
  return [...silence(ground), ...requests(ground), ...ledgers(ground), ...shapes(ground)];
}

/** Each scope under each reading of what is silent: the dialog opens, or it does not. */
function silence({ dialect, scopes }: Ground): CatalogueScenario[] {
  return dialect.silentPolicies.flatMap((policy) =>
    scopes.map((scope): CatalogueScenario => {
      const silent = isSilent(dialect, scope, policy.id);
      return {
        name: `${dialect.id}/scope/${scope}/${policy.id}`,
        title: silent ? `${scope} is granted silently` : `${scope} needs the user's agreement`,
        when: silent
          ? `The program asks for ${scope}: it gets a code, and the user sees nothing.`
          : `The program asks for ${scope} for the first time: the user is asked.`,
        source: policy.source,
        step: 'jsapi.getAuthCode',
        dialect: dialect.id,
        silentPolicy: policy.id,
        play: [tap, ask(dialect, [scope]), ...(silent ? [] : [agree])],
        expect: {
          answers: [seen(dialect, 'granted')],
          ...(silent
            ? { absent: ['spi.showAuthPage', 'user.authorize'] }
            : { steps: ['spi.showAuthPage', 'user.authorize'] }),
          granted: silent ? [] : [scope],
        },
      };
    }),
  );
}

/** Requests that are wrong, or partly so. */
function requests({ dialect, ask: scope }: Ground): CatalogueScenario[] {
  const make = (
    id: string,
    title: string,
    when: string,
    play: PlayItem[],
    ends: FailureKind | 'granted',
    granted: string[] = [],
  ): CatalogueScenario => ({
    name: `${dialect.id}/request/${id}`,
    title,
    when,
    source: 'simulator',
    step: 'jsapi.getAuthCode',
    dialect: dialect.id,
    play: [tap, ...play],
    expect: { answers: [seen(dialect, ends)], granted },
  });
  const bad = (scopes: number | never[]): PlayItem => ({ call: 'getAuthCode', with: { scopes } });
  const { array, string, default: absent } = dialect.scopesParameter;
  return [
    make(
      'bad-scopes',
      'scopes is a number',
      'A mistake in the program: scopes is not what the document allows.',
      [bad(7)],
      'badArguments',
    ),
    make(
      'no-scopes',
      'scopes is an empty array',
      'A list that was filtered until nothing was left.',
      [bad([])],
      'badArguments',
    ),
    ...(absent === null
      ? [
          make(
            'scopes-missing',
            'scopes is missing',
            'The program was written for a wallet where scopes may be left out.',
            [{ call: 'getAuthCode', with: {} }],
            'badArguments',
          ),
        ]
      : []),
    ...(string
      ? []
      : [
          make(
            'scopes-as-text',
            'scopes is a text',
            'The program was written for a wallet that takes a single scope as text.',
            [{ call: 'getAuthCode', with: { scopes: scope } }],
            'badArguments',
          ),
        ]),
    make(
      'unknown-scope',
      'The wallet does not know the scope',
      'A scope of another wallet, or a slip of the pen.',
      [ask(dialect, ['NO_SUCH_SCOPE'])],
      'noScope',
    ),
    ...(array
      ? [
          make(
            'unknown-beside-known',
            'One scope is known, another is not',
            'The unknown one is refused without a question; the flow goes on with the other.',
            [ask(dialect, ['NO_SUCH_SCOPE', scope]), agree],
            'granted',
            [scope],
          ),
        ]
      : []),
  ];
}

const LEDGERS: readonly { preset: GrantPreset; title: string; when: string; asked: boolean }[] = [
  {
    preset: 'first-visit',
    title: 'The first visit',
    when: 'The user opens the program for the first time and is asked.',
    asked: true,
  },
  {
    preset: 'returning',
    title: 'A returning user',
    when: 'The user agreed a week ago: nobody is asked again.',
    asked: false,
  },
  {
    preset: 'declined-before',
    title: 'A user who declined before',
    when: 'The user said no last time: they are asked again.',
    asked: true,
  },
  {
    preset: 'expired',
    title: 'The agreement has lapsed',
    when: 'The agreement was given for a time that is over: the user is asked again.',
    asked: true,
  },
  {
    preset: 'revoked-outside',
    title: "The user has withdrawn it in the wallet's settings",
    when: 'The user took the agreement back without the program noticing: they are asked again.',
    asked: true,
  },
];

/** What the user has with the program before it starts. */
function ledgers(ground: Ground): CatalogueScenario[] {
  const { dialect, ask: scope } = ground;
  return LEDGERS.map(({ preset, title, when, asked }) => ({
    name: `${dialect.id}/grants/${preset}`,
    title,
    when,
    source: 'simulator',
    step: 'jsapi.getAuthCode',
    dialect: dialect.id,
    grants: { preset, ...(preset === 'returning' ? { granted: [scope] } : {}) },
    play: login(ground),
    expect: {
      answers: [seen(dialect, 'granted')],
      ...(asked ? { steps: ['user.authorize'] } : { absent: ['user.authorize'] }),
      granted: [scope],
    },
  }));
}

/** The documented shapes of a failure. */
function shapes({ dialect, ask: scope }: Ground): CatalogueScenario[] {
  return (['both', 'error', 'authErrorScopes'] as const).map((failureShape) => ({
    name: `${dialect.id}/failure-shape/${failureShape}`,
    title:
      failureShape === 'both'
        ? 'A failure with both shapes at once'
        : `A failure with ${failureShape === 'error' ? 'error and errorMessage' : 'authErrorScopes'} alone`,
    when: 'Wallets differ in what fail receives; code that reads only the other shape finds nothing.',
    source: dialect.failure.source,
    step: 'jsapi.getAuthCode',
    dialect: dialect.id,
    failureShape,
    play: [tap, ask(dialect, [scope]), { user: 'reject' }],
    expect: {
      answers: [seen({ ...dialect, failure: { ...dialect.failure, shape: failureShape } }, 'rejected')],
      granted: [],
    },
  }));
}
