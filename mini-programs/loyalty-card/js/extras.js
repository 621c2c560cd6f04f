// The extras, in the order in which they are offered; the next one comes when the one before is decided.
const EXTRAS = [
  {
    id: 'personal',
    title: 'Put your name on it',
    why: 'We would like your name and your picture, to show them on your card and to greet you at the counter. Nobody else sees them.',
    ask: 'Personalise my card',
    notOffered: 'Your wallet does not share names and pictures. We will greet you with a smile.',
    path: '/profile',
    keep: ({ nickName, fullName, avatar }) => ({ name: nickName || fullName || undefined, avatar: avatar || undefined }),
    told: ({ name, avatar }) => {
      if (name) return avatar ? `Your card says ${name} and has your picture.` : `Your card says ${name}.`;
      return avatar ? 'Your card has your picture.' : '';
    },
  },
  {
    id: 'birthday',
    title: 'A gift on your birthday',
    why: 'We would like your date of birth, so that a cake is on us that day. We use it for nothing else.',
    ask: 'Add my birthday',
    notOffered: 'Your wallet does not share birthdays. Tell us at the counter when it is yours.',
    path: '/birthday',
    keep: ({ birthDate }) => ({ birthDate: birthDate || undefined }),
    told: ({ birthDate }) => (birthDate ? `A cake waits for you on ${dayOf(birthDate)}.` : ''),
  },
  {
    id: 'news',
    title: 'Know before points expire',
    why: 'We would like a way to reach you, and your permission to write, so that we can tell you before your points expire. Two messages a month at most.',
    ask: 'Keep me posted',
    notOffered: 'Your wallet does not let us write to you. Look at your card now and then.',
    path: '/news',
    keep: ({ contacts }, missing, asked) => ({
      contacts: (contacts || []).map((contact) => contact.contactNo),
      messages: asked.some((scope) => /MESSAGE|INBOX/.test(scope) && !missing.includes(scope)),
    }),
    told: ({ contacts, messages }) => {
      const reach = contacts && contacts.length > 0 ? `We can reach you at ${contacts.join(' and ')}.` : '';
      return [reach, messages ? 'We may send you messages.' : ''].filter(Boolean).join(' ');
    },
  },
];

/**
 * Asks for what an extra needs, and keeps what came of it. What was granted before is not asked again by the wallet;
 * what the user leaves out is not there, and the extra goes as far as it can.
 */
async function askFor(extra, scopes) {
  const { authCode, missing } = await askWallet(scopes);
  if (missing.length === scopes.length) {
    throw new CardProblem(`Your wallet did not share your ${inWords(missing)}, so your card stays as it is.`);
  }
  const answer = await askServer(extra.path, { authCode });
  changeCard(extra.keep(answer, missing, scopes));
  return changeExtra(extra.id, { state: 'done', missing });
}
