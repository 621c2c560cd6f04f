/** A problem that a visitor can read; `code` is for whoever helps them. */
class CardProblem extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

/**
 * What went wrong in the wallet, in plain words. Wallets have different codes for the same thing, and one code for
 * different things: 3 and 10 can mean that the user closed the sheet, or that something failed.
 */
function walletProblem(res) {
  const nothing = 'so nothing was shared and your card stays as it is.';
  const { error, authErrorScopes } = res || {};
  switch (error) {
    case 11:
    case 1001:
      return new CardProblem(`You did not agree, ${nothing}`, error);
    case 3:
      return new CardProblem(`Your wallet has no answer from you, ${nothing}`, error);
    case 10:
      return new CardProblem(`Your wallet did not finish, ${nothing}`, error);
    case 12:
    case 1003:
      return new CardProblem(`Your wallet did not answer in time, ${nothing} Check your connection.`, error);
    case 1000:
    case 1002:
    case 1005:
      return new CardProblem(`Your wallet has a problem just now, ${nothing} Try again in a little while.`, error);
    case 2001:
      return new CardProblem('Your wallet is still waiting for an answer. Finish there, then try again.', error);
    case 2:
    case 4:
      return new CardProblem('Your wallet does not let this card ask for that. Please tell us at the counter.', error);
    case undefined:
      return new CardProblem(`Your wallet did not share it, ${nothing}`, Object.values(authErrorScopes || {})[0]);
    default:
      return new CardProblem(`Something went wrong in your wallet, ${nothing}`, error);
  }
}

function problemBox(problem) {
  const box = make('div', 'problem', problem.message);
  box.setAttribute('role', 'alert');
  if (problem.code !== undefined) box.append(make('small', '', `Code ${problem.code}`));
  return box;
}

/** Whatever was thrown, as a problem that can be read. */
function asProblem(thrown) {
  return thrown instanceof CardProblem ? thrown : new CardProblem('Something went wrong on this page. Try again.');
}
