// Our server trades the code for a token and keeps the token; the page only ever sees what it needs to show.
const SERVER = 'https://beanstreet.example/card';

/** Posts to our server; answers its JSON when all is well, else throws a CardProblem. */
async function askServer(path, body) {
  let response;
  try {
    response = await fetch(SERVER + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new CardProblem('We could not reach our server. Check your connection and try again.');
  }
  const answer = await response.json().catch(() => null);
  if (answer && answer.resultCode) {
    throw new CardProblem('Your wallet did not confirm this to our server. Try again.', answer.resultCode);
  }
  if (!response.ok) throw new CardProblem('Our server has a problem. Try again in a little while.', response.status);
  if (!answer || !answer.ok) throw new CardProblem('Our server gave an answer that we do not understand. Try again.');
  if (answer.status && answer.status !== 'ACTIVE') {
    throw new CardProblem('Your wallet account is not active, so this card cannot collect points.', answer.status);
  }
  return answer;
}
