/** What is said of a stop, and of where one would be, wherever steps are shown. */
export const stops = {
  stops: {
    at: (step: string, place: string) => `Stopped at ${step}, ${place}`,
    places: { request: 'before it is done', answer: 'before its answer' },
    atAnswer: 'answer stopped',
    show: 'Show it in the inspector',
    breakpoint: 'breakpoint',
  },
};
