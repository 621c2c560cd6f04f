// First in every document of a static build, where no server can send the header that sandboxes it. A mini program
// belongs in the simulator's frame, which has an opaque origin; opened by itself it would have this site's rights.
if (self.origin !== 'null') {
  window.stop();
  const link = document.createElement('a');
  link.href = new URL('../', document.currentScript.src).href;
  link.textContent = 'This mini program runs inside Miniauth. Open it there.';
  document.documentElement.replaceChildren(link);
}
