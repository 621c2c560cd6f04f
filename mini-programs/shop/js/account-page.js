const profile = document.getElementById('profile');
const FIELDS = { userId: 'Customer number', nickName: 'Nickname', gender: 'Gender', birthDate: 'Birthday', nationality: 'Nationality' };

const card = accountCard(document.getElementById('account'), showProfile);

function action(label, done, work) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await work();
      say(done);
    } catch (problem) {
      say(problem.code === undefined ? problem.message : `${problem.message} (Code ${problem.code})`);
    }
    card.show();
    showProfile();
  });
  return button;
}

function showProfile() {
  profile.replaceChildren();
  profile.hidden = !visitor;
  if (!visitor) return;
  const list = document.createElement('dl');
  for (const [field, label] of Object.entries(FIELDS)) {
    if (!visitor[field]) continue;
    const term = document.createElement('dt');
    term.textContent = label;
    const value = document.createElement('dd');
    value.textContent = visitor[field];
    list.append(term, value);
  }
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  buttons.append(
    action('Refresh my profile', 'Your profile is up to date.', refreshVisitor),
    action('Sign out', 'You are signed out.', signOut),
  );
  profile.append(list, buttons);
}

showProfile();
