// One card for each call of call-list.js: its inputs, a button, and what came back.
const NAMES = ['success', 'fail', 'complete'];
const box = document.getElementById('calls');
const found = document.getElementById('found');
const listeners = new Map();

function element(tag, className, words) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (words) made.textContent = words;
  return made;
}

function field([name, kind, value, choices]) {
  const label = element('label', 'field');
  label.append(element('span', '', kind === 'json' ? `${name} (JSON)` : name));
  const input = element(kind === 'choice' ? 'select' : kind === 'json' ? 'textarea' : 'input');
  if (kind === 'choice') {
    for (const one of choices) input.append(new Option(one, one));
  } else {
    if (kind === 'number') input.inputMode = 'numeric';
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.value = value;
  }
  input.name = name;
  label.append(input);
  return label;
}

/** What the inputs say; an empty one is left out. Text that is no JSON is passed as text. */
function valuesOf(form, fields) {
  const values = {};
  for (const [name, kind] of fields) {
    const raw = form.elements.namedItem(name).value;
    if (raw === '') continue;
    if (kind === 'number') values[name] = Number(raw);
    else if (kind === 'json') {
      try {
        values[name] = JSON.parse(raw);
      } catch {
        values[name] = raw;
      }
    } else values[name] = raw;
  }
  return values;
}

function listen(call, add) {
  if (call.name.startsWith('off')) {
    const on = call.name.replace('off', 'on');
    const before = listeners.get(on);
    listeners.delete(on);
    return recordCall(add, () => my[call.name](before));
  }
  const listener = (event) => add('event', event, true);
  listeners.set(call.name, listener);
  return recordCall(add, () => my[call.name](listener));
}

function run(call, values, add) {
  if (call.event) return listen(call, add);
  if (call.single) return recordCall(add, () => my[call.name](Object.values(values)[0]));
  if (call.sync) return recordCall(add, () => my[call.name](values));
  if (call.byName) {
    const options = typeof values.options === 'object' ? values.options : {};
    return recordCall(add, () => my.call(values.name, withCallbacks(options, NAMES, add)));
  }
  return recordCall(add, () => my[call.name](withCallbacks(values, NAMES, add)));
}

function card(call) {
  const details = element('details');
  details.dataset.call = call.name;
  const summary = element('summary');
  summary.append(element('strong', '', `my.${call.name}`), element('small', '', call.about));
  const form = element('form');
  const fields = call.fields || [];
  form.append(...fields.map(field));
  const buttons = element('div', 'row');
  const go = element('button', 'primary', `Run my.${call.name}`);
  buttons.append(go);
  const results = element('ol', 'record');
  results.setAttribute('aria-live', 'polite');
  results.setAttribute('aria-label', `What my.${call.name} answered`);
  form.append(buttons);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    buttons.replaceChildren(go);
    const result = run(call, valuesOf(form, fields), recordIn(results));
    if (result && typeof result.abort === 'function') {
      const abort = element('button', '', 'Abort');
      abort.type = 'button';
      abort.addEventListener('click', () => result.abort());
      buttons.append(abort);
    }
  });
  details.append(summary, form, results);
  return details;
}

for (const { group, calls } of CALLS) {
  const section = element('section');
  section.append(element('h2', '', group), ...calls.map(card));
  box.append(section);
}

document.getElementById('find').addEventListener('input', (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  let count = 0;
  for (const section of box.children) {
    let here = 0;
    for (const details of section.querySelectorAll('details')) {
      const match = `my.${details.dataset.call}`.toLowerCase().includes(wanted);
      details.hidden = !match;
      if (match) here += 1;
    }
    section.hidden = here === 0;
    count += here;
  }
  found.textContent = wanted ? `${count} ${count === 1 ? 'call' : 'calls'}` : '';
});
