// Who is signed in. Our server keeps the access token; the page only ever sees the profile.
const SERVER = 'https://shop.example/api';

let visitor = JSON.parse(localStorage.getItem('visitor') || 'null');

// Every page is a new document: what the next one should know is stored when the visitor moves on.
document.addEventListener('click', (event) => {
  if (!event.target.closest('a[href]')) return;
  if (visitor) localStorage.setItem('visitor', JSON.stringify(visitor));
  else if (localStorage.getItem('visitor') !== null) localStorage.removeItem('visitor');
});

/** A problem that a visitor can read; `code` is for whoever helps them. */
class ShopProblem extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

/** What went wrong in the wallet, in plain words. Wallets use different codes for the same thing. */
function walletProblem(res) {
  switch (res.error) {
    case 11:
    case 1001:
      return new ShopProblem('You did not agree to share your profile, so we could not sign you in.', res.error);
    case 10:
    case 12:
    case 1003:
      return new ShopProblem('The wallet did not answer in time. Check your connection and try again.', res.error);
    case 2001:
      return new ShopProblem('The wallet is still waiting for your answer. Finish there, then try again.', res.error);
    case 1002:
      return new ShopProblem('The wallet’s service is down just now. Try again in a little while.', res.error);
    case 2:
    case 4:
      return new ShopProblem('The wallet does not offer what this shop asked for. Please tell us.', res.error);
    case undefined:
      return new ShopProblem('The wallet did not share your profile with us.', Object.values(res.authErrorScopes || {})[0]);
    default:
      return new ShopProblem('The wallet could not sign you in. Try again in a little while.', res.error);
  }
}

/** Asks the wallet for a code that lets our server read the visitor's profile. */
function askWallet() {
  if (typeof my === 'undefined') {
    return Promise.reject(new ShopProblem('Open this shop in your wallet app to sign in.'));
  }
  return new Promise((resolve, reject) => {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: (res) => resolve(res.authCode),
      fail: (res) => reject(walletProblem(res)),
    });
  });
}

/** Asks our server; answers the JSON of a good answer, else throws a ShopProblem. */
async function askServer(path, options) {
  let response;
  try {
    response = await fetch(SERVER + path, options);
  } catch {
    throw new ShopProblem('We could not reach our server. Check your connection and try again.');
  }
  const answer = await response.json().catch(() => null);
  if (answer && answer.ok) return answer;
  if (answer && answer.resultCode) {
    throw new ShopProblem('The wallet did not confirm your sign-in to our server. Try again.', answer.resultCode);
  }
  if (!response.ok) throw new ShopProblem('Our server has a problem. Try again in a little while.', response.status);
  throw new ShopProblem('Our server gave an answer that we do not understand. Try again.');
}

async function signIn() {
  const authCode = await askWallet();
  const answer = await askServer('/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ authCode }),
  });
  if (!answer.user) throw new ShopProblem('Our server did not tell us who you are. Try again.');
  if (answer.user.status && answer.user.status !== 'ACTIVE') {
    throw new ShopProblem('Your wallet account is not active, so we cannot take orders from it.', answer.user.status);
  }
  visitor = answer.user;
  return visitor;
}

async function refreshVisitor() {
  const answer = await askServer('/me');
  visitor = answer.user;
  return visitor;
}

async function signOut() {
  await askServer('/logout', { method: 'POST' });
  visitor = null;
  localStorage.removeItem('visitor');
}
