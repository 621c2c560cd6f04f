const extrasBox = document.getElementById('extras');
/** What went wrong last, by the id of the extra; gone when the page is left. */
const problems = {};

function showExtras(offered, focusOn) {
  const card = readCard();
  extrasBox.replaceChildren();
  if (!card.member) {
    const link = make('a', 'button primary', 'Get a card first');
    link.href = 'index.html';
    extrasBox.append(make('p', '', 'The extras come with the card.'), link);
    return;
  }
  for (const extra of EXTRAS) {
    const { state } = card.extras[extra.id] || {};
    extrasBox.append(section(extra, card, offered));
    if (!state && offered[extra.id].length > 0) break;
  }
  if (focusOn) document.getElementById(`extra-${focusOn}`).focus();
}

function section(extra, card, offered) {
  const { state, missing = [] } = card.extras[extra.id] || {};
  const scopes = offered[extra.id];
  const box = make('section', 'extra');
  const title = make('h2', '', extra.title);
  title.id = `extra-${extra.id}`;
  title.tabIndex = -1;
  box.setAttribute('aria-labelledby', title.id);
  box.append(title);
  const again = () => showExtras(offered, extra.id);
  const buttons = make('div', 'buttons');
  const ask = (label, className) =>
    makeButton(label, className, async (pressed) => {
      pressed.textContent = 'Asking your wallet…';
      delete problems[extra.id];
      try {
        await askFor(extra, scopes);
      } catch (thrown) {
        problems[extra.id] = asProblem(thrown);
        if (state !== 'done') changeExtra(extra.id, { state: 'refused' });
      }
      again();
    });
  const notNow = makeButton('Not now', '', () => {
    delete problems[extra.id];
    changeExtra(extra.id, { state: 'later' });
    again();
  });

  if (scopes.length === 0) {
    box.append(make('p', '', extra.notOffered));
    return box;
  }
  const problem = problems[extra.id];
  if (state === 'done') {
    const told = extra.told(card);
    box.append(make('p', 'told', told || 'Your wallet agreed, but has nothing to tell.'));
    if (missing.length > 0) box.append(make('p', 'quiet', `Not shared: your ${inWords(missing)}. That is fine.`));
    buttons.append(ask(missing.length > 0 ? 'Share the rest' : 'Update from my wallet', ''));
  } else if (state === 'later' && !problem) {
    box.append(make('p', 'quiet', 'You said not now. It is here when you like.'));
    buttons.append(
      makeButton('Tell me again', '', () => {
        changeExtra(extra.id, { state: undefined });
        again();
      }),
    );
  } else {
    box.append(make('p', '', extra.why));
    if (state === 'refused') buttons.append(ask('Try again', ''), notNow);
    else buttons.append(ask(extra.ask, 'primary'), notNow);
  }
  if (problem) box.append(problemBox(problem));
  else if (state === 'refused') box.append(make('p', 'quiet', 'Last time it was not shared. Your card works without it.'));
  box.append(buttons);
  return box;
}

offeredScopes().then((offered) => showExtras(offered));
