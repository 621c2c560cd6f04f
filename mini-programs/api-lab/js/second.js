const by = new URLSearchParams(location.search).get('by');
if (by) document.getElementById('by').textContent = by;

const add = recordIn(document.getElementById('result'));
const names = ['success', 'fail', 'complete'];
document.getElementById('back').addEventListener('click', () => {
  recordCall(add, () => my.navigateBack(withCallbacks({}, names, add)));
});
document.getElementById('further').addEventListener('click', () => {
  recordCall(add, () => my.navigateTo(withCallbacks({ url: 'second.html?by=my.navigateTo' }, names, add)));
});
