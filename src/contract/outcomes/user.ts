import type { ConsentEnding } from '../consent.ts';
import type { Dialect } from '../dialects/schema.ts';
import type { Source } from '../steps.ts';
import type { Outcome } from './types.ts';

/** `user.authorize`: every way in which the consent dialog can end (document 001, and what phones do besides). */
export function consentOutcomes(dialect: Dialect): Outcome[] {
  const outcome = (
    id: string,
    title: string,
    when: string,
    source: Source,
    ending: ConsentEnding,
    ends: NonNullable<Outcome['ends']>,
  ): Outcome => ({ id, title, when, source, effect: { reply: { value: ending } }, ends });
  return [
    outcome(
      'agree',
      'The user agrees to everything',
      'The user reads the sheet (or does not) and presses Agree.',
      '001',
      { ending: 'agree', scopes: dialect.scopes.map((scope) => scope.name) },
      'granted',
    ),
    // A sheet without ticks is agreed to as a whole.
    ...(dialect.consent.perScopeTicks
      ? [
          outcome(
            'agree-to-nothing',
            'The user unticks everything, then agrees',
            'Agree with no scope ticked: a rejection, unless a scope was silent or granted before.',
            'simulator',
            { ending: 'agree', scopes: [] },
            'rejected',
          ),
        ]
      : []),
    outcome(
      'reject',
      'The user rejects',
      'The user presses Reject: they do not want to share this with the program.',
      '001',
      { ending: 'reject' },
      'rejected',
    ),
    outcome(
      'close',
      'The user closes the sheet',
      'The user taps the close mark or beside the sheet, without an answer.',
      'platform',
      { ending: 'close' },
      'dismissed',
    ),
    outcome(
      'escape',
      'The user presses Back',
      "Android's Back key, or Escape on a computer: the sheet goes without an answer.",
      'platform',
      { ending: 'escape' },
      'backedOut',
    ),
    outcome(
      'background',
      'The app goes to the background',
      'A phone call, or the user switches to another app and comes back elsewhere.',
      'platform',
      { ending: 'background' },
      'backgrounded',
    ),
    outcome(
      'timeout',
      'Nobody answers in time',
      'The phone lies on the table with the sheet open until the wallet gives up.',
      'simulator',
      { ending: 'timeout' },
      'timeout',
    ),
    outcome(
      'failed',
      'The sheet cannot be shown',
      'The app has no window to show it in, or takes it away because the program steals the focus.',
      'simulator',
      { ending: 'failed', message: 'the dialog could not be shown' },
      'systemError',
    ),
  ];
}
