// The card that says who is signed in. It is on two pages; `onChange` runs whenever that changes.
function accountCard(card, onChange = () => {}) {
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  function who(user) {
    const row = make('div', 'who');
    const name = user.nickName || (user.userName && user.userName.fullName);
    if (user.avatar) {
      const picture = make('img');
      picture.src = user.avatar;
      picture.alt = '';
      row.append(picture);
    } else {
      const initial = make('span', 'initial', (name || '?').slice(0, 1).toUpperCase());
      initial.setAttribute('aria-hidden', 'true');
      row.append(initial);
    }
    const words = make('div');
    words.append(make('p', 'welcome', name ? `Welcome, ${name}` : 'Welcome'));
    words.append(make('p', 'quiet', 'Your stamps: 3 of 10'));
    row.append(words);
    return row;
  }

  function button(label, busyLabel) {
    const sign = make('button', 'primary wide', label);
    sign.type = 'button';
    sign.addEventListener('click', async () => {
      sign.disabled = true;
      sign.textContent = busyLabel;
      sign.setAttribute('aria-busy', 'true');
      try {
        await signIn();
        show();
        onChange();
      } catch (problem) {
        show(problem);
      }
      const next = card.querySelector('button, [tabindex]');
      if (next) next.focus();
    });
    return sign;
  }

  function show(problem) {
    card.replaceChildren();
    card.removeAttribute('data-state');
    if (problem) {
      card.dataset.state = 'problem';
      const box = make('div', 'problem', problem.message);
      box.setAttribute('role', 'alert');
      if (problem.code !== undefined) box.append(make('small', '', `Code ${problem.code}`));
      card.append(box, button('Try again', 'Trying again…'));
      return;
    }
    if (visitor) {
      card.dataset.state = 'signed-in';
      const row = who(visitor);
      row.tabIndex = -1;
      row.setAttribute('role', 'status');
      card.append(row);
      return;
    }
    card.append(
      make('h2', '', 'Collect stamps'),
      make('p', 'quiet', 'Sign in with your wallet: a stamp for every order, the tenth coffee is free.'),
      button('Sign in', 'Signing in…'),
    );
  }

  show();
  return { show };
}
