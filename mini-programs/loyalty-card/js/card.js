// What this phone remembers of the card, in the wallet's storage for this mini program and user:
// { member, points, name, avatar, birthDate, contacts, messages, extras: { personal: { state, missing } } }.
function readCard() {
  if (typeof my === 'undefined') return { extras: {} };
  const { data } = my.getStorageSync({ key: 'card' });
  return { extras: {}, ...data };
}

/** Changes what is remembered; answers the card as it is then. */
function changeCard(change) {
  const card = { ...readCard(), ...change };
  my.setStorageSync({ key: 'card', data: card });
  return card;
}

function changeExtra(id, change) {
  const { extras } = readCard();
  return changeCard({ extras: { ...extras, [id]: { ...extras[id], ...change } } });
}

function forgetCard() {
  my.removeStorageSync({ key: 'card' });
}

/** `2000-03-18` as `March 18`; a date that is none of that kind as it is. */
function dayOf(birthDate) {
  const date = new Date(`${birthDate}T00:00:00`);
  if (Number.isNaN(date.getTime())) return birthDate;
  return date.toLocaleDateString('en', { month: 'long', day: 'numeric' });
}
