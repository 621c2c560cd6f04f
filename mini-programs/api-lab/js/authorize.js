// my.getAuthCode with the scopes, the shape and the callbacks of the form.
const form = document.getElementById('authorize');
const noResult = document.getElementById('no-result');
let authCode = '';

function optionsOf() {
  const scopes = chosenScopes();
  const { value: shape } = form.elements.shape;
  if (shape === 'absent') return {};
  return { scopes: shape === 'string' ? (scopes[0] ?? '') : scopes };
}

function callbacksOf() {
  return [...form.querySelectorAll('[name=callback]:checked')].map((tick) => tick.value);
}

function showSentence() {
  const inside = Object.entries(optionsOf()).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  document.getElementById('sentence').textContent =
    `my.getAuthCode({ ${[...inside, ...callbacksOf()].join(', ')} })`.replace('{  }', '{}');
}

form.addEventListener('input', showSentence);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  noResult.hidden = true;
  document.getElementById('result-title').scrollIntoView();
  const write = recordIn(document.getElementById('result'));
  const add = (what, payload, good) => {
    if (payload && payload.authCode) keepCode(payload.authCode);
    write(what, payload, good);
  };
  recordCall(add, () => my.getAuthCode(withCallbacks(optionsOf(), callbacksOf(), add)));
});
showSentence();
