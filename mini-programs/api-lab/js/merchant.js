// What the page asks its own server, with my.request. The code of the last answer is sent; a token never comes back.
const SERVER = 'https://lab.example/api';
const ACTIONS = [
  { title: 'Exchange the code', method: 'POST', path: '/login', needsCode: true },
  { title: 'Exchange the same code again', method: 'POST', path: '/login', needsCode: true },
  { title: 'Ask for the user', method: 'GET', path: '/user' },
  { title: 'Refresh the token', method: 'POST', path: '/refresh' },
  { title: 'Revoke the token', method: 'POST', path: '/revoke' },
];

const merchantBox = document.getElementById('merchant');
const codeButtons = [];

function keepCode(code) {
  authCode = code;
  document.getElementById('code').textContent = code;
  for (const button of codeButtons) button.disabled = false;
}

function askServer({ method, path, needsCode }) {
  const add = recordIn(document.getElementById('answers'));
  const options = { url: SERVER + path, method, ...(needsCode ? { data: { authCode } } : {}) };
  recordCall(add, () => my.request(withCallbacks(options, ['success', 'fail', 'complete'], add)));
}

for (const action of ACTIONS) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = action.title;
  button.disabled = Boolean(action.needsCode);
  if (action.needsCode) codeButtons.push(button);
  button.addEventListener('click', () => askServer(action));
  merchantBox.append(button);
}
