/** What to say when the wallet gave no code: nobody is to blame, and there is a next step. */
export function sentence(problem) {
  switch (Number(problem && problem.error)) {
    case 11:
    case 1001:
      return 'You did not agree, and that is fine. The teas are here for everybody.';
    case 10:
    case 1003:
      return 'The wallet took too long to answer. Please try again.';
    case 2001:
      return 'The wallet is still asking you. Answer it first.';
    default:
      return 'The wallet could not sign you in. Please try again in a moment.';
  }
}
