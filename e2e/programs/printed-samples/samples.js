document.getElementById('early').textContent = window.sawMyAtOnce ? 'my was there' : 'my was missing';
window.addEventListener('unhandledrejection', () => {
  document.getElementById('early').textContent = 'an uncaught rejection';
});

document.getElementById('sample-001').addEventListener('click', () => {
my.getAuthCode({
scopes: ['auth_base'],
success: (res) => {
my.alert({
content: res.authCode,
});
},
fail: (res) => {
console.log(res.authErrorScopes)
},
});
});

document.getElementById('sample-002').addEventListener('click', () => {
my.getAuthCode({
scopes: ['USER_ID'],
success: (res) => {
my.alert({
content: res.authCode,
});
},
failed: (res) => {
console.log(res.authErrorScopes)
},
});
});

document.getElementById('sample-004').addEventListener('click', () => {
my.getAuthCode({
scopes: ['auth_base'],
success: (res) => {
my.alert({
content: res.authCode,
});
},
fail: (res) => {
console.log(res.authErrorScopes)
},
});
});
