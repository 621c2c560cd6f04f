// Small helpers for what the pages show.
function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** A button that is out of order while its work is under way. */
function makeButton(label, className, work) {
  const button = make('button', className, label);
  button.type = 'button';
  button.addEventListener('click', () => {
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
    work(button);
  });
  return button;
}

// A short line above the pages' bar. It goes by itself; what matters longer is said in the page.
let clearStatus;

function say(words) {
  const line = document.getElementById('status');
  line.textContent = words;
  clearTimeout(clearStatus);
  clearStatus = setTimeout(() => {
    line.textContent = '';
  }, 6000);
}
