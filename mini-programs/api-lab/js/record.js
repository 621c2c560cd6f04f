// Writes down what a call answers: which callback ran, in which order, with which payload.

/** A value as a person reads it. */
function inWords(value) {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  try {
    return JSON.stringify(value, (key, part) => (typeof part === 'function' ? 'a function' : part), 2);
  } catch {
    return String(value);
  }
}

/** Adds lines to a list, numbered from 1. */
function recordIn(list) {
  let count = 0;
  list.replaceChildren();
  return function add(what, payload, good) {
    count += 1;
    const line = document.createElement('li');
    line.className = good === undefined ? '' : good ? 'ok' : 'bad';
    line.dataset.what = what;
    const title = document.createElement('strong');
    title.textContent = `${count}. ${what}`;
    const body = document.createElement('pre');
    body.textContent = inWords(payload);
    line.append(title, body);
    list.append(line);
  };
}

/** Options with the callbacks named, each of which writes its line. */
function withCallbacks(options, names, add) {
  const made = { ...options };
  for (const name of names) {
    made[name] = (payload) => add(name, payload, name === 'complete' ? undefined : name === 'success');
  }
  return made;
}

/** Makes a call and writes down what it returns at once and, for a promise, later. Answers what it returned. */
function recordCall(add, call) {
  let result;
  try {
    result = call();
  } catch (error) {
    add('threw', error instanceof Error ? `${error.name}: ${error.message}` : error, false);
    return undefined;
  }
  if (result && typeof result.then === 'function') {
    result.then(
      (value) => add('promise resolved', value, true),
      (error) => add('promise rejected', error instanceof Error ? `${error.name}: ${error.message}` : error, false),
    );
  } else {
    add('returned', result);
  }
  return result;
}
