const dataBox = document.getElementById('data');
const FIELDS = [
  ['Card number', (card) => card.member],
  ['Name', (card) => card.name],
  ['Picture', (card) => (card.avatar ? 'on your card' : '')],
  ['Birthday', (card) => card.birthDate && dayOf(card.birthDate)],
  ['Contact', (card) => (card.contacts || []).join(', ')],
  ['Messages', (card) => (card.messages ? 'allowed' : '')],
];

/** Our server cancels its token. One that it has no more is as good as cancelled: the card goes all the same. */
async function leave() {
  try {
    await askServer('/leave', {});
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (typeof problem.code !== 'string') throw problem;
  }
  forgetCard();
}

function showData(problem) {
  const card = readCard();
  dataBox.replaceChildren();
  if (problem) dataBox.append(problemBox(problem));
  if (!card.member) {
    dataBox.append(make('p', '', 'We know nothing of you yet.'));
    return;
  }
  const list = make('dl');
  for (const [label, read] of FIELDS) {
    const value = read(card);
    if (value) list.append(make('dt', '', label), make('dd', '', value));
  }
  dataBox.append(
    list,
    make('p', 'quiet', 'You can take back what you agreed to in the settings of your wallet.'),
    makeButton('Give my card back', '', () => {
      my.confirm({
        title: 'Give your card back?',
        content: 'Your points and all that we know of you are gone then.',
        confirmButtonText: 'Give it back',
        cancelButtonText: 'Keep it',
        success: async ({ confirm }) => {
          try {
            if (confirm) {
              await leave();
              say('Your card is gone. You are welcome any time.');
            }
            showData();
          } catch (thrown) {
            showData(asProblem(thrown));
          }
        },
        fail: ({ error }) => showData(new CardProblem('Your wallet could not ask you. Try again.', error)),
      });
    }),
  );
}

showData();
