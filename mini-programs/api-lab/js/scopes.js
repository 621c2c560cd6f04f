// Every scope that the documents and wallets of my.getAuthCode name. No wallet has them all.
const SCOPE_GROUPS = [
  {
    title: 'Who the user is',
    scopes: [
      ['auth_base', 'user ID, silently'],
      ['auth_user', 'basic profile'],
      ['USER_ID', 'user ID'],
      ['USER_LOGIN_ID', 'login ID'],
      ['PLAINTEXT_USER_LOGIN_ID', 'login ID in full'],
      ['HASH_LOGIN_ID', 'login ID, hashed'],
    ],
  },
  {
    title: 'Profile',
    scopes: [
      ['USER_NICKNAME', 'nickname'],
      ['USER_NAME', 'name'],
      ['USER_AVATAR', 'avatar'],
      ['USER_GENDER', 'gender'],
      ['USER_BIRTHDAY', 'birthday'],
      ['USER_NATIONALITY', 'nationality'],
      ['auth_zhima', 'credit score'],
    ],
  },
  {
    title: 'Contact',
    scopes: [
      ['USER_CONTACTINFO', 'phone and e-mail'],
      ['USER_ADDRESS', 'address'],
      ['PLAINTEXT_MOBILE_PHONE', 'phone number in full'],
    ],
  },
  {
    title: 'Things to do',
    scopes: [
      ['SEND_MESSAGE', 'send messages'],
      ['NOTIFICATION_INBOX', 'notify in the inbox'],
      ['AGREEMENT_PAY', 'take payments'],
    ],
  },
];
const ALL_SCOPES = SCOPE_GROUPS.flatMap((group) => group.scopes.map(([name]) => name));
const PRESETS = {
  Silent: ['auth_base'],
  Profile: ['auth_user'],
  Mixed: ['auth_base', 'auth_user', 'USER_NAME'],
  Everything: ALL_SCOPES,
  Nothing: [],
};

const scopeBox = document.getElementById('scopes');
for (const group of SCOPE_GROUPS) {
  const box = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = group.title;
  box.append(legend);
  for (const [name, meaning] of group.scopes) {
    const label = document.createElement('label');
    label.className = 'tick';
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.name = 'scope';
    tick.value = name;
    const words = document.createElement('span');
    const code = document.createElement('code');
    code.textContent = name;
    const small = document.createElement('small');
    small.textContent = meaning;
    words.append(code, small);
    label.append(tick, words);
    box.append(label);
  }
  scopeBox.append(box);
}

function tickScopes(names) {
  for (const tick of scopeBox.querySelectorAll('input')) tick.checked = names.includes(tick.value);
}

/** What is ticked, in the order of the page, and the scope that was typed. */
function chosenScopes() {
  const ticked = [...scopeBox.querySelectorAll('input:checked')].map((tick) => tick.value);
  const extra = document.getElementById('extra').value.trim();
  return extra ? [...ticked, extra] : ticked;
}

for (const [title, names] of Object.entries(PRESETS)) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = title;
  button.addEventListener('click', () => {
    tickScopes(names);
    document.getElementById('authorize').dispatchEvent(new Event('input'));
  });
  document.getElementById('presets').append(button);
}
tickScopes(PRESETS.Profile);
