const show = (id, text) => {
  document.getElementById(id).textContent = text;
};
const result = (text) => show('result', text);
const on = (id, run) => document.getElementById(id).addEventListener('click', run);

show(
  'stored',
  [localStorage.getItem('word'), sessionStorage.getItem('word'), document.cookie, my.getStorageSync({ key: 'word' }).data].join(' | '),
);

document.getElementById('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const word = new FormData(event.target).get('word');
  localStorage.setItem('word', word);
  sessionStorage.word = word;
  document.cookie = `word=${word}; max-age=600`;
  my.setStorageSync({ key: 'word', data: word });
  result(`saved ${word}`);
});
on('fetch', async () => {
  const response = await fetch('https://api.example/echo?word=hello', { method: 'POST', body: JSON.stringify({ a: 1 }), headers: { 'content-type': 'application/json' } }).catch((e) => e);
  result(response instanceof Error ? `${response.name}: ${response.message}` : `${response.status} ${await response.text()}`);
});
on('xhr', () => {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', 'https://api.example/echo');
  xhr.onload = () => result(`xhr ${xhr.status} ${xhr.responseText}`);
  xhr.onerror = () => result('xhr error');
  xhr.send('a=1');
});
on('sync-xhr', () => {
  const xhr = new XMLHttpRequest();
  try {
    xhr.open('GET', 'https://api.example/echo', false);
    xhr.send();
    result('sync worked');
  } catch (e) {
    result(`sync refused: ${e.name}`);
  }
});
on('unknown', () => my.takeOverTheWorld({ fail: (e) => result(`unknown: ${e.error}`) }));
on('order', () => {
  const seen = [];
  my.getAuthCode({
    scopes: ['auth_base'],
    success: (r) => seen.push(`success ${typeof r.authCode}`),
    fail: () => seen.push('fail'),
    complete: () => seen.push('complete'),
  }).then(
    () => result([...seen, 'promise'].join(', ')),
    () => result([...seen, 'rejected'].join(', ')),
  );
});
on('throwing', () => {
  my.getAuthCode({
    scopes: ['auth_base'],
    success: () => {
      throw new Error('my own mistake');
    },
    complete: () => result('complete still ran'),
  });
});
on('boom', () => {
  throw new Error('a bug of the program');
});
