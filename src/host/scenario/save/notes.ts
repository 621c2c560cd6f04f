/** What a scenario cannot say of a session that is saved as one, in a sentence each. */
const NOTES = {
  earlierRuns: ({ n }) =>
    `What happened before, with another choice (starts of a program: ${n}), is left out: a scenario has one choice.`,
  otherChoice: ({ program }) =>
    `What happened from the start of ${program} on is left out: a scenario has one choice.`,
  grantsBefore: () =>
    'What the user had with the program at the beginning (tokens at the merchant server, agreements that lapse) is none of the presets; only grants and refusals are kept.',
  storageBefore: ({ n }) =>
    `What the program had stored before (values: ${n}) is left out: a scenario begins with an empty storage.`,
  policies: () => 'Policies were changed on the way; the scenario has those of the beginning.',
  instant: ({ n }) =>
    `What the program answers itself (storage, canIUse …; calls: ${n}) is left out: nothing but the program makes such calls.`,
  typed: ({ n }) =>
    `Inputs that are no taps (${n}) are left out: played without the program, they do nothing.`,
  otherPage: ({ url }) =>
    `Going to ${url} is played as a reload: there is only one page without the program.`,
  unknownCall: ({ call }) => `my.${call} is left out: it is no call that can be played.`,
  arguments: ({ call }) => `What my.${call} was given is no plain JSON object, and is left out or changed.`,
  editedRequest: ({ step }) => `The request that was edited by hand at ${step} is played unedited.`,
  editedAnswer: ({ step }) =>
    `The answer that was edited by hand at ${step} is given there without the work being done.`,
  unknownCode: ({ step }) =>
    `${step} was sent a code that no call of this session answered; it is sent as it is.`,
  rawToken: ({ step }) =>
    `${step} was sent a token that the merchant server did not keep then; it is sent as it is, and may not be known.`,
  ledger: () =>
    'Where the user stands was set by hand on the way; of that, only single grants are in the scenario.',
  lapsing: ({ scope }) => `That ${scope} lapses at a given moment is left out: grants are given for good.`,
  otherUser: () => 'Grants of another user or program were changed by hand; that is left out.',
  settings: () =>
    'The settings sheet is answered as it stands; what the user changed in it is played as an edit of grants.',
  network: () => 'The phone’s network was switched; that is left out.',
  noCode: ({ step }) => `A failure of ${step} without a code is not among the expected answers.`,
  tooLong: ({ what, most }) => `Only the first ${most} ${what} are kept: a scenario has no more.`,
  serverCall: ({ step }) => `${step}, which a server called by itself, is left out: a test has no such call.`,
  ownPictures: () =>
    'Pictures of your own are left out: only those of the simulated album can be chosen again.',
  settingsSheet: () => 'The settings sheet is left out; what the user changed in it is missing.',
  played: ({ problem }) => `Played without the program, it does not come out the same: ${problem}`,
} satisfies Record<string, (params: Record<string, string | number>) => string>;

export type NoteCode = keyof typeof NOTES;
export const NOTE_CODES = Object.keys(NOTES) as NoteCode[];

export interface ScenarioNote {
  code: NoteCode;
  params: Record<string, string | number>;
  /** In English. */
  text: string;
}

/** Collects notes, each once. */
export class Notes {
  readonly #notes = new Map<string, ScenarioNote>();

  add(code: NoteCode, params: Record<string, string | number> = {}): void {
    const text = NOTES[code](params);
    this.#notes.set(text, { code, params, text });
  }

  get list(): ScenarioNote[] {
    return [...this.#notes.values()];
  }
}
