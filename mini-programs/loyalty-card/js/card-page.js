const cardBox = document.getElementById('card');

function portraitOf(card) {
  if (card.avatar) {
    const picture = make('img');
    picture.src = card.avatar;
    picture.alt = '';
    return picture;
  }
  const initial = make('span', 'initial', card.name ? [...card.name][0].toUpperCase() : '☕');
  initial.setAttribute('aria-hidden', 'true');
  return initial;
}

function plasticCard(card) {
  const plastic = make('div', 'plastic');
  const owner = make('div', 'owner');
  owner.append(portraitOf(card), make('p', 'greeting', card.name ? `Hello, ${card.name}` : 'Hello'));
  const points = make('p', 'points');
  points.append(make('strong', '', String(card.points)), ' points');
  plastic.append(owner, points, make('p', 'number', `Card ${card.member}`));
  return plastic;
}

/** Joins, or asks for the points again: the code is silent, the wallet shows nothing. */
async function join() {
  const { authCode } = await askWallet([]);
  const answer = await askServer('/join', { authCode });
  if (!answer.member) throw new CardProblem('Our server did not tell us your number. Try again.');
  return changeCard({ member: answer.member, points: answer.points });
}

function showCard(problem) {
  const card = readCard();
  const isMember = Boolean(card.member);
  const again = isMember ? 'Refresh my points' : problem ? 'Try again' : 'Join';
  const button = makeButton(again, isMember ? '' : 'primary wide', async (pressed) => {
    pressed.textContent = isMember ? 'Refreshing…' : 'Joining…';
    try {
      await join();
      showCard();
      say(isMember ? 'Your points are up to date.' : 'Welcome! Forty points are on your card.');
    } catch (thrown) {
      showCard(asProblem(thrown));
    }
    cardBox.querySelector('button').focus();
  });
  cardBox.replaceChildren();
  if (isMember) cardBox.append(plasticCard(card));
  if (problem) cardBox.append(problemBox(problem));
  const buttons = make('div', 'buttons');
  buttons.append(button);
  if (isMember) {
    const link = make('a', 'button', 'See the extras');
    link.href = 'extras.html';
    buttons.append(link);
  }
  cardBox.append(buttons);
}

showCard();
