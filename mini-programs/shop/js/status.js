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
