import type { FailureKind } from '../../contract/outcome.ts';
import type { PlayItem } from '../../contract/scenario.ts';
import type { Source } from '../../contract/steps.ts';
import type { Ground } from './ground.ts';
import { answer, ask, type CatalogueScenario, seen, tap } from './make.ts';

type Ending = Extract<PlayItem, { user: unknown }>['user'];

interface Case {
  id: string;
  title: string;
  when: string;
  source: Source;
  user: Ending;
  /** How `my.getAuthCode` ends. */
  ends: FailureKind | 'granted';
  /** How the dialog ended, as `user.authorize` answers it. */
  code: string;
  scopes: string[];
  granted: string[];
}

/** Every ending of the consent dialog, by the user themselves: no rule answers for them. */
export function consentScenarios(ground: Ground): CatalogueScenario[] {
  const { dialect } = ground;
  return casesOf(ground).map(({ id, title, when, source, user, ends, code, scopes, granted }) => ({
    name: `${dialect.id}/consent/${id}`,
    title,
    when,
    source,
    step: 'user.authorize',
    dialect: dialect.id,
    play: [tap, ask(dialect, scopes), { user }, { merchant: 'login', optional: true }],
    expect: {
      answers: [seen(dialect, ends), answer('user.authorize', code)],
      steps: ['jsapi.getAuthCode', 'spi.showAuthPage', 'user.authorize'],
      granted,
    },
  }));
}

function casesOf({ dialect, ask: scope, other, silent }: Ground): Case[] {
  const one = { scopes: [scope], granted: [] };
  const agree = (id: string, title: string, when: string, more: Partial<Case> = {}): Case => ({
    id,
    title,
    when,
    source: '001',
    user: 'agree',
    ends: 'granted',
    code: 'agree',
    scopes: [scope],
    granted: [scope],
    ...more,
  });
  const no = (
    id: string,
    title: string,
    when: string,
    source: Source,
    user: Ending & string,
    ends: FailureKind,
    more: Partial<Case> = {},
  ): Case => ({ id, title, when, source, user, ends, code: user, ...one, ...more });
  return [
    agree('agree', 'The user agrees', 'The user reads the sheet, or does not, and presses Agree.'),
    no(
      'reject',
      'The user rejects',
      'The user does not want to share this with the program.',
      '001',
      'reject',
      'rejected',
    ),
    no(
      'close',
      'The user closes the sheet',
      'The user taps the close mark, or beside the sheet.',
      'platform',
      'close',
      'dismissed',
    ),
    no(
      'escape',
      'The user presses Back',
      "Android's Back key, or Escape on a computer.",
      'platform',
      'escape',
      'backedOut',
    ),
    no(
      'background',
      'The app goes to the background',
      'A phone call comes, or the user switches to another app, while the sheet is open.',
      'platform',
      'background',
      'backgrounded',
    ),
    no(
      'timeout',
      'Nobody answers in time',
      'The phone lies on the table with the sheet open until the wallet gives up.',
      'simulator',
      'timeout',
      'timeout',
    ),
    ...(silent === undefined
      ? []
      : [
          no(
            'reject-beside-silent',
            'The user rejects, and a silent scope was asked for beside',
            'A mixed request is rejected as a whole: no code comes, not even for the silent scope.',
            'simulator',
            'reject',
            'rejected',
            { scopes: [silent, scope] },
          ),
          agree(
            'agree-beside-silent',
            'The user agrees, and a silent scope was asked for beside',
            'The sheet asks only for what is not silent; the code is good for both.',
            { scopes: [silent, scope] },
          ),
        ]),
    ...(dialect.consent.perScopeTicks ? ticked(agree, { scope, other, silent }) : []),
  ];
}

function ticked(
  agree: (id: string, title: string, when: string, more?: Partial<Case>) => Case,
  { scope, other, silent }: { scope: string; other: string | undefined; silent: string | undefined },
): Case[] {
  return [
    agree(
      'agree-to-nothing',
      'The user unticks everything, then agrees',
      'Agree with no scope ticked is a rejection.',
      {
        source: 'simulator',
        user: { agree: [] },
        ends: 'rejected',
        granted: [],
      },
    ),
    ...(other === undefined
      ? []
      : [
          agree(
            'agree-partly',
            'The user agrees to some of it',
            'One of two scopes is ticked: the code is good for that one.',
            {
              user: { agree: [other] },
              scopes: [scope, other],
              granted: [other],
            },
          ),
        ]),
    ...(silent === undefined
      ? []
      : [
          agree(
            'agree-to-the-silent-only',
            'The user unticks all that can be unticked',
            'Nothing was ticked, but a silent scope was asked for beside: there is a code, for that one alone.',
            { source: 'simulator', user: { agree: [] }, scopes: [silent, scope], granted: [] },
          ),
        ]),
  ];
}
