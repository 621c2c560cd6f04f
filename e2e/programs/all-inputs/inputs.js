// Tells the super app everything that it hears, in order.
const heard = [];
function hear(what) {
  heard.push(what);
  document.getElementById('log').textContent = heard.join(' | ');
  my.setStorage({ key: 'heard', data: heard.slice() });
}

customElements.define(
  'x-shadow',
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = '<style>button { color: rgb(7, 8, 9) }</style><button>Inside</button>';
      root.querySelector('button').onclick = () => hear('inside');
    }
  },
);

const form = (id) => document.getElementById(id);
form('search').addEventListener('submit', (event) => {
  event.preventDefault();
  hear(`search ${form('search').elements.word.value}`);
});
form('search').elements.word.addEventListener('change', () => hear('word changed'));
form('order').addEventListener('change', ({ target }) => hear(`${target.name} changed`));
form('order').addEventListener('submit', (event) => {
  event.preventDefault();
  const data = new FormData(form('order'));
  data.delete('secret');
  hear(`order ${[...data].map(([name, value]) => `${name}=${value}`).join(' ')}`);
});
form('pad').addEventListener('keydown', (event) => hear(`key ${event.key} ${event.code} ${event.keyCode}`));
form('open').onclick = () => {
  form('dialog').showModal();
  hear('opened');
};
form('dialog').addEventListener('close', () => hear('closed'));
form('later').onclick = async () => {
  const response = await fetch('https://api.example/list');
  const { list } = await response.json().catch(() => ({ list: ['one'] }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const button = document.createElement('button');
  button.textContent = `Choose ${list[0]}`;
  button.onclick = () => hear('chosen');
  document.body.append(button);
};
form('chance').onclick = () => my.setStorage({ key: 'chance', data: Math.random() });
