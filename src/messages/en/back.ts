/** Going back in a run, doing it again, and a step as it was then. */
export const back = {
  again: {
    back: 'Back',
    backTip: (to: string) => `Do the run again up to ${to}, and stop there`,
    backNowhere: 'There is no step before this one in its run',
    from: 'Run again from here',
    fromTip: (step: string) => `Do the run again up to ${step}, then live`,
    fromNowhere: 'Select a step of a run whose beginning is still recorded',
    doing: (from: number, to: number) =>
      from === to ? `Doing step ${from} again…` : `Doing steps ${from}–${to} again…`,
    starting: 'Starting the program again…',
    progress: 'Steps done again',
    cancel: 'Cancel',
    cancelTip: 'Stop here instead, before the next step',
    diverged: (step: string) => `The run went another way at ${step}.`,
    divergedHelp:
      'The program did something else than it did in the recording, so the answers of then do not fit any more. It is stopped; Run lets it go on live.',
    expected: 'Recorded',
    found: 'This time',
    show: 'Show the step',
    otherCode: (code: string, dialects: string) => `${code} in ${dialects}`,
    when: 'When',
    whens: {
      again: 'Now: do the run again to this step',
      next: 'The next time this step is reached',
      always: 'Every time this step is reached',
    },
    failItHelp: 'Do the run again to this step, and let it end another way',
    problem: (message: string) => `This cannot be done again. ${message}`,
  },
  more: 'More',
};
